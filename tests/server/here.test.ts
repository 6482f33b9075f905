// Who may know that somebody writes in a thread, and who is where in a brief: on the socket itself.
import { expect, test } from 'vitest';
import { noteWriting } from '#db/drafts.ts';
import { closeDoor, openDoor } from '#server/commands/drafts.ts';
import { showWriting } from '#server/commands/thread-signs.ts';
import { reply, startThread } from '#server/commands/threads.ts';
import { createAccess } from '#server/access.ts';
import { tellMoves } from '#server/here.ts';
import { createHub, type Hub } from '#server/sync/hub.ts';
import { hereInBrief } from '#server/views/here.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { openLive } from '#tests/support/live-tab.ts';
import { code, openPostHouse, value } from '#tests/support/post-house.ts';

const whole = { kind: 'whole' } as const;

async function openHouse() {
  const house = await openPostHouse();
  const { ploy, nan, anan, mali, ben } = house;
  const { live, tab } = await openLive(house.s.db, [ploy, nan, anan, mali, ben]);
  const draftId = house.drafts.mali;
  value(await openDoor(house.s, mali, { draftId }));
  return { ...house, s: { ...house.s, live }, tab, draftId, place: { draftId } };
}
type House = Awaited<ReturnType<typeof openHouse>>;

/** Whether a tab heard of somebody writing, once it has heard an event that came after. */
async function overheard(tab: Awaited<ReturnType<House['tab']>>, after: () => unknown) {
  await after();
  await tab.next('thread.reply');
  return tab.heard.some(({ kind }) => kind === 'writing');
}

test('who writes a reply is shown to those who hear the thread, under their own name', async () => {
  const { s, tab, ploy, nan, mali, place } = await openHouse();
  const input = { place, audience: 'everyone', anchor: whole, body: 'Hello' } as const;
  const { threadId } = value(await startThread(s, ploy, input));
  const tabs = { nan: await tab(nan), mali: await tab(mali) };
  value(await showWriting(s, ploy, { threadId, isWriting: true }));
  const who = { id: 'ploy', name: 'Ploy', side: 'brand', isWriting: true };
  const frame = { kind: 'writing', topic: `thread:${threadId}`, who };
  expect(await tabs.nan.next('writing')).toEqual(frame);
  expect(await tabs.mali.next('writing')).toEqual(frame);
});

test('a brand-side thread is never seen being written by the creator, nor any thread by another creator', async () => {
  const { s, tab, ploy, nan, mali, ben, place } = await openHouse();
  const start = async (audience: 'brand' | 'everyone') =>
    value(await startThread(s, ploy, { place, audience, anchor: whole, body: 'x' })).threadId;
  const [closed, open] = [await start('brand'), await start('everyone')];
  const tabs = { nan: await tab(nan), mali: await tab(mali), ben: await tab(ben) };
  value(await showWriting(s, ploy, { threadId: closed, isWriting: true }));
  await tabs.nan.next('writing');
  const answered = () => reply(s, ploy, { threadId: open, body: 'For Mali' });
  expect(await overheard(tabs.mali, answered)).toBe(false);
  expect(tabs.ben.heard.map(({ kind }) => kind)).toEqual(['hello']);
  expect(code(await showWriting(s, mali, { threadId: closed, isWriting: true }))).toBe('not-found');
  expect(code(await showWriting(s, ben, { threadId: open, isWriting: true }))).toBe('not-found');
});

test('who says again and again that they write is heard once', async () => {
  const { s, tab, ploy, nan, place } = await openHouse();
  const input = { place, audience: 'everyone', anchor: whole, body: 'Hello' } as const;
  const { threadId } = value(await startThread(s, ploy, input));
  const heard = await tab(nan);
  for (let n = 0; n < 20; n += 1) value(await showWriting(s, ploy, { threadId, isWriting: true }));
  await overheard(heard, () => reply(s, ploy, { threadId, body: 'Here it is' }));
  expect(heard.heard.filter(({ kind }) => kind === 'writing')).toHaveLength(1);
});

async function comeIn({ s }: House, hub: Hub, { userId, sessionId }: Actor, draftId: string) {
  const identity = { userId, sessionId, via: 'cookie' as const };
  const document = draftDocument(draftId);
  const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
  const ticket = await access.authorise(identity, document);
  if ('refused' in ticket) throw new Error(ticket.refused);
  const wire = { send: () => undefined, close: () => undefined, waitingBytes: 0 };
  const session = await hub.join({ identity, ticket, document, wire });
  if (!session) throw new Error('not let in');
  return session;
}

/** The house with a hub that tells of moves, as the server wires it. */
async function openRooms() {
  const house = await openHouse();
  const { s } = house;
  const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
  const hub = createHub({ log: s.db.log, access, moved: tellMoves(s.db, s.live) });
  const where = async (who: Actor) =>
    value(await hereInBrief({ ...s, hub }, who, { briefId: house.briefId })).people.map(
      ({ userId, where: at }) => [userId, at.kind],
    );
  return { ...house, hub, where };
}

test('the brand sees who is in an open post, the creator sees the brand there and no other creator', async () => {
  const house = await openRooms();
  const { s, hub, where, tab, ploy, nan, mali, ben, drafts } = house;
  value(await openDoor(s, ben, { draftId: drafts.ben }));
  const bens = await tab(ben);
  const nans = await tab(nan);
  const session = await comeIn(house, hub, mali, drafts.mali);
  expect(await nans.next('here')).toEqual({ kind: 'here', topic: `here:${house.briefId}` });
  await comeIn(house, hub, ploy, drafts.mali);
  expect(await where(nan)).toEqual([
    ['mali', 'post'],
    ['ploy', 'post'],
  ]);
  expect(await where(mali)).toEqual([['ploy', 'post']]);
  expect(await where(ben)).toEqual([]);
  expect(bens.heard.map(({ kind }) => kind)).toEqual(['hello']);
  hub.leave(session);
  expect(await where(nan)).toEqual([['ploy', 'post']]);
  await hub.close();
});

test('behind a closed door the brand is told that the creator writes, and not that they are there', async () => {
  const house = await openRooms();
  const { s, hub, where, tab, ploy, nan, mali, ben, draftId, drafts } = house;
  value(await openDoor(s, ben, { draftId: drafts.ben }));
  value(await closeDoor(s, mali, { draftId }));
  const nans = await tab(nan);
  await comeIn(house, hub, mali, draftId);
  await comeIn(house, hub, ploy, drafts.ben);
  await nans.next('here');
  expect(nans.heard.filter(({ kind }) => kind === 'here')).toHaveLength(1);
  expect(await where(nan)).toEqual([['ploy', 'post']]);
  await s.db.transaction((tx) => noteWriting(tx, { draftId, at: s.now(), everyMs: 0 }));
  expect(await where(nan)).toEqual([
    ['ploy', 'post'],
    ['mali', 'writing'],
  ]);
  await hub.close();
});

test('who has no part in a brief hears of nobody in it', async () => {
  const { s, briefId, ploy } = await openHouse();
  const stranger: Actor = { ...ploy, userId: 'stranger' };
  expect(code(await hereInBrief(s, stranger, { briefId }))).toBe('not-found');
});
