// Where the words of a draft came from, when that is not who typed them last. Yjs writes anew what is
// undone, split, cut and pasted or restored, under the client id of whoever does it: read by client
// ids alone, a brand's accepted line would turn into the creator's. So the writer's own editor notes,
// in the document itself, what each such run really is. Nothing of it is content.
import * as Y from 'yjs';
import { textParts } from './parts.ts';

/** A client id: its person's and, where it accepted a suggestion, that one's author's. */
export type Source = number | 'outside' | 'guidelines';

/** `isBack`: brought back by undo, paste or restoring, and not only moved by an edit around it. */
export interface Origin {
  from: Source;
  isBack: boolean;
}

/**
 * The origin of the transaction that brings a version back, for undo and for whoever asks where
 * words came from: what is written in it was written before.
 */
export const restoreOrigin = 'restore';

interface Note extends Origin {
  clock: number;
  length: number;
}
/** By client, in the order of clocks. */
export type Noted = ReadonlyMap<number, readonly Note[]>;

const notes = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('origins');

/** What was noted. Reading is total: what is no note is left out. */
export function readOrigins(doc: Y.Doc): Noted {
  const found = new Map<number, Note[]>();
  notes(doc).forEach((value, key) => {
    const [client, clock] = key.split(':').map(Number);
    const [length, from, isBack] = Array.isArray(value) ? (value as unknown[]) : [];
    const isSource = Number.isSafeInteger(from) || from === 'outside' || from === 'guidelines';
    const isPlace = Number.isSafeInteger(client) && Number.isSafeInteger(clock);
    if (!isPlace || !Number.isSafeInteger(length) || !isSource) return;
    const own = found.get(client as number) ?? [];
    own.push({
      clock: clock as number,
      length: length as number,
      from: from as Source,
      isBack: isBack === true,
    });
    found.set(client as number, own);
  });
  for (const own of found.values()) own.sort((a, b) => a.clock - b.clock);
  return found;
}

/** Letters of one client id, from a clock on, came from elsewhere. */
export function noteOrigin(
  doc: Y.Doc,
  { client, clock, length }: { client: number; clock: number; length: number },
  { from, isBack }: Origin,
): void {
  notes(doc).set(`${client}:${clock}`, [length, from, isBack]);
}

/** A stretch of text under one client id with one origin. */
export interface Run extends Origin {
  text: string;
  client: number;
}

/** The text of an item in runs; without a note it is its client's. */
function runsOf(item: Y.Item, origins: Noted): Run[] {
  const { client, clock: start } = item.id;
  const text = textOf(item);
  const runs: Run[] = [];
  let at = 0;
  const push = (until: number, origin: Origin) => {
    if (until > at) runs.push({ text: text.slice(at, until), client, ...origin });
    at = Math.max(at, until);
  };
  const plain = { from: client, isBack: false };
  for (const { clock, length, from, isBack } of origins.get(client) ?? []) {
    const begin = Math.max(0, clock - start);
    const end = Math.min(text.length, clock + length - start);
    if (end <= at || begin >= text.length) continue;
    push(begin, plain);
    push(end, { from, isBack });
  }
  push(text.length, plain);
  return runs;
}

/** An item in pieces of one origin, whatever it holds. */
export function piecesIn(item: Y.Item, noted: Noted): (Origin & { length: number })[] {
  if (!isText(item)) return [{ length: item.length, from: item.id.client, isBack: false }];
  return runsOf(item, noted).map(({ text, from, isBack }) => ({
    length: text.length,
    from,
    isBack,
  }));
}

const isText = (item: Y.Item | Y.GC): boolean =>
  item instanceof Y.Item && item.content instanceof Y.ContentString;

/** Every visible character of a fragment, in order. */
export function textRuns(doc: Y.Doc, fragment: Y.XmlFragment): Run[] {
  const origins = readOrigins(doc);
  const runs: Run[] = [];
  const walk = (type: Y.AbstractType<unknown>): void => {
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue;
      if (isText(item)) runs.push(...runsOf(item, origins));
      else if (item.content instanceof Y.ContentType) walk(item.content.type);
    }
  };
  walk(fragment as unknown as Y.AbstractType<unknown>);
  return runs;
}

/** Words known where they came from: what was taken out lately, or what a version said. */
export type Known = readonly Run[];

/** Where what is written now may come from, the likeliest first; `otherwise` when from none. */
interface State {
  known: readonly Known[];
  otherwise: Source | null;
}

const states = new WeakMap<Y.Doc, State>();

const brandWords = new WeakMap<Y.Doc, readonly string[]>();

/** Texts of the guidelines: pasted from there, words stay the brand's. */
export function knowGuidelines(doc: Y.Doc, texts: readonly string[]): void {
  brandWords.set(doc, texts);
}

/** What `work` writes into the document comes from the clipboard. */
export function asPasted<T>(doc: Y.Doc, work: () => T): T {
  const standing = textParts.map((part) => textRuns(doc, doc.getXmlFragment(part)));
  const brand = (brandWords.get(doc) ?? []).map((text): Known => {
    return [{ text, client: 0, from: 'guidelines', isBack: true }];
  });
  return within(doc, { known: [...standing, ...brand], otherwise: 'outside' }, work);
}

/** What `work` writes was written before, and where each of its words came from is known. */
export function asBroughtBack<T>(doc: Y.Doc, known: readonly Known[], work: () => T): T {
  return within(doc, { known, otherwise: null }, work);
}

function within<T>(doc: Y.Doc, state: State, work: () => T): T {
  states.set(doc, state);
  try {
    return work();
  } finally {
    states.delete(doc);
  }
}

/** Fewer letters than this in the middle of something else are nobody's in particular. */
const leastBack = 2;
/** Runs taken out that may come back, the latest last. */
const maxRemembered = 100;

/** Notes the origin of everything this editor's person brings back. Ends with the returned function. */
export function keepOrigins(doc: Y.Doc): () => void {
  const remembered: Known[] = [];

  const follow = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    const gone = takenOut(transaction);
    const removed = gone.map(({ words }) => words);
    const state = states.get(doc);
    const isUndo = transaction.origin instanceof Y.UndoManager;
    const fresh = putIn(transaction);
    const isTyping = !isUndo && !state && removed.length === 0;
    const noted = fresh
      .filter(({ length }) => !isTyping || length > 1)
      .flatMap((item) => {
        const moved = { known: removed, least: 1, isBack: false };
        const least = Math.min(leastBack, item.length);
        const back = { known: [...remembered, ...(state?.known ?? [])], least, isBack: true };
        const from = [moved, ...(state ? [back] : [])];
        const pieces = isUndo
          ? undone(doc, item)
          : (turned(item, from) ??
            matched(textOf(item), { from, otherwise: state?.otherwise ?? null }));
        return placed(item, pieces);
      });
    remembered.unshift(...gone.map(({ before, words }) => [...before, ...words]));
    remembered.length = Math.min(remembered.length, maxRemembered);
    if (noted.length === 0) return;
    doc.transact(() => {
      for (const { key, note } of noted) notes(doc).set(key, note);
    }, keepOrigins);
  };

  doc.on('afterTransaction', follow);
  return () => doc.off('afterTransaction', follow);
}

const textOf = (item: Y.Item): string => (item.content as Y.ContentString).str;

/** Taken out now or before, or a mark: nothing that one reads stands there. */
const isBridge = (item: Y.Item, gone: ReadonlySet<Y.Item>): boolean =>
  gone.has(item) || item.deleted || !item.countable;

interface Piece {
  length: number;
  /** Null: nothing to note. */
  from: Source | null;
  isBack: boolean;
}

/** The notes of an item's pieces. A writer's own words where they were need none. */
function placed({ id: { client, clock } }: Y.Item, pieces: readonly Piece[]) {
  let at = clock;
  return pieces.flatMap(({ length, from, isBack }) => {
    const key = `${client}:${at}`;
    at += length;
    if (from === null || (from === client && !isBack)) return [];
    return [{ key, note: [length, from, isBack] }];
  });
}

/** Text that this transaction wrote under the document's own client id and that still stands. */
function putIn({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] {
  const from = beforeState.get(doc.clientID) ?? 0;
  const to = afterState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  if (to <= from) return [];
  const items: Y.Item[] = [];
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i += 1) {
    const item = structs[i];
    if (item instanceof Y.Item && isText(item) && !item.deleted && item.id.clock >= from) {
      items.push(item);
    }
  }
  return items;
}

interface TakenOut {
  words: Known;
  /** What stands before them: of "at c" taken out of "that cat", the difference says " cat". */
  before: Known;
}

/** Text that this transaction took out: what stood together, in its order. */
function takenOut(transaction: Y.Transaction): TakenOut[] {
  const gone = new Set<Y.Item>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && isText(struct)) gone.add(struct);
  });
  if (gone.size === 0) return [];
  const origins = readOrigins(transaction.doc);
  const stretches: TakenOut[] = [];
  const seen = new Set<Y.Item>();
  for (const item of gone) {
    if (seen.has(item)) continue;
    let first = item;
    for (let left = item.left; left && isBridge(left, gone); left = left.left) {
      if (gone.has(left)) first = left;
    }
    const stretch: Run[] = [];
    for (let next: Y.Item | null = first; next && isBridge(next, gone); next = next.right) {
      if (!gone.has(next)) continue;
      seen.add(next);
      stretch.push(...runsOf(next, origins));
    }
    stretches.push({
      words: stretch,
      before: standing(first, maxTurn).flatMap((item) => runsOf(item, origins)),
    });
  }
  return stretches;
}

/** Undo writes a copy and keeps, on what it copied, where the copy is. */
function undone(doc: Y.Doc, item: Y.Item): Piece[] {
  const origins = readOrigins(doc);
  const { client, clock: start } = item.id;
  const pieces: (Piece & { at: number })[] = [];
  for (const structs of doc.store.clients.values()) {
    for (const old of structs) {
      const again = old instanceof Y.Item && isText(old) ? old.redone : null;
      if (!(old instanceof Y.Item) || again?.client !== client) continue;
      const at = again.clock - start;
      if (at < 0 || at >= item.length) continue;
      let offset = at;
      for (const { text, from } of runsOf(old, origins)) {
        pieces.push({ at: offset, length: text.length, from, isBack: true });
        offset += text.length;
      }
    }
  }
  pieces.sort((a, b) => a.at - b.at);
  const filled: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.at > at) filled.push({ length: piece.at - at, from: null, isBack: false });
    if (piece.at >= at) filled.push(piece);
    at = Math.max(at, piece.at + piece.length);
  }
  return filled;
}

const lengthOf = (pieces: readonly Piece[] | null): number =>
  (pieces ?? []).reduce((sum, { length }) => sum + length, 0);

interface Kind {
  known: readonly Known[];
  /** What is moved may be a single letter; what is brought back is longer. */
  least: number;
  isBack: boolean;
}

/** Letters by which what was put in or taken out may seem to stand later than where that was. */
const maxTurn = 64;

/**
 * A whole that is known. Of "oat" put before the "o" of "old", the difference of the two texts says
 * "ato" behind that "o": the letters are the same, and so are the words they came from.
 */
function turned(item: Y.Item, from: readonly Kind[]): Piece[] | null {
  const text = textOf(item);
  const left = textBefore(item, Math.min(maxTurn, text.length - 1));
  for (
    let turn = 0;
    turn <= left.length && left.endsWith(text.slice(text.length - turn));
    turn += 1
  ) {
    const whole = text.slice(text.length - turn) + text.slice(0, text.length - turn);
    for (const kind of from) {
      const pieces = longest(whole, kind);
      if (pieces && lengthOf(pieces) === whole.length) return turnedBack(pieces, turn);
    }
  }
  return null;
}

/** The first letters last again. */
function turnedBack(pieces: readonly Piece[], turn: number): Piece[] {
  const [first, last]: [Piece[], Piece[]] = [[], []];
  let at = 0;
  for (const { length, from, isBack } of pieces) {
    const early = Math.min(length, Math.max(0, turn - at));
    if (early > 0) last.push({ length: early, from, isBack });
    if (length > early) first.push({ length: length - early, from, isBack });
    at += length;
  }
  return [...first, ...last];
}

/** Up to so many letters that stand before an item. */
function textBefore(item: Y.Item, most: number): string {
  const text = standing(item, most).map(textOf).join('');
  return text.slice(Math.max(0, text.length - most));
}

/** The items before this one, in their order, until there are so many letters. */
function standing({ left }: Y.Item, most: number): Y.Item[] {
  const items: Y.Item[] = [];
  let length = 0;
  for (let item = left; item && length < most; item = item.left) {
    if (item.deleted || !item.countable) continue;
    if (!isText(item)) break;
    items.unshift(item);
    length += item.length;
  }
  return items;
}

/** A text in pieces of what is known, the longest first from each place on. */
function matched(
  text: string,
  { from, otherwise }: { from: readonly Kind[]; otherwise: Source | null },
): Piece[] {
  const pieces: Piece[] = [];
  const unknown = { from: otherwise, isBack: otherwise !== null };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const found = from
      .map((kind) => longest(rest, kind))
      .reduce((best, one) => (lengthOf(one) > lengthOf(best) ? one : best), null);
    const last = pieces.at(-1);
    if (found) pieces.push(...found);
    else if (last && last.from === otherwise && last.isBack === unknown.isBack) last.length += 1;
    else pieces.push({ length: 1, ...unknown });
    at += lengthOf(found) || 1;
  }
  return pieces;
}

/** The longest beginning of `text` that stands in one of these, as what it is made of there. */
function longest(text: string, { known, least, isBack }: Kind): Piece[] | null {
  let best: { runs: Known; at: number; length: number } | null = null;
  for (const runs of known) {
    const words = runs.map((run) => run.text).join('');
    const found = beginningIn(text, words, (best?.length ?? least - 1) + 1);
    if (found) best = { runs, ...found };
    if (best?.length === text.length) break;
  }
  return best && piecesOf(best, isBack);
}

/** The longest beginning of `text`, at least so long, that stands in `words`. */
function beginningIn(text: string, words: string, least: number) {
  if (least > text.length || !words.includes(text.slice(0, least))) return null;
  let [low, high] = [least, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (words.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return { at: words.indexOf(text.slice(0, low)), length: low };
}

function piecesOf(
  { runs, at, length }: { runs: Known; at: number; length: number },
  isBack: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const run of runs) {
    const begin = Math.max(at, start);
    const end = Math.min(at + length, start + run.text.length);
    if (end > begin)
      pieces.push({ length: end - begin, from: run.from, isBack: isBack || run.isBack });
    start += run.text.length;
  }
  return pieces;
}
