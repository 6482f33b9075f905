// "Maybe here": which passage of a text may carry which talking point, with the words that speak for
// it. It counts words, amounts and ideas of the trade and understands nothing; where its judgement
// was not good enough on pairs it had never seen, it is off (docs/decisions/0013-hints.md).
// Pure and offline; it must not know where a text came from or who reads the hint.
import { contrastsIn, isDenied, saysBefore } from './doubts.ts';
import { type Element, readPoint } from './elements.ts';
import { promises } from './ideas.ts';
import { type Passage, passagesIn } from './passages.ts';
import { type HintLanguage, isMoment, type Quantity, saysAsMuch } from './quantities.ts';
import { piecesOf } from './thai.ts';
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
    .filter(({ score, passage }) => says(passage, score, language))
    .sort((a, b) => b.score - a.score || length(a.passage) - length(b.passage))[0];
  if (!found) return null;
  const { start, end } = found.passage;
  return { pointId: point.id, start, end, evidence: found.evidence, score: found.score };
}

const says = (passage: Passage, score: number, language: HintLanguage) =>
  score >= threshold[language] &&
  !passage.isDoubtful &&
  (score >= storyThreshold[language] || !passage.isStory);

/** Whether a text hints at one point, also in a language that is switched off: for judging the judge. */
export function hintFor(point: PointText, text: string, language: HintLanguage): boolean {
  return best(point, passagesIn(text, language), language) !== null;
}

/** Chosen on the development half of the pairs. */
const threshold: Record<HintLanguage, number> = { en: 0.6, de: 0.6, th: 0.6 };
/** What happened to somebody must say nearly all of a point to be more than its topic. */
const storyThreshold: Record<HintLanguage, number> = { en: 0.75, de: 0.75, th: 0.65 };

const length = ({ start, end }: Place) => end - start;

interface Weight {
  score: number;
  evidence: string[];
}
const none: Weight = { score: 0, evidence: [] };

/** What of a point stands in a passage. */
interface Match extends Place {
  element: Element;
  /** How much of the element it is, from 0 to 1. */
  share: number;
  denied: boolean;
}

function weigh(point: Element[], passage: Passage, language: HintLanguage): Weight {
  const all = point.flatMap((element) => matchOf(element, passage, language) ?? []);
  const matches = onOneSide(distinct(all), passage, language);
  const total = sum(point.map(({ weight }) => weight));
  if (total === 0 || isVetoed(point, matches, passage, language)) return none;
  return { score: weightOf(matches) / total, evidence: quotesOf(matches, passage) };
}

function isVetoed(
  point: Element[],
  matches: Match[],
  passage: Passage,
  language: HintLanguage,
): boolean {
  const found = new Set(matches.map(({ element }) => element));
  return (
    point.some((element) => isNeeded(element) && !found.has(element)) ||
    saysOtherwise(point, passage) ||
    matches.some(contradicts) ||
    (point.some(({ denied }) => denied) && !matches.some(agreesOnNo)) ||
    isReversed(point, matches, passage, language)
  );
}

const sum = (ones: readonly number[]) => ones.reduce((total, one) => total + one, 0);

function matchOf(element: Element, passage: Passage, language: HintLanguage): Match | null {
  const { places, share } = placesOf(element, passage, language);
  const read = places.map((place): Match => {
    const denied = isDenied(passage.text, place, { negations: passage.negations, language });
    return { ...place, element, share, denied };
  });
  return read.find(({ denied }) => denied === element.denied) ?? read[0] ?? null;
}

/** The word in "90 calories" is no second proof beside the amount. */
const distinct = (matches: readonly Match[]): Match[] =>
  matches.filter(
    (one) =>
      one.element.quantity ||
      !matches.some(
        ({ element, start, end }) => element.quantity && start <= one.start && end >= one.end,
      ),
  );

/** "The bottle is dishwasher safe, but the lid …": what stands across a "but" is not one claim. */
function onOneSide(matches: Match[], passage: Passage, language: HintLanguage): Match[] {
  const turns = contrastsIn(passage.text, language);
  if (turns.length === 0) return matches;
  const edges = [...turns, passage.text.length];
  const sides = edges.map((to, index) => {
    const from = edges[index - 1] ?? 0;
    return matches.filter(({ start }) => start >= from && start < to);
  });
  return sides.sort((a, b) => weightOf(b) - weightOf(a))[0] ?? [];
}

const weightOf = (matches: readonly Match[]) =>
  sum(matches.map(({ element, share }) => element.weight * share));

/** Without these a passage only shares the topic. */
const isNeeded = ({ isCode, quantity, ideas }: Element) =>
  isCode || quantity !== null || (ideas.size > 0 && [...ideas].every((idea) => promises.has(idea)));

const contradicts = ({ element, denied }: Match) => denied && !element.denied && !element.quantity;
const agreesOnNo = ({ element, denied }: Match) => denied && element.denied;

/** "Serum before cream" is said neither by cream and then serum, nor by cream alone. */
function isReversed(
  point: Element[],
  matches: Match[],
  passage: Passage,
  language: HintLanguage,
): boolean {
  if (sides.some((side) => isUnsaid(side, point, matches))) return true;
  const words = matches.filter(({ element }) => !element.quantity);
  const after = words.find(({ element }) => element.side === 'after');
  if (!after || saysBefore(passage.text.slice(0, after.start), language)) return false;
  return words.some(({ element, start }) => element.side === 'before' && start > after.start);
}

const sides = ['before', 'after'] as const;

const isUnsaid = (side: Element['side'], point: Element[], matches: Match[]) =>
  point.some((element) => element.side === side) &&
  !matches.some(({ element }) => element.side === side);

function quotesOf(matches: readonly Match[], passage: Passage): string[] {
  const words = [...matches]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => passage.original.slice(start, end).trim());
  return [...new Set(words)];
}

/** Prices, shares and weights have one right value; times come in many. */
function saysOtherwise(point: readonly Element[], { quantities }: Passage): boolean {
  const wanted = point.flatMap(({ quantity }) => quantity ?? []);
  return quantities.some(
    (said) =>
      wanted.some((one) => isMeasured(one) && one.unit === said.unit) &&
      !wanted.some(({ unit, value }) => unit === said.unit && value === said.value),
  );
}

const isMeasured = (one: Quantity) => one.unit !== null && one.unit !== 'time' && !isMoment(one);

interface Found {
  places: Place[];
  share: number;
}

function placesOf(element: Element, passage: Passage, language: HintLanguage): Found {
  const { quantity, ideas, word } = element;
  if (quantity) return whole(amounts(quantity, passage));
  if (element.isCode) {
    const at = passage.text.indexOf(word);
    return whole(at < 0 ? [] : [{ start: at, end: at + word.length }]);
  }
  const said = [...ideas].flatMap((idea) => passage.ideas.get(idea) ?? []);
  if (said.length > 0) return whole(said);
  if (language === 'th') return ideas.size > 0 ? whole([]) : runs(word, passage);
  const same = passage.words.filter((one) => isSameWord(word, one.word, language));
  return whole(ideas.size > 0 && language !== 'de' ? [] : same);
}

const whole = (places: Place[]): Found => ({ places, share: 1 });

function amounts(wanted: Quantity, { quantities, ideas }: Passage): Place[] {
  const found: Place[] = quantities.filter((said) => saysAsMuch(wanted, said));
  const isAll = wanted.unit === 'percent' && wanted.value === 100;
  return isAll ? [...found, ...(ideas.get('every') ?? [])] : found;
}

/** Half a run is enough to speak for it, and counts as half. */
function runs(run: string, passage: Passage): Found {
  const known = passage.words.filter(({ word }) => word === run);
  if (known.length > 0) return whole(known);
  const { share, pieces } = piecesOf(run, passage.folded);
  return share < 0.4 ? whole([]) : { share, places: pieces };
}
