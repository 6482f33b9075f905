// What others published about whole markets, each row with its source, year, formula and limits. They
// differ by more than ten times, so none is the average of others and none is our own. Only data.
import type { Platform } from '../platforms.ts';

/** How the source says it counted; `unstated` where it does not. */
export type BenchmarkFormula = 'unstated' | 'likes-comments-by-followers' | 'median' | 'by-views';

export const tiers = ['nano', 'micro', 'mid', 'macro', 'mega', 'all'] as const;
export type Tier = (typeof tiers)[number];

export interface Benchmark {
  source: string;
  /** Who passed it on, where it was not read at the source. */
  via: string | null;
  year: number;
  platform: Platform;
  formula: BenchmarkFormula;
  tier: Tier;
  /** From and up to how many followers, where the source says so. */
  followers: readonly [number, number] | null;
  /** As a share; two numbers where the source gives a range. */
  rate: readonly [number, number];
}

type Row = [tier: Tier, rate: number | readonly [number, number], followers?: [number, number]];

function from(
  publication: Pick<Benchmark, 'source' | 'via' | 'year' | 'platform' | 'formula'>,
  rows: Row[],
): Benchmark[] {
  return rows.map(([tier, rate, followers]) => {
    const [low, high] = typeof rate === 'number' ? [rate, rate] : rate;
    // Percent as the source prints it.
    return {
      ...publication,
      tier,
      followers: followers ?? null,
      rate: [low / 100, high / 100],
    };
  });
}

const untapper = { source: 'Untapper', via: null, year: 2026 } as const;

export const benchmarks: Benchmark[] = [
  ...from(
    {
      source: 'HypeAuditor',
      via: 'eMarketer',
      year: 2026,
      platform: 'instagram',
      formula: 'unstated',
    },
    [
      ['nano', 1.78, [1_000, 10_000]],
      ['micro', 0.54, [10_000, 50_000]],
      ['mega', 0.33],
    ],
  ),
  ...from(
    {
      source: 'HypeAuditor',
      via: 'Statista',
      year: 2023,
      platform: 'instagram',
      formula: 'likes-comments-by-followers',
    },
    [
      ['nano', 2.19],
      ['all', 1.85],
    ],
  ),
  ...from({ ...untapper, platform: 'instagram', formula: 'median' }, [
    ['nano', [3, 5]],
    ['micro', [2, 3.5]],
    ['mid', [1.5, 2.5]],
    ['macro', [1, 1.8]],
    ['mega', [0.7, 1.2]],
  ]),
  ...from({ ...untapper, platform: 'tiktok', formula: 'by-views' }, [
    ['nano', [6, 10]],
    ['micro', [4, 7]],
    ['mid', [3, 5]],
    ['macro', [2, 3.5]],
    ['mega', [1, 2]],
  ]),
];
