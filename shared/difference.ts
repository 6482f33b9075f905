// The readable difference of two texts, for people: words, not letters, and lines before words so
// that a long text stays quick. Pure; it knows nothing of documents.

export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many cells a changed stretch is shown as replaced whole rather than word by word. */
const maxCells = 4_000_000;

/** Runs that give `before` without the added ones and `after` without the removed ones. */
export function textDifference(before: string, after: string): Run[] {
  const [old, now] = [linesWithEnds(before), linesWithEnds(after)];
  const runs: Run[] = [];
  for (const stretch of align(old, now)) {
    const [from, to] = [stretch.before.join(''), stretch.after.join('')];
    if (stretch.same) push(runs, 'same', from);
    else for (const run of wordDifference(from, to)) push(runs, run.kind, run.text);
  }
  return runs;
}

/** A line keeps its break, so that joining runs gives the text back. */
const linesWithEnds = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function wordDifference(before: string, after: string): Run[] {
  const runs: Run[] = [];
  for (const stretch of align(wordsOf(before), wordsOf(after))) {
    push(runs, stretch.same ? 'same' : 'removed', stretch.before.join(''));
    if (!stretch.same) push(runs, 'added', stretch.after.join(''));
  }
  return runs;
}

// Thai has no spaces: its words are found by dictionary, whatever the page's language.
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words, and everything between them, in order. */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function push(runs: Run[], kind: Run['kind'], text: string): void {
  const last = runs.at(-1);
  if (text === '') return;
  if (last?.kind === kind) last.text += text;
  else runs.push({ kind, text });
}

interface Stretch {
  same: boolean;
  before: string[];
  after: string[];
}

function align(before: readonly string[], after: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [a, b] = [0, 0];
  const gapUntil = (toA: number, toB: number) => {
    if (a < toA || b < toB) {
      stretches.push({ same: false, before: before.slice(a, toA), after: after.slice(b, toB) });
    }
  };
  for (const [nextA, nextB] of longestCommon(before, after)) {
    gapUntil(nextA, nextB);
    const word = [before[nextA] as string];
    stretches.push({ same: true, before: word, after: word });
    [a, b] = [nextA + 1, nextB + 1];
  }
  gapUntil(before.length, after.length);
  return stretches;
}

export type Pair = [before: number, after: number];

/**
 * Places of a longest common subsequence. Common ends are taken off first, and items that stand
 * once on each side split what is left (patience), so that the table stays small.
 */
export function longestCommon(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  commonIn({ before, after, a0: 0, a1: before.length, b0: 0, b1: after.length }, pairs);
  return pairs;
}

interface Window {
  before: readonly string[];
  after: readonly string[];
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

function commonIn(window: Window, pairs: Pair[]): void {
  const { before, after } = window;
  let { a0, a1, b0, b1 } = window;
  while (a0 < a1 && b0 < b1 && before[a0] === after[b0]) pairs.push([a0++, b0++]);
  const tail: Pair[] = [];
  while (a0 < a1 && b0 < b1 && before[a1 - 1] === after[b1 - 1]) tail.push([--a1, --b1]);
  const inner = { before, after, a0, a1, b0, b1 };
  if (a0 < a1 && b0 < b1) {
    const cells = (a1 - a0) * (b1 - b0);
    const anchors = cells > 10_000 ? uniqueInBoth(inner) : [];
    if (anchors.length > 0) throughAnchors(inner, anchors, pairs);
    else if (cells <= maxCells) table(inner, pairs);
  }
  pairs.push(...tail.reverse());
}

function throughAnchors(window: Window, anchors: readonly Pair[], pairs: Pair[]): void {
  let { a0, b0 } = window;
  for (const [a, b] of anchors) {
    commonIn({ ...window, a0, a1: a, b0, b1: b }, pairs);
    pairs.push([a, b]);
    [a0, b0] = [a + 1, b + 1];
  }
  commonIn({ ...window, a0, b0 }, pairs);
}

/** Items that stand exactly once on both sides, as the longest run that keeps both orders. */
function uniqueInBoth({ before, after, a0, a1, b0, b1 }: Window): Pair[] {
  const places = (items: readonly string[], from: number, to: number) => {
    const found = new Map<string, number>();
    for (let at = from; at < to; at += 1) {
      const item = items[at] as string;
      found.set(item, found.has(item) ? -1 : at);
    }
    return found;
  };
  const inAfter = places(after, b0, b1);
  const pairs: Pair[] = [];
  for (const [item, a] of places(before, a0, a1)) {
    const b = inAfter.get(item) ?? -1;
    if (a >= 0 && b >= 0) pairs.push([a, b]);
  }
  return longestRising(pairs.sort((x, y) => x[0] - y[0]));
}

/** The longest subsequence whose second places rise (patience sorting, n log n). */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, b], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as Pair)[1] < b) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  });
  const rising: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) {
    rising.push(pairs[at] as Pair);
  }
  return rising.reverse();
}

/** The textbook table, for what is small. */
function table({ before, after, a0, a1, b0, b1 }: Window, pairs: Pair[]): void {
  const width = b1 - b0 + 1;
  const lengths = new Uint16Array((a1 - a0 + 1) * width);
  const at = (a: number, b: number) => (a - a0) * width + (b - b0);
  for (let a = a1 - 1; a >= a0; a -= 1) {
    for (let b = b1 - 1; b >= b0; b -= 1) {
      lengths[at(a, b)] =
        before[a] === after[b]
          ? (lengths[at(a + 1, b + 1)] as number) + 1
          : Math.max(lengths[at(a + 1, b)] as number, lengths[at(a, b + 1)] as number);
    }
  }
  let [a, b] = [a0, b0];
  while (a < a1 && b < b1) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if ((lengths[at(a + 1, b)] as number) >= (lengths[at(a, b + 1)] as number)) a += 1;
    else b += 1;
  }
}
