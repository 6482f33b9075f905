import { expect, test } from 'vitest';
import { setCreatorState } from '#db/creators.ts';
import { decisionsOfDraft } from '#db/decisions.ts';
import { updateDeliverable } from '#db/deliverables.ts';
import { readFeed } from '#server/feed.ts';
import { addressHeader } from '#server/auth/library.ts';
import { approveDraft, askChanges, postIt } from '#server/commands/decisions.ts';
import { openDoor, recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { goForIdea, sendIdea } from '#server/commands/ideas.ts';
import { endFeed, makeFeed } from '#server/commands/feed.ts';
import { calendar } from '#server/views/taking-along.ts';
import { myFeed } from '#server/views/feed.ts';
import { home, homeGroup } from '#server/views/home.ts';
import type { HomeGroup } from '#shared/home.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { code, openPostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const at = (wall: string) => new Date(`${wall}+07:00`);

/** November 24th 2026 is a Tuesday. */
async function houseAt(wall: string) {
  const house = await openPostHouse();
  const clock = { now: at(wall) };
  house.s.now = () => new Date(clock.now);
  const publishDue = endOfDay('2026-12-04', 'Asia/Bangkok');
  await house.s.db.transaction((tx) => updateDeliverable(tx, 'post1', { publishDue } as never));
  const draftId = house.drafts.mali;
  return {
    ...house,
    draftId,
    until: (next: string) => {
      clock.now = at(next);
    },
    async send() {
      await write(house, house.mali, { draftId, text: 'The secret words of a draft' });
      const contentId = await seenId(house, draftId);
      return value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }))
        .approvalId;
    },
    async standing(who: Actor) {
      const { groups, side } = value(await home(house.s, who, { everyPlace: false }));
      const full = Object.entries(groups).filter(([, { count }]) => count > 0);
      return { side, groups: full.map(([name]) => name as HomeGroup) };
    },
  };
}

const request = { body: 'Two hours', target: { kind: 'clause', field: 'points' } } as const;

test('a post goes through the groups of both homes as its turn does', async () => {
  const { s, ploy, mali, draftId, until, send, standing } = await houseAt('2026-11-24T17:00');
  // Behind a closed door the brand knows of no post; Ben's is his own.
  expect(await standing(ploy)).toEqual({ side: 'brand', groups: [] });
  expect(await standing(mali)).toEqual({ side: 'creator', groups: ['waiting'] });

  value(await openDoor(s, mali, { draftId }));
  expect((await standing(ploy)).groups).toEqual(['others']);
  let approvalId = await send();
  expect((await standing(ploy)).groups).toEqual(['waiting']);
  expect((await standing(mali)).groups).toEqual(['others']);

  until('2026-11-27T18:00');
  expect((await standing(mali)).groups).toEqual(['late']);
  expect(value(await home(s, ploy, { everyPlace: false })).ownLate).toBe(1);
  value(await askChanges(s, ploy, { draftId, approvalId, requests: [request] }));

  // The brand's lateness moved the day of going live out of this week.
  until('2026-11-29T09:00');
  expect((await standing(ploy)).groups).toEqual(['others']);
  until('2026-11-30T09:00');
  expect((await standing(ploy)).groups).toEqual(['others', 'live']);
  approvalId = await send();
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  value(await postIt(s, mali, { draftId, approvalId }));
  expect((await standing(mali)).groups).toEqual(['waiting', 'live']);
  value(await recordPublished(s, mali, { draftId, url: 'https://example.com/p/1' }));
  expect((await standing(ploy)).groups).toEqual(['done']);
});

test('a reviewer has nothing that waits for them, and a removed creator no post', async () => {
  const { s, mali, ploy, anan, send, standing } = await houseAt('2026-11-24T17:00');
  await send();
  expect((await standing(anan)).groups).toEqual(['others']);
  const removed = { state: 'removed' } as const;
  await s.db.transaction((tx) => setCreatorState(tx, 'place-mali', removed));
  for (const who of [mali, ploy, anan]) expect((await standing(who)).groups).toEqual([]);
});

test('an idea waits for the lead through a closed door, and her calendar says that she owes an answer', async () => {
  const { s, mali, ploy, anan, draftId, standing } = await houseAt('2026-11-24T17:00');
  value(await sendIdea(s, mali, { draftId, text: 'A wet face at Asok' }));
  expect((await standing(ploy)).groups).toEqual(['waiting']);
  expect((await standing(anan)).groups).toEqual(['others']);
  expect((await standing(mali)).groups).toEqual(['others']);
  const { text } = value(await calendar(s, ploy, {}));
  expect(text).toContain(`UID:${draftId}-answer@127.0.0.1`);
  expect(text).not.toContain(`UID:${draftId}-draft@`);

  const sent = (await decisionsOfDraft(s.db, draftId)).at(-1);
  value(await goForIdea(s, ploy, { draftId, ideaId: sent?.id ?? '' }));
  expect((await standing(ploy)).groups).toEqual([]);
  expect((await standing(mali)).groups).toEqual(['waiting']);
});

test('a group is shown a page at a time, and one that is not there is not found', async () => {
  const { s, ploy, send } = await houseAt('2026-11-24T17:00');
  await send();
  const waiting = value(await homeGroup(s, ploy, { group: 'waiting', page: 7 }));
  expect(waiting).toMatchObject({ count: 1, page: 1, pages: 1 });
  expect(waiting.rows).toHaveLength(1);
  expect(value(await homeGroup(s, ploy, { group: 'late', page: -1 })).rows).toEqual([]);
  expect(code(await homeGroup(s, ploy, { group: 'constructor', page: 1 }))).toBe('not-found');
});

/** A calendar program: nobody is signed in. */
const program = (address = '203.0.113.7') => ({
  actor: null,
  headers: new Headers({ [addressHeader]: address }),
  locale: 'en' as const,
});
const secretIn = (url: string) => /\/calendar\/([\w-]+)\.ics$/.exec(url)?.[1] ?? '';

test('a calendar address holds titles and dates, and nothing else of a post', async () => {
  const { s, mali, ploy, send, draftId } = await houseAt('2026-11-24T17:00');
  await send();
  const { url } = value(await makeFeed(s, mali));
  const text = value(await readFeed(s, program(), secretIn(url)));
  expect(text).toContain(`UID:${draftId}-live@127.0.0.1\r\n`);
  expect(text).toContain('SUMMARY:Rimdaet · Post 1 · Reel: goes live\r\n');
  expect(text).not.toMatch(/secret words|9 000|MALI15/);
  // The brand's own tells creators apart.
  const brand = secretIn(value(await makeFeed(s, ploy)).url);
  expect(value(await readFeed(s, program(), brand))).toContain('SUMMARY:มะลิ 🌸 · Post 1 · Reel');
});

test('a calendar address says what its person may read at that moment', async () => {
  const { s, mali, ben, ploy, draftId, send } = await houseAt('2026-11-24T17:00');
  const secrets = {
    mali: secretIn(value(await makeFeed(s, mali)).url),
    ben: secretIn(value(await makeFeed(s, ben)).url),
    ploy: secretIn(value(await makeFeed(s, ploy)).url),
  };
  const read = async (who: keyof typeof secrets) => {
    const text = value(await readFeed(s, program(), secrets[who]));
    return text.includes(draftId);
  };
  // Just me: her own, and nobody else's.
  expect([await read('mali'), await read('ben'), await read('ploy')]).toEqual([true, false, false]);
  await send();
  expect([await read('mali'), await read('ben'), await read('ploy')]).toEqual([true, false, true]);
  const removed = { state: 'removed' } as const;
  await s.db.transaction((tx) => setCreatorState(tx, 'place-mali', removed));
  expect(await read('mali')).toBe(false);
  const text = value(await readFeed(s, program(), secrets.mali));
  expect(text).not.toContain('BEGIN:VEVENT');
});

test('a new address ends the old one, and one taken away is gone', async () => {
  const { s, mali } = await houseAt('2026-11-24T17:00');
  expect(value(await myFeed(s, mali)).since).toBeNull();
  const first = secretIn(value(await makeFeed(s, mali)).url);
  const second = secretIn(value(await makeFeed(s, mali)).url);
  expect(code(await readFeed(s, program(), first))).toBe('link-unknown');
  value(await readFeed(s, program(), second));
  value(await endFeed(s, mali));
  expect(code(await readFeed(s, program(), second))).toBe('link-unknown');
  expect(value(await myFeed(s, mali)).since).toBeNull();
});

test('wrong addresses are counted where they come from, right ones by person', async () => {
  const { s, mali, until } = await houseAt('2026-11-24T17:00');
  const secret = secretIn(value(await makeFeed(s, mali)).url);
  for (let n = 0; n < 20; n += 1) {
    expect(code(await readFeed(s, program(), `wrong-${n}`))).toBe('link-unknown');
  }
  expect(code(await readFeed(s, program(), 'wrong'))).toBe('too-many');
  expect(code(await readFeed(s, program('203.0.113.8'), 'wrong'))).toBe('link-unknown');
  // Whoever asks from there with a right one is not kept out by others.
  for (let n = 0; n < 30; n += 1) value(await readFeed(s, program(), secret));
  expect(code(await readFeed(s, program(), secret))).toBe('too-many');
  until('2026-11-24T17:11');
  value(await readFeed(s, program(), secret));
});
