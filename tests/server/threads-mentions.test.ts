// Anchors of every kind, people who are meant, and how far each has read.
import { describe, expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { brief } from '#db/schema/campaign.ts';
import { user } from '#db/schema/people.ts';
import { commentById } from '#db/threads.ts';
import { openDoor } from '#server/commands/drafts.ts';
import { markRead } from '#server/commands/thread-signs.ts';
import { editComment, reply, startThread } from '#server/commands/threads.ts';
import { post } from '#server/views/drafts.ts';
import { threads } from '#server/views/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import { code, openPostHouse, value } from '#tests/support/post-house.ts';

const whole = { kind: 'whole' } as const;

async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  value(await openDoor(house.s, house.mali, { draftId }));
  return { ...house, draftId, place: { draftId } };
}
type House = Awaited<ReturnType<typeof openHouse>>;

const anchors: Record<string, Anchor> = {
  passage: {
    kind: 'text',
    part: 'caption',
    start: 'AA==',
    end: 'AA==',
    quote: 'x',
    before: '',
    after: '',
  },
  block: { kind: 'block', part: 'script', blockId: 'row1', label: 'Moment 1' },
  point: { kind: 'media', mediaId: 'photo1', label: 'Photo 1', point: { x: 0.25, y: 1 } },
  second: { kind: 'media', mediaId: 'video1', label: 'Video 1', second: 7.5 },
  whole,
};

describe.each(Object.entries(anchors))('a thread on a %s', (_name, anchor) => {
  test('is heard by its audience and nobody else, and comes back as it was put', async () => {
    const { s, ploy, nan, mali, ben, place } = await openHouse();
    const input = { place, anchor, body: 'Look here' };
    value(await startThread(s, ploy, { ...input, audience: 'everyone' }));
    value(await startThread(s, ploy, { ...input, audience: 'brand' }));
    const seenBy = async (who: House['ploy']) => value(await threads(s, who, place)).threads;
    expect((await seenBy(nan)).map((one) => [one.audience, one.anchor])).toEqual([
      ['everyone', anchor],
      ['brand', anchor],
    ]);
    expect((await seenBy(mali)).map((one) => [one.audience, one.anchor])).toEqual([
      ['everyone', anchor],
    ]);
    expect(code(await threads(s, ben, place))).toBe('not-found');
    expect(code(await startThread(s, ben, { ...input, audience: 'everyone' }))).toBe('not-found');
  });
});

test('a place outside the picture, before the film or in another kind of document is refused', async () => {
  const { s, ploy, place, briefId } = await openHouse();
  const start = (anchor: Anchor, where: typeof place | { briefId: string } = place) =>
    startThread(s, ploy, { place: where, audience: 'everyone', anchor, body: 'x' });
  const photo = { kind: 'media', mediaId: 'photo1' } as const;
  expect(code(await start({ ...photo, point: { x: 1.01, y: 0 } }))).toBe('bad-input');
  expect(code(await start({ ...photo, second: -1 }))).toBe('bad-input');
  expect(code(await start({ kind: 'block', part: 'guidelines', blockId: 'p1' }))).toBe('bad-input');
  expect(code(await start(photo, { briefId }))).toBe('bad-input');
  value(await start({ kind: 'block', part: 'guidelines', blockId: 'p1' }, { briefId }));
});

test('an empty draft is commented on as a whole', async () => {
  const { s, ploy, mali, place, draftId } = await openHouse();
  const input = { place, audience: 'everyone', anchor: whole, body: 'Take your time' } as const;
  value(await startThread(s, ploy, input));
  const page = value(await post(s, mali, { draftId }));
  expect(page.door !== 'closed' && page.threads).toMatchObject([
    { anchor: whole, comments: [{ body: 'Take your time' }] },
  ]);
});

test('a comment is text, whatever it looks like, and a longer one than the limit is refused', async () => {
  const { s, ploy, place } = await openHouse();
  const body = '<img src=x onerror=alert(1)> <b>&amp;</b>';
  const input = { place, audience: 'everyone', anchor: whole } as const;
  const { threadId } = value(await startThread(s, ploy, { ...input, body }));
  expect(value(await threads(s, ploy, place)).threads[0]?.comments[0]?.body).toBe(body);
  const long = 'ก'.repeat(10_000);
  expect(await startThread(s, ploy, { ...input, body: long })).toMatchObject({
    error: { code: 'bad-input', field: 'body' },
  });
  expect(await reply(s, ploy, { threadId, body: long })).toMatchObject({
    error: { code: 'bad-input', field: 'body' },
  });
});

describe('a mention', () => {
  test('is kept as an id, is told with the event, and shows the name of today', async () => {
    const { s, ploy, mali, place } = await openHouse();
    const input = { place, audience: 'everyone', anchor: whole } as const;
    const body = 'Is that right, @มะลิ 🌸? And @[nobody]';
    value(await startThread(s, ploy, { ...input, body, mentions: ['mali'] }));
    const [seen] = value(await threads(s, mali, place)).threads;
    expect(seen).toMatchObject({ mentionsReader: true, isUnread: true });
    expect(seen?.comments[0]).toMatchObject({ body, mentions: [{ userId: 'mali' }] });
    const kept = await commentById(s.db, seen?.comments[0]?.id ?? '');
    expect(kept?.body).toBe('Is that right, @[mali]? And @[nobody]');
    const told = (await eventsAfter(s.db, 0, 100)).find(({ kind }) => kind === 'thread.start');
    expect(told?.body).toMatchObject({ mentions: 'mali' });
    await s.db.transaction((tx) => tx.update(user).set({ name: 'Mali' }));
    const [later] = value(await threads(s, ploy, place)).threads;
    expect(later?.comments[0]?.body).toBe('Is that right, @Mali? And @[nobody]');
    expect(later?.mentionsReader).toBe(false);
  });

  test('of somebody who cannot hear the thread is refused, in a reply and an edit too', async () => {
    const { s, ploy, anan, place } = await openHouse();
    const input = { place, anchor: whole, body: '@Ben @มะลิ 🌸' };
    const refused = { error: { code: 'bad-input', field: 'mentions' } };
    const start = (audience: 'brand' | 'everyone', meant: string) =>
      startThread(s, ploy, { ...input, audience, mentions: [meant] });
    expect(await start('everyone', 'ben')).toMatchObject(refused);
    expect(await start('brand', 'mali')).toMatchObject(refused);
    expect(await start('brand', 'nobody')).toMatchObject(refused);
    const { threadId } = value(await start('everyone', 'mali'));
    expect(await reply(s, ploy, { threadId, body: '@Ben', mentions: ['ben'] })).toMatchObject(
      refused,
    );
    const [seen] = value(await threads(s, anan, place)).threads;
    const commentId = seen?.comments[0]?.id ?? '';
    expect(
      await editComment(s, ploy, { commentId, body: '@Ben', mentions: ['ben'] }),
    ).toMatchObject(refused);
  });

  test('on the guidelines names no creator, since another one may read it', async () => {
    const { s, ploy, mali, briefId } = await openHouse();
    await s.db.transaction((tx) => tx.update(brief).set({ guidelinesOpen: true }));
    const place = { briefId };
    const input = { place, audience: 'everyone', anchor: whole, body: '@มะลิ 🌸' } as const;
    expect(code(await startThread(s, ploy, { ...input, mentions: ['mali'] }))).toBe('bad-input');
    const { people } = value(await threads(s, mali, place));
    expect(people.map(({ userId }) => userId).sort()).toEqual(['anan', 'nan', 'ploy']);
  });

  test('is offered of exactly those who hear, and a creator is offered no other creator', async () => {
    const { s, ploy, mali, place } = await openHouse();
    const offeredTo = async (who: House['ploy']) =>
      value(await threads(s, who, place))
        .people.map(({ userId, hears }) => [userId, ...hears].join(' '))
        .toSorted();
    expect(await offeredTo(ploy)).toEqual([
      'anan brand everyone',
      'mali everyone',
      'nan brand everyone',
    ]);
    expect(await offeredTo(mali)).toEqual(['anan everyone', 'nan everyone', 'ploy everyone']);
  });
});

test('a thread is unread for each person until they have seen its last word, and never for who wrote it', async () => {
  const { s, ploy, nan, mali, place } = await openHouse();
  const input = { place, audience: 'everyone', anchor: whole, body: 'First' } as const;
  const { threadId } = value(await startThread(s, ploy, input));
  const seen = async (who: House['ploy']) => value(await threads(s, who, place)).threads[0];
  const isUnread = async (who: House['ploy']) => (await seen(who))?.isUnread;
  expect([await isUnread(ploy), await isUnread(nan), await isUnread(mali)]).toEqual([
    false,
    true,
    true,
  ]);
  const first = (await seen(mali))?.comments[0]?.at ?? 0;
  value(await reply(s, nan, { threadId, body: 'Second' }));
  // Mali's page showed the first word only.
  value(await markRead(s, mali, { read: [{ threadId, upTo: first }] }));
  expect(await isUnread(mali)).toBe(true);
  // A clock that is hours ahead marks no more than what was said.
  value(await markRead(s, mali, { read: [{ threadId, upTo: first + 36_000_000 }] }));
  expect(await isUnread(mali)).toBe(false);
  value(await reply(s, ploy, { threadId, body: 'Third' }));
  expect([await isUnread(ploy), await isUnread(nan), await isUnread(mali)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('nobody marks as read what they may not hear', async () => {
  const { s, ploy, mali, ben, place } = await openHouse();
  const input = { place, audience: 'brand', anchor: whole, body: 'Among us' } as const;
  const { threadId } = value(await startThread(s, ploy, input));
  for (const who of [mali, ben]) {
    expect(code(await markRead(s, who, { read: [{ threadId, upTo: 1 }] }))).toBe('not-found');
  }
});
