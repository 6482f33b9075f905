// Many creators asked at once: all of their places and links in one transaction, or none.
import { z } from 'zod';
import { creatorsElsewhere, creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import type { Tx } from '#db/open.ts';
import { personName } from '#shared/account.ts';
import { line, phone } from '#shared/form-fields.ts';
import { handleKey, isAddress } from '#shared/invitation-cells.ts';
import { maxFeeLength, maxHandleLength, maxRows } from '#shared/invitation-rows.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { locales } from '#shared/words/words.ts';
import { parse } from '../auth/accounts.ts';
import { handInvitation, type HandedLink } from '../handing.ts';
import { addPlace } from '../inviting.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand, tellPerson } from '../telling.ts';

const rowForm = z.object({
  /** A creator the workspace knows already. */
  userId: z.string().nullable(),
  name: personName,
  handle: line(maxHandleLength),
  locale: z.enum(locales),
  fee: line(maxFeeLength),
  posts: z.array(z.string()).min(1).nullable(),
  /** Where the ready letter goes. It is no account's address: only its owner makes it that. */
  mail: z.string().refine((text) => text === '' || isAddress(text)),
  phone: phone.default(''),
});
const manyForm = z.object({
  briefId: z.string(),
  rows: z.array(rowForm).min(1).max(maxRows),
});
type Row = z.output<typeof rowForm>;

export interface InvitedOne {
  userId: string;
  name: string;
  handle: string;
  locale: Row['locale'];
  mail: string;
  link: HandedLink;
}

export async function inviteMany(
  s: Services,
  actor: Actor,
  input: z.input<typeof manyForm>,
): Promise<Result<InvitedOne[]>> {
  const form = parse(manyForm, input);
  if (!form.ok) return form;
  const { briefId, rows } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'creator.invite' });
    if (!allowed.ok) return allowed;
    const wrong = await firstWrong(tx, briefId, rows);
    if (wrong) return fail('conflict', { field: wrong.field, params: { row: wrong.at + 1 } });
    const invited: InvitedOne[] = [];
    for (const row of rows) invited.push(await inviteOne(s, tx, { actor, briefId, row }));
    const body = { count: invited.length };
    await tellBrand(s, tx, { briefId, actor, kind: 'creator.invited-many', body });
    return ok(invited);
  });
}

/**
 * The first row that cannot be invited as things stand now. Asked of all of them before the first is
 * written: a refusal that is answered, and not thrown, takes nothing back.
 */
async function firstWrong(tx: Tx, briefId: string, rows: readonly Row[]) {
  const { workspaceId } = await existingBrief(tx, briefId);
  const posts = new Set((await deliverablesOf(tx, briefId)).map(({ id }) => id));
  const elsewhere = await creatorsElsewhere(tx, { workspaceId, briefId });
  const known = new Set(elsewhere.map(({ userId }) => userId));
  const taken = new Set((await creatorsOf(tx, briefId)).map(({ handle }) => handleKey(handle)));
  for (const [at, row] of rows.entries()) {
    const key = handleKey(row.handle);
    if (key !== '' && taken.has(key)) return { at, field: 'handle' };
    taken.add(key);
    if (row.posts?.some((id) => !posts.has(id))) return { at, field: 'posts' };
    // Each account once: it is known no more.
    if (row.userId !== null && !known.delete(row.userId)) return { at, field: 'name' };
  }
  return null;
}

interface One {
  actor: Actor;
  briefId: string;
  row: Row;
}

async function inviteOne(s: Services, tx: Tx, { actor, briefId, row }: One): Promise<InvitedOne> {
  const { userId, mail, ...place } = row;
  const nothing = { product: '', code: '', terms: '' };
  const known = userId ?? undefined;
  const placed = await addPlace(s, tx, { briefId, ...nothing, ...place, userId: known });
  if (!placed.ok) throw new Error(`a row that was looked at was not placed: ${placed.error.code}`);
  const person = placed.value;
  const brief = await existingBrief(tx, briefId);
  const link = await handInvitation(s, tx, { actor, person, brief });
  // Somebody known may have a page open that shows it.
  const event = { briefId, actor, kind: 'creator.invited', personId: person.id };
  if (known) await tellPerson(s, tx, event);
  const { id, name, locale } = person;
  return { userId: id, name, handle: place.handle, locale, mail, link };
}
