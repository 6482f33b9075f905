// What changed between two published guidelines, field by field, for the person who agrees again.
import canonicalize from 'canonicalize';
import { type FieldKind, fieldKinds } from './fields.ts';
import type { FieldText, Guidelines, Point } from './guidelines.ts';

export type GuidelinesChange =
  | { field: Exclude<FieldKind, 'points'>; before: FieldText; after: FieldText }
  | { field: 'points'; pointId: string; before: Point | null; after: Point | null }
  /** The same points in another order: their ids. */
  | { field: 'points'; pointId: null; before: string[]; after: string[] };

/** What a reader of both versions would see changed; formatting and block ids are not it. */
export function diffGuidelines(before: Guidelines, after: Guidelines): GuidelinesChange[] {
  return fieldKinds.flatMap((field): GuidelinesChange[] => {
    if (field === 'points') return pointChanges(before.points, after.points);
    const [old, now] = [before.fields[field], after.fields[field]];
    const same = equal([old.text, old.lines], [now.text, now.lines]);
    return same ? [] : [{ field, before: old, after: now }];
  });
}

function pointChanges(before: readonly Point[], after: readonly Point[]): GuidelinesChange[] {
  const old = new Map(before.map((point) => [point.id, point]));
  const now = new Map(after.map((point) => [point.id, point]));
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  const changes = ids.flatMap((pointId): GuidelinesChange[] => {
    const pair = { before: old.get(pointId) ?? null, after: now.get(pointId) ?? null };
    return equal(pair.before, pair.after) ? [] : [{ field: 'points', pointId, ...pair }];
  });
  const kept = (points: readonly Point[]) =>
    points.map((point) => point.id).filter((id) => old.has(id) && now.has(id));
  const order = { before: kept(before), after: kept(after) };
  return equal(order.before, order.after)
    ? changes
    : [...changes, { field: 'points', pointId: null, ...order }];
}

const equal = (a: unknown, b: unknown) => canonicalize(a) === canonicalize(b);
