// Creators suggest on the live guidelines: words only, while the door is open, and no creator learns
// of another.
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { eventsAfter } from '#db/events.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { brief } from '#db/schema/campaign.ts';
import { setGuidelinesDoor } from '#server/commands/guidelines.ts';
import {
  acceptSuggestions,
  explainKept,
  keepSuggestions,
  suggest,
  withdrawSuggestion,
} from '#server/commands/suggestions.ts';
import { reply, startThread } from '#server/commands/threads.ts';
import { guidelinesPage } from '#server/views/guidelines.ts';
import { activity, inbox } from '#server/views/inbox.ts';
import { liveGuidelines } from '#server/views/live-guidelines.ts';
import { linearText } from '#shared/anchors.ts';
import { guidelinesFragment, readGuidelines } from '#shared/guidelines.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import { syncFrame, syncStep2, syncUpdate } from '#shared/protocol.ts';
import type { Actor } from '#shared/roles.ts';
import { type Briefing, filled, openBriefing } from '#tests/support/briefing.ts';
import { edit, guidelines, openSocket, startEngine } from '#tests/support/engine.ts';
import { openLive, type Tab } from '#tests/support/live-tab.ts';
import { code, value } from '#tests/support/post-house.ts';
import { stretch, suggestion } from '#tests/support/suggesting.ts';

interface House extends Briefing {
  mali: Actor;
  ben: Actor;
  ploy: Actor;
  tab(who: Actor): Promise<Tab>;
}

let house: House;
beforeEach(async () => {
  const briefing = await openBriefing();
  await briefing.write(filled);
  await briefing.publish();
  const [mali, ben] = [await briefing.invite('Mali'), await briefing.invite('Ben')];
  const { ploy } = briefing.people;
  const { live, tab } = await openLive(briefing.s.db, [mali, ben, ploy]);
  briefing.s.live.close();
  briefing.s.live = live;
  house = { ...briefing, mali, ben, ploy, tab };
  await door(true);
});

const door = async (open: boolean) =>
  value(await setGuidelinesDoor(house.s, house.ploy, { briefId: house.briefId, open }));

async function copy(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const name = guidelinesDocument(house.briefId);
  const state = await house.s.hub.read(name, (live) => Y.encodeStateAsUpdate(live));
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

const text = async () => linearText(await copy(), 'guidelines').text;

async function made(suggestionId: string, old: string, by: string) {
  const doc = await copy();
  const place = { briefId: house.briefId };
  const where = stretch(doc, old, 'guidelines');
  return { place, suggestionId, ...suggestion(doc, { part: 'guidelines', ...where, by }) };
}

const asBrand = async (who = house.ploy) =>
  value(await guidelinesPage(house.s, who, { briefId: house.briefId }));

async function asCreator(who: Actor) {
  const page = value(await liveGuidelines(house.s, who, { briefId: house.briefId }));
  return page.door === 'open' ? page : null;
}

test('a creator suggests, the lead accepts one and keeps one with a reason, and what is published stays', async () => {
  const { s, mali, ploy, people, briefId } = house;
  const before = await text();
  value(await suggest(s, mali, await made('suggestion1', 'again', 'twice a day')));
  value(await suggest(s, mali, await made('suggestion2', 'jokes', 'dances')));
  value(await suggest(s, mali, await made('suggestion3', 'story', 'tale')));
  value(await withdrawSuggestion(s, mali, { suggestionId: 'suggestion3' }));
  expect(await text()).toBe(before);
  expect((await asBrand()).suggestions).toMatchObject([
    { id: 'suggestion1', author: { name: 'Mali', side: 'creator', self: false } },
    { id: 'suggestion2', status: 'open' },
  ]);
  // Who only reads the guidelines reads suggestions too, and answers none.
  const { may, suggestions } = await asBrand(people.anan);
  expect([may.write, may.suggest, suggestions.length]).toEqual([false, false, 2]);
  const first = { suggestionIds: ['suggestion1'] };
  for (const who of [mali, house.ben, people.anan]) {
    expect(code(await acceptSuggestions(s, who, first))).toBe('not-found');
    expect(code(await keepSuggestions(s, who, first))).toBe('not-found');
  }
  expect(value(await acceptSuggestions(s, ploy, first)).updates).toHaveLength(1);
  expect(code(await acceptSuggestions(s, people.ta, first))).toBe('conflict');
  value(await keepSuggestions(s, ploy, { suggestionIds: ['suggestion2'] }));
  value(await explainKept(s, ploy, { suggestionId: 'suggestion2', reason: 'too-long' }));

  expect(await text()).toBe(before.replace('again', 'twice a day'));
  expect((await asCreator(mali))?.suggestions).toMatchObject([
    { id: 'suggestion1', status: 'accepted' },
    { id: 'suggestion2', status: 'kept', reason: 'too-long' },
  ]);
  expect(JSON.stringify(await latestVersion(s.db, briefId))).not.toContain('twice a day');
  // What the creator is told of leads to where they may go.
  const [told] = value(await inbox(s, mali)).groups;
  expect(told?.rows.map(({ kind }) => kind).sort()).toEqual([
    'suggestion-accepted',
    'suggestion-kept',
  ]);
  expect(new Set(told?.rows.map(({ to }) => to))).toEqual(
    new Set([`/invite/${briefId}/guidelines`]),
  );
  expect(value(await inbox(s, ploy)).groups[0]?.rows[0]?.to).toBe(`/briefs/${briefId}/guidelines`);
});

test('one creator learns nothing of what another suggests, by page, event, bell or refusal', async () => {
  const { s, mali, ben, ploy, briefId, tab } = house;
  const [bens, malis, ploys] = [await tab(ben), await tab(mali), await tab(ploy)];
  const seen = (await eventsAfter(s.db, 0, 100)).length;
  const input = await made('suggestion1', 'again', 'MALISWORDS');
  value(await suggest(s, mali, input));
  expect(await ploys.next('suggestion.made')).toMatchObject({ topic: `guidelines:${briefId}` });
  await malis.next('suggestion.made');
  expect((await asCreator(ben))?.suggestions).toEqual([]);
  expect(code(await withdrawSuggestion(s, ben, { suggestionId: 'suggestion1' }))).toBe('not-found');
  expect(code(await suggest(s, ben, input))).toBe('not-found');

  value(await keepSuggestions(s, ploy, { suggestionIds: ['suggestion1'] }));
  await malis.next('suggestion.kept');
  expect(code(await suggest(s, mali, { ...input, suggestionId: 'suggestion2' }))).toBe(
    'kept-before',
  );
  // Whether it was kept from somebody else is not for Ben to know: his own is a suggestion like any.
  value(await suggest(s, ben, { ...input, suggestionId: 'suggestion3' }));
  await bens.next('suggestion.made');
  value(await keepSuggestions(s, ploy, { suggestionIds: ['suggestion3'] }));
  expect((await asCreator(mali))?.suggestions.map(({ id }) => id)).toEqual(['suggestion1']);
  expect((await asCreator(ben))?.suggestions.map(({ id }) => id)).toEqual(['suggestion3']);
  expect((await asBrand()).suggestions).toHaveLength(2);

  const events = (await eventsAfter(s.db, 0, 100)).slice(seen);
  const ofBen = events.filter(({ toUserId }) => toUserId === ben.userId).map(({ seq }) => seq);
  await bens.next('suggestion.kept');
  const heard = bens.heard.flatMap((frame) =>
    'seq' in frame && frame.kind !== 'hello' ? frame.seq : [],
  );
  expect(heard).toEqual(ofBen);
  const names = value(await activity(s, ben)).map(({ name }) => name);
  expect(names).not.toContain('Mali');
  expect(JSON.stringify(value(await inbox(s, ben)))).not.toContain('Mali');
});

test('the blocks are not a creator’s to change: a suggestion of more than words is refused', async () => {
  const { s, mali } = house;
  const input = await made('suggestion1', 'Over make-up', 'On bare skin');
  const point = { type: 'point', attrs: { need: 'must' }, content: [{ type: 'paragraph' }] };
  const slices = [
    { content: [point] },
    { content: [{ type: 'paragraph' }, point, { type: 'paragraph' }], openStart: 1, openEnd: 1 },
    { content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [point] }] }] },
    { content: [{ type: 'field', attrs: { field: 'core' } }] },
  ];
  for (const slice of slices) {
    expect(code(await suggest(s, mali, { ...input, slice }))).toBe('bad-input');
  }
  // Taking out the end of one block and the beginning of the next would join them.
  const doc = await copy();
  const from = linearText(doc, 'guidelines').text.indexOf('make-up');
  const to = linearText(doc, 'guidelines').text.indexOf('ทับเมคอัพ') + 3;
  const across = { ...input, ...suggestion(doc, { part: 'guidelines', from, to, by: '' }) };
  expect(code(await suggest(s, mali, across))).toBe('bad-input');
  // A line more is words.
  value(await suggest(s, mali, await made('suggestion2', 'Place', 'Place\nTime')));
  const ids = { suggestionIds: ['suggestion2'] };
  value(await acceptSuggestions(s, house.ploy, ids));
  expect(readGuidelines(await copy(), ['en', 'th']).structure.freedom.en).toBe(
    'Place\nTime, story, jokes',
  );
});

test('behind a closed door nothing is suggested or read, and what was suggested stays with the brand', async () => {
  const { s, mali, ploy } = house;
  const input = await made('suggestion1', 'again', 'twice a day');
  value(await suggest(s, mali, input));
  await door(false);
  expect(await asCreator(mali)).toBeNull();
  const late = { ...input, suggestionId: 'suggestion2' };
  expect(code(await suggest(s, mali, late))).toBe('not-found');
  expect((await asBrand()).suggestions).toHaveLength(1);
  value(await withdrawSuggestion(s, mali, { suggestionId: 'suggestion1' }));
  expect((await asBrand()).suggestions).toEqual([]);
  expect(code(await suggest(s, ploy, late))).toBe('not-allowed');
  expect(code(await liveGuidelines(s, ploy, { briefId: house.briefId }))).toBe('not-allowed');
  expect(code(await liveGuidelines(s, house.people.stranger, { briefId: house.briefId }))).toBe(
    'not-found',
  );
});

test('words that went away under a suggestion are never guessed', async () => {
  const { s, mali, ploy, people, briefId } = house;
  value(await suggest(s, mali, await made('suggestion1', 'again', 'twice a day')));
  const { userId, sessionId } = people.ta;
  await s.hub.submit({
    identity: { userId, sessionId, via: 'cookie' },
    document: guidelinesDocument(briefId),
    edit: (doc) => guidelinesFragment(doc).delete(0, guidelinesFragment(doc).length),
  });
  const ids = { suggestionIds: ['suggestion1'] };
  expect(code(await acceptSuggestions(s, ploy, ids))).toBe('content-changed');
  expect((await asBrand()).suggestions).toMatchObject([{ status: 'open' }]);
  expect(await text()).toBe('');
});

test('a comment of the brand’s is answered by the creator who is told, and leads there', async () => {
  const { s, mali, ploy, briefId } = house;
  const start = { place: { briefId }, anchor: { kind: 'whole' } as const };
  value(await startThread(s, ploy, { ...start, audience: 'brand', body: 'BETWEENUS' }));
  const everyone = { ...start, audience: 'everyone', body: 'For all of you' } as const;
  value(await startThread(s, ploy, everyone));
  const own = value(await startThread(s, mali, { ...everyone, body: 'From Mali' }));
  const page = await asCreator(mali);
  expect(page?.said.audiences).toEqual(['everyone']);
  expect(JSON.stringify(page)).not.toContain('BETWEENUS');
  value(await reply(s, ploy, { threadId: own.threadId, body: 'Yes' }));
  expect(value(await inbox(s, mali)).groups[0]?.rows[0]?.to).toBe(
    `/invite/${briefId}/guidelines#thread-${own.threadId}`,
  );
});

test('a creator’s own socket, given every frame, writes nothing into the guidelines it may read', async () => {
  const engine = await startEngine();
  await engine.db.transaction((tx) => tx.update(brief).set({ guidelinesOpen: true }));
  const update = edit(new Y.Doc(), (one) => one.insert(0, 'hers'));
  const frames = [syncFrame(syncUpdate, update), syncFrame(syncStep2, update)];
  const refusals: (string | null)[] = [];
  for (const frame of frames) {
    const mali = await openSocket(engine, 'mali', guidelines);
    mali.step1();
    await mali.next('step-2');
    mali.presence([{ clientId: 7, clock: 1, state: { cursor: 1 } }]);
    mali.send(frame);
    refusals.push(await mali.barrier());
  }
  expect(refusals).toEqual(['not-allowed', 'not-allowed']);
  expect(await engine.lastSeq(guidelines)).toBe(0);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe('');
});
