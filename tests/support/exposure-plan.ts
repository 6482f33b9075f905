// Plans for the tests of exposure: the demo's twenty creators, and made-up ones from a seed.
import type { CreatorPosts } from '#shared/exposure/followers.ts';
import type { Found } from '#shared/exposure/input.ts';
import { chance } from './chance.ts';

/** Followers, share in target, reach of a post. */
const demo: [id: string, followers: number, inTarget: number, reachPerPost: number][] = [
  ['mali', 12_400, 0.62, 0.31],
  ['ben', 8900, 0.3, 0.34],
  ['bam', 5200, 0.6, 0.36],
  ['mint', 6800, 0.55, 0.33],
  ['earth', 7400, 0.6, 0.34],
  ['pim', 9100, 0.58, 0.3],
  ['tonkla', 11_200, 0.5, 0.29],
  ['kao', 4600, 0.66, 0.38],
  ['view', 15_800, 0.45, 0.26],
  ['boss', 8300, 0.62, 0.33],
  ['praew', 6100, 0.64, 0.35],
  ['namtan', 9800, 0.52, 0.31],
  ['june', 13_500, 0.48, 0.27],
  ['nine', 7200, 0.61, 0.34],
  ['oat', 5600, 0.63, 0.36],
  ['sea', 10_400, 0.57, 0.3],
  ['mook', 8800, 0.55, 0.32],
  ['tam', 6500, 0.66, 0.34],
  ['guitar', 17_600, 0.42, 0.25],
  ['fah', 9300, 0.59, 0.31],
];

export const demoPopulation = 60_000;

export function demoCreators(posts: number): (CreatorPosts & { id: string })[] {
  return demo.map(([id, followers, inTarget, reachPerPost]) => {
    return { id, followers, inTarget, reachPerPost, posts };
  });
}

/** Whole numbers behind the shares, so that the same plan can be worked out in fractions. */
export interface WholeCreator {
  followers: number;
  inTargetPercent: number;
  reachPercent: number;
  posts: number;
}

export function wholeCreators(seed: number, count: number): WholeCreator[] {
  const { below } = chance(seed);
  return Array.from({ length: count }, () => ({
    followers: 500 + below(20_000),
    inTargetPercent: below(101),
    reachPercent: below(101),
    posts: below(7),
  }));
}

export function asPosts({ followers, inTargetPercent, reachPercent, posts }: WholeCreator) {
  return { followers, inTarget: inTargetPercent / 100, reachPerPost: reachPercent / 100, posts };
}

/** What a model answered, or a thrown reason why it did not. */
export function figures<T>(found: Found<T>): T {
  if (!found.ok) throw new Error(`${found.error.field}: ${found.error.params.reason}`);
  return found;
}

/** Why a model did not answer. */
export function refusal(found: Found<unknown>): string {
  return found.ok ? 'answered' : `${found.error.field} ${found.error.params.reason}`;
}
