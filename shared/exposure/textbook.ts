// The textbook models of media planning: what stands beside our own figure under "what the textbook
// would say". They know nothing of creators and followers, only of audiences and insertions.
import { type Exposure, exposureOf, together, zeros } from './distribution.ts';
import {
  type Asked,
  type Found,
  firstImpossible,
  impossible,
  isAmount,
  isCount,
  isPositive,
  isShare,
} from './input.ts';
import { betaBinomialShares, binomialShares } from './posts.ts';

/**
 * n insertions that each reach a share p of the population, every time a new throw.
 * `p`: share, 0 to 1. `n`: whole. P(X = k) = C(n, k) p^k (1 − p)^(n − k).
 * Refused: p outside 0…1, n negative or not whole. Formula.
 */
export function binomial({ p, n }: { p: number; n: number }): Found<Exposure> {
  const wrong = firstImpossible([
    ['p', p, isShare],
    ['n', n, isCount],
  ]);
  return wrong ?? { ok: true, ...exposureOf(binomialShares(p, n)) };
}

/**
 * One insertion in each of several independent vehicles (Sainsbury; the Poisson binomial).
 * `population` and `audience[i]` in people, or in shares with population 1.
 * Reach = 1 − Π (1 − A_i / P); P(X = k) sums over the subsets of k.
 * Refused: an audience above the population. Source: mediaPlanR.
 */
export function sainsbury({
  population,
  audience,
}: {
  population: number;
  audience: readonly number[];
}): Found<Exposure> {
  const wrong = firstImpossible(audiences(population, audience));
  if (wrong) return wrong;
  const shares = audience.map((people) => people / population);
  const vehicles = shares.map((share) => [1 - share, share]);
  return { ok: true, ...exposureOf(together(vehicles)) };
}

function* audiences(population: number, audience: readonly number[]): Generator<Asked> {
  yield ['population', population, isPositive];
  for (const [i, people] of audience.entries()) {
    yield [`audience.${i}`, people, (value) => isAmount(value) ?? within(value, population)];
  }
}

const within = (value: number, population: number) =>
  value > population ? ('audience-above-population' as const) : null;

export type BetaBinomial = Exposure &
  (
    | { model: 'beta-binomial'; alpha: number; beta: number }
    /** Outside its domain: the binomial with p = r1 stands in, and `why` says for what reason. */
    | { model: 'binomial'; why: 'no-correlation' }
  );

/**
 * Beta-binomial from the reach of one insertion and of two. `r1`, `r2`: shares, r1 ≤ r2. `n`: whole.
 * alpha = r1 (r2 − r1) / (2 r1 − r1² − r2), beta = alpha (1 − r1) / r1. It holds where a second
 * insertion adds less than a new throw would (2 r1 − r1² > r2) and more than nothing is fine too (r2 =
 * r1: all or nothing). Where it adds as much or more, the binomial stands in and `model` says so.
 * Refused: r2 below r1 or above 2 r1, which no two insertions can have. Source: mediaPlanR.
 */
export function betaBinomial({ r1, r2, n }: Insertions): Found<BetaBinomial> {
  const wrong = firstImpossible([
    ['r1', r1, isShare],
    ['r2', r2, isShare],
    ['n', n, isCount],
  ]);
  if (wrong) return wrong;
  if (r2 < r1 || r2 > 2 * r1) return impossible('r2', 'not-in-order', r2);
  const less = 2 * r1 - r1 * r1 - r2;
  // Differences below the last digits of a share are no correlation but rounding.
  if (less <= 1e-12) {
    const plain = exposureOf(binomialShares(r1, n));
    return { ok: true, model: 'binomial', why: 'no-correlation', ...plain };
  }
  const alpha = (r1 * (r2 - r1)) / less;
  const beta = (alpha * (1 - r1)) / r1;
  const shares = alpha > 0 ? betaBinomialShares(alpha, beta, n) : allOrNothing(r1, n);
  return { ok: true, model: 'beta-binomial', alpha, beta, ...exposureOf(shares) };
}

interface Insertions {
  r1: number;
  r2: number;
  n: number;
}

/** Those who see one insertion see them all. */
function allOrNothing(r1: number, n: number): number[] {
  if (n === 0) return [1];
  return [1 - r1, ...zeros(n - 1), r1];
}

export type Metheringham = BetaBinomial & { r1: number; r2: number };

/**
 * Metheringham: several vehicles with several insertions each, through one average vehicle.
 * `population`, `audience[i]` and `duplication[i][j]` in people, `insertions[i]` whole;
 * duplication[i][j] are the people reached by an insertion in i and one in j, on the diagonal by two
 * in the same vehicle. A1 = Σ n_i A_i / Σ n_i; D weighs the duplications by the pairs of insertions,
 * n_i (n_i − 1) / 2 on the diagonal and n_i n_j off it; A2 = 2 A1 − D; then the beta-binomial with
 * n = Σ n_i. Refused: lists of different lengths, an audience above the population, a duplication
 * above either of its audiences. Source: mediaPlanR.
 */
export function metheringham(media: {
  population: number;
  audience: readonly number[];
  insertions: readonly number[];
  duplication: readonly (readonly number[])[];
}): Found<Metheringham> {
  const { population, audience, insertions } = media;
  const wrong = impossibleMedia(media);
  if (wrong) return wrong;
  const n = insertions.reduce((all, one) => all + one, 0);
  if (n === 0) return noInsertions;
  const first = insertions.reduce((all, one, i) => all + one * (audience[i] as number), 0) / n;
  const both = n === 1 ? first : duplicationOf(media);
  const r1 = first / population;
  const r2 = Math.min(1, (2 * first - both) / population);
  const found = betaBinomial({ r1, r2, n });
  return found.ok ? { ...found, r1, r2 } : found;
}

const noInsertions: { ok: true } & Metheringham = {
  ok: true,
  model: 'binomial',
  why: 'no-correlation',
  r1: 0,
  r2: 0,
  ...exposureOf([1]),
};

function duplicationOf({ insertions, duplication }: Pick<Media, 'insertions' | 'duplication'>) {
  let pairs = 0;
  let people = 0;
  for (const [i, ni] of insertions.entries()) {
    for (let j = i; j < insertions.length; j++) {
      const weight = i === j ? (ni * (ni - 1)) / 2 : ni * (insertions[j] as number);
      pairs += weight;
      people += weight * (duplication[i]?.[j] as number);
    }
  }
  return people / pairs;
}

type Media = Parameters<typeof metheringham>[0];

function impossibleMedia({ population, audience, insertions, duplication }: Media) {
  const count = audience.length;
  if (insertions.length !== count) {
    return impossible('insertions', 'lengths-differ', insertions.length);
  }
  if (duplication.length !== count || duplication.some((row) => row.length !== count)) {
    return impossible('duplication', 'lengths-differ', duplication.length);
  }
  const asked = [
    ...audiences(population, audience),
    ...insertions.map((n, i): Asked => [`insertions.${i}`, n, isCount]),
    ...duplication.flatMap((row, i) =>
      row.map((people, j): Asked => {
        const most = Math.min(audience[i] as number, audience[j] as number);
        const rule = (value: number) =>
          isAmount(value) ?? (value > most ? ('common-above-audience' as const) : null);
        return [`duplication.${i}.${j}`, people, rule];
      }),
    ),
  ];
  return firstImpossible(asked);
}

/**
 * Goerg's one-point model: from the impressions and the reach of one moment to any number of
 * impressions. `impressions`: as many as were seen when `reach` people were reached; `at`: the
 * impressions to tell of, the same when left out; `population` in people: without it the shares are of
 * the most that can ever be reached. rho = I R / (I − R); people with k or more = rho (I / (I + rho))^k.
 * Refused: a reach that is not below the impressions, a reach or maximum above the population.
 * Source: the WFA cross-media measurement framework.
 */
export function goerg({
  impressions,
  reach,
  at = impressions,
  population,
}: {
  impressions: number;
  reach: number;
  at?: number;
  population?: number;
}): Found<Exposure & { maximumReach: number; people: number[] }> {
  const wrong = firstImpossible([
    ['impressions', impressions, isPositive],
    ['reach', reach, isPositive],
    ['at', at, isAmount],
    ['population', population ?? 1, isPositive],
  ]);
  if (wrong) return wrong;
  if (reach >= impressions) return impossible('reach', 'reach-above-impressions', reach);
  const maximumReach = (impressions * reach) / (impressions - reach);
  const base = population ?? maximumReach;
  const step = at / (at + maximumReach);
  const reached = maximumReach * step;
  if (reach > base || reached > base) {
    return impossible('reach', 'reach-above-population', Math.max(reach, reached));
  }
  const people = geometric(maximumReach, step, base);
  const distribution = people.map((some, k) => (some - (people[k + 1] ?? 0)) / base);
  return { ok: true, maximumReach, people, ...exposureOf(distribution) };
}

/** Beyond this share of the people the tail is left out: it is below what a sum can hold. */
const tail = 1e-15;
const longest = 20_000;

/** People with k or more, k = 0 … until nobody is left; index 0 is everybody. */
function geometric(maximum: number, step: number, base: number): number[] {
  const people = [base];
  for (let some = maximum * step; some > tail * base; some *= step) {
    people.push(some);
    if (people.length > longest) break;
  }
  return people;
}
