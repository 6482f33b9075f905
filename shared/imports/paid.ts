// Whether a caption says of itself that it was paid for: with a label that some place takes, where the
// caption begins or as a hashtag. A proposal; the creator has the last word.
import { ruleFor } from '../disclosure.ts';
import { findWords, fold, type Match, patternOf } from '../matching.ts';

const places = ['US', 'GB', 'FR', 'DE', 'ES', 'IN', 'JP', 'TH'];
const labels = [
  ...new Set(
    places
      .flatMap((place) => ruleFor(place)?.accepted ?? [])
      .filter(({ words }) => !words.includes('{brand}'))
      .map(({ words }) => words.toLowerCase()),
  ),
].flatMap((words) => patternOf(words) ?? []);

export function saysPaid(caption: string): boolean {
  const folded = fold(caption.slice(0, 2200));
  return labels.some((label) => findWords(folded, label).some((match) => isLabel(caption, match)));
}

function isLabel(caption: string, { start, end }: Match): boolean {
  if (caption[start - 1] === '#') return true;
  const isFirst = !/[\p{L}\p{N}]/u.test(caption.slice(0, start));
  // "Ad hoc" and "Ads that I like" begin with the letters, too.
  return isFirst && (end - start > 3 || !/^[ -]?[\p{L}\p{N}]/u.test(caption.slice(end)));
}
