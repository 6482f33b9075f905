// What a reader calls one character: a Thai letter with its marks, an emoji with its joiners.

// The root locale: grapheme boundaries do not depend on language (UAX 29).
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function graphemeCount(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Where the character begins that the code unit at `index` belongs to. */
export function graphemeStart(text: string, index: number): number {
  // Enough context for the segmenter without walking a long text.
  const from = Math.max(0, index - 64);
  const near = graphemes.segment(text.slice(from, index + 64));
  return from + (near.containing(index - from)?.index ?? index - from);
}
