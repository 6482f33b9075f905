// The stretch of a text that a suggestion would replace. Unlike an anchor it may be empty (something
// is only added) and its words keep their line breaks, because they are what is taken out. It is
// found exactly, or again by its words and their neighbours, or it is not found: never guessed.
import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import {
  type AnchorPart,
  contextLength,
  type LinearText,
  linearText,
  neighbourLength,
  offsetOfEncoded,
} from './anchors.ts';
import type { Span } from './suggestion-schema.ts';

export type { Span } from './suggestion-schema.ts';

/** Characters one suggestion may take out, and put in. */
export const maxSuggestedLength = 5_000;

/** Indices of the linear text. */
export interface Stretch {
  from: number;
  to: number;
}

/** Null where a text holds nothing to hold on to. */
export function spanOf(linear: LinearText, { part, from, to }: Stretch & { part: AnchorPart }) {
  const { text } = linear;
  const start = from < to ? (onto(linear, from) ?? behind(linear, from)) : behind(linear, from);
  const end = from < to ? (upTo(linear, to) ?? before(linear, to)) : start;
  if (start === null || end === null) return null;
  return {
    part,
    start: encode(start),
    end: encode(end),
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - contextLength), from),
    after: text.slice(to, to + contextLength),
  } satisfies Span;
}

const encode = (position: Y.RelativePosition) => toBase64(Y.encodeRelativePosition(position));

/** Held by the character that follows; null when that is a line break. */
function onto({ pieces }: LinearText, offset: number): Y.RelativePosition | null {
  const piece = pieces.find(({ at, length }) => at <= offset && offset < at + length);
  return piece ? Y.createRelativePositionFromTypeIndex(piece.type, offset - piece.at, 0) : null;
}

/** Held by the character before it. */
function upTo({ pieces }: LinearText, offset: number): Y.RelativePosition | null {
  const piece = pieces.find(({ at, length }) => at < offset && offset <= at + length);
  return piece ? Y.createRelativePositionFromTypeIndex(piece.type, offset - piece.at, -1) : null;
}

const behind = (linear: LinearText, offset: number) =>
  upTo(linear, offset) ?? onto(linear, offset) ?? within(linear, offset);

/** One place, for a caret: held as y-tiptap holds its own, which reads no other. */
export function positionIn(linear: LinearText, index: number): Y.RelativePosition | null {
  const parent = index === 0 ? linear.pieces[0]?.type.parent : null;
  // It takes the first place of all for a mistake when a character holds it.
  if (parent instanceof Y.XmlElement) return Y.createRelativePositionFromTypeIndex(parent, 0);
  return within(linear, index);
}

const before = (linear: LinearText, offset: number) =>
  onto(linear, offset) ?? upTo(linear, offset) ?? within(linear, offset);

/** An empty line: held by what holds its text, or would. */
function within({ pieces, elements }: LinearText, offset: number): Y.RelativePosition | null {
  const piece = pieces.find(({ at, length }) => at <= offset && offset <= at + length);
  if (piece) return Y.createRelativePositionFromTypeIndex(piece.type, offset - piece.at, 0);
  const [innermost] = [...elements].filter(([, { to }]) => to === offset);
  const element = innermost?.[0];
  if (!(element instanceof Y.XmlElement)) return null;
  return Y.createRelativePositionFromTypeIndex(element, element.length);
}

/**
 * `exact`: the words stand where they stood. `moved`: the positions broke and the only place with
 * these words and a neighbour of theirs was taken. `changed`: other words stand there now.
 */
export type ResolvedSpan =
  | (Stretch & { state: 'exact' | 'moved' })
  | (Stretch & { state: 'changed'; words: string })
  | { state: 'gone' };

export function resolveSpan(
  doc: Y.Doc,
  span: Span,
  linear: LinearText = linearText(doc, span.part),
): ResolvedSpan {
  const { text } = linear;
  const from = offsetOfEncoded(doc, linear, span.start);
  const to = offsetOfEncoded(doc, linear, span.end);
  const held = from !== null && to !== null && from <= to ? { from, to } : null;
  const words = held ? text.slice(held.from, held.to) : '';
  const stands = held !== null && words === span.quote;
  if (stands && (span.quote.trim() !== '' || fits(text, held, span))) {
    return { state: 'exact', ...held };
  }
  const again = find(text, span);
  if (again) return { state: 'moved', ...again };
  return held && words.trim() !== '' ? { state: 'changed', ...held, words } : { state: 'gone' };
}

/** Whether one neighbour at least is the one it had. */
function fits(text: string, { from, to }: Stretch, span: Span): boolean {
  const left = span.before.slice(-neighbourLength);
  const right = span.after.slice(0, neighbourLength);
  const leftFits = left === '' ? from === 0 : text.slice(0, from).endsWith(left);
  const rightFits = right === '' ? to === text.length : text.startsWith(right, to);
  return leftFits || rightFits;
}

/** The one place where the words stand beside a neighbour; an empty quote needs both of them. */
function find(text: string, span: Span): Stretch | null {
  const isBare = span.quote.trim() === '';
  const lead = isBare ? span.before : '';
  const wanted = lead + span.quote + (isBare ? span.after : '');
  if (wanted.trim() === '') return null;
  const found: Stretch[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const from = at + lead.length;
    const stretch = { from, to: from + span.quote.length };
    if (isBare || fits(text, stretch, span)) found.push(stretch);
    if (found.length > 1) return null;
  }
  return found[0] ?? null;
}
