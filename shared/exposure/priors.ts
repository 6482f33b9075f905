// What to take for the reach of a post while a creator's own figures are missing: dated medians of
// others, with their source. They are priors: marked as such, editable, and gone with the first own one.
import type { PostKind } from '../imports/post.ts';

export interface ReachPrior {
  /** Share of the followers who see one post. */
  reach: number;
  /** Where eight of ten creators may lie. Ours: the source prints medians only. */
  band: { low: number; high: number };
  platform: 'instagram';
  kind: 'feed' | 'story';
  /** Followers from here up to, not including, `below`. */
  from: number;
  below: number;
  source: typeof minter;
}

const minter = {
  name: 'Minter.io',
  year: 2019,
  what: 'medians over 3 to 4 million Instagram posts',
} as const;

const instagram = { platform: 'instagram' } as const;

const rows: [from: number, below: number, feed: number, story: number][] = [
  [0, 20_000, 0.377, 0.082],
  [20_000, 100_000, 0.229, 0.043],
  [100_000, 1_000_000, 0.229, 0.041],
  [1_000_000, Number.POSITIVE_INFINITY, 0.191, 0.038],
];

/** Half to one and a half: reach differs that much between creators, and 2019 is long ago. */
const bandOf = (reach: number) => ({ low: reach * 0.5, high: Math.min(1, reach * 1.5) });

export const reachPriors: readonly ReachPrior[] = rows.flatMap(([from, below, feed, story]) => [
  { ...instagram, kind: 'feed', reach: feed, band: bandOf(feed), from, below, source: minter },
  { ...instagram, kind: 'story', reach: story, band: bandOf(story), from, below, source: minter },
]);

/** The prior of a creator's post; null for followers that are no number of people. */
export function reachPrior(followers: number, post: PostKind): ReachPrior | null {
  const kind = post === 'story' ? 'story' : 'feed';
  const rows = reachPriors.filter((prior) => prior.kind === kind);
  return rows.find(({ from, below }) => followers >= from && followers < below) ?? null;
}

/** Of the views of a video so many are different people; for figures that count views only. */
export const uniqueViewers = [
  { platform: 'youtube', share: 0.75, source: { name: 'Stellar' } },
  { platform: 'tiktok', share: 0.68, source: { name: 'Stellar' } },
] as const;
