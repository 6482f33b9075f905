// A talking point as what it says: codes, amounts, ideas, words, each with its weight and whether the
// point denies it. Must not know any passage.
import { beforeIn, isDenied } from './doubts.ts';
import { type IdeaHit, ideasIn, outermost } from './idea-search.ts';
import { lightIdeas } from './ideas.ts';
import { negationsOf } from './passages.ts';
import { type HintLanguage, type Quantity, quantitiesOf } from './quantities.ts';
import { edgesOf, lower, type Place, type Word, wordsOf } from './words.ts';

/** Something a point says that a passage can say too: an idea, an amount, a word, a code. */
export interface Element extends Place {
  ideas: Set<string>;
  quantity: Quantity | null;
  word: string;
  isCode: boolean;
  denied: boolean;
  /** Which side of the point's "before" it stands on, where it has one. */
  side: 'before' | 'after' | null;
  weight: number;
}

const codePattern =
  /(?<![\p{L}\p{N}])(?=[A-Z0-9]*[A-Z]{2})(?=[A-Z0-9]*\d)[A-Z0-9]{3,}(?![\p{L}\p{N}])|[@#][\p{L}\p{N}_.]+/gu;

const points = new Map<string, Element[]>();
const maxKnownPoints = 200;

export function readPoint(text: string, language: HintLanguage): Element[] {
  const key = `${language}:${text}`;
  const known = points.get(key);
  if (known) return known;
  if (points.size > maxKnownPoints) points.clear();
  const read = elementsOf(text, language);
  points.set(key, read);
  return read;
}

function elementsOf(original: string, language: HintLanguage): Element[] {
  const text = lower(original);
  const hits = ideasIn(text, language, edgesOf(text, language));
  const negations = negationsOf(text, hits, language);
  const turn = beforeIn(text, language);
  const taken: Place[] = [];
  const isTaken = (place: Place) =>
    taken.some(({ start, end }) => place.start < end && place.end > start);
  const elements: Element[] = [];
  const add = (place: Place, element: Partial<Element> & { weight: number }) => {
    taken.push(place);
    const own = negations.filter(([from]) => from < place.start || from >= place.end);
    const denied = isDenied(text, place, { negations: own, language });
    elements.push({
      ideas: new Set(),
      quantity: null,
      word: '',
      isCode: false,
      denied,
      start: place.start,
      end: place.end,
      side: turn < 0 ? null : place.start < turn ? 'before' : 'after',
      ...element,
    });
  };
  for (const match of original.matchAll(codePattern)) {
    const place = { start: match.index, end: match.index + match[0].length };
    add(place, { isCode: true, word: match[0].toLowerCase(), weight: 1.5 });
  }
  for (const quantity of quantitiesOf(text, language)) {
    if (isTaken(quantity) || !isWanted(quantity)) continue;
    add(quantity, { quantity, weight: 1 });
  }
  for (const group of groupsOf(outermost(hits))) {
    if (isTaken(group)) continue;
    const weight = [...group.ideas].every((idea) => lightIdeas.has(idea)) ? 0.5 : 1;
    add(group, { ideas: group.ideas, word: text.slice(group.start, group.end), weight });
  }
  const free = wordsOf(text, language).filter((place) => !isTaken(place));
  const runs =
    language === 'th'
      ? runsOf(free)
      : free.map((one) => ({ ...one, count: text[one.end] === '-' ? 0 : 1 }));
  for (const { word, start, end, count } of runs) {
    add({ start, end }, { word, weight: Math.min(1.6, 0.4 + 0.4 * count) });
  }
  return elements.sort((a, b) => a.start - b.start);
}

/** Words that touch as one run: where one ends is only a guess. */
function runsOf(words: readonly Word[]): (Word & { count: number })[] {
  const runs: (Word & { count: number })[] = [];
  for (const one of words) {
    const last = runs.at(-1);
    if (last?.end === one.start) {
      Object.assign(last, { word: last.word + one.word, end: one.end, count: last.count + 1 });
    } else runs.push({ ...one, count: 1 });
  }
  return runs.filter(({ word }) => word.length >= 3);
}

/** "One" is mostly an article; with a price or a measure it counts. */
const isWanted = ({ value, unit, isCounted }: Quantity) =>
  (isCounted && value !== 1) || (unit !== null && oneCounts.has(unit));
const oneCounts = new Set(['times', 'euro', 'dollar', 'pound', 'baht', 'cap']);

function groupsOf(hits: IdeaHit[]) {
  const groups: (Place & { ideas: Set<string> })[] = [];
  for (const { idea, start, end } of [...hits].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.ideas.add(idea);
    } else groups.push({ start, end, ideas: new Set([idea]) });
  }
  return groups;
}
