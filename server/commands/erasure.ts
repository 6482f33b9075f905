// What creators do with all that is theirs: erase what they brought in, at once, or the account, after
// a week in which both sides know. Nobody else may ask for it.
import { z } from 'zod';
import { placesOf } from '#db/creators.ts';
import { askErasure, cancelErasure, eraseImports } from '#db/erasure.ts';
import type { Tx } from '#db/open.ts';
import { workspacesShown } from '#db/shown.ts';
import { erasureDue, noticeDays } from '#shared/erasure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { TellingKind } from '#shared/telling.ts';
import { parse } from '../auth/accounts.ts';
import { provesSelf } from '../auth/proving.ts';
import { tellFigures } from '../figures.ts';
import { leadIds, tellPeople } from '../inbox.ts';
import type { Services } from '../services.ts';

/** Posts and figures from the creator's own files, the channels, and who was shown them. */
export async function eraseOwnImports(s: Services, actor: Actor): Promise<Result<null>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  await s.db.transaction(async (tx) => {
    const shown = await workspacesShown(tx, actor.userId);
    await eraseImports(tx, actor.userId);
    await tellFigures(s, tx, actor, shown);
    await showAgain(s, tx, actor);
  });
  return ok(null);
}

const eraseForm = z.object({ current: z.string().nullish() });

/** Asks for the account to be erased in a week. Who has a password gives it. */
export async function askToErase(
  s: Services,
  actor: Actor,
  input: z.input<typeof eraseForm>,
): Promise<Result<null>> {
  if (actor.kind !== 'creator') return fail('not-allowed');
  const form = parse(eraseForm, input);
  if (!form.ok) return form;
  const proven = await provesSelf(s, actor, form.value.current);
  if (!proven.ok) return proven;
  await s.db.transaction(async (tx) => {
    await askErasure(tx, { userId: actor.userId, at: erasureDue(s.now()) });
    await tellBrands(s, tx, { actor, kind: 'erasure-asked' });
    await showAgain(s, tx, actor);
  });
  return ok(null);
}

export async function keepAccount(s: Services, actor: Actor): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    if (!(await cancelErasure(tx, actor.userId))) return fail('not-now');
    await tellBrands(s, tx, { actor, kind: 'erasure-kept' });
    await showAgain(s, tx, actor);
    return ok(null);
  });
}

/** The leads of every brief this creator has a place in. */
async function tellBrands(
  s: Services,
  tx: Tx,
  { actor, kind }: { actor: Actor; kind: TellingKind },
): Promise<void> {
  for (const { brief } of await placesOf(tx, actor.userId)) {
    const to = await leadIds(tx, brief.id);
    const body = { n: noticeDays };
    await tellPeople(s, tx, { kind, to, briefId: brief.id, actor, body });
  }
}

/** The creator's own pages, and the roster of every workspace that knew them. */
async function showAgain(s: Services, tx: Tx, { userId }: Actor): Promise<void> {
  const own = { workspaceId: '', actorId: userId, at: s.now() };
  const topic = `person:${userId}`;
  await s.live.publish(tx, {
    ...own,
    kind: 'own-data',
    topic,
    audience: 'person',
    toUserId: userId,
  });
  const known = new Set((await placesOf(tx, userId)).map(({ brief }) => brief.workspaceId));
  for (const workspaceId of known) {
    const about = { ...own, workspaceId, topic: `roster:${workspaceId}` };
    await s.live.publish(tx, { ...about, kind: 'roster', audience: 'brand' });
  }
}
