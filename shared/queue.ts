// A sitting of reviews: posts that wait for one reader, one after the other. What is put off and when
// it began stands in the page's address, so that loading again and going back find it; what was
// decided is told by the decisions themselves. Pure: it knows ids and times, never rows or a page.

export interface Sitting {
  /** A brief's id, or all of them. */
  queue: string;
  /** When it began, in milliseconds; null where it has not. */
  since: number | null;
  /** Put off in this sitting, and still waiting. */
  skipped: readonly string[];
}

export const everyBrief = 'all';

const maxSkipped = 200;
const isId = (text: string): boolean => /^[a-z0-9]{1,64}$/.test(text);

/** Null on a page that is not part of one. `get` reads a parameter of the address. */
export function sittingOf(get: (name: string) => string | null): Sitting | null {
  const queue = get('queue');
  if (queue === null || !isId(queue)) return null;
  const since = Number(get('since') ?? Number.NaN);
  const skipped = (get('skip') ?? '').split(',').filter(isId).slice(-maxSkipped);
  return { queue, since: Number.isSafeInteger(since) ? since : null, skipped };
}

/** The sitting as the rest of an address, beginning with "?". */
export function sittingQuery({ queue, since, skipped }: Sitting): string {
  const parts = [
    `queue=${queue}`,
    ...(since === null ? [] : [`since=${since}`]),
    ...(skipped.length > 0 ? [`skip=${skipped.join(',')}`] : []),
  ];
  return `?${parts.join('&')}`;
}

/** The same sitting with this post put off. */
export function skipping(sitting: Sitting, draftId: string): Sitting {
  const others = sitting.skipped.filter((id) => id !== draftId);
  return { ...sitting, skipped: [...others, draftId].slice(-maxSkipped) };
}

export interface Waiting {
  draftId: string;
  /** When an answer is owed; null where no day was named. */
  due: number | null;
  /** Since when it waits. */
  since: number;
}

const noDay = Number.POSITIVE_INFINITY;

/** The longest overdue first, then the soonest due; without a day, what has waited longest. */
export function dueFirst(a: Waiting, b: Waiting): number {
  const [first, second] = [a.due ?? noDay, b.due ?? noDay];
  return first === second ? a.since - b.since : first - second;
}

export interface Place<Post extends Waiting> {
  /** Of the sitting: what was decided, what was put off, and the post at hand. */
  n: number;
  total: number;
  next: Post | null;
  /** Put off and still waiting, the post at hand aside. */
  putOff: number;
}

/** Where a sitting stands with the post at hand before its reader; `null` between two of them. */
export function placeIn<Post extends Waiting>(
  waiting: readonly Post[],
  {
    skipped,
    decided,
    at,
  }: {
    skipped: readonly string[];
    decided: ReadonlySet<string>;
    at: string | null;
  },
): Place<Post> {
  const others = waiting.filter(({ draftId }) => draftId !== at);
  const off = new Set(skipped);
  const putOff = others.filter(({ draftId }) => off.has(draftId)).length;
  const isWaiting = others.length < waiting.length;
  // One that came back after it was decided is counted once, as waiting.
  const done = [...decided].filter((id) => !waiting.some(({ draftId }) => draftId === id)).length;
  return {
    n: done + putOff + (isWaiting ? 1 : 0),
    total: done + waiting.length,
    next: others.filter(({ draftId }) => !off.has(draftId)).sort(dueFirst)[0] ?? null,
    putOff,
  };
}
