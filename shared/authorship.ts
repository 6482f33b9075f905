// Who wrote which passage. Yjs keeps with every character the client id it was typed under, and the
// server knows for good whose client id that was; here the two are laid over each other. Ranges are
// UTF-16 places in a part's linear text (shared/anchors.ts). It knows no database and no names.
import * as Y from 'yjs';
import { linearText } from './anchors.ts';
import type { Run } from './difference.ts';
import { type TextPart, textParts } from './parts.ts';
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

export interface ClientRange {
  part: TextPart;
  from: number;
  to: number;
  clientId: number;
}

export type AuthoredRange = Omit<ClientRange, 'clientId'> & Writer;

/** Every character of every text part, by the client id it was written under. */
export function clientRanges(doc: Y.Doc): ClientRange[] {
  return textParts.flatMap((part) =>
    linearText(doc, part).pieces.flatMap(({ type, at }) => rangesOf(type, part, at)),
  );
}

function rangesOf(text: Y.XmlText, part: TextPart, start: number): ClientRange[] {
  const ranges: ClientRange[] = [];
  let at = start;
  for (let item = text._start; item; item = item.right) {
    // Marks take no place, and what was deleted has none any more.
    if (item.deleted || !item.countable) continue;
    const clientId = item.id.client;
    const last = ranges.at(-1);
    if (last?.clientId === clientId) last.to += item.length;
    else ranges.push({ part, from: at, to: at + item.length, clientId });
    at += item.length;
  }
  return ranges;
}

/** The same by writer; neighbours of one writer are one range. */
export function authored(
  ranges: readonly ClientRange[],
  writerOf: (clientId: number) => Writer,
): AuthoredRange[] {
  const joined: AuthoredRange[] = [];
  for (const { part, from, to, clientId } of ranges) {
    const { userId, side, origin, suggestionId } = writerOf(clientId);
    const last = joined.at(-1);
    const goesOn =
      last?.part === part &&
      last.to === from &&
      last.userId === userId &&
      last.origin === origin &&
      last.suggestionId === suggestionId;
    if (goesOn) last.to = to;
    else joined.push({ part, from, to, userId, side, origin, suggestionId });
  }
  return joined;
}

export function authoredRanges(
  doc: Y.Doc,
  writerOf: (clientId: number) => Writer,
): AuthoredRange[] {
  return authored(clientRanges(doc), writerOf);
}

/** Characters (code points) by how they came in; together they are all there are. */
export type OwnWords = Record<Origin, number>;

export function ownWords(
  ranges: readonly AuthoredRange[],
  textOf: (part: TextPart) => string,
): OwnWords {
  const counts: OwnWords = { typed: 0, accepted: 0, pasted: 0, broughtBack: 0 };
  for (const { part, from, to, origin } of ranges) {
    counts[origin] += Array.from(textOf(part).slice(from, to)).length;
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

export interface AuthoredRun extends Run, Span {}

interface Text {
  text: string;
  /** Of this part alone, in order. */
  ranges: readonly AuthoredRange[];
}

/** The runs of a difference by whose words they are: what went by the old text, the rest by the new. */
export function authoredRuns(runs: readonly Run[], before: Text, after: Text): AuthoredRun[] {
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
