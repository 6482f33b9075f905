// A fork: somebody else's text with one's own changes in it, and which those are. The text below is
// never touched. Pure: documents and step maps in, changes out; it knows no Yjs and no view.
import { type Node, Slice } from '@tiptap/pm/model';
import type { StepMap } from '@tiptap/pm/transform';
import { wordsOf } from './difference.ts';
import { type Change, intoFork } from './fork-places.ts';
import { replaced } from './suggestions.ts';

/** Takes in one more step of the fork's writer; `newRow` names what is begun by it. */
export function changedBy(
  changes: readonly Change[],
  map: StepMap,
  newRow: () => string,
): Change[] {
  let next = [...changes];
  map.forEach((oldStart, oldEnd, newStart, newEnd) => {
    const end = oldEnd + newStart - oldStart;
    next = withRange(next, { at: newStart, end, grownTo: newEnd }, newRow);
  });
  return next;
}

function withRange(
  changes: readonly Change[],
  { at, end, grownTo }: { at: number; end: number; grownTo: number },
  newRow: () => string,
): Change[] {
  const before = changes.filter((one) => one.end < at);
  const touched = changes.filter((one) => one.end >= at && one.at <= end);
  const after = changes.filter((one) => one.at > end);
  const grown = grownTo - end;
  const [first, last] = [touched[0], touched.at(-1)];
  const shift = before.reduce((sum, one) => sum + one.end - one.at - (one.to - one.from), 0);
  const merged: Change =
    first && last
      ? {
          from: first.from - Math.max(0, first.at - at),
          to: last.to + Math.max(0, end - last.end),
          at: Math.min(at, first.at),
          end: Math.max(end, last.end) + grown,
          row: first.row,
        }
      : { from: at - shift, to: end - shift, at, end: grownTo, row: newRow() };
  const moved = after.map((one) => ({ ...one, at: one.at + grown, end: one.end + grown }));
  return [...before, merged, ...moved];
}

/**
 * Edges inside paragraphs, so that they have a place in the text, and nothing in it that is the
 * same on both sides. Changes that change nothing are gone.
 */
export function tidied(base: Node, fork: Node, changes: readonly Change[]): Change[] {
  return inParagraphs(base, changes).flatMap((wide) => {
    const change = trimmed(base, fork, wide);
    const isSame = base.slice(change.from, change.to).eq(fork.slice(change.at, change.end));
    return isSame ? [] : [change];
  });
}

/** What lies between paragraphs is widened into them; what meets then is one change. */
function inParagraphs(base: Node, changes: readonly Change[]): Change[] {
  const wide: Change[] = [];
  for (const one of changes) {
    const next = { ...one, ...startOf(base, one, changes), ...endOf(base, one, changes) };
    const last = wide.at(-1);
    if (!last || next.from > last.to) wide.push(next);
    else if (next.to > last.to) wide[wide.length - 1] = { ...last, to: next.to, end: next.end };
  }
  return wide;
}

function startOf(base: Node, { from, at }: Change, changes: readonly Change[]) {
  const left = textAt(base, from, -1);
  if (left !== null) return { from: left, at: intoFork(changes, left, 'start') };
  // Before the first paragraph: what is put there opens as that paragraph does.
  const right = textAt(base, from, 1) ?? from;
  return { from: right, at: at + right - from };
}

function endOf(base: Node, { to, end }: Change, changes: readonly Change[]) {
  const right = textAt(base, to, 1);
  if (right !== null) return { to: right, end: intoFork(changes, right, 'end') };
  const left = textAt(base, to, -1) ?? to;
  return { to: left, end: end - (to - left) };
}

/** The nearest place inside a paragraph in one direction, the position itself included. */
function textAt(doc: Node, position: number, by: -1 | 1): number | null {
  for (let at = position; at >= 0 && at <= doc.content.size; at += by) {
    if (doc.resolve(at).parent.isTextblock) return at;
  }
  return null;
}

/** Takes equal words off both ends, as long as they stand in one paragraph on both sides. */
function trimmed(base: Node, fork: Node, change: Change): Change {
  const { from, to, at, end } = change;
  const [old, now] = [base.resolve(from), fork.resolve(at)];
  const isInline = old.parent.isTextblock && now.parent.isTextblock;
  if (!isInline || old.end() < to || now.end() < end) return change;
  // A line break counts one, as it does in the document.
  const words = (node: Node, a: number, b: number) => wordsOf(node.textBetween(a, b, '\n', '\n'));
  const [before, after] = [words(base, from, to), words(fork, at, end)];
  const head = equalLength(before, after);
  const rest = [before, after].map((one) => one.slice(head.count).reverse());
  const tail = equalLength(rest[0] as string[], rest[1] as string[]);
  return {
    ...change,
    from: from + head.length,
    at: at + head.length,
    to: to - tail.length,
    end: end - tail.length,
  };
}

/** How many words from the first are equal, and their characters. */
function equalLength(before: readonly string[], after: readonly string[]) {
  let [count, length] = [0, 0];
  while (count < before.length && before[count] === after[count]) {
    length += (before[count] as string).length;
    count += 1;
  }
  return { count, length };
}

/** What would be put in, for each change of a base: in order, not overlapping. */
export interface Patch {
  from: number;
  to: number;
  slice: Slice;
  row: string;
}

export const patchesOf = (fork: Node, changes: readonly Change[]): Patch[] =>
  changes.map(({ from, to, at, end, row }) => ({ from, to, row, slice: fork.slice(at, end) }));

/** The fork of a base; what does not fit into it, or overlaps what came before it, is left out. */
export function forkOf(base: Node, patches: readonly Patch[]): { doc: Node; changes: Change[] } {
  const kept: Patch[] = [];
  for (const patch of [...patches].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1);
    const isFree = !last || last.to < patch.from;
    if (isFree && replaced(base, patch)) kept.push(patch);
  }
  let doc = base;
  for (const patch of [...kept].reverse()) doc = replaced(doc, patch) ?? doc;
  let shift = 0;
  const changes = kept.map(({ from, to, slice, row }) => {
    const at = from + shift;
    shift += slice.size - (to - from);
    return { from, to, at, end: at + slice.size, row };
  });
  return { doc, changes };
}

/** The smallest replacement that makes one document of another, or null where they are equal. */
export function differenceOf(
  before: Node,
  after: Node,
): { from: number; to: number; slice: Slice } | null {
  const start = before.content.findDiffStart(after.content);
  const end = before.content.findDiffEnd(after.content);
  if (start === null || end === null) return null;
  // The ends may overlap where the same stands twice.
  const overlap = start - Math.min(end.a, end.b);
  const [a, b] = overlap > 0 ? [end.a + overlap, end.b + overlap] : [end.a, end.b];
  return { from: start, to: a, slice: after.slice(start, b) };
}
