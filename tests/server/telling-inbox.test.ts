import { expect, test } from 'vitest';
import { setCreatorState } from '#db/creators.ts';
import { updateDeliverable } from '#db/deliverables.ts';
import { approveDraft, postIt } from '#server/commands/decisions.ts';
import { closeDoor, openDoor, recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { editBrief } from '#server/commands/briefs.ts';
import { readInbox } from '#server/commands/inbox.ts';
import { askLook } from '#server/commands/looks.ts';
import { reply, startThread } from '#server/commands/threads.ts';
import { remind } from '#server/reminding.ts';
import { noteSeen } from '#server/seeing.ts';
import { activity, inbox, unread } from '#server/views/inbox.ts';
import { calendar, postShare } from '#server/views/taking-along.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const whole = { kind: 'whole' } as const;
const at = (wall: string) => new Date(`${wall}+07:00`);

async function send({ s, mali, drafts, ...rest }: PostHouse): Promise<string> {
  const draftId = drafts.mali;
  await write({ s, mali, drafts, ...rest }, mali, { draftId, text: 'half-done words' });
  const contentId = await seenId({ s, mali, drafts, ...rest }, draftId);
  return value(await sendDraft(s, mali, { draftId, contentId, ready: false })).approvalId;
}

async function sentencesOf({ s }: PostHouse, who: Actor): Promise<string[]> {
  const { groups } = value(await inbox(s, who));
  return groups.flatMap(({ rows }) => rows.map(({ sentence }) => sentence));
}

test('a post’s way to both keys is told to the other side, in the language of whoever reads', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan, mali } = house;
  const draftId = house.drafts.mali;
  const approvalId = await send(house);
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  value(await postIt(s, mali, { draftId, approvalId }));
  value(await recordPublished(s, mali, { draftId, url: 'https://example.com/p/1' }));
  const toLeads = ['posted it', 'says: I’ll post this', 'sent version 1'];
  const named = toLeads.map((words) => `มะลิ 🌸 ${words}`);
  expect(await sentencesOf(house, nan)).toEqual(named);
  const thai = { ...mali, locale: 'th' as const };
  expect(await sentencesOf(house, thai)).toEqual(['Ploy อนุมัติแล้ว ยืนยันได้เลยว่าจะโพสต์']);
  expect(await sentencesOf(house, house.anan)).toEqual([]);
  expect(await sentencesOf(house, house.ben)).toEqual([]);
});

test('an answer reaches whoever spoke in the thread, leads to it, and nobody hears themselves', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan, mali } = house;
  const draftId = house.drafts.mali;
  await send(house);
  const start = { place: { draftId }, audience: 'everyone', anchor: whole, body: 'Warm' } as const;
  const { threadId } = value(await startThread(s, nan, start));
  value(await reply(s, mali, { threadId, body: 'Thank you' }));
  value(await reply(s, ploy, { threadId, body: 'Yes' }));
  expect(await sentencesOf(house, mali)).toEqual(['Ploy answered in a thread', 'Nan commented']);
  expect((await sentencesOf(house, nan)).slice(0, 2)).toEqual([
    'Ploy answered in a thread',
    'มะลิ 🌸 answered in a thread',
  ]);
  const { groups } = value(await inbox(s, mali));
  expect(groups[0]?.rows[0]?.to).toBe(`/posts/${draftId}#thread-${threadId}`);
});

test('opening a post reads what was told about it; one row or all can be read in the drawer', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan, mali } = house;
  const draftId = house.drafts.mali;
  await send(house);
  await noteSeen(s, 'ploy', `/posts/${draftId}`);
  expect(value(await unread(s, ploy))).toBe(0);
  expect(value(await unread(s, nan))).toBe(1);
  const [row] = value(await inbox(s, nan)).groups[0]?.rows ?? [];
  value(await readInbox(s, mali, { id: row?.id ?? '' }));
  expect(value(await unread(s, nan))).toBe(1);
  value(await readInbox(s, nan, { id: row?.id ?? '' }));
  expect(value(await unread(s, nan))).toBe(0);
});

test('a door that closes and a creator who is let go take back what was told', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  value(await openDoor(s, mali, { draftId }));
  value(await askLook(s, mali, { draftId }));
  expect(value(await unread(s, ploy))).toBe(1);
  expect(value(await activity(s, ploy)).map(({ words }) => words)).toContain('asked for a look');
  value(await closeDoor(s, mali, { draftId }));
  expect(value(await inbox(s, ploy))).toEqual({ unread: 0, groups: [] });
  expect(value(await activity(s, ploy))).toEqual([]);
  const approvalId = await send(house);
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  expect(value(await unread(s, mali))).toBe(1);
  await s.db.transaction((tx) => setCreatorState(tx, 'place-mali', { state: 'removed' }));
  expect(value(await unread(s, mali))).toBe(0);
});

test('activity shows a creator their own post and nothing of the brand’s side or another’s', async () => {
  const house = await openPostHouse();
  const { s, anan, mali, ben } = house;
  await send(house);
  const place = { draftId: house.drafts.mali };
  value(await startThread(s, anan, { place, audience: 'brand', anchor: whole, body: 'quiet' }));
  expect(value(await activity(s, mali)).map(({ words }) => words)).toEqual(['sent a post']);
  expect(value(await activity(s, ben))).toEqual([]);
  const [newest] = value(await activity(s, anan));
  expect(newest).toMatchObject({ words: 'commented', name: 'Anan', side: 'brand' });
});

/** A house whose clock the test steps. November 24th 2026 is a Tuesday. */
async function clockHouse(wall: string) {
  const house = await openPostHouse();
  let now = at(wall);
  house.s.now = () => new Date((now = new Date(now.getTime() + 1)));
  return {
    ...house,
    async until(next: string) {
      now = at(next);
      await remind(house.s);
    },
  };
}

test('whoever owes is reminded a working day ahead and once more shortly before, and never again', async () => {
  const house = await clockHouse('2026-11-24T17:00');
  await send(house);
  const reminders = async (who: Actor) =>
    (await sentencesOf(house, who)).filter((words) => words.includes('until'));
  await house.until('2026-11-25T16:00');
  expect(await reminders(house.ploy)).toEqual([]);
  await house.until('2026-11-25T17:30');
  await house.until('2026-11-25T18:00');
  const first = 'Your turn until Thu 26 Nov, 17:00';
  expect(await reminders(house.ploy)).toEqual([first]);
  expect(await reminders(house.nan)).toEqual([first]);
  const tab = {};
  house.s.looking.note(tab, 'ploy', `/posts/${house.drafts.mali}`);
  await house.until('2026-11-26T14:00');
  await house.until('2026-11-26T15:00');
  const last = 'Only a few hours left: your turn until Thu 26 Nov, 17:00';
  expect(await reminders(house.ploy)).toEqual([first]);
  expect(await reminders(house.nan)).toEqual([last, first]);
  await house.until('2026-11-27T12:00');
  expect(await reminders(house.nan)).toEqual([last, first]);
  expect(await reminders(house.mali)).toEqual([]);
});

test('a creator is reminded of the draft day by day and not by night, also behind a closed door', async () => {
  const house = await clockHouse('2026-11-23T12:00');
  const { s, mali, ploy } = house;
  const draftDue = endOfDay('2026-11-26', 'Asia/Bangkok');
  await s.db.transaction((tx) => updateDeliverable(tx, 'post1', { draftDue } as never));
  await house.until('2026-11-26T00:30');
  expect(value(await unread(s, mali))).toBe(0);
  await house.until('2026-11-26T08:10');
  expect(await sentencesOf(house, mali)).toEqual(['Your turn until Thu 26 Nov, 23:59']);
  expect(value(await unread(s, ploy))).toBe(0);
});

test('who has not begun is told once two working days ahead, and on a holiday nobody is told', async () => {
  const house = await clockHouse('2026-12-01T12:00');
  const { s, ploy, mali, briefId } = house;
  const names = { title: 'Everywhere Stick', brandName: 'Rimdaet', product: '' };
  value(await editBrief(s, ploy, { ...names, briefId, place: 'TH' }));
  const draftDue = endOfDay('2026-12-08', 'Asia/Bangkok');
  await s.db.transaction((tx) => updateDeliverable(tx, 'post1', { draftDue } as never));
  await house.until('2026-12-04T09:00');
  await house.until('2026-12-04T10:00');
  const begin = 'Not begun yet: your draft is due Tue 8 Dec, 23:59. One line is a start';
  expect(await sentencesOf(house, mali)).toEqual([begin]);
  // Monday the 7th is a day in lieu in Thailand.
  await house.until('2026-12-07T10:00');
  expect(await sentencesOf(house, mali)).toEqual([begin]);
  await house.until('2026-12-08T09:00');
  expect(await sentencesOf(house, mali)).toEqual(['Your turn until Tue 8 Dec, 23:59', begin]);
});

test('the ready message is in its reader’s language and signs nobody in', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  await send(house);
  const toLead = value(await postShare(s, mali, { draftId }));
  expect(toLead.message).toBe(
    `Hi Nan! I sent you “Post 1 · Reel”. Have a look when you can: http://127.0.0.1:3000/posts/${draftId}?openExternalBrowser=1`,
  );
  expect(toLead.lineUrl).toMatch(/^https:\/\/line\.me\/R\/share\?text=Hi%20Nan/);
  expect(value(await postShare(s, ploy, { draftId }))).toMatchObject({ to: 'มะลิ 🌸' });
  expect(await postShare(s, house.ben, { draftId })).toMatchObject({
    error: { code: 'not-found' },
  });
});

test('the calendar holds what is owed and the day of going live, under names that stay', async () => {
  const house = await clockHouse('2026-11-24T17:00');
  const { s, mali, ben } = house;
  const draftId = house.drafts.mali;
  const publishDue = endOfDay('2026-12-04', 'Asia/Bangkok');
  await s.db.transaction((tx) => updateDeliverable(tx, 'post1', { publishDue } as never));
  await send(house);
  const before = value(await calendar(s, mali, { draftId })).text;
  expect(before).toContain(`UID:${draftId}-answer@127.0.0.1\r\n`);
  expect(before).toContain('DTSTART:20261126T100000Z\r\n');
  expect(before).toContain('DTSTART:20261204T165900Z\r\n');
  await house.until('2026-11-28T09:00');
  const after = value(await calendar(s, mali, {})).text;
  expect(after).toContain(`UID:${draftId}-live@127.0.0.1\r\n`);
  expect(after).toContain('DTSTART:20261206T165900Z\r\n');
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  expect(sequence(after)).toBeGreaterThan(sequence(before));
  expect(await calendar(s, ben, { draftId })).toMatchObject({ error: { code: 'not-found' } });
});
