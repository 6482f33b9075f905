// A talking point as what it says: codes, amounts, ideas, words, each with its weight and whether the
// point denies it. Must not know any passage.
import { isDenied } from './doubts.ts';
import { type IdeaHit, ideasIn, lightIdeas, outermost } from './ideas.ts';
import { negationsOf } from './passages.ts';
import { type HintLanguage, type Quantity, quantitiesOf } from './quantities.ts';
import { edgesOf, lower, type Place, wordsOf } from './words.ts';

/** Something a point says that a passage can say too: an idea, an amount, a word, a code. */
export interface Element {
  ideas: Set<string>;
  quantity: Quantity | null;
  word: string;
  isCode: boolean;
  denied: boolean;
  weight: number;
}

const codePattern =
  /(?<![\p{L}\p{N}])(?=[A-Z0-9]*[A-Z]{2})(?=[A-Z0-9]*\d)[A-Z0-9]{4,}(?![\p{L}\p{N}])|[@#][\p{L}\p{N}_.]+/gu;

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
  for (const { word, start, end } of wordsOf(text, language)) {
    if (!isTaken({ start, end })) add({ start, end }, { word, weight: 0.8 });
  }
  return elements;
}

/** "One" is mostly an article; with a price or "times" it counts. */
const isWanted = ({ value, unit, isCounted }: Quantity) =>
  (isCounted && value !== 1) || unit === 'times' || unit === 'euro' || unit === 'baht';

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
