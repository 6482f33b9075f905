// Distributions of which only P(X = 0) … P(X = K − 1) are kept, K being the length of the array: all
// that "K or more" needs, and exact, because exposures are only ever added. In place, for the thousands
// of times a simulation or a search asks.
import { postShares } from './posts.ts';

/** Sets `seen` to n posts that a follower sees with probability p each (see `postShares`). */
export function setSeen(seen: Float64Array, { p, n, rho }: Seen): void {
  if (rho > 0) {
    const shares = postShares(p, n, rho);
    for (let k = 0; k < seen.length; k++) seen[k] = shares[k] ?? 0;
    return;
  }
  if (p >= 1) {
    seen.fill(0);
    if (n < seen.length) seen[n] = 1;
    return;
  }
  const odds = p / (1 - p);
  let share = (1 - p) ** n;
  for (let k = 0; k < seen.length; k++) {
    seen[k] = share;
    share *= ((n - k) / (k + 1)) * odds;
  }
}

export interface Seen {
  p: number;
  n: number;
  rho: number;
}

/** One more creator: of these people a share `follow` sees what followers see, the others nothing. */
export function addCreator(so: Float64Array, seen: Float64Array, follow: number): void {
  const none = 1 - follow + follow * (seen[0] as number);
  for (let k = so.length - 1; k >= 0; k--) {
    let share = (so[k] as number) * none;
    for (let j = 1; j <= k; j++) share += follow * (seen[j] as number) * (so[k - j] as number);
    so[k] = share;
  }
}

/** Share of the people with fewer than k. */
export function below(so: Float64Array, k: number): number {
  let share = 0;
  for (let i = 0; i < k; i++) share += so[i] as number;
  return Math.min(1, share);
}
