// A text as passages that can carry a point: each with the ideas, amounts and words it says, what it
// denies, and whether it says it for everyone. Must not know which points are asked for.
import {
  elsewhereIn,
  isGeneral,
  isGuess,
  isOwnDeed,
  isOwnThing,
  isQuestion,
  isRestricted,
  negatorsIn,
} from './doubts.ts';
import { type IdeaHit, ideasIn } from './idea-search.ts';
import { ideasSayingNo } from './ideas.ts';
import { type HintLanguage, type Quantity, quantitiesOf } from './quantities.ts';
import { type Folded, foldThai } from './thai.ts';
import { edgesOf, lower, type Place, sentencesOf, type Word, wordsOf } from './words.ts';

export interface Passage extends Place {
  /** Lower case, blanked where it speaks of something else; as long as the original. */
  text: string;
  original: string;
  /** All places below count from the start of the passage. */
  ideas: Map<string, Place[]>;
  quantities: Quantity[];
  words: Word[];
  readonly folded: Folded;
  negations: [number, number][];
  readonly isDoubtful: boolean;
  /** Told as something that happened, with no word that it is so for everyone. */
  readonly isStory: boolean;
}

/** Sentences, and two or three in a row where they are short. */
export function passagesIn(text: string, language: HintLanguage): Passage[] {
  const read = readText(text, language);
  return passagesOf(text, language).map((place) => passageAt(read, place, language));
}

const longest = 240;

function passagesOf(text: string, language: HintLanguage): Place[] {
  const sentences = sentencesOf(text, language);
  return sentences.flatMap((first, index) => {
    const places: Place[] = [];
    for (const last of sentences.slice(index, index + (language === 'th' ? 6 : 3))) {
      const place = { start: first.start, end: last.end };
      const isBroken = text.slice(first.start, last.start).includes('\n');
      if (places.length > 0 && (isBroken || place.end - place.start > longest)) break;
      places.push(place);
    }
    return places;
  });
}

/** A text read once, so that passages that overlap need not read it again. */
interface Reading {
  original: string;
  text: string;
  hits: Shelves<IdeaHit>;
  quantities: Shelves<Quantity>;
  words: Shelves<Word>;
  negations: [number, number][];
}

function readText(original: string, language: HintLanguage): Reading {
  const text = withoutElsewhere(lower(original), language);
  const hits = [
    ...ideasIn(text, language, edgesOf(text, language)),
    ...(language === 'de' ? partedVerbs(text) : []),
  ];
  return {
    original,
    text,
    hits: shelve(hits),
    quantities: shelve(quantitiesOf(text, language)),
    words: shelve(wordsOf(text, language)),
    negations: negationsOf(text, hits, language),
  };
}

function passageAt(read: Reading, place: Place, language: HintLanguage): Passage {
  const text = read.text.slice(place.start, place.end);
  let folded: Folded | null = null;
  return {
    ...place,
    text,
    original: read.original.slice(place.start, place.end),
    ideas: byIdea(within(read.hits, place)),
    quantities: within(read.quantities, place),
    words: within(read.words, place),
    get folded() {
      folded ??= foldThai(text);
      return folded;
    },
    negations: read.negations
      .filter(([from, to]) => from >= place.start && to <= place.end)
      .map(([from, to]) => [from - place.start, to - place.start]),
    // Asked of few passages, those that say enough of a point.
    get isDoubtful() {
      return doubts.some((isDoubt) => isDoubt(text, language)) || isAnecdote(text, language);
    },
    get isStory() {
      return !isGeneral(text, language);
    },
  };
}

const doubts = [isQuestion, isGuess, isRestricted, isOwnThing];
const isAnecdote = (text: string, language: HintLanguage) =>
  isOwnDeed(text, language) && !isGeneral(text, language);

/** "Ich nehm den Gurt ab": what German puts at the end of a clause belongs to its verb. */
function partedVerbs(text: string): IdeaHit[] {
  return [...text.matchAll(partedClause)].flatMap(({ index, 0: clause, groups }) => {
    const particle = groups?.['particle'] ?? '';
    const verbs = wordsOf(clause.slice(0, -particle.length), 'de');
    const whole = verbs.map(({ word }) => particle + word);
    // All of them read at once: each reading asks for every idea.
    return ideasIn(whole.join('\n'), 'de', null).flatMap((hit) => {
      const verb = verbs[atStart(whole, hit.start)];
      return verb ? { idea: hit.idea, start: index + verb.start, end: index + clause.length } : [];
    });
  });
}

/** Which of the words, joined by one sign each, begins at `place`; -1 where none does. */
function atStart(words: readonly string[], place: number): number {
  let start = 0;
  return words.findIndex((word) => {
    const isHere = start === place;
    start += word.length + 1;
    return isHere;
  });
}

const partedClause =
  /[^.,;:!?()\n]{3,60} (?<particle>ab|an|auf|aus|ein|mit|nach|vor|weg|zu|zurück|zusammen)(?=[.,;:!?)\n]|$| und )/gu;

/** Things by where they stand, so that a passage of a long text need not go through all of them. */
type Shelves<T> = Map<number, T[]>;
const width = 256;

function shelve<T extends Place>(ones: readonly T[]): Shelves<T> {
  const shelves: Shelves<T> = new Map();
  for (const one of ones) {
    const shelf = Math.floor(one.start / width);
    const there = shelves.get(shelf);
    if (there) there.push(one);
    else shelves.set(shelf, [one]);
  }
  return shelves;
}

function within<T extends Place>(shelves: Shelves<T>, { start, end }: Place): T[] {
  const found: T[] = [];
  for (let shelf = Math.floor(start / width); shelf * width < end; shelf += 1) {
    for (const one of shelves.get(shelf) ?? []) {
      if (one.start < start || one.end > end) continue;
      found.push({ ...one, start: one.start - start, end: one.end - start });
    }
  }
  return found;
}

function byIdea(hits: readonly IdeaHit[]) {
  const found = new Map<string, Place[]>();
  for (const { idea, start, end } of hits) {
    found.set(idea, [...(found.get(idea) ?? []), { start, end }]);
  }
  return found;
}

/** Each "no", without those that are part of an idea. */
export function negationsOf(
  text: string,
  hits: readonly IdeaHit[],
  language: HintLanguage,
): [number, number][] {
  const own = hits.filter(({ idea }) => ideasSayingNo.has(idea));
  return negatorsIn(text, language).filter(
    ([from]) => !own.some(({ start, end }) => from >= start && from < end),
  );
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
