// What can be counted in one caption: no verdict, no comparison, only numbers and kinds with their
// units. Characters, words and sentences are Intl.Segmenter's, because Thai has no spaces; a browser
// may carry another Thai dictionary than the server and cut a word differently, which moves a count
// by a little. Knows nothing of whose caption it is.
import {
  closerOf,
  type Closer,
  firstPerson,
  isContraction,
  type Opener,
  openerOf,
  particles,
  secondPerson,
  type Sentence,
  stem,
} from './voice-habits.ts';

/** Raised whenever the same text would be counted differently: stored features are then taken anew. */
export const featuresVersion = 1;

export const measures = [
  'length',
  'sentence',
  'lines',
  'emoji',
  'exclamations',
  'questions',
  'ellipses',
  'capitals',
  'stretches',
  'contractions',
  'particles',
  'firstPerson',
  'secondPerson',
  'hashtags',
  'mentions',
] as const;
/**
 * length: graphemes, line ends included · sentence: words a sentence (in Thai, which has no full
 * stop, a line is one) · lines: line breaks · emoji: one however many joiners it is made of ·
 * exclamations, questions, ellipses: marks; two dots or more are one ellipsis · capitals: words of
 * four letters or more in capitals, so that SPF is none · stretches: a letter three times or more
 * ("soooo", "มากกก") · contractions: "don't", "gonna" · particles: Thai endings such as นะ, ค่ะ ·
 * firstPerson, secondPerson: words such as I, เรา, you, คุณ · hashtags · mentions.
 */
export type Measure = (typeof measures)[number];

export type TagPlace = 'none' | 'end' | 'within';
type Counts<Of extends string> = [Of, number][];

export interface CaptionFeatures {
  version: number;
  counts: Record<Measure, number>;
  /** Words, without hashtags, mentions and links. */
  words: number;
  sentences: number;
  opener: Opener;
  closer: Closer;
  tagPlace: TagPlace;
  /** Letters by the script they are written in. */
  letters: { thai: number; latin: number; other: number };
  /** Each emoji, each word in lower case, how often: pairs, since a word may be "__proto__". */
  emoji: Counts<string>;
  bag: Counts<string>;
}

// One locale for all: the boundaries do not depend on it, and server and browser must agree.
const segmenter = (granularity: 'grapheme' | 'word' | 'sentence') =>
  new Intl.Segmenter('en', { granularity });
const graphemes = segmenter('grapheme');
const wordBounds = segmenter('word');
const sentenceBounds = segmenter('sentence');

const link = /(?:https?:\/\/|www\.)\S+/giu;
const hashtag = /[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;
const mention = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*/gu;
const tagsAtEnd = /[#＃@][\p{L}\p{M}\p{N}_.]+[\s,·|/]*$/u;
const stretch = /(\p{L}\p{M}*)\1{2,}/giu;
const dots = /…+|\.{2,}/gu;
const emojiCluster =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}|[0-9#*]\u{FE0F}?\u{20E3}|[\u{2600}-\u{27BF}]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u{20E3}/u;
/** An advertisement's label before the first word is the rules' opening, not the creator's. */
const label = /^\s*(?:#?(?:ad|advert|advertisement|sponsored|โฆษณา)(?![\p{L}\p{N}])[\s.:|·-]*)+/iu;

/** What a change is told from. */
export type Counted = Pick<CaptionFeatures, 'counts' | 'words' | 'sentences'>;

/** Never throws and gives finite numbers for any string. */
export function featuresOf(caption: string): CaptionFeatures {
  const reading = readingOf(caption.trim());
  const { text, prose, emoji, sentences, words } = reading;
  return {
    version: featuresVersion,
    ...countedFrom(reading),
    opener: openerOf(sentencesOf(prose.replace(label, '')).find(isSaid) ?? nothing),
    closer: closerOf(sentences.filter(isSaid).at(-1) ?? nothing),
    tagPlace: placeOf(text.replace(label, '')),
    letters: lettersIn(prose),
    emoji: countsOf(emoji),
    bag: countsOf(words.flatMap((word) => word.split("'"))),
  };
}

/** The numbers alone, white space at both ends included. */
export const countedIn = (text: string): Counted => countedFrom(readingOf(text));

interface Reading {
  text: string;
  prose: string;
  characters: string[];
  emoji: string[];
  sentences: Sentence[];
  words: string[];
}

function readingOf(caption: string): Reading {
  const text = caption.normalize('NFC').replace(/\r\n?/g, '\n');
  const prose = proseOf(text);
  const characters = [...graphemes.segment(text)].map(({ segment }) => segment);
  const sentences = sentencesOf(prose);
  const words = sentences.flatMap((sentence) => sentence.words);
  return { text, prose, characters, emoji: characters.filter(isEmoji), sentences, words };
}

function countedFrom({ text, prose, characters, emoji, sentences, words }: Reading): Counted {
  const spoken = sentences.filter((sentence) => sentence.words.length > 0);
  const of = (isOne: (word: string) => boolean) => words.filter(isOne).length;
  const marks = (pattern: RegExp, within = text) => within.match(pattern)?.length ?? 0;
  return {
    counts: {
      length: characters.length,
      sentence: spoken.length === 0 ? 0 : words.length / spoken.length,
      lines: marks(/\n/g),
      emoji: emoji.length,
      exclamations: marks(/[!！]/g),
      questions: marks(/[?？]/g),
      ellipses: marks(dots, prose),
      capitals: sentences.reduce((sum, { capitals }) => sum + capitals, 0),
      stretches: marks(stretch, prose),
      contractions: of(isContraction),
      particles: of((word) => particles.has(word)),
      firstPerson: of((word) => firstPerson.has(stem(word))),
      secondPerson: of((word) => secondPerson.has(stem(word))),
      hashtags: marks(hashtag),
      mentions: marks(mention),
    },
    words: words.length,
    sentences: spoken.length,
  };
}

const proseOf = (text: string) =>
  text.replace(link, ' ').replace(hashtag, ' ').replace(mention, ' ');

/** Whether there are that many words, hashtags, mentions and links aside; reads no further. */
export function hasWords(caption: string, least: number): boolean {
  let found = 0;
  for (const { isWordLike } of wordBounds.segment(proseOf(caption))) {
    if (isWordLike) found += 1;
    if (found === least) return true;
  }
  return false;
}

const nothing: Sentence = { text: '', words: [], capitals: 0 };
const isSaid = ({ text, words }: Sentence) => words.length > 0 || pictograph.test(text);

/** Text symbols such as © and ↔ are none; a heart or a sun is one however it is typed. */
function isEmoji(cluster: string): boolean {
  return emojiCluster.test(cluster) && pictograph.test(cluster);
}

/** Each sentence ends where its line does, whatever Segmenter would join. */
function sentencesOf(prose: string): Sentence[] {
  return prose.split('\n').flatMap((line) => {
    const found = [...sentenceBounds.segment(line)].map(({ segment }) => sentence(segment));
    return withTrailingSigns(found);
  });
}

/** An emoji behind a full stop is a segment of its own, and belongs to the sentence before it. */
function withTrailingSigns(found: Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    if (last && one.words.length === 0)
      joined[joined.length - 1] = { ...last, text: last.text + one.text };
    else if (one.text.trim() !== '') joined.push(one);
  }
  return joined;
}

function sentence(text: string): Sentence {
  const raw: string[] = [];
  for (const { segment, isWordLike } of wordBounds.segment(text)) {
    if (isWordLike) raw.push(segment.replaceAll('’', "'"));
  }
  return {
    text: text.trim(),
    words: raw.map((word) => word.toLowerCase()),
    capitals: raw.filter((word) => /^\p{Lu}{4,}$/u.test(word)).length,
  };
}

/** At the end: nothing but hashtags, mentions and signs behind the first hashtag. */
function placeOf(text: string): TagPlace {
  if (!text.match(hashtag)) return 'none';
  let rest = text;
  while (tagsAtEnd.test(rest)) rest = rest.replace(tagsAtEnd, '').trimEnd();
  return rest.match(hashtag) ? 'within' : 'end';
}

/** Letters only: Thai vowels and tones above the line are marks, and the same in every count. */
function lettersIn(prose: string): CaptionFeatures['letters'] {
  const letters = prose.match(/\p{L}/gu) ?? [];
  const thai = letters.filter((letter) => /\p{Script=Thai}/u.test(letter)).length;
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  return { thai, latin, other: letters.length - thai - latin };
}

function countsOf(items: readonly string[]): Counts<string> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts];
}
