// Looking into JSON of any make: nothing is expected of it, and whatever is not there is null.

export type Json = unknown;

export const fieldOf = (value: Json, name: string): Json =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : null;

export const listOf = (value: Json): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

export const entriesOf = (value: Json): [string, Json][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

export const wordsAt = (value: Json, name: string): string => {
  const words = fieldOf(value, name);
  return typeof words === 'string' ? words : '';
};

/** Seconds since 1970 as platforms write them; null for none, which some write as 0. */
export function secondsAt(value: Json, name: string): number | null {
  const seconds = fieldOf(value, name);
  const isMoment = typeof seconds === 'number' && Number.isInteger(seconds);
  // Between the first such post and the year 2100.
  return isMoment && seconds > 1_072_915_200 && seconds < 4_102_444_800 ? seconds : null;
}
