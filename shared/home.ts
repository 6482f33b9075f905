// What a home makes of posts: which wait for its reader, which are late, which go live in the days to
// come. Pure; whoever asks has judged what the reader may see.
import type { Status, Turn } from './approval.ts';
import { type Clock, lateMs } from './clock.ts';
import type { Side } from './roles.ts';

const dayMs = 86_400_000;
/** "This week" is the seven days to come: on a Friday, Monday is near. */
const weekMs = 7 * dayMs;

export interface Placed {
  status: Status;
  turn: Turn;
  clock: Clock;
  /** The creator asks the brand for a look while the turn stays theirs. */
  lookAsked: boolean;
  /** Whether the reader may answer for their side. */
  decides: boolean;
  updatedAt: Date;
}

/** Every post is in one of the first four; those that go live soon are told of once more by day. */
export const homeGroups = ['waiting', 'late', 'others', 'done', 'live'] as const;
export type HomeGroup = (typeof homeGroups)[number];

interface Reader {
  side: Side;
  now: number;
}

export function waitsFor(post: Placed, side: Side): boolean {
  return post.decides && (post.turn === side || (side === 'brand' && post.lookAsked));
}

export function groupOf(post: Placed, { side, now }: Reader): Exclude<HomeGroup, 'live'> {
  if (post.status === 'published') return 'done';
  if (waitsFor(post, side)) return 'waiting';
  return lateMs(post.clock, now) > 0 ? 'late' : 'others';
}

export function goesLiveSoon({ status, clock }: Placed, now: number): boolean {
  const { publishDue } = clock;
  if (status === 'published' || publishDue === null) return false;
  return publishDue >= now && publishDue < now + weekMs;
}

const noDay = Number.POSITIVE_INFINITY;

/** What is owed first comes first; without a day, what has waited longest. */
export function dueFirst(a: Placed, b: Placed): number {
  const [first, second] = [a.clock.due ?? noDay, b.clock.due ?? noDay];
  return first === second ? a.updatedAt.getTime() - b.updatedAt.getTime() : first - second;
}

export const liveFirst = (a: Placed, b: Placed): number =>
  (a.clock.publishDue ?? noDay) - (b.clock.publishDue ?? noDay);

export const newestFirst = (a: Placed, b: Placed): number =>
  b.updatedAt.getTime() - a.updatedAt.getTime();
