// "Maybe here": which passage of a text may carry which talking point, with the words that speak for
// it. It counts words, amounts and ideas of the trade and understands nothing; where its judgement
// was not good enough on pairs it had never seen, it is off (docs/decisions/0013-hints.md).
// Pure and offline; it must not know where a text came from or who reads the hint.
import { isDenied } from './doubts.ts';
import { type Element, readPoint } from './elements.ts';
import { promises } from './ideas.ts';
import { type Passage, passagesIn } from './passages.ts';
import { type HintLanguage, type Quantity, saysAsMuch } from './quantities.ts';
import { isSameWord, type Place } from './words.ts';

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

const length = ({ start, end }: Place) => end - start;

const none = { score: 0, evidence: [] };

function weigh(
  elements: Element[],
  passage: Passage,
  language: HintLanguage,
): { score: number; evidence: string[] } {
  if (passage.isDoubtful || passage.isStory) return none;
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
