// "Maybe here": which passage of a text may carry which talking point, with the words that speak for
// it. It counts words, amounts and ideas of the trade and understands nothing; where its judgement
// was not good enough on pairs it had never seen, it is off (docs/decisions/0013-hints.md).
// Pure and offline; it must not know where a text came from or who reads the hint.
import {
  elsewhereIn,
  isDenied,
  isGeneral,
  isGuess,
  isOwnThing,
  isQuestion,
  isRestricted,
  negatorsIn,
} from './doubts.ts';
import { type IdeaHit, ideasIn, ideasSayingNo, lightIdeas, outermost, promises } from './ideas.ts';
import { type HintLanguage, type Quantity, quantitiesOf, saysAsMuch } from './quantities.ts';

export interface PointText {
  id: string;
  text: string;
}

/** `start` and `end` are UTF-16 places in the text; `evidence` quotes it. */
export interface Hint {
  pointId: string;
  start: number;
  end: number;
  evidence: string[];
  score: number;
}

export interface HintInput {
  points: readonly PointText[];
  text: string;
  language: HintLanguage;
}

/** The best passage of each point that has one, in the points' order. */
export function hints({ points, text, language }: HintInput): Hint[] {
  const passages = passagesIn(text, language);
  return points.flatMap((point) => best(point, passages, language) ?? []);
}

function best(point: PointText, passages: Passage[], language: HintLanguage): Hint | null {
  const wanted = readPoint(point.text, language);
  const found = passages
    .map((passage) => ({ passage, ...weigh(wanted, passage, language) }))
    .filter(({ score }) => score >= threshold[language])
    .sort((a, b) => b.score - a.score || length(a.passage) - length(b.passage))[0];
  if (!found) return null;
  const { start, end } = found.passage;
  return { pointId: point.id, start, end, evidence: found.evidence, score: found.score };
}

/** Whether a text hints at one point, also in a language that is switched off: for judging the judge. */
export function hintFor(point: PointText, text: string, language: HintLanguage): boolean {
  return best(point, passagesIn(text, language), language) !== null;
}

/** Chosen on the development half of the pairs. */
const threshold: Record<HintLanguage, number> = { en: 0.55, de: 0.55, th: 0.55 };

interface Place {
  start: number;
  end: number;
}
const length = ({ start, end }: Place) => end - start;

/** Something a point says that a passage can say too: an idea, an amount, a word, a code. */
interface Element {
  ideas: Set<string>;
  quantity: Quantity | null;
  word: string;
  isCode: boolean;
  denied: boolean;
  weight: number;
}

interface Passage extends Place {
  /** Lower case, blanked where it speaks of something else; as long as the original. */
  text: string;
  original: string;
  ideas: Map<string, Place[]>;
  quantities: Quantity[];
  words: { word: string; start: number; end: number }[];
  negations: [number, number][];
  isDoubtful: boolean;
}

// Passages: sentences, and two or three in a row where they are short.

const longest = 240;

function passagesOf(text: string, language: HintLanguage): Place[] {
  const sentences = sentencesOf(text, language);
  return sentences.flatMap((first, index) => {
    const places: Place[] = [];
    for (const last of sentences.slice(index, index + (language === 'th' ? 6 : 3))) {
      const place = { start: first.start, end: last.end };
      const isBroken = text.slice(first.start, last.start).includes('\n');
      if (places.length > 0 && (isBroken || length(place) > longest)) break;
      places.push(place);
    }
    return places;
  });
}

const sentenceSegmenters = new Map<HintLanguage, Intl.Segmenter>();
const wordSegmenters = new Map<HintLanguage, Intl.Segmenter>();

function segmenter(
  known: Map<HintLanguage, Intl.Segmenter>,
  language: HintLanguage,
  granularity: 'sentence' | 'word',
): Intl.Segmenter {
  const made = known.get(language) ?? new Intl.Segmenter(language, { granularity });
  known.set(language, made);
  return made;
}

/** Thai ends no sentence with a sign: there a blank is the only border, and each stretch a sentence. */
function sentencesOf(text: string, language: HintLanguage): Place[] {
  const places: Place[] = [];
  if (language === 'th') {
    for (const match of text.matchAll(/[^\s]+/gu)) {
      places.push({ start: match.index, end: match.index + match[0].length });
    }
    return places;
  }
  for (const { segment, index } of segmenter(sentenceSegmenters, language, 'sentence').segment(
    text,
  )) {
    const words = segment.trim();
    if (words === '') continue;
    const start = index + segment.indexOf(words);
    places.push({ start, end: start + words.length });
  }
  return places;
}

/** Lower case of the same length, so that places hold. */
function lower(text: string): string {
  const small = text.toLowerCase().replaceAll('’', "'");
  return small.length === text.length ? small : text;
}

function passagesIn(text: string, language: HintLanguage): Passage[] {
  const small = withoutElsewhere(lower(text), language);
  return passagesOf(text, language).map((place) => readPassage({ text, small }, place, language));
}

function readPassage(
  whole: { text: string; small: string },
  place: Place,
  language: HintLanguage,
): Passage {
  const original = whole.text.slice(place.start, place.end);
  const text = whole.small.slice(place.start, place.end);
  const found = ideasIn(text, language, edgesOf(text, language));
  const byIdea = new Map<string, Place[]>();
  for (const { idea, start, end } of found) {
    byIdea.set(idea, [...(byIdea.get(idea) ?? []), { start, end }]);
  }
  return {
    ...place,
    text,
    original,
    ideas: byIdea,
    quantities: quantitiesOf(text, language),
    words: wordsOf(text, language),
    negations: negationsOf(text, found, language),
    isDoubtful:
      isQuestion(text, language) ||
      isGuess(text, language) ||
      isOwnThing(text, language) ||
      !isGeneral(text, language),
  };
}

function negationsOf(text: string, hits: IdeaHit[], language: HintLanguage): [number, number][] {
  const own = hits.filter(({ idea }) => ideasSayingNo.has(idea));
  return negatorsIn(text, language).filter(
    ([from]) => !own.some(({ start, end }) => from >= start && from < end),
  );
}

function edgesOf(text: string, language: HintLanguage) {
  if (language !== 'th') return null;
  const segments = [...segmenter(wordSegmenters, language, 'word').segment(text)];
  return {
    starts: new Set(segments.map(({ index }) => index)),
    ends: new Set(segments.map(({ index, segment }) => index + segment.length)),
  };
}

/** Blanked sentence by sentence; in Thai line by line, since there a blank ends less than a thought. */
function withoutElsewhere(text: string, language: HintLanguage): string {
  const stretches = language === 'th' ? linesOf(text) : sentencesOf(text, language);
  let blanked = text;
  for (const { start, end } of stretches) {
    const found = elsewhereIn(text.slice(start, end), language);
    if (!found) continue;
    const [from, to] = [start + found[0], start + found[1]];
    blanked = blanked.slice(0, from) + ' '.repeat(to - from) + blanked.slice(to);
  }
  return blanked;
}

const linesOf = (text: string): Place[] =>
  [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));

const stopWords: Record<HintLanguage, Set<string>> = {
  en: new Set(
    'a an the and or but of in on at to for from by with without as is are was were be been it its this that these those they them their you your we our i my me he she his her not no never only even also just than then there here if when while after before per each every all any can may will would should do does did has have had get gets so up out off into over under about which who what how more most one very into own made'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem des ein eine einen einem einer eines und oder aber von vom im in an am auf zu zum zur für mit ohne aus bei nach vor über unter als ist sind war waren wird werden wurde sein es sie er ihr wir ich du man sich nicht kein keine keinen nur auch noch schon so da hier dies diese dieser dieses jede jeder jedes jeden alle aller wenn dann dass weil wie was wer pro je bis ab hat haben kann können darf muss lässt lassen besteht geht gibt sehr mehr rund etwa'.split(
      ' ',
    ),
  ),
  th: new Set(
    'ที่ ซึ่ง อัน และ หรือ แต่ ของ ใน จาก ให้ ได้ เป็น มี ไม่ ก็ จะ แล้ว กับ โดย เมื่อ ต้อง ควร เพื่อ ว่า นี้ นั้น อยู่ ไป มา ๆ ทุก เพียง แม้ ถึง จน กว่า ด้วย เท่านั้น ละ ข้าง ค่อย ต่อ ตั้งแต่ อีก คือ ทั้ง'.split(
      ' ',
    ),
  ),
};

/** Counted by their reach, not as words. */
const deniers = new Set(['ไม่มี', 'ไม่ใช่', 'ห้าม', 'อย่า', 'ปราศจาก', 'ไร้']);

function wordsOf(text: string, language: HintLanguage) {
  const words: { word: string; start: number; end: number }[] = [];
  for (const { segment, index, isWordLike } of segmenter(wordSegmenters, language, 'word').segment(
    text,
  )) {
    if (!isWordLike || stopWords[language].has(segment) || /^\d/.test(segment)) continue;
    if (segment.length < 3 || deniers.has(segment)) continue;
    words.push({ word: segment, start: index, end: index + segment.length });
  }
  return words;
}

// A point as elements.

const codePattern =
  /(?<![\p{L}\p{N}])(?=[A-Z0-9]*[A-Z]{2})(?=[A-Z0-9]*\d)[A-Z0-9]{4,}(?![\p{L}\p{N}])|[@#][\p{L}\p{N}_.]+/gu;

const points = new Map<string, Element[]>();
const maxKnownPoints = 200;

function readPoint(text: string, language: HintLanguage): Element[] {
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

// The weighing.

const none = { score: 0, evidence: [] };

function weigh(
  elements: Element[],
  passage: Passage,
  language: HintLanguage,
): { score: number; evidence: string[] } {
  if (passage.isDoubtful || isRestricted(passage.text, language)) return none;
  let matched = 0;
  let total = 0;
  let isDeniedToo = false;
  const evidence: Place[] = [];
  for (const element of elements) {
    total += element.weight;
    const places = placesOf(element, passage, language);
    const first = places[0];
    if (element.quantity && saysOtherwise(element.quantity, passage)) return none;
    if (!first) {
      if (element.isCode || element.quantity || isPromise(element)) return none;
      continue;
    }
    const denied = (place: Place) =>
      isDenied(passage.text, place, { negations: passage.negations, language });
    const agreeing = places.find((place) => denied(place) === element.denied);
    if (!agreeing && !element.denied && !element.quantity) return none;
    if (agreeing && element.denied) isDeniedToo = true;
    matched += element.weight;
    evidence.push(agreeing ?? first);
  }
  const says = elements.some(({ denied }) => denied);
  if (total === 0 || (says && !isDeniedToo)) return none;
  const words = evidence
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => passage.original.slice(start, end).trim());
  return { score: matched / total, evidence: [...new Set(words)] };
}

const isPromise = ({ ideas }: Element) =>
  ideas.size > 0 && [...ideas].every((idea) => promises.has(idea));

/** Prices, shares and weights have one right value; times come in many. */
function saysOtherwise(wanted: Quantity, passage: Passage): boolean {
  if (wanted.unit === null || wanted.unit === 'time') return false;
  return passage.quantities.some(
    ({ unit, value }) => unit === wanted.unit && value !== wanted.value,
  );
}

function placesOf(element: Element, passage: Passage, language: HintLanguage): Place[] {
  if (element.quantity) {
    const wanted = element.quantity;
    const found: Place[] = passage.quantities.filter((said) => saysAsMuch(wanted, said));
    const whole = wanted.unit === 'percent' && wanted.value === 100;
    return whole ? [...found, ...(passage.ideas.get('every') ?? [])] : found;
  }
  if (element.isCode) {
    const at = passage.text.indexOf(element.word);
    return at < 0 ? [] : [{ start: at, end: at + element.word.length }];
  }
  const byIdea = [...element.ideas].flatMap((idea) => passage.ideas.get(idea) ?? []);
  if (element.ideas.size > 0) return byIdea;
  const byWord = passage.words.filter(({ word }) => isSameWord(element.word, word, language));
  return byWord;
}

/** The same word in another form, or (German) as a half of a compound. */
function isSameWord(a: string, b: string, language: HintLanguage): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (language === 'th') return short.length >= 4 && long.includes(short);
  const [one, other] = [folded(short), folded(long)];
  if (one.length < 4) return false;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  if (shared >= Math.max(4, one.length * 0.75) && other.length - shared <= 4) return true;
  const stem = one.slice(0, Math.max(6, one.length - 2));
  return language === 'de' && stem.length >= 6 && other.includes(stem);
}

const folded = (word: string) =>
  word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss');
