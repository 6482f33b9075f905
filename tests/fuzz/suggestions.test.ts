// What two people may do to one post in any order: the creator writes, undoes, cuts, pastes, restores
// and answers, on two devices that lose the line now and then; the brand suggests and comments, from
// what it last saw. On the real house, with its disk.
import { fromBase64 } from 'lib0/buffer';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentClient } from '#db/schema/documents.ts';
import { draftVersion } from '#db/schema/drafts.ts';
import { suggestionsAt } from '#db/suggestions.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { acceptSuggestions, keepSuggestions, suggest } from '#server/commands/suggestions.ts';
import { readDraft } from '#server/drafts.ts';
import { anchorOf, linearText, resolveAnchor, type TextAnchor } from '#shared/anchors.ts';
import { type AuthoredRange, ownWords } from '#shared/authorship.ts';
import { type NormalForm, normalForm, partsOfForm } from '#shared/content-id.ts';
import { draftDocument } from '#shared/ids.ts';
import { asBroughtBack, asPasted, type Run } from '#shared/origins.ts';
import { type Parts, partText, readParts } from '#shared/parts.ts';
import type { Result } from '#shared/result.ts';
import { restoreParts } from '#shared/restore.ts';
import { resolveSpan } from '#shared/spans.ts';
import { applySuggestion } from '#shared/suggestions.ts';
import { type Chance, chance } from '#tests/support/chance.ts';
import { CreatorPage } from '#tests/support/creator-page.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';
import { suggestion } from '#tests/support/suggesting.ts';

const word = (luck: Chance, letters: string): string =>
  Array.from({ length: 3 + luck.below(4) }, () => luck.pick([...letters])).join('');
/** Whose a letter is can be seen. */
const creators = 'abcdefghijklmnopqrstuvwxyz';
const outsiders = '0123456789';
/** Of the brand, and no two alike. */
const brandWord = (n: number): string =>
  `B${[...n.toString(26)].map((one) => String.fromCharCode(65 + Number.parseInt(one, 26))).join('')}X`;

interface Made {
  id: string;
  /** The new words in it; none where it only takes away. */
  words: string[];
  status: 'open' | 'accepted' | 'kept';
}

interface Play {
  house: PostHouse;
  draftId: string;
  pages: readonly [CreatorPage, CreatorPage];
  luck: Chance;
  /** What was said at some moment, with where its words came from. */
  kept: { form: NormalForm; runs: Run[] }[];
  made: Made[];
  /** The edit of each accepted suggestion. */
  accepted: Map<string, Uint8Array>;
  comments: TextAnchor[];
  /** The draft as the brand last saw it. */
  seen: Y.Doc;
}

type Stretch = { from: number; to: number };

/** Two places of a text, in order. */
function anywhere(text: string, luck: Chance): Stretch {
  const [a, b] = [luck.below(text.length + 1), luck.below(text.length + 1)];
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** The same in one paragraph. */
function inLine(text: string, luck: Chance): Stretch {
  const lines = text.split('\n');
  const line = luck.below(lines.length);
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  const { from, to } = anywhere(lines[line] as string, luck);
  return { from: start + from, to: start + to };
}

/** How the brand would put it: other words, more words, fewer words, words over several lines. */
const wordings: ((play: Play) => { stretch: Stretch; words: string[] })[] = [
  ({ seen, luck, made }) => {
    return { stretch: inLine(textOf(seen), luck), words: [brandWord(made.length)] };
  },
  ({ seen, luck, made }) => {
    const { from } = inLine(textOf(seen), luck);
    return { stretch: { from, to: from }, words: [brandWord(made.length)] };
  },
  ({ seen, luck }) => ({ stretch: inLine(textOf(seen), luck), words: [] }),
  ({ seen, luck, made }) => {
    const words = [`${brandWord(made.length)}L`, `${brandWord(made.length)}R`];
    return { stretch: anywhere(textOf(seen), luck), words };
  },
];

const textOf = (doc: Y.Doc): string => linearText(doc, 'caption').text;

const moves: Record<string, (play: Play, page: CreatorPage) => Promise<void> | void> = {
  type: ({ luck }, page) => page.put(inLine(page.text, luck).from, word(luck, creators)),
  takeOut: ({ luck }, page) => void page.cut(inLine(page.text, luck)),
  takeOutLines: ({ luck }, page) => void page.cut(anywhere(page.text, luck)),
  split: ({ luck }, page) =>
    page.edit((tr, place) => tr.split(place(inLine(page.text, luck).from))),
  cutAndPaste({ luck }, page) {
    const text = page.cut(inLine(page.text, luck));
    const { from } = inLine(page.text, luck);
    if (text !== '') asPasted(page.doc, () => page.put(from, text));
  },
  paste: ({ luck }, page) =>
    asPasted(page.doc, () => page.put(inLine(page.text, luck).from, word(luck, outsiders))),
  undo: (_play, page) => void page.undo.undo(),
  redo: (_play, page) => void page.undo.redo(),
  keepVersion({ kept }, page) {
    kept.push({ form: normalForm(readParts(page.doc)), runs: page.runs });
  },
  restore({ kept, luck }, page) {
    if (kept.length === 0) return;
    const { form, runs } = luck.pick(kept);
    asBroughtBack(page.doc, [runs], () => restoreParts(page.doc, form, () => 'made'));
  },
  loseTheLine: (_play, page) => page.leave(),
  async findTheLine(_play, page) {
    if (!page.isOnline) await page.join();
  },
  async look(play) {
    play.seen = await onDisk(play);
  },
  comment({ seen, luck, comments }) {
    const anchor = anchorOf(seen, { part: 'caption', ...anywhere(textOf(seen), luck) });
    if (anchor) comments.push(anchor);
  },
  async suggest(play) {
    const { house, draftId, luck, made, seen } = play;
    const { stretch, words } = luck.pick(wordings)(play);
    if (words.length === 0 && stretch.from === stretch.to) return;
    const id = `suggestion${made.length}`;
    const input = suggestion(seen, { ...stretch, by: words.join('\n') });
    const done = await suggest(house.s, house.ploy, {
      place: { draftId },
      suggestionId: id,
      ...input,
    });
    // To take away what the creator wanted to keep is refused; new words are no two alike.
    expect(words.length === 0 ? ['ok', 'kept-before'] : ['ok']).toContain(codeOf(done));
    if (done.ok) made.push({ id, words, status: 'open' });
  },
  accept: (play, page) => answer(play, [page]),
  acceptTwice: (play) => answer(play, play.pages),
  async keep(play) {
    const { house, made, luck } = play;
    if (made.length === 0) return;
    const one = luck.pick(made);
    const done = await keepSuggestions(house.s, house.mali, { suggestionIds: [one.id] });
    expect(codeOf(done)).toBe(one.status === 'accepted' ? 'conflict' : 'ok');
    if (done.ok) one.status = 'kept';
  },
};

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

/** However many devices accept it, it is accepted once; where its words are gone, never. */
async function answer(play: Play, pages: readonly CreatorPage[]): Promise<void> {
  const { house, made, luck } = play;
  const online = pages.filter((page) => page.isOnline);
  if (made.length === 0 || online.length === 0) return;
  const open = made.filter(({ status }) => status === 'open');
  const one = luck.pick(open.length > 0 && luck.below(4) > 0 ? open : made);
  await Promise.all(play.pages.map((page) => page.settled()));
  const before = await onDisk(play);
  const outcome = one.status === 'open' ? await tried(before, play, one.id) : 'answered';
  const done = await Promise.all(
    online.map(async (page) => {
      const result = await acceptSuggestions(house.s, house.mali, { suggestionIds: [one.id] });
      for (const update of result.ok ? result.value.updates : []) {
        Y.applyUpdate(page.doc, fromBase64(update), 'accepted');
        play.accepted.set(one.id, fromBase64(update));
      }
      return codeOf(result);
    }),
  );
  expect(done.toSorted()).toEqual(
    [first[outcome], ...online.slice(1).map(() => 'conflict')].toSorted(),
  );
  const times = done.filter((code) => code === 'ok').length;
  if (times > 0) one.status = 'accepted';
  const after = textOf(await onDisk(play));
  for (const added of one.words) {
    expect(occurrences(after, added)).toBe(occurrences(textOf(before), added) + times);
  }
}

/** What the first of them hears; the second only that it is being answered. */
const first = {
  applied: 'ok',
  gone: 'content-changed',
  misfit: 'content-changed',
  answered: 'conflict',
};

/** What accepting it would come to, on a copy. */
async function tried(before: Y.Doc, { house, draftId }: Play, id: string) {
  const row = (await suggestionsAt(house.s.db, { draftId })).find((one) => one.id === id);
  if (!row) throw new Error(`${id} is not there`);
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(before));
  return applySuggestion(copy, row, () => 'tried');
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

async function onDisk(play: Play): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await bytesOf(play));
  return doc;
}

async function bytesOf({ house, draftId }: Play): Promise<Uint8Array> {
  const state = await house.s.hub.read(draftDocument(draftId), (doc) => Y.encodeStateAsUpdate(doc));
  if (!state) throw new Error(`no document of ${draftId}`);
  return state;
}

/** On every page, at every moment: a place is in the text and says what it is said to say, or is gone. */
function expectPlaces(
  { comments, pages }: Play,
  spans: readonly Parameters<typeof resolveSpan>[1][],
) {
  for (const { doc, text } of pages) {
    const stands = (quote: string, { from, to }: Stretch, isSame: boolean) => {
      expect([from >= 0, from <= to, to <= text.length]).toEqual([true, true, true]);
      const words = isSame ? text.slice(from, to) : quote;
      expect(flat(words)).toBe(flat(quote));
    };
    for (const span of spans) {
      const place = resolveSpan(doc, span);
      if (place.state !== 'gone') stands(span.quote, place, place.state !== 'changed');
    }
    for (const anchor of comments) {
      const place = resolveAnchor(doc, anchor);
      if (place.state !== 'orphaned') stands(anchor.quote, place, place.state !== 'changed');
    }
  }
}

const flat = (text: string): string => text.replaceAll(/\s+/g, '');

/** The draft is what the creator wrote and what was accepted, each once, and nothing besides. */
async function expectNothingElse(play: Play, start: Uint8Array): Promise<void> {
  const { house, draftId, pages, accepted, made } = play;
  const again = new Y.Doc();
  const edits = [start, ...pages.flatMap(({ written }) => written), ...accepted.values()];
  for (const update of edits) Y.applyUpdate(again, update);
  const disk = await onDisk(play);
  expect(textOf(again)).toBe(textOf(disk));
  expect(Y.equalSnapshots(Y.snapshot(again), Y.snapshot(disk))).toBe(true);
  for (const page of pages) expect(page.text).toBe(textOf(disk));

  const taken = made.filter(({ status }) => status === 'accepted');
  expect([...accepted.keys()].toSorted()).toEqual(taken.map(({ id }) => id).toSorted());
  // What only takes away writes nothing that a client id could stand for.
  const clients = await clientsOf(house, draftId);
  const writing = clients.flatMap(({ suggestionId }) => suggestionId ?? []);
  const adding = taken.filter(({ id, words }) => words.length > 0 || writing.includes(id));
  expect(writing.toSorted()).toEqual(adding.map(({ id }) => id).toSorted());
  const rows = await suggestionsAt(house.s.db, { draftId });
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  for (const { id, status } of made) expect([id, statuses.get(id)]).toEqual([id, status]);
}

const clientsOf = ({ s }: PostHouse, draftId: string) =>
  s.db
    .select()
    .from(documentClient)
    .where(eq(documentClient.document, draftDocument(draftId)));

const letters = { brand: /[A-Z]/g, creator: /[a-z ]/g, outside: /[0-9]/g };
const lettersOf = (kind: keyof typeof letters, text: string): number =>
  text.match(letters[kind])?.length ?? 0;

/** Nobody's words turn into another's, and the shares add up to all there is. */
function expectShares(parts: Parts, authorship: readonly AuthoredRange[]): void {
  const text = partText(parts, 'caption');
  const shares = ownWords(authorship, (part) => partText(parts, part));
  expect({ ...shares, typed: shares.typed + shares.broughtBack, broughtBack: 0 }).toEqual({
    typed: lettersOf('creator', text),
    accepted: lettersOf('brand', text),
    pasted: lettersOf('outside', text),
    broughtBack: 0,
  });
  for (const { from, to, side, origin } of authorship) {
    const whose = side === 'brand' ? 'brand' : origin === 'pasted' ? 'outside' : 'creator';
    const words = text.slice(from, to);
    expect([whose, words, lettersOf(whose, words)]).toEqual([whose, words, words.length]);
  }
}

/** The same of a version that is sent: what it says about its words is frozen with it. */
async function expectSharesSent({ house, draftId, pages: [page] }: Play): Promise<void> {
  page.put(0, 'sent');
  await page.settled();
  const contentId = await seenId(house, draftId);
  value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }));
  const [row] = await house.s.db
    .select()
    .from(draftVersion)
    .where(eq(draftVersion.draftId, draftId));
  if (!row?.authorship) throw new Error('the version does not say whose its words are');
  expectShares(partsOfForm(row.parts as NormalForm), row.authorship);
}

test.each(Array.from({ length: 20 }, (_, i) => i + 1))(
  'whatever two people do to a post, it holds the creator’s edits and each accepted suggestion once, and each word stays whose it was (seed %i)',
  async (seed) => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'first words of the creator' });
    value(await openDoor(house.s, house.mali, { draftId }));
    const pages = [new CreatorPage(house, draftId), new CreatorPage(house, draftId)] as const;
    for (const page of pages) await page.join();
    const luck = chance(seed);
    const nothing = { kept: [], made: [], accepted: new Map<string, Uint8Array>(), comments: [] };
    const play: Play = { house, draftId, pages, luck, ...nothing, seen: new Y.Doc() };
    const start = await bytesOf(play);
    play.seen = await onDisk(play);

    for (let step = 0; step < 50; step += 1) {
      const page = luck.pick(pages);
      await moves[luck.pick(Object.keys(moves))]!(play, page);
      if (luck.below(3) === 0) await page.settled();
      const rows = await suggestionsAt(house.s.db, { draftId });
      expectPlaces(
        play,
        rows.map(({ span }) => span),
      );
    }

    for (const page of pages) if (!page.isOnline) await page.join();
    for (const page of pages) await page.settled();
    for (const page of pages) await page.settled();
    await expectNothingElse(play, start);
    const now = await readDraft(house.s, draftId);
    if (!now) throw new Error('the draft is not there');
    expectShares(now.parts, now.authorship);
    await expectSharesSent(play);
  },
);
