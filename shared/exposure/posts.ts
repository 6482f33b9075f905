// What n posts do to one person who may see each of them: binomial where each post is a new throw, and
// beta-binomial where some people see nearly everything and others nearly nothing.
import { atLeast, fromRatios, zeros } from './distribution.ts';
import { type Found, firstImpossible, impossible, isCount, isShare } from './input.ts';

/** P(X = k), k = 0…n, of n posts seen with probability p each. */
export function binomialShares(p: number, n: number): number[] {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  if (p === 1) return [...zeros(n), 1];
  return fromRatios(n, mode, (k) => ((n - k) / (k + 1)) * odds);
}

/** P(X = k), k = 0…n, where p itself differs between people by Beta(alpha, beta). */
export function betaBinomialShares(alpha: number, beta: number, n: number): number[] {
  // Whole numbers first: a beta near 0 would be lost between them.
  const up = (k: number) => ((n - k) / (k + 1)) * ((alpha + k) / (beta + (n - k - 1)));
  return fromRatios(n, highest(alpha, beta, n), up);
}

/** Where the beta-binomial is highest: between the ends only where both parameters are above 1. */
function highest(alpha: number, beta: number, n: number): number {
  if (alpha > 1 && beta > 1) {
    const mode = Math.floor(((n + 1) * (alpha - 1)) / (alpha + beta - 2));
    return Math.min(n, Math.max(0, mode));
  }
  return alpha < beta ? 0 : n;
}

/**
 * P(X = k) of n posts seen with probability p, with a correlation between the posts one person sees:
 * rho = 1 / (alpha + beta + 1), 0 is the binomial, 1 is all or nothing.
 */
export function postShares(p: number, n: number, rho: number): number[] {
  if (rho < 1e-12 || n < 2 || p === 0 || p === 1) return binomialShares(p, n);
  if (rho === 1) return Array.from({ length: n + 1 }, (_, k) => allOrNothing(p, k, n));
  const both = (1 - rho) / rho;
  return betaBinomialShares(p * both, (1 - p) * both, n);
}

function allOrNothing(p: number, k: number, n: number): number {
  if (k === n) return p;
  return k === 0 ? 1 - p : 0;
}

/** Further than this nobody posts, and the answer is "not with posts". */
const furthest = 4096;
/** Exactly a half is a half, however it was added up. */
const rounding = 1e-12;

/**
 * The least number of posts after which `share` of the people who may see them have seen k or more.
 * `p`: share of them who see one post. `rho`: correlation between posts, see `postShares`.
 * `posts` is null where more than 4 096 would be needed. Formula; grows with n, so it is halved to.
 */
export function leastPosts(
  p: number,
  k: number,
  share: number,
  rho = 0,
): Found<{ posts: number | null }> {
  const wrong = firstImpossible([
    ['p', p, isShare],
    ['k', k, isCount],
    ['share', share, isShare],
    ['rho', rho, isShare],
  ]);
  if (wrong) return wrong;
  if (k > furthest) return impossible('k', 'too-many', k);
  const reached = (n: number) => atLeast(postShares(p, n, rho), k) >= share - rounding;
  if (!reached(furthest)) return { ok: true, posts: null };
  let [low, high] = [-1, furthest];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return { ok: true, posts: high };
}
