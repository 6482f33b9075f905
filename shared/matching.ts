// Finds words in a text as a reader would: any case, in compatibility form (NFKC), whole words only,
// also where a script writes no spaces. Ranges are indices of the text as it was given, in UTF-16
// code units. It knows nothing of rules, labels or guidelines.

export interface Match {
  start: number;
  end: number;
}

/** A text made comparable, with the way back to where each of its code units came from. */
export interface Folded {
  original: string;
  text: string;
  /** Start and end in `original` of each code unit of `text`; null where they are the same. */
  origins: Match[] | null;
}

export function fold(original: string): Folded {
  const lower = original.toLowerCase();
  // Nothing composed and nothing grew: each code unit stands for itself.
  if (original.normalize('NFKC') === original && lower.length === original.length) {
    return { original, text: lower, origins: null };
  }
  return foldClusters(original);
}

/** A base with its marks is what NFKC may join or take apart (Thai sara am, full-width letters). */
function foldClusters(original: string): Folded {
  const origins: Match[] = [];
  let text = '';
  for (let start = 0; start < original.length; ) {
    const end = clusterEnd(original, start);
    const folded = foldCluster(original.slice(start, end));
    const origin = { start, end };
    for (let i = 0; i < folded.length; i += 1) origins.push(origin);
    text += folded;
    start = end;
  }
  return { original, text, origins };
}

const saraAm = 0x0e33;
const isThai = (code: number) => code >= 0x0e01 && code <= 0x0e5b && code !== saraAm;

// A script of five thousand words is folded at every key press: what cannot change is not asked.
function foldCluster(given: string): string {
  const code = given.charCodeAt(0);
  const isPlain = code < 0x80 || isThai(code);
  return given.length === 1 && isPlain
    ? given.toLowerCase()
    : given.normalize('NFKC').toLowerCase();
}

function clusterEnd(text: string, start: number): number {
  let end = start + charAt(text, start).length;
  while (end < text.length && isMark(text, end)) end += charAt(text, end).length;
  return end;
}

/** No mark comes before U+0300, and Thai's own never join. */
function isMark(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x300 && !isThai(code) && mark.test(charAt(text, index));
}

const rangeOf = ({ origins }: Folded, from: number, to: number): Match =>
  origins === null
    ? { start: from, end: to }
    : { start: origins[from]?.start ?? 0, end: origins[to - 1]?.end ?? 0 };

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
// Words of different lines do not belong together: two cells of a script are two lines.
const space = '[^\\S\\n]';

/**
 * What to look for. Words stay apart by at least a space; beside a sign the space may be there or
 * not ("100 %" is "100%"). `joined`: also as one hashtag (#collaborationcommerciale).
 */
export function patternOf(words: string, joined = false): RegExp | null {
  const runs = fold(words.trim()).text.match(/[\p{L}\p{N}\p{M}_]+|[^\p{L}\p{N}\p{M}_\s]+|\s+/gu);
  if (!runs) return null;
  const isWord = (run: string | undefined) => run !== undefined && /[\p{L}\p{N}_]/u.test(run);
  const kept = runs.filter((run) => run.trim() !== '');
  const source = kept
    .map((run, i) => {
      const next = kept[i + 1];
      if (next === undefined) return escaped(run);
      return escaped(run) + space + (isWord(run) && isWord(next) ? '+' : '*');
    })
    .join('');
  const one = escaped(kept.join(''));
  return new RegExp(joined && kept.length > 1 ? `${source}|(?<=#)${one}` : source, 'gu');
}

/** Every place where the pattern stands as whole words. */
export function findWords(folded: Folded, pattern: RegExp): Match[] {
  return [...folded.text.matchAll(pattern)]
    .map(({ 0: found, index }) => rangeOf(folded, index, index + found.length))
    .filter(({ start, end }) => isEdge(folded.original, start) && isEdge(folded.original, end));
}

const letter = /[\p{L}\p{N}\p{M}_]/u;
const mark = /\p{M}/u;
const unspaced =
  /[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/** Whether no word goes on across this index. */
export function isEdge(text: string, index: number): boolean {
  const before = charBefore(text, index);
  const after = charAt(text, index);
  if (before === '' || after === '') return true;
  if (mark.test(after)) return false;
  if (!letter.test(before) || !letter.test(after)) return true;
  const [left, right] = [unspaced.test(before), unspaced.test(after)];
  // "PRです", "SPF50กันแดด": a change of script is a change of word.
  if (left !== right) return true;
  return left && isWordBreak(text, index);
}

export const charAt = (text: string, index: number): string => {
  const code = text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
};

export const charBefore = (text: string, index: number): string => {
  const low = text.charCodeAt(index - 1);
  return index <= 0 ? '' : charAt(text, low >= 0xdc00 && low < 0xe000 ? index - 2 : index - 1);
};

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Only what is near is segmented: a long script would take a while. */
function isWordBreak(text: string, index: number): boolean {
  const from = Math.max(0, index - 64);
  const near = text.slice(from, index + 64);
  return segmenter.segment(near).containing(index - from)?.index === index - from;
}
