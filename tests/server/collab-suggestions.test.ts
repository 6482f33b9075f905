// One's own suggestions on their way, against the real house: typed offline, on two devices, in two
// tabs, and refused. The network is cut by an answer that never comes.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clearKept, listKept, type OwnRow } from '#app/collab/kept-suggestions.ts';
import { SuggestionOutbox } from '#app/collab/suggestion-outbox.ts';
import type { Notes } from '#app/collab/device.ts';
import { closeDoor, openDoor } from '#server/commands/drafts.ts';
import {
  acceptSuggestions,
  keepSuggestions,
  suggest,
  withdrawSuggestion,
} from '#server/commands/suggestions.ts';
import { post } from '#server/views/drafts.ts';
import type { SuggestionView } from '#server/views/suggestions.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { openPostHouse, type PostHouse, value, write } from '#tests/support/post-house.ts';
import { stretch, suggestion } from '#tests/support/suggesting.ts';

interface House extends PostHouse {
  draftId: string;
  copy: Y.Doc;
}

async function openHouse(): Promise<House> {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: 'Love this new oat drink in the morning' });
  value(await openDoor(house.s, house.mali, { draftId }));
  const copy = new Y.Doc();
  const state = await house.s.hub.read(draftDocument(draftId), (doc) => Y.encodeStateAsUpdate(doc));
  if (state) Y.applyUpdate(copy, state);
  return { ...house, draftId, copy };
}

const row = ({ copy }: House, id: string, by: string, old = 'new'): OwnRow => ({
  id,
  ...suggestion(copy, { ...stretch(copy, old), by }),
});

function makeNotes(): Notes {
  const texts = new Map<string, string>();
  return {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => texts.set(key, text).has(key),
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };
}

interface Tab {
  outbox: SuggestionOutbox;
  /** `lost`: what is asked is done, and the answer is lost. */
  net: { is: 'there' | 'cut' | 'lost' };
  /** Loads the page again, as an event makes it. */
  load(): Promise<void>;
  close(): void;
}

/** A page of the brand person, on a device of their own unless one is given. */
function openTab(
  house: House,
  notes = makeNotes(),
  { who = house.ploy, is = 'there' }: { who?: Actor; is?: Tab['net']['is'] } = {},
): Tab {
  const net: Tab['net'] = { is };
  const outbox = new SuggestionOutbox({
    userId: who.userId,
    documentName: draftDocument(house.draftId),
    notes,
    async ask(intent, _actor, input) {
      if (net.is === 'cut') return null;
      const command = intent === 'suggest' ? suggest : withdrawSuggestion;
      const done = await command(house.s, who, input as never);
      return net.is === 'lost' ? null : done;
    },
  });
  const close = outbox.open();
  return {
    outbox,
    net,
    close,
    load: async () => outbox.heard((await seenBy(house, who)).filter(({ author }) => author.self)),
  };
}

async function seenBy({ s, draftId }: House, who: Actor): Promise<SuggestionView[]> {
  const page = value(await post(s, who, { draftId }));
  return page.door === 'closed' ? [] : page.suggestions;
}

const wordings = async (house: House) =>
  (await seenBy(house, house.mali)).map(({ id, slice }) => [id, wordsOf(slice)]);
const wordsOf = ({ content = [] }: OwnRow['slice']) =>
  content.map((node) => (node as { text?: string }).text ?? '').join('');
const said = ({ outbox }: Tab) => outbox.state().rows.map(({ slice }) => wordsOf(slice));
const unsent = ({ outbox }: Tab) =>
  outbox
    .state()
    .unsent.map(({ row: { slice }, problem }) => [wordsOf(slice), problem?.code ?? null]);

test('what was suggested offline waits on the device, also when the page is loaded again, and is sent once there is a connection', async () => {
  const house = await openHouse();
  const notes = makeNotes();
  const before = openTab(house, notes, { is: 'cut' });
  before.outbox.send(row(house, 'suggestion1', 'cream'));
  before.outbox.send(row(house, 'suggestion1', 'creamy'));
  before.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  await expect.poll(() => unsent(before)).toContainEqual(['creamy', null]);
  before.close();
  expect(await wordings(house)).toEqual([]);
  // Somebody else on this device neither sees nor sends it.
  const other = openTab(house, notes, { who: house.nan });
  expect(said(other)).toEqual([]);

  const after = openTab(house, notes);
  expect(said(after)).toEqual(['creamy', 'Adore']);
  await expect.poll(() => listKept('ploy', notes)).toEqual([]);
  expect(unsent(after)).toEqual([]);
  expect(await wordings(house)).toEqual([
    ['suggestion1', 'creamy'],
    ['suggestion2', 'Adore'],
  ]);
  for (const tab of [other, after]) tab.close();
});

test('taking back offline is kept as well, and what nobody ever had is simply gone', async () => {
  const house = await openHouse();
  const notes = makeNotes();
  const tab = openTab(house, notes);
  tab.outbox.send(row(house, 'suggestion1', 'creamy'));
  await expect.poll(() => wordings(house)).toHaveLength(1);
  await tab.load();
  tab.net.is = 'cut';
  tab.outbox.withdraw('suggestion1');
  tab.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  tab.outbox.withdraw('suggestion2');
  await tab.load();
  expect(said(tab)).toEqual([]);
  tab.close();
  const again = openTab(house, notes);
  await again.load();
  expect(said(again)).toEqual([]);
  await expect.poll(() => wordings(house)).toEqual([]);
  await expect.poll(() => listKept('ploy', notes)).toEqual([]);
  again.close();
});

test('what the server will not have stays with its reason over visits, until its author takes it back or it can be sent', async () => {
  const house = await openHouse();
  const notes = makeNotes();
  const tab = openTab(house, notes);
  value(await closeDoor(house.s, house.mali, { draftId: house.draftId }));
  tab.outbox.send(row(house, 'suggestion1', 'creamy'));
  tab.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  const refused = [
    ['creamy', 'not-found'],
    ['Adore', 'not-found'],
  ];
  await expect.poll(() => unsent(tab)).toEqual(refused);
  tab.close();
  const again = openTab(house, notes);
  expect(said(again)).toEqual(['creamy', 'Adore']);
  await expect.poll(() => unsent(again)).toEqual(refused);
  again.outbox.withdraw('suggestion2');
  await expect.poll(() => listKept('ploy', notes)).toHaveLength(1);
  again.close();
  value(await openDoor(house.s, house.mali, { draftId: house.draftId }));
  const last = openTab(house, notes);
  await expect.poll(() => wordings(house)).toEqual([['suggestion1', 'creamy']]);
  await expect.poll(() => unsent(last)).toEqual([]);
  last.close();
});

test('an answer that was lost is no refusal, even when the creator has answered meanwhile', async () => {
  const house = await openHouse();
  const notes = makeNotes();
  const tab = openTab(house, notes, { is: 'lost' });
  tab.outbox.send(row(house, 'suggestion1', 'creamy'));
  tab.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  await expect.poll(() => wordings(house)).toHaveLength(1);
  tab.close();
  const [one, two] = [{ suggestionIds: ['suggestion1'] }, { suggestionIds: ['suggestion2'] }];
  value(await acceptSuggestions(house.s, house.mali, one));
  const again = openTab(house, notes);
  await expect.poll(() => listKept('ploy', notes)).toEqual([]);
  expect(unsent(again)).toEqual([]);
  // What was typed on after an answer is told, and is not put in place of the answer.
  value(await keepSuggestions(house.s, house.mali, two));
  again.outbox.send(row(house, 'suggestion2', 'Enjoy', 'Love'));
  await expect.poll(() => unsent(again)).toEqual([['Enjoy', 'conflict']]);
  await again.load();
  expect(said(again)).toEqual([]);
  again.close();
});

test('of two tabs on one device the older wording never follows the newer one', async () => {
  const house = await openHouse();
  const notes = makeNotes();
  const first = openTab(house, notes, { is: 'cut' });
  first.outbox.send(row(house, 'suggestion1', 'cream'));
  const second = openTab(house, notes, { is: 'cut' });
  expect(said(second)).toEqual(['cream']);
  first.outbox.send(row(house, 'suggestion1', 'creamy'));
  await expect.poll(() => unsent(first)).toEqual([['creamy', null]]);
  await expect.poll(() => unsent(second)).toEqual([['cream', null]]);
  first.net.is = 'there';
  first.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  await expect.poll(() => listKept('ploy', notes)).toEqual([]);
  second.net.is = 'there';
  second.outbox.send(row(house, 'suggestion3', 'noon', 'morning'));
  await expect.poll(() => wordings(house)).toHaveLength(3);
  expect((await wordings(house))[0]).toEqual(['suggestion1', 'creamy']);
  for (const tab of [first, second]) tab.close();
});

test('a second device hears what was typed on or taken back, and a page that is behind undoes nothing', async () => {
  const house = await openHouse();
  const [desk, phone] = [openTab(house), openTab(house)];
  desk.outbox.send(row(house, 'suggestion1', 'cream'));
  await expect.poll(() => wordings(house)).toHaveLength(1);
  const stale = await seenBy(house, house.ploy);
  desk.outbox.send(row(house, 'suggestion1', 'creamy'));
  await expect.poll(() => wordings(house)).toEqual([['suggestion1', 'creamy']]);
  // Loaded before the newer wording was there.
  desk.outbox.heard(stale);
  expect(said(desk)).toEqual(['creamy']);
  await desk.load();
  await phone.load();
  expect([said(desk), said(phone)]).toEqual([['creamy'], ['creamy']]);

  phone.outbox.send(row(house, 'suggestion1', 'silky'));
  await expect.poll(() => wordings(house)).toEqual([['suggestion1', 'silky']]);
  await phone.load();
  await desk.load();
  expect(said(desk)).toEqual(['silky']);
  desk.outbox.withdraw('suggestion1');
  await expect.poll(() => wordings(house)).toEqual([]);
  await phone.load();
  expect(said(phone)).toEqual([]);
  for (const tab of [desk, phone]) tab.close();
});

test('where the device keeps nothing the page still does, and signing out takes away what was kept', async () => {
  const house = await openHouse();
  const full: Notes = { ...makeNotes(), write: () => false };
  const tab = openTab(house, full, { is: 'cut' });
  tab.outbox.send(row(house, 'suggestion1', 'creamy'));
  await expect.poll(() => tab.outbox.state().unsent).toMatchObject([{ isKept: false }]);
  tab.net.is = 'there';
  tab.outbox.send(row(house, 'suggestion2', 'Adore', 'Love'));
  await expect.poll(() => wordings(house)).toHaveLength(2);
  tab.close();

  const notes = makeNotes();
  const leaving = openTab(house, notes, { is: 'cut' });
  leaving.outbox.send(row(house, 'suggestion3', 'noon', 'morning'));
  await expect.poll(() => unsent(leaving)).toEqual([['noon', null]]);
  clearKept('ploy', notes);
  leaving.net.is = 'there';
  leaving.outbox.send(row(house, 'suggestion4', 'drinks', 'drink'));
  await expect.poll(() => wordings(house)).toHaveLength(3);
  expect(await wordings(house)).not.toContainEqual(['suggestion3', 'noon']);
  leaving.close();
});
