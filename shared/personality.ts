// The personality of a brand and of a creator, side by side: Aaker 1997 (Journal of Marketing Research
// 34(3):347–356), five dimensions of fifteen facets, each 1 to 5. Not every dimension holds in every
// culture, so a team leaves out facets that say nothing to it. Pure.

export const dimensions = {
  sincerity: ['down-to-earth', 'honest', 'wholesome', 'cheerful'],
  excitement: ['daring', 'spirited', 'imaginative', 'up-to-date'],
  competence: ['reliable', 'intelligent', 'successful'],
  sophistication: ['upper-class', 'charming'],
  ruggedness: ['outdoorsy', 'tough'],
} as const;

export type Dimension = keyof typeof dimensions;
export type Facet = (typeof dimensions)[Dimension][number];

export const dimensionNames = Object.keys(dimensions) as Dimension[];
export const facets: readonly Facet[] = dimensionNames.flatMap((name) => [...dimensions[name]]);

export const isFacet = (text: string): text is Facet =>
  (facets as readonly string[]).includes(text);

export type Profile = Partial<Record<Facet, number>>;

/** What several people say of one subject, facet by facet. */
export function meanProfile(profiles: readonly Profile[]): Profile {
  const mean: Profile = {};
  for (const facet of facets) {
    const values = profiles.flatMap((profile) => profile[facet] ?? []);
    if (values.length > 0) mean[facet] = values.reduce((a, b) => a + b, 0) / values.length;
  }
  return mean;
}

/** 1 − mean |b − c| / 4 over the facets both have; null where they share none. `n` is how many. */
export function similarity(
  brand: Profile,
  creator: Profile,
  hidden: readonly string[] = [],
): { value: number | null; n: number } {
  const gaps = facets.flatMap((facet) => {
    const [b, c] = [brand[facet], creator[facet]];
    return b === undefined || c === undefined || hidden.includes(facet) ? [] : [Math.abs(b - c)];
  });
  const n = gaps.length;
  return n === 0 ? { value: null, n } : { value: 1 - gaps.reduce((a, b) => a + b, 0) / n / 4, n };
}
