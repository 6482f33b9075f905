import { describe, expect, test } from 'vitest';
import { databaseError } from '#db/errors.ts';
import { brief } from '#db/schema/campaign.ts';
import { thread } from '#db/schema/talk.ts';
import { openDoor } from '#server/commands/drafts.ts';
import {
  deleteComment,
  editComment,
  reopen,
  reply,
  resolve,
  startThread,
} from '#server/commands/threads.ts';
import { mayHear } from '#server/live.ts';
import { eventsAfter } from '#db/events.ts';
import { post } from '#server/views/drafts.ts';
import { threads } from '#server/views/threads.ts';
import { code, openPostHouse, value, write } from '#tests/support/post-house.ts';

const whole = { kind: 'whole' } as const;

async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: 'Some words' });
  value(await openDoor(house.s, house.mali, { draftId }));
  return { ...house, draftId, place: { draftId } };
}

describe('a thread', () => {
  test('for the brand side never reaches the creator by view, command or event', async () => {
    const { s, ploy, anan, mali, place, draftId } = await openHouse();
    const before = (await eventsAfter(s.db, 0, 100)).length;
    const body = 'between us: is this claim safe?';
    const started = await startThread(s, anan, { place, audience: 'brand', anchor: whole, body });
    const { threadId } = value(started);
    const seen = value(await threads(s, ploy, place));
    expect(seen.threads).toMatchObject([{ audience: 'brand', comments: [{ body }] }]);
    expect(value(await threads(s, mali, place)).threads).toEqual([]);
    expect(JSON.stringify(value(await post(s, mali, { draftId })))).not.toContain('between us');
    expect(code(await reply(s, mali, { threadId, body: 'I heard you' }))).toBe('not-found');
    expect(code(await resolve(s, mali, { threadId }))).toBe('not-found');
    for (const event of (await eventsAfter(s.db, 0, 100)).slice(before)) {
      expect(await mayHear(s.db, 'mali', event)).toBe(false);
      // A bell is its own person's.
      const hearer = event.toUserId ?? 'ploy';
      expect(await mayHear(s.db, hearer, event)).toBe(true);
    }
  });

  test('keeps its audience for good', async () => {
    const { s, ploy, place } = await openHouse();
    value(await startThread(s, ploy, { place, audience: 'brand', anchor: whole, body: 'x' }));
    const widen = s.db.transaction((tx) => tx.update(thread).set({ audience: 'everyone' }));
    expect(await widen.catch(databaseError)).toMatchObject({ kind: 'frozen' });
  });

  test('for everyone is answered, resolved by one side and opened again by an answer', async () => {
    const { s, ploy, mali, place } = await openHouse();
    const input = { place, audience: 'everyone', anchor: whole, body: 'Lovely' } as const;
    const { threadId } = value(await startThread(s, ploy, input));
    value(await reply(s, mali, { threadId, body: 'ขอบคุณค่ะ' }));
    value(await resolve(s, mali, { threadId }));
    const [closed] = value(await threads(s, ploy, place)).threads;
    expect(closed?.resolvedAt).not.toBeNull();
    expect(closed?.comments).toMatchObject([
      { author: { name: 'Ploy', side: 'brand', self: true } },
      { author: { name: 'มะลิ 🌸', side: 'creator', self: false } },
    ]);
    value(await reply(s, ploy, { threadId, body: 'One more thing' }));
    expect(value(await threads(s, mali, place)).threads[0]?.resolvedAt).toBeNull();
    value(await resolve(s, ploy, { threadId }));
    value(await reopen(s, mali, { threadId }));
    expect(value(await threads(s, mali, place)).threads[0]?.resolvedAt).toBeNull();
  });

  test('is changed only by who wrote the comment, and goes with its last one', async () => {
    const { s, ploy, mali, place } = await openHouse();
    const input = { place, audience: 'everyone', anchor: whole, body: 'Typo hre' } as const;
    value(await startThread(s, ploy, input));
    const [first] = value(await threads(s, ploy, place)).threads;
    const commentId = first?.comments[0]?.id ?? '';
    expect(code(await editComment(s, mali, { commentId, body: 'no' }))).toBe('not-allowed');
    expect(code(await deleteComment(s, mali, { commentId }))).toBe('not-allowed');
    value(await editComment(s, ploy, { commentId, body: 'Typo here' }));
    expect(value(await threads(s, mali, place)).threads[0]?.comments).toMatchObject([
      { body: 'Typo here', edited: true },
    ]);
    value(await deleteComment(s, ploy, { commentId }));
    expect(value(await threads(s, mali, place)).threads).toEqual([]);
  });

  test('cannot be started for the brand side by a creator, nor on a draft that is just theirs', async () => {
    const house = await openPostHouse();
    const { s, ploy, mali, ben, drafts } = house;
    const input = { place: { draftId: drafts.mali }, anchor: whole, body: 'x' };
    expect(code(await startThread(s, mali, { ...input, audience: 'brand' }))).toBe('not-found');
    expect(code(await startThread(s, ploy, { ...input, audience: 'everyone' }))).toBe('not-found');
    expect(code(await startThread(s, ploy, { ...input, audience: 'brand' }))).toBe('not-found');
    expect(code(await startThread(s, ben, { ...input, audience: 'everyone' }))).toBe('not-found');
    value(await startThread(s, mali, { ...input, audience: 'everyone' }));
    expect(value(await threads(s, ploy, input.place)).threads).toEqual([]);
  });

  test('on the guidelines tells a creator nothing of another creator', async () => {
    const { s, ploy, mali, ben, briefId } = await openHouse();
    await s.db.transaction((tx) => tx.update(brief).set({ guidelinesOpen: true }));
    const place = { briefId };
    const before = (await eventsAfter(s.db, 0, 100)).length;
    const input = { place, audience: 'everyone', anchor: whole } as const;
    value(await startThread(s, mali, { ...input, body: 'May I say 555?' }));
    expect(value(await threads(s, ben, place)).threads).toEqual([]);
    expect(value(await threads(s, mali, place)).threads).toHaveLength(1);
    expect(value(await threads(s, ploy, place)).threads).toHaveLength(1);
    for (const event of (await eventsAfter(s.db, 0, 100)).slice(before)) {
      expect(await mayHear(s.db, 'ben', event)).toBe(false);
    }
    const { threadId } = value(await startThread(s, ploy, { ...input, body: 'For all of you' }));
    value(await reply(s, mali, { threadId, body: 'From Mali' }));
    const [open] = value(await threads(s, ben, place)).threads;
    expect(open?.comments.map((one) => one.body)).toEqual(['For all of you']);
  });
});
