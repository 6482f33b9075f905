import { expect, test } from 'vitest';
import { eventsOfBriefs } from '#db/events.ts';
import { inboxOf } from '#db/inbox.ts';
import { hashesOf, openRound } from '#db/overlap.ts';
import { overlapRound } from '#db/schema/roster.ts';
import { removeCreator } from '#server/commands/creators.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import {
  closeOverlap,
  openOverlap,
  sendFollowers,
  takeBackFollowers,
} from '#server/commands/overlap.ts';
import { forgetOldRounds } from '#server/overlap.ts';
import { overlapPage, ownOverlap } from '#server/views/overlap.ts';
import { hashFollower, packHashes } from '#shared/overlap.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { deliverable, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `follower.${from + index}`);

/** Mali and Ben are in, and asked to compare. */
async function asked() {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  await house.accept(mali, version);
  await house.accept(ben, version);
  value(await openOverlap(s, people.ploy, { briefId }));
  const send = async (who: Actor, list: string[]) => {
    const { round } = value(await ownOverlap(s, who, { briefId }));
    const salt = round?.salt ?? 'none';
    const bytes = packHashes(list.map((name) => hashFollower(salt, name)));
    const hashes = Buffer.from(bytes).toString('base64');
    return sendFollowers(s, who, { briefId, roundId: round?.id ?? '', hashes });
  };
  const page = async () => value(await overlapPage(s, people.ploy, { briefId }));
  return { ...house, mali, ben, send, page };
}

test('two creators compare, and the brand reads how many they share', async () => {
  const { mali, ben, send, page } = await asked();
  expect(value(await send(mali, names(0, 1_000)))).toEqual({ followers: 1_000 });
  expect((await page()).pairs).toEqual([]);
  value(await send(ben, names(700, 3_000)));
  const { pairs, creators } = await page();
  expect(pairs).toHaveLength(1);
  expect(pairs[0]).toMatchObject({ common: 300 });
  expect(new Set([pairs[0]?.followersA, pairs[0]?.followersB])).toEqual(new Set([1_000, 2_300]));
  expect(creators.every(({ sentAt }) => sentAt !== null)).toBe(true);
});

test('sending again counts again, in place of what was sent before', async () => {
  const { mali, ben, send, page } = await asked();
  value(await send(mali, names(0, 1_000)));
  value(await send(ben, names(700, 3_000)));
  value(await send(mali, names(0, 800)));
  expect((await page()).pairs).toMatchObject([{ common: 100 }]);
});

test('a creator is asked by a notice, and sees of another neither that they sent nor a count', async () => {
  const { s, briefId, mali, ben, send } = await asked();
  expect((await inboxOf(s.db, mali.userId, 9)).map(({ kind }) => kind)).toContain('overlap-asked');
  value(await send(ben, names(0, 50)));
  const seen = JSON.stringify(value(await ownOverlap(s, mali, { briefId })));
  expect(seen).not.toContain(ben.userId);
  expect(seen).not.toContain(ben.name);
  expect(code(await overlapPage(s, mali, { briefId }))).not.toBe('ok');
});

test('when the round ends, hashes and salt are gone and the counts stay', async () => {
  const { s, briefId, people, mali, ben, send, page } = await asked();
  const round = await openRound(s.db, briefId);
  value(await send(mali, names(0, 10)));
  value(await send(ben, names(5, 20)));
  value(await closeOverlap(s, people.ta, { briefId }));
  expect(await hashesOf(s.db, round?.id ?? '')).toEqual([]);
  expect(await s.db.select().from(overlapRound)).toMatchObject([{ salt: '' }]);
  expect(await page()).toMatchObject({ round: null, pairs: [{ common: 5 }] });
  expect(code(await closeOverlap(s, people.ploy, { briefId }))).toBe('not-now');
});

test('a round that nobody ends is over after two weeks', async () => {
  const { s, briefId, mali, send } = await asked();
  value(await send(mali, names(0, 10)));
  const round = await openRound(s.db, briefId);
  const days = (n: number) => ({ ...s, now: () => new Date(s.now().getTime() + n * 86_400_000) });
  await forgetOldRounds(days(13));
  expect(await hashesOf(s.db, round?.id ?? '')).toHaveLength(1);
  await forgetOldRounds(days(15));
  expect(await hashesOf(s.db, round?.id ?? '')).toEqual([]);
  expect(await openRound(s.db, briefId)).toBeNull();
});

test('what was sent is taken back with every count it is part of, also later', async () => {
  const { s, briefId, people, mali, ben, send, page } = await asked();
  value(await send(mali, names(0, 10)));
  value(await send(ben, names(5, 20)));
  value(await closeOverlap(s, people.ploy, { briefId }));
  expect(value(await ownOverlap(s, mali, { briefId })).isCounted).toBe(true);
  value(await takeBackFollowers(s, mali, { briefId }));
  expect((await page()).pairs).toEqual([]);
  expect(value(await ownOverlap(s, ben, { briefId })).isCounted).toBe(false);
});

test('what is no hash, or of another round, is refused and changes nothing', async () => {
  const { s, briefId, mali, page } = await asked();
  const { round } = value(await ownOverlap(s, mali, { briefId }));
  const roundId = round?.id ?? '';
  for (const hashes of ['', 'AAAA', '!!', 'A'.repeat(3_000_000)]) {
    expect(code(await sendFollowers(s, mali, { briefId, roundId, hashes }))).toBe('bad-input');
  }
  const good = Buffer.from(packHashes([1n, 2n])).toString('base64');
  const old = await sendFollowers(s, mali, { briefId, roundId: 'another', hashes: good });
  expect(code(old)).toBe('not-now');
  expect((await page()).creators.every(({ sentAt }) => sentAt === null)).toBe(true);
});

test('who plans may ask, who is in may send, and nobody else', async () => {
  const { s, briefId, people, mali, ben, send } = await asked();
  for (const who of [people.anan, people.viewer, mali]) {
    expect(code(await closeOverlap(s, who, { briefId }))).not.toBe('ok');
  }
  expect(code(await openOverlap(s, people.ploy, { briefId }))).toBe('not-now');
  expect(code(await ownOverlap(s, people.ploy, { briefId }))).not.toBe('ok');
  value(await removeCreator(s, people.ploy, { briefId, userId: ben.userId }));
  expect(code(await ownOverlap(s, ben, { briefId }))).not.toBe('ok');
  const open = await openRound(s.db, briefId);
  const hashes = Buffer.from(packHashes([1n, 2n])).toString('base64');
  const late = await sendFollowers(s, ben, { briefId, roundId: open?.id ?? '', hashes });
  expect(code(late)).not.toBe('ok');
  value(await send(mali, names(0, 5)));
});

test('no event or notice says a count', async () => {
  const { s, briefId, mali, ben, send } = await asked();
  value(await send(mali, names(0, 4_321)));
  value(await send(ben, names(0, 5_432)));
  const told = [await eventsOfBriefs(s.db, [briefId], 200), await inboxOf(s.db, 'ploy', 200)];
  expect(JSON.stringify(told)).not.toMatch(/4321|5432/);
});
