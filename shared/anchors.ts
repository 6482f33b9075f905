// Where a thread, a request or a suggestion sits in a text. Yjs positions hold through edits around
// them; splits and undo re-create text and break them, then the words themselves are looked for.
// A place is found or it is gone: it is never guessed.
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Anchor, BlockAnchor, TextAnchor } from './anchor-schema.ts';

export type { Anchor, BlockAnchor, MediaAnchor, TextAnchor } from './anchor-schema.ts';

export const anchorParts = [
  'guidelines',
  'title',
  'caption',
  'firstComment',
  'script',
  'frames',
] as const;
export type AnchorPart = (typeof anchorParts)[number];

export const contextLength = 32;
export const maxQuote = 4000;

/** Whether an anchor is of this kind of document: a draft has no guidelines in it, and the reverse. */
export function fitsDocument(anchor: Anchor, kind: 'draft' | 'guidelines'): boolean {
  if (anchor.kind === 'whole') return true;
  if (anchor.kind === 'media') return kind === 'draft';
  return (anchor.part === 'guidelines') === (kind === 'guidelines');
}

/** Whether a block with this id is in the document, at whatever depth. */
export function hasBlock(doc: Y.Doc, { part, blockId }: BlockAnchor): boolean {
  const within = (parent: Y.XmlFragment): boolean =>
    (parent.toArray() as unknown[]).some(
      (child) =>
        child instanceof Y.XmlElement && (child.getAttribute('id') === blockId || within(child)),
    );
  return within(doc.getXmlFragment(part));
}

interface Piece {
  type: Y.XmlText;
  at: number;
  length: number;
}

/** A part as one string: a line break between paragraphs and for each hard break. */
export interface LinearText {
  text: string;
  /** Where each Yjs text lies in `text`. */
  pieces: Piece[];
  /** The same by the text itself: a page looks hundreds of places up with every letter. */
  pieceOf: Map<unknown, Piece>;
  /** Where each element lies, for positions that point between texts. */
  elements: Map<unknown, { from: number; to: number }>;
}

export function linearText(doc: Y.Doc, part: AnchorPart): LinearText {
  const linear: LinearText = { text: '', pieces: [], pieceOf: new Map(), elements: new Map() };
  let paragraphs = 0;
  const walk = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray() as unknown[]) {
      if (child instanceof Y.XmlText) addPiece(linear, child);
      else if (child instanceof Y.XmlElement) {
        const isParagraph = child.nodeName === 'paragraph';
        if (child.nodeName === 'hardBreak' || (isParagraph && paragraphs > 0)) linear.text += '\n';
        if (isParagraph) paragraphs += 1;
        const from = linear.text.length;
        walk(child);
        linear.elements.set(child, { from, to: linear.text.length });
      }
    }
  };
  walk(doc.getXmlFragment(part));
  return linear;
}

function addPiece(linear: LinearText, type: Y.XmlText): void {
  // What is not text counts one in Yjs' own positions.
  const text = (type.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('');
  const piece = { type, at: linear.text.length, length: text.length };
  linear.pieces.push(piece);
  linear.pieceOf.set(type, piece);
  linear.text += text;
}

/** A passage of the linear text as an anchor; null where no word is selected. */
export function anchorOf(
  doc: Y.Doc,
  passage: { part: AnchorPart; from: number; to: number },
): TextAnchor | null {
  const linear = linearText(doc, passage.part);
  return anchorIn(linear, passage);
}

/** The same from relative positions, as an editor's binding gives them for a selection. */
export function anchorBetween(
  doc: Y.Doc,
  range: { part: AnchorPart; start: Y.RelativePosition; end: Y.RelativePosition },
): TextAnchor | null {
  const linear = linearText(doc, range.part);
  const from = offsetOf(doc, linear, range.start);
  const to = offsetOf(doc, linear, range.end);
  return from === null || to === null
    ? null
    : anchorIn(linear, { part: range.part, from: Math.min(from, to), to: Math.max(from, to) });
}

function anchorIn(
  linear: LinearText,
  { part, from, to }: { part: AnchorPart; from: number; to: number },
): TextAnchor | null {
  const { text } = linear;
  const start = positionAt(linear, from, 'start');
  const end = positionAt(linear, to, 'end');
  const quote = flat(text.slice(from, to)).slice(0, maxQuote);
  if (start === null || end === null || quote.trim() === '') return null;
  return {
    kind: 'text',
    part,
    start: toBase64(Y.encodeRelativePosition(start)),
    end: toBase64(Y.encodeRelativePosition(end)),
    quote,
    before: flat(text.slice(0, from)).slice(-contextLength),
    after: flat(text.slice(to)).slice(0, contextLength),
  };
}

const flat = (text: string) => text.replaceAll('\n', '');

// The edges hold on to the first and the last character, so that words typed next to the passage
// do not join it.
function positionAt(linear: LinearText, offset: number, edge: 'start' | 'end') {
  const piece =
    edge === 'start'
      ? linear.pieces.find(({ at, length }) => offset < at + length)
      : linear.pieces.filter(({ at, length }) => offset > at && length > 0).at(-1);
  if (!piece) return null;
  const index = Math.min(Math.max(offset - piece.at, 0), piece.length);
  return Y.createRelativePositionFromTypeIndex(piece.type, index, edge === 'start' ? 0 : -1);
}

/** The place of a relative position in the linear text; null when what held it is gone. */
export function offsetOf(
  doc: Y.Doc,
  linear: LinearText,
  position: Y.RelativePosition,
): number | null {
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (found === null) return null;
  const piece = linear.pieceOf.get(found.type);
  if (piece) return Math.min(piece.at + found.index, piece.at + piece.length);
  const element = linear.elements.get(found.type);
  if (!element) return null;
  return found.index === 0 ? element.from : element.to;
}

/**
 * `exact`: the words stand as quoted. `changed`: words inside were edited. `moved`: the positions
 * broke and the only place with these words and their neighbours was taken; `anchor` is its new
 * anchor, to be used from now on.
 */
export type ResolvedAnchor =
  | { state: 'exact' | 'changed'; from: number; to: number; words: string }
  | { state: 'moved'; from: number; to: number; words: string; anchor: TextAnchor }
  | { state: 'orphaned' };

export function resolveAnchor(
  doc: Y.Doc,
  anchor: TextAnchor,
  linear: LinearText = linearText(doc, anchor.part),
): ResolvedAnchor {
  const from = offsetOfEncoded(doc, linear, anchor.start);
  const to = offsetOfEncoded(doc, linear, anchor.end);
  const held = from !== null && to !== null && from < to ? { from, to } : null;
  const words = held ? linear.text.slice(held.from, held.to) : '';
  if (held && flat(words) === anchor.quote) return { state: 'exact', ...held, words };
  const again = findQuote(linear, anchor);
  if (again) {
    const fresh = anchorIn(linear, { part: anchor.part, ...again });
    const now = linear.text.slice(again.from, again.to);
    if (fresh) return { state: 'moved', ...again, words: now, anchor: fresh };
  }
  return held && words.trim() !== '' ? { state: 'changed', ...held, words } : { state: 'orphaned' };
}

/** What a position says never changes; only where that is now. */
const decoded = new Map<string, Y.RelativePosition>();
const mostDecoded = 2_000;

/** The same from its encoding in an anchor. */
export function offsetOfEncoded(doc: Y.Doc, linear: LinearText, encoded: string): number | null {
  try {
    const position = decoded.get(encoded) ?? Y.decodeRelativePosition(fromBase64(encoded));
    if (decoded.size >= mostDecoded) decoded.clear();
    decoded.set(encoded, position);
    return offsetOf(doc, linear, position);
  } catch {
    // Not a position at all: the row was written by something else than us.
    return null;
  }
}

/** How many characters of one neighbour must agree before a quote is taken for the same. */
export const neighbourLength = 8;

/** A split puts a break into the words: they are compared without breaks. */
interface JoinedText {
  joined: string;
  /** Where each of its characters is in the text with breaks. */
  places: number[];
}

/** Made when the first quote of a text is looked for, and once for all of them. */
const joinedTexts = new WeakMap<LinearText, JoinedText>();

function joinedText(linear: LinearText): JoinedText {
  const known = joinedTexts.get(linear);
  if (known) return known;
  const { text } = linear;
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) if (text[at] !== '\n') places.push(at);
  const made = { joined: flat(text), places };
  joinedTexts.set(linear, made);
  return made;
}

/** The one place where the quote stands beside a neighbour it had; null for none or several. */
function findQuote(
  linear: LinearText,
  { quote, before, after }: TextAnchor,
): { from: number; to: number } | null {
  const { joined, places } = joinedText(linear);
  const left = before.slice(-neighbourLength);
  const right = after.slice(0, neighbourLength);
  const found: number[] = [];
  for (let at = joined.indexOf(quote); at >= 0; at = joined.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const leftFits = left === '' ? at === 0 : joined.slice(0, at).endsWith(left);
    const rightFits = right === '' ? end === joined.length : joined.startsWith(right, end);
    if (leftFits || rightFits) found.push(at);
    if (found.length > 1) return null;
  }
  const [only] = found;
  if (only === undefined) return null;
  const last = places[only + quote.length - 1] as number;
  return { from: places[only] as number, to: last + 1 };
}
