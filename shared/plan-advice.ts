// What stands beside a plan once its figures are known: the plans that would reach the goal, the levers,
// and what textbook models say. It puts the questions and works nothing out itself.
import { binomial, goerg, metheringham, sainsbury } from './exposure.ts';
import { atLeast, type Exposure } from './exposure/distribution.ts';
import { classesOf, type FollowerPlan } from './exposure/followers.ts';
import type { Found } from './exposure/input.ts';
import type { PlanExposure } from './exposure/interval.ts';
import { type Lever, levers } from './exposure/levers.ts';
import { bestPlans, type Plans } from './exposure/plans.ts';
import type { Asked } from './plan-forecast.ts';

export interface Textbook {
  model: 'binomial' | 'sainsbury' | 'metheringham' | 'goerg';
  /** Share with 1, 2, 3 or more; null where the model has no answer to these figures. */
  atLeast: [number, number, number] | null;
  /** It fell back on the binomial. */
  isBinomial: boolean;
}

export interface Advice {
  levers: Lever[];
  plans: Found<Plans>;
  /** Every creator has a cost: cheapest means something. */
  hasCosts: boolean;
  textbook: Textbook[];
}

export function advise(asked: Asked, exposure: PlanExposure): Advice {
  const plan = followerPlan(asked, exposure);
  const found = levers(plan, { frequency: asked.frequency });
  return {
    levers: found.ok ? found.levers : [],
    ...plansOf(asked, exposure),
    textbook: textbookOf(plan, exposure),
  };
}

const followerPlan = (
  { population, creators }: Asked,
  { overlap }: PlanExposure,
): FollowerPlan => ({
  population,
  creators,
  niche: overlap.niche,
});

function plansOf(asked: Asked, { overlap }: PlanExposure): Pick<Advice, 'plans' | 'hasCosts'> {
  const { population, frequency, share, creators, budget, postCap, postsEach } = asked;
  const hasCosts = creators.length > 0 && creators.every(({ cost }) => cost !== null);
  const candidates = creators.map((one, at) => ({
    id: one.userId,
    followers: one.followers,
    inTarget: one.inTarget,
    reachPerPost: one.reachPerPost,
    costPerPost: hasCosts ? (one.cost ?? 0) : 0,
    postsOut: one.out,
    maxPosts: Math.max(postsEach, one.out),
    nicheShare: overlap.niche.shares[at],
  }));
  const limits = {
    ...(budget !== null && hasCosts ? { budget } : {}),
    ...(postCap === null ? {} : { posts: postCap }),
  };
  const nicheSize = overlap.niche.size;
  return {
    hasCosts,
    plans: bestPlans({ population, candidates, frequency, share, limits, nicheSize }),
  };
}

function textbookOf(plan: FollowerPlan, exposure: PlanExposure): Textbook[] {
  const { population, creators } = plan;
  const people = creators.map((one) => one.followers * one.inTarget * one.reachPerPost);
  const insertions = creators.map(({ posts }) => posts);
  const posts = insertions.reduce((sum, one) => sum + one, 0);
  if (posts === 0) return [];
  const impressions = people.reduce((sum, one, at) => sum + one * (insertions[at] ?? 0), 0);
  const each = people.flatMap((one, at) => Array.from({ length: insertions[at] ?? 0 }, () => one));
  const duplication = duplicationOf(plan);
  const duplicated = metheringham({ population, audience: people, insertions, duplication });
  return [
    line('binomial', binomial({ p: impressions / posts / population, n: posts })),
    line('sainsbury', sainsbury({ population, audience: each })),
    {
      ...line('metheringham', duplicated),
      isBinomial: duplicated.ok && duplicated.model === 'binomial',
    },
    line('goerg', goerg({ impressions, reach: exposure.reach * population, population })),
  ];
}

function line(model: Textbook['model'], found: Found<Exposure>): Textbook {
  const shares = found.ok
    ? ([1, 2, 3].map((k) => atLeast(found.distribution, k)) as [number, number, number])
    : null;
  return { model, atLeast: shares, isBinomial: false };
}

/** People whom an insertion with i and one with j both reach; with the same creator two of hers. */
function duplicationOf(plan: FollowerPlan): number[][] {
  const { population, creators } = plan;
  const { share, follow } = classesOf(plan);
  const [inside, outside] = follow;
  const common = (i: number, j: number) =>
    population *
    (share * (inside[i] ?? 0) * (inside[j] ?? 0) +
      (1 - share) * (outside[i] ?? 0) * (outside[j] ?? 0));
  return creators.map((a, i) =>
    creators.map((b, j) => {
      const both = i === j ? a.followers * a.inTarget : common(i, j);
      const seen = [a, b].map((one) => one.followers * one.inTarget * one.reachPerPost);
      return Math.min(both * a.reachPerPost * b.reachPerPost, ...seen);
    }),
  );
}
