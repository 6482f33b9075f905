// What a reader calls one character: a Thai letter with its marks, an emoji with its joiners.

// The root locale: grapheme boundaries do not depend on language (UAX 29).
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** What is longer than this is no word that anyone reads as one. */
const longestWord = 24;

/** Where the word begins that the code unit at `index` belongs to, or at least the character. */
export function wordStart(text: string, index: number): number {
  // Enough context for the segmenters without walking a long text.
  const from = Math.max(0, index - 64);
  const near = text.slice(from, index + 64);
  const startIn = (segmenter: Intl.Segmenter) =>
    from + (segmenter.segment(near).containing(index - from)?.index ?? index - from);
  const word = startIn(words);
  return index - word <= longestWord ? word : startIn(graphemes);
}
