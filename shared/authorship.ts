// Who wrote which passage. Yjs keeps with every character the client id it was typed under, the document
// notes where words came from that were brought back (origins.ts), and the server knows for good whose
// client id that was; here they are laid over each other. Ranges are
// UTF-16 places in a part's linear text (shared/anchors.ts). It knows no database and no names.
import * as Y from 'yjs';
import { linearText } from './anchors.ts';
import type { Run as ChangedRun } from './difference.ts';
import { type Noted, piecesIn, readOrigins, type Run, type Source } from './origins.ts';
import { type Parts, partText, type TextPart, textParts } from './parts.ts';
import type { Side } from './roles.ts';

/** How words came into a draft. */
export const origins = ['typed', 'accepted', 'pasted', 'broughtBack'] as const;
export type Origin = (typeof origins)[number];

export interface Writer {
  /** Whose words these are: of an accepted suggestion who made it, not who accepted it. */
  userId: string;
  side: Side;
  origin: Origin;
  suggestionId: string | null;
}

export interface SourceRange {
  part: TextPart;
  from: number;
  to: number;
  /** Kept, so that words of a version that are brought back keep where they came from. */
  source: Source;
  isBack: boolean;
}

export type AuthoredRange = SourceRange & Writer;

/** Whose a client id is. */
export type WriterOf = (clientId: number) => Writer;

export function typedBy(userId: string, creatorId: string): Writer {
  const side = userId === creatorId ? 'creator' : 'brand';
  return { userId, side, origin: 'typed', suggestionId: null };
}

/** Only the creator writes: who is not known yet is one of their devices, its words on their way. */
export const writerIn =
  (writers: ReadonlyMap<number, Writer>, creatorId: string): WriterOf =>
  (clientId) =>
    writers.get(clientId) ?? typedBy(creatorId, creatorId);

/** Every character of every text part, by where it came from. */
export function sourceRanges(doc: Y.Doc): SourceRange[] {
  const noted = readOrigins(doc);
  return textParts.flatMap((part) =>
    linearText(doc, part).pieces.flatMap(({ type, at }) => rangesOf({ type, part, at }, noted)),
  );
}

function rangesOf(
  { type, part, at: start }: { type: Y.XmlText; part: TextPart; at: number },
  noted: Noted,
): SourceRange[] {
  const ranges: SourceRange[] = [];
  let at = start;
  for (let item = type._start; item; item = item.right) {
    // Marks take no place, and what was deleted has none any more.
    if (item.deleted || !item.countable) continue;
    for (const { length, from: source, isBack } of piecesIn(item, noted)) {
      const last = ranges.at(-1);
      if (last?.source === source && last.isBack === isBack) last.to += length;
      else ranges.push({ part, from: at, to: at + length, source, isBack });
      at += length;
    }
  }
  return ranges;
}

/** The same by writer; neighbours of one writer are one range, from whichever of their devices. */
export function authored(ranges: readonly SourceRange[], writerOf: WriterOf): AuthoredRange[] {
  const joined: AuthoredRange[] = [];
  for (const range of ranges) {
    const writer = writerFrom(range, writerOf);
    const last = joined.at(-1);
    const goesOn =
      last?.part === range.part &&
      last.to === range.from &&
      last.userId === writer.userId &&
      last.origin === writer.origin &&
      last.suggestionId === writer.suggestionId;
    if (goesOn) last.to = range.to;
    else joined.push({ ...range, ...writer });
  }
  return joined;
}

/** Words of the guidelines are the brand's, whoever pasted them. */
const fromGuidelines: Writer = {
  userId: '',
  side: 'brand',
  origin: 'accepted',
  suggestionId: null,
};

function writerFrom({ source, isBack }: SourceRange, writerOf: WriterOf): Writer {
  if (source === 'guidelines') return fromGuidelines;
  // Nobody else can paste into a draft.
  if (source === 'outside') return { ...writerOf(Number.NaN), origin: 'pasted' };
  const writer = writerOf(source);
  return isBack && writer.origin === 'typed' ? { ...writer, origin: 'broughtBack' } : writer;
}

export function authoredRanges(doc: Y.Doc, writerOf: WriterOf): AuthoredRange[] {
  return authored(sourceRanges(doc), writerOf);
}

/** Each part's words with where they came from, for bringing a version back (origins.ts). */
export function knownRuns(parts: Parts, ranges: readonly AuthoredRange[]): Run[][] {
  return textParts.map((part) => {
    const text = partText(parts, part);
    return ranges
      .filter((range) => range.part === part)
      .map(({ from, to, source }) => ({
        text: text.slice(from, to),
        client: 0,
        from: source,
        isBack: true,
      }));
  });
}

/** Characters (code points) by how they came in; together they are all there are. */
export type OwnWords = Record<Origin, number>;

export function ownWords(
  ranges: readonly AuthoredRange[],
  textOf: (part: TextPart) => string,
): OwnWords {
  const counts: OwnWords = { typed: 0, accepted: 0, pasted: 0, broughtBack: 0 };
  // A part is read once: it has a range for every paragraph.
  const texts = new Map<TextPart, string>();
  for (const { part, from, to, origin } of ranges) {
    const text = texts.get(part) ?? textOf(part);
    texts.set(part, text);
    counts[origin] += Array.from(text.slice(from, to)).length;
  }
  return counts;
}

export interface Span {
  text: string;
  writer: AuthoredRange | null;
}

/** A stretch of a part's text, cut where the writer changes. */
export function spansOf(
  text: string,
  ranges: readonly AuthoredRange[],
  { from, to }: { from: number; to: number },
): Span[] {
  const spans: Span[] = [];
  let at = from;
  const until = (end: number, writer: AuthoredRange | null) => {
    if (end > at) spans.push({ text: text.slice(at, end), writer });
    at = Math.max(at, end);
  };
  for (const range of ranges) {
    if (range.to <= at || range.from >= to) continue;
    until(Math.min(range.from, to), null);
    until(Math.min(range.to, to), range);
  }
  until(to, null);
  return spans;
}

export interface AuthoredRun extends ChangedRun, Span {}

interface Text {
  text: string;
  /** Of this part alone, in order. */
  ranges: readonly AuthoredRange[];
}

/** The runs of a difference by whose words they are: what went by the old text, the rest by the new. */
export function authoredRuns(
  runs: readonly ChangedRun[],
  before: Text,
  after: Text,
): AuthoredRun[] {
  let [old, now] = [0, 0];
  return runs.flatMap(({ kind, text }) => {
    const isGone = kind === 'removed';
    const of = isGone ? before : after;
    const from = isGone ? old : now;
    const spans = spansOf(of.text, of.ranges, { from, to: from + text.length });
    if (kind !== 'added') old += text.length;
    if (kind !== 'removed') now += text.length;
    return spans.map((span) => ({ kind, ...span }));
  });
}
