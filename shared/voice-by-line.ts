// The counts of a long text, kept by its lines. Nothing that is counted reaches over the end of a line,
// so what other words would change costs the lines they stand in, and not the whole text again.
import { countedIn, type Counted, measures } from './voice-features.ts';

/** Other words for a stretch of a text. */
export interface Replacement {
  text: string;
  from: number;
  to: number;
  by: string;
}

export interface LineCounts {
  /** The counts of a text, as `featuresOf` has them. */
  of(text: string): Counted;
  /** The same with other words in it. */
  with(replacement: Replacement): Counted;
}

/** Lines that are remembered; a text has far fewer. */
const mostLines = 4_000;

export function countByLine(): LineCounts {
  const known = new Map<string, Counted>();
  let last: { text: string; counted: Counted } | null = null;

  function line(text: string): Counted {
    const counted = known.get(text) ?? countedIn(text);
    if (known.size >= mostLines) known.clear();
    known.set(text, counted);
    return counted;
  }

  const lines = (text: string): Counted => {
    const all = text.split('\n');
    return all.map(line).reduce(sum, breaks(all.length - 1));
  };

  function of(text: string): Counted {
    if (last?.text !== text) last = { text, counted: lines(text.trim()) };
    return last.counted;
  }

  return {
    of,
    with({ text, from, to, by }) {
      const start = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
      const stop = text.indexOf('\n', to);
      const end = stop < 0 ? text.length : stop;
      const fresh = text.slice(start, from) + by + text.slice(to, end);
      const [head, tail] = [text.slice(0, start), text.slice(end)];
      // Blank lines at both ends of a text are none of it.
      if (head.trim() === '' || tail.trim() === '') return lines((head + fresh + tail).trim());
      return sum(difference(of(text), lines(text.slice(start, end))), lines(fresh));
    },
  };
}

const empty = countedIn('');

/** Line ends: a character each. */
const breaks = (count: number): Counted => ({
  ...empty,
  counts: { ...empty.counts, length: count, lines: count },
});

const sum = (a: Counted, b: Counted): Counted => combined(a, b, 1);
const difference = (a: Counted, b: Counted): Counted => combined(a, b, -1);

function combined(a: Counted, b: Counted, sign: 1 | -1): Counted {
  const counts = { ...a.counts };
  for (const measure of measures) counts[measure] += sign * b.counts[measure];
  const words = a.words + sign * b.words;
  const sentences = a.sentences + sign * b.sentences;
  // An average is no sum.
  counts.sentence = sentences === 0 ? 0 : words / sentences;
  return { counts, words, sentences };
}
