// Comparing followers: the brand opens a round, each creator who is in sends salted hashes made in
// their browser, and the server keeps how many a pair has in common. No name comes here.
import { z } from 'zod';
import { creatorPlace, creatorsOf } from '#db/creators.ts';
import type { Tx } from '#db/open.ts';
import {
  addRound,
  closeRound,
  forgetFollowers,
  hashesOf,
  openRound,
  type RoundRow,
  saveCount,
  saveHashes,
} from '#db/overlap.ts';
import { idFrom } from '#shared/ids.ts';
import { countCommon, countHashes, hashBytes, maxFollowers } from '#shared/overlap.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { tellPeople } from '../inbox.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { tellBrand, tellPerson } from '../telling.ts';

type OfBrief = { briefId: string };

/** Everybody who is in is asked. One round at a time. */
export async function openOverlap(
  s: Services,
  actor: Actor,
  { briefId }: OfBrief,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'overlap.ask' });
    if (!allowed.ok) return allowed;
    if (await openRound(tx, briefId)) return fail('not-now');
    const salt = Buffer.from(s.randomBytes(32)).toString('hex');
    const id = idFrom(s.randomBytes(20));
    const openedAt = s.now();
    await addRound(tx, { id, briefId, salt, openedBy: actor.userId, openedAt, closedAt: null });
    const creators = await creatorsOf(tx, briefId);
    const to = creators.filter(({ state }) => state === 'in').map(({ userId }) => userId);
    await tellPeople(s, tx, { kind: 'overlap-asked', to, briefId, actor });
    for (const personId of to) {
      await tellPerson(s, tx, { kind: 'overlap', briefId, actor, personId });
    }
    await tellBrand(s, tx, { kind: 'overlap', briefId, actor });
    return ok(null);
  });
}

/** Ends the round: hashes and salt are forgotten, counts stay. */
export async function closeOverlap(
  s: Services,
  actor: Actor,
  { briefId }: OfBrief,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'overlap.ask' });
    if (!allowed.ok) return allowed;
    const round = await openRound(tx, briefId);
    if (!round) return fail('not-now');
    await closeRound(tx, round.id, s.now());
    await tellBrand(s, tx, { kind: 'overlap', briefId, actor });
    return ok(null);
  });
}

const hashesForm = z.object({
  briefId: z.string(),
  roundId: z.string(),
  /** Base64 of hashes in order, `hashBytes` each. */
  hashes: z.base64().max(Math.ceil((maxFollowers * hashBytes) / 3) * 4),
});

/** Takes in one creator's hashes and counts them against everybody who sent theirs before. */
export async function sendFollowers(
  s: Services,
  actor: Actor,
  input: z.input<typeof hashesForm>,
): Promise<Result<{ followers: number }>> {
  const form = parse(hashesForm, input);
  if (!form.ok) return form;
  const { briefId, roundId } = form.value;
  const hashes = Buffer.from(form.value.hashes, 'base64');
  const followers = countHashes(hashes);
  if (followers === null) return fail('bad-input', { field: 'followers' });
  return s.db.transaction(async (tx) => {
    const mine = await ownRound(tx, { actor, briefId });
    if (!mine.ok) return mine;
    const round = mine.value;
    // Made with another salt these would meet nobody's.
    if (round?.id !== roundId) return fail('not-now');
    const { userId } = actor;
    await saveHashes(tx, { roundId, userId, hashes, at: s.now() });
    await countPairs(tx, { round, userId, at: s.now() });
    await tellPerson(s, tx, { kind: 'overlap', briefId, actor, personId: userId });
    return ok({ followers });
  });
}

/** Takes back what was sent, and every count it is part of, also after the round. */
export async function takeBackFollowers(
  s: Services,
  actor: Actor,
  { briefId }: OfBrief,
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const mine = await ownRound(tx, { actor, briefId });
    if (!mine.ok) return mine;
    const { userId } = actor;
    await forgetFollowers(tx, { briefId, roundId: mine.value?.id ?? null, userId });
    await tellPerson(s, tx, { kind: 'overlap', briefId, actor, personId: userId });
    return ok(null);
  });
}

/** The open round, or none, for a creator who is in. */
async function ownRound(
  tx: Tx,
  { actor, briefId }: { actor: Actor; briefId: string },
): Promise<Result<RoundRow | null>> {
  const allowed = await judge(tx, { actor, place: { briefId }, action: 'overlap.send' });
  if (!allowed.ok) return allowed;
  const place = await creatorPlace(tx, { briefId, userId: actor.userId });
  if (place?.state !== 'in') return fail('not-now');
  return ok(await openRound(tx, briefId));
}

async function countPairs(
  tx: Tx,
  { round, userId, at }: { round: RoundRow; userId: string; at: Date },
): Promise<void> {
  const sent = await hashesOf(tx, round.id);
  const own = sent.find((row) => row.userId === userId);
  for (const other of sent) {
    if (!own || other === own) continue;
    const [a, b] = own.userId < other.userId ? [own, other] : [other, own];
    await saveCount(tx, {
      briefId: round.briefId,
      aUserId: a.userId,
      bUserId: b.userId,
      followersA: a.hashes.length / hashBytes,
      followersB: b.hashes.length / hashBytes,
      common: countCommon(a.hashes, b.hashes),
      at,
    });
  }
}
