// The difference of two versions of a draft, part by part, for Compare and for "not as approved".
import canonicalize from 'canonicalize';
import { plainText } from './blocks.ts';
import { type Pair, type Run, longestCommon, textDifference } from './difference.ts';
import {
  type CellKind,
  cellKinds,
  type FrameText,
  framesOf,
  type Medium,
  type Parts,
  type ScriptRow,
  scriptRowsOf,
} from './parts.ts';

export interface RowDifference {
  before: ScriptRow | null;
  after: ScriptRow | null;
  cells: Record<CellKind, Run[]>;
}

export interface FrameDifference {
  before: FrameText | null;
  after: FrameText | null;
  runs: Run[];
}

/** `kept`: the same picture as before; a changed alt text or cover shows in the two media. */
export interface MediumDifference {
  kind: 'kept' | 'changed' | 'added' | 'removed' | 'moved';
  before: Medium | null;
  after: Medium | null;
}

/** Only parts that differ in what they say; formatting alone shows as runs that are all the same. */
export type PartDifference =
  | { part: 'title' | 'caption' | 'firstComment'; runs: Run[] }
  | { part: 'script'; rows: RowDifference[] }
  | { part: 'frames'; frames: FrameDifference[] }
  | { part: 'media'; media: MediumDifference[] };

export function partsDifference(before: Parts, after: Parts): PartDifference[] {
  const differences: PartDifference[] = [];
  for (const part of ['title', 'caption', 'firstComment'] as const) {
    const [old, now] = [plainText(before[part]), plainText(after[part])];
    if (old !== now) differences.push({ part, runs: textDifference(old, now) });
  }
  const rows = rowDifferences(scriptRowsOf(before), scriptRowsOf(after));
  if (rows.some((row) => changed(Object.values(row.cells).flat()))) {
    differences.push({ part: 'script', rows });
  }
  const frames = frameDifferences(framesOf(before), framesOf(after));
  if (frames.some((frame) => changed(frame.runs) || !frame.before || !frame.after)) {
    differences.push({ part: 'frames', frames });
  }
  const media = mediaDifferences(before.media, after.media);
  if (media.some((one) => one.kind !== 'kept')) differences.push({ part: 'media', media });
  return differences;
}

const changed = (runs: readonly Run[]) => runs.some((run) => run.kind !== 'same');

function rowDifferences(before: ScriptRow[], after: ScriptRow[]): RowDifference[] {
  const words = (row: ScriptRow) => canonicalize(cellKinds.map((kind) => row[kind])) ?? '';
  return paired(before, after, words).map(([old, now]) => {
    const runs = (kind: CellKind) => textDifference(old?.[kind] ?? '', now?.[kind] ?? '');
    const cells = Object.fromEntries(cellKinds.map((kind) => [kind, runs(kind)]));
    return { before: old, after: now, cells: cells as Record<CellKind, Run[]> };
  });
}

function frameDifferences(before: FrameText[], after: FrameText[]): FrameDifference[] {
  return paired(before, after, (frame) => frame.text).map(([old, now]) => ({
    before: old,
    after: now,
    runs: textDifference(old?.text ?? '', now?.text ?? ''),
  }));
}

function mediaDifferences(before: Medium[], after: Medium[]): MediumDifference[] {
  const place = (medium: Medium) => `${medium.kind}:${medium.file ?? medium.link ?? medium.id}`;
  const inBefore = new Map(before.map((medium) => [place(medium), medium]));
  const inAfter = new Set(after.map(place));
  const inOrder = new Set(
    longestCommon(before.map(place), after.map(place)).map(([, index]) => index),
  );
  const stayed = after.map((now, index): MediumDifference => {
    const old = inBefore.get(place(now)) ?? null;
    if (old === null) return { kind: 'added', before: null, after: now };
    const same = old.alt === now.alt && old.cover === now.cover;
    const kind = inOrder.has(index) ? (same ? 'kept' : 'changed') : 'moved';
    return { kind, before: old, after: now };
  });
  const gone = before.filter((medium) => !inAfter.has(place(medium)));
  return [
    ...stayed,
    ...gone.map((old): MediumDifference => ({ kind: 'removed', before: old, after: null })),
  ];
}

/** Items side by side: equal ones meet, and between them the first changed meets the first. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): [T | null, T | null][] {
  const pairs: [T | null, T | null][] = [];
  let [a, b] = [0, 0];
  const ends: Pair = [before.length, after.length];
  for (const [nextA, nextB] of [...longestCommon(before.map(key), after.map(key)), ends]) {
    while (a < nextA || b < nextB) {
      pairs.push([a < nextA ? (before[a++] as T) : null, b < nextB ? (after[b++] as T) : null]);
    }
    if (a < before.length && b < after.length) pairs.push([before[a++] as T, after[b++] as T]);
  }
  return pairs;
}
