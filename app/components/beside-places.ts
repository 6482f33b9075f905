// Where cards stand beside a text: each as near to its passage as it can without covering another.
// Numbers only; what is measured and moved is in beside.tsx.

export interface Standing {
  /** Where its passage begins, null for what belongs to no place. */
  wanted: number | null;
  height: number;
}

/**
 * The tops of cards in their order, all in pixels. The active one stands where it wants to, and the
 * ones above give way; nothing stands above the top.
 */
export function placesBeside(cards: readonly Standing[], active: number, gap: number): number[] {
  const wish = (at: number) => cards[at]?.wanted ?? 0;
  const tops = cards.map(() => 0);
  // Upwards from the active one, each as low as the one below it allows.
  let ceiling = Number.POSITIVE_INFINITY;
  for (let at = active; at >= 0; at -= 1) {
    const lowest = ceiling - (cards[at]?.height ?? 0) - gap;
    tops[at] = at === active ? wish(at) : Math.min(wish(at), lowest);
    ceiling = tops[at] ?? 0;
  }
  // Downwards, so that nothing overlaps and nothing is above the top.
  let floor = 0;
  for (let at = 0; at < cards.length; at += 1) {
    const top = Math.max(at <= active ? (tops[at] ?? 0) : wish(at), floor);
    tops[at] = top;
    floor = top + (cards[at]?.height ?? 0) + gap;
  }
  return tops;
}
