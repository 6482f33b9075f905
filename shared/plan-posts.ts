// What making posts from the plan would do, worked out the same way by the page that says it before and
// by the command that does it. It gives and never takes away: who has more posts than planned keeps
// them. Done twice it does nothing the second time. Pure.
import type { Plan } from './plan.ts';
import { type CreatorFacts, type PlannedPost, plannedCreators } from './plan-inputs.ts';
import { addDays } from './zoned-time.ts';

/** A post of the brief by its id, or a new one by its place after those that are there, from 0. */
export type MadePost = { deliverableId: string } | { fresh: number };

export interface GivenPost {
  post: MadePost;
  /** `2026-12-07`; empty where the plan names none. */
  day: string;
}

export interface CreatorMaking {
  userId: string;
  name: string;
  isIn: boolean;
  /** Posts they make from now on. */
  given: GivenPost[];
  /** Posts of theirs that go live on another day. */
  moved: { deliverableId: string; day: string }[];
  /** What their posts are to carry, where that is not what was noted before. */
  points: { post: MadePost; points: string[] }[];
  /** Posts they have and the plan does not count; they stay. */
  more: number;
}

export interface PlanMaking {
  /** New posts of the brief, each with the first day somebody is planned for. */
  fresh: { day: string }[];
  /** Those for whom anything changes. */
  creators: CreatorMaking[];
  /** Days that are over already, and so move nothing. */
  tooLate: number;
  /** Everybody who keeps more than planned. */
  keep: { name: string; more: number }[];
}

export interface MakingFacts {
  creators: readonly CreatorFacts[];
  /** All posts of the brief in their order. */
  deliverables: readonly { id: string; day: string }[];
  /** Talking points that there are. */
  points: readonly string[];
  /** Where the brief is at home. */
  today: string;
}

export function planMaking(plan: Pick<Plan, 'creators'>, facts: MakingFacts): PlanMaking {
  const planned = plannedCreators(plan, facts.creators, facts.points);
  let tooLate = 0;
  const creators = planned.map((creator, at): CreatorMaking => {
    const own = (facts.creators[at] as CreatorFacts).posts;
    const others = facts.deliverables.filter(
      ({ id }) => !own.some(({ deliverableId }) => deliverableId === id),
    );
    const made: CreatorMaking = {
      userId: creator.userId,
      name: creator.name,
      isIn: creator.isIn,
      given: [],
      moved: [],
      points: [],
      more: Math.max(0, own.length - creator.planned.length),
    };
    for (const post of creator.planned) {
      const to = madePost(
        post,
        others.map(({ id }) => id),
        own.length,
      );
      const isLate = post.day !== '' && post.day < facts.today;
      // Who is not in has no drafts yet, and so no days to be moved.
      const isMoved =
        creator.isIn && post.isDayTyped && post.post !== null && post.day !== post.post.day;
      if (isLate && (isMoved || !post.post) && !post.post?.isOver) tooLate++;
      const day = isLate ? '' : post.day;
      if (!post.post) made.given.push({ post: to, day });
      else if (isMoved && day !== '' && !post.post.isOver) {
        made.moved.push({ deliverableId: post.post.deliverableId, day });
      }
      const noted = post.post?.points ?? [];
      if (noted.join(' ') !== post.points.join(' '))
        made.points.push({ post: to, points: post.points });
    }
    return made;
  });
  return {
    fresh: freshPosts(creators, facts.today),
    creators: creators.filter(isAnything),
    tooLate,
    keep: creators.flatMap(({ name, more }) => (more > 0 ? [{ name, more }] : [])),
  };
}

/** Their own posts first, then those of the brief they do not make yet, then new ones. */
function madePost({ n, post }: PlannedPost, others: string[], own: number): MadePost {
  if (post) return { deliverableId: post.deliverableId };
  const place = n - 1 - own;
  const other = others[place];
  return other === undefined ? { fresh: place - others.length } : { deliverableId: other };
}

function freshPosts(creators: readonly CreatorMaking[], today: string): { day: string }[] {
  const days = new Map<number, string[]>();
  for (const { given } of creators) {
    for (const { post, day } of given) {
      if (!('fresh' in post)) continue;
      days.set(post.fresh, [...(days.get(post.fresh) ?? []), ...(day === '' ? [] : [day])]);
    }
  }
  return Array.from({ length: days.size }, (_, place) => {
    const [first] = (days.get(place) ?? []).sort();
    return { day: first !== undefined && first >= today ? first : '' };
  });
}

const isAnything = ({ given, moved, points }: CreatorMaking): boolean =>
  given.length + moved.length + points.length > 0;

export interface MakingCounts {
  fresh: number;
  given: number;
  people: number;
  moved: number;
  points: number;
}

export function countsOf({ fresh, creators }: PlanMaking): MakingCounts {
  const sum = (of: (one: CreatorMaking) => number) =>
    creators.reduce((all, one) => all + of(one), 0);
  return {
    fresh: fresh.length,
    given: sum(({ given }) => given.length),
    people: creators.filter(({ given }) => given.length > 0).length,
    moved: sum(({ moved }) => moved.length),
    points: sum(({ points }) => points.length),
  };
}

/** What was on screen when somebody pressed: another mark is another plan. */
export const makingMark = ({ fresh, creators }: PlanMaking): string =>
  JSON.stringify([
    fresh,
    creators.map(({ userId, given, moved, points }) => [userId, given, moved, points]),
  ]);

export interface PostDays {
  draftDue: string;
  reviewDue: string;
  publishDue: string;
}

/** Days of a post that goes live on this day: with as much time before as there is, three and five days. */
export function daysBefore(day: string, today: string): PostDays {
  if (day === '') return { draftDue: '', reviewDue: '', publishDue: '' };
  const before = (days: number) => {
    const wanted = addDays(day, -days);
    return wanted < today ? today : wanted;
  };
  return { draftDue: before(5), reviewDue: before(3), publishDue: day };
}

/**
 * Days of a post that is moved: the two before it go along, but never into what is over and never
 * past the day itself. A day nobody named stays without.
 */
export function daysMoved(from: PostDays, day: string, today: string): PostDays {
  const by = from.publishDue === '' ? 0 : daysBetween(from.publishDue, day);
  const along = (old: string) => {
    if (old === '') return '';
    const wanted = addDays(old, by);
    const held = wanted < today && wanted < old ? (old < today ? old : today) : wanted;
    return held > day ? day : held;
  };
  return { draftDue: along(from.draftDue), reviewDue: along(from.reviewDue), publishDue: day };
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
