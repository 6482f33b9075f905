// Many creators asked at once: all of their places and links in one transaction, or none.
import { z } from 'zod';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { deliverablesOf } from '#db/deliverables.ts';
import type { Tx } from '#db/open.ts';
import { personName } from '#shared/account.ts';
import { line } from '#shared/form-fields.ts';
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
    const taken = firstTaken(rows, await creatorsOf(tx, briefId));
    if (taken !== null) return fail('conflict', { field: 'handle', params: { row: taken + 1 } });
    const there = new Set((await deliverablesOf(tx, briefId)).map(({ id }) => id));
    const gone = rows.findIndex(({ posts }) => posts?.some((id) => !there.has(id)));
    if (gone >= 0) return fail('conflict', { field: 'posts', params: { row: gone + 1 } });
    const invited: InvitedOne[] = [];
    for (const [index, row] of rows.entries()) {
      const one = await inviteOne(s, tx, { actor, briefId, row });
      if (!one.ok) return fail(one.error.code, { field: 'name', params: { row: index + 1 } });
      invited.push(one.value);
    }
    const body = { count: invited.length };
    await tellBrand(s, tx, { briefId, actor, kind: 'creator.invited-many', body });
    return ok(invited);
  });
}

/** The first row whose handle stands in an earlier one or in the brief; null where each is new. */
function firstTaken(rows: readonly Row[], here: readonly CreatorEntry[]): number | null {
  const seen = new Set(here.map(({ handle }) => handleKey(handle)));
  for (const [index, row] of rows.entries()) {
    const key = handleKey(row.handle);
    if (key !== '' && seen.has(key)) return index;
    seen.add(key);
  }
  return null;
}

interface One {
  actor: Actor;
  briefId: string;
  row: Row;
}

async function inviteOne(
  s: Services,
  tx: Tx,
  { actor, briefId, row }: One,
): Promise<Result<InvitedOne>> {
  const { userId, mail, ...place } = row;
  const nothing = { product: '', code: '', terms: '' };
  const known = userId ?? undefined;
  const placed = await addPlace(s, tx, { briefId, ...nothing, ...place, userId: known });
  if (!placed.ok) return placed;
  const person = placed.value;
  const brief = await existingBrief(tx, briefId);
  const link = await handInvitation(s, tx, { actor, person, brief });
  // Somebody known may have a page open that shows it.
  const event = { briefId, actor, kind: 'creator.invited', personId: person.id };
  if (known) await tellPerson(s, tx, event);
  const { id, name, locale } = person;
  return ok({ userId: id, name, handle: place.handle, locale, mail, link });
}
