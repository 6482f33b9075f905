// Which change would move the target frequency most: the levers beside a plan, each worked out by the
// model itself and told with its figures. What a change costs is not known here.
import { atLeast } from './distribution.ts';
import {
  classesOf,
  type CreatorPosts,
  type FollowerPlan,
  followerStructured,
  impossiblePlan,
} from './followers.ts';
import { type Found, impossible, isCount } from './input.ts';
import { nicheOf } from './niche.ts';

export const leverKinds = [
  /** An audience half as large that the same followers are in, in people. */
  'narrower',
  /** The same number of posts by fewer creators, in creators: as few as serve the frequency best. */
  'fewer-creators',
  /** Creators whose audiences overlap more, as a share of the smaller one, on average of all pairs. */
  'overlap',
  /** One more post by each creator who posts, in posts of all. */
  'one-more-post',
  /** Each post seen by a quarter more of the followers, as the reach of a post on average. */
  'better-reach',
] as const;
export type LeverKind = (typeof leverKinds)[number];

export interface Lever {
  kind: LeverKind;
  /** What is changed, in the unit of its kind. */
  from: number;
  to: number;
  /** Share at the target frequency as it is and after, and the difference, which may be below 0. */
  before: number;
  after: number;
  gain: number;
  /** Reach (1+) as it is and after: some levers cost reach. */
  reachBefore: number;
  reachAfter: number;
}

interface Change {
  kind: LeverKind;
  from: number;
  to: number;
  plan: FollowerPlan;
}

/**
 * All levers that there are for this plan, the greatest gain first. `frequency`: k. A lever that cannot
 * be (half the audience would be smaller than one creator's followers in it) is left out.
 * Refused: what followerStructured refuses, a frequency that is no number of hearings.
 */
export function levers(
  plan: FollowerPlan,
  { frequency: k }: { frequency: number },
): Found<{ levers: Lever[] }> {
  const wrong = impossiblePlan(plan);
  if (wrong) return wrong;
  const reason = isCount(k) ?? (k === 0 ? 'zero' : null);
  if (reason) return impossible('frequency', reason, k);
  const before = heard(plan, k);
  if (!before) return { ok: true, levers: [] };
  const changes = [narrower(plan), fewer(plan, k), overlapping(plan), oneMore(plan), better(plan)];
  const told = changes.flatMap((change): Lever[] => {
    const after = change && heard(change.plan, k);
    if (!after) return [];
    const { kind, from, to } = change;
    const gain = after.share - before.share;
    const shares = { before: before.share, after: after.share, gain };
    return [{ kind, from, to, ...shares, reachBefore: before.reach, reachAfter: after.reach }];
  });
  return { ok: true, levers: told.sort((a, b) => b.gain - a.gain) };
}

function heard(plan: FollowerPlan, k: number): { share: number; reach: number } | null {
  const found = followerStructured(plan);
  return found.ok ? { share: atLeast(found.distribution, k), reach: found.reach } : null;
}

function narrower(plan: FollowerPlan): Change | null {
  const { population, niche } = plan;
  const to = population / 2;
  const kept = niche && niche.size < to ? niche : undefined;
  return { kind: 'narrower', from: population, to, plan: { ...plan, population: to, niche: kept } };
}

const peopleOf = ({ followers, inTarget }: CreatorPosts) => followers * inTarget;

/** So many counts of creators are tried at most. */
const mostCounts = 24;

function fewer(plan: FollowerPlan, k: number): Change | null {
  const places = [...plan.creators.keys()].filter((i) => (plan.creators[i]?.posts ?? 0) > 0);
  const value = (i: number) => {
    const creator = plan.creators[i] as CreatorPosts;
    return peopleOf(creator) * creator.reachPerPost;
  };
  const order = [...places].sort((a, b) => value(b) - value(a) || a - b);
  const total = places.reduce((so, i) => so + (plan.creators[i] as CreatorPosts).posts, 0);
  let best: { count: number; plan: FollowerPlan; share: number } | null = null;
  const step = Math.max(1, Math.ceil(places.length / mostCounts));
  for (let count = 1; count < places.length; count += step) {
    const trial = gathered(plan, order.slice(0, count), total);
    const share = heard(trial, k)?.share ?? 0;
    if (!best || share > best.share) best = { count, plan: trial, share };
  }
  if (!best) return null;
  return { kind: 'fewer-creators', from: places.length, to: best.count, plan: best.plan };
}

/** All posts shared out evenly among some; what does not divide goes to the first of them. */
function gathered(plan: FollowerPlan, some: readonly number[], total: number): FollowerPlan {
  const each = Math.floor(total / some.length);
  const over = total - each * some.length;
  const creators = plan.creators.map((creator) => ({ ...creator, posts: 0 }));
  for (const [place, i] of some.entries()) {
    (creators[i] as CreatorPosts).posts = each + (place < over ? 1 : 0);
  }
  return { ...plan, creators };
}

/** So much more overlap is what the lever stands for. */
const moreOverlap = 0.2;

function overlapping(plan: FollowerPlan): Change | null {
  const { population, creators } = plan;
  const from = overlapOf(plan);
  if (creators.length < 2) return null;
  const to = Math.min(1, from + moreOverlap);
  const overlap = { kind: 'assumed', share: to, low: to, high: to } as const;
  const found = nicheOf({ population, creators, overlap });
  return found.ok ? { kind: 'overlap', from, to, plan: { ...plan, niche: found.niche } } : null;
}

/** Followers in common as a share of the smaller audience, on average of all pairs. */
export function overlapOf(plan: FollowerPlan): number {
  const { share, follow } = classesOf(plan);
  const [inside, outside] = follow;
  const people = plan.creators.map(peopleOf);
  let [total, pairs] = [0, 0];
  for (let b = 1; b < people.length; b++) {
    for (let a = 0; a < b; a++) {
      const smaller = Math.min(people[a] as number, people[b] as number) / plan.population;
      if (smaller === 0) continue;
      const within = share * (inside[a] as number) * (inside[b] as number);
      const beyond = (1 - share) * (outside[a] ?? 0) * (outside[b] ?? 0);
      total += (within + beyond) / smaller;
      pairs++;
    }
  }
  return pairs === 0 ? 0 : total / pairs;
}

function oneMore(plan: FollowerPlan): Change {
  const total = (some: readonly CreatorPosts[]) => some.reduce((so, { posts }) => so + posts, 0);
  const creators = plan.creators.map((creator) =>
    creator.posts > 0 ? { ...creator, posts: creator.posts + 1 } : creator,
  );
  const [from, to] = [total(plan.creators), total(creators)];
  return { kind: 'one-more-post', from, to, plan: { ...plan, creators } };
}

const moreReach = 1.25;

function better(plan: FollowerPlan): Change {
  const average = (some: readonly CreatorPosts[]) =>
    some.length === 0
      ? 0
      : some.reduce((so, { reachPerPost }) => so + reachPerPost, 0) / some.length;
  const creators = plan.creators.map((creator) => ({
    ...creator,
    reachPerPost: Math.min(1, creator.reachPerPost * moreReach),
  }));
  const [from, to] = [average(plan.creators), average(creators)];
  return { kind: 'better-reach', from, to, plan: { ...plan, creators } };
}
