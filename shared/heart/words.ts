// What a text is made of: sentences, and the words that say something, with their places; and whether
// two words are the same one in another form. Knows nothing about points, passages or scores.
import type { HintLanguage } from './quantities.ts';

export interface Place {
  start: number;
  end: number;
}

const sentenceSegmenters = new Map<HintLanguage, Intl.Segmenter>();
const wordSegmenters = new Map<HintLanguage, Intl.Segmenter>();

export function segmenter(
  known: Map<HintLanguage, Intl.Segmenter>,
  language: HintLanguage,
  granularity: 'sentence' | 'word',
): Intl.Segmenter {
  const made = known.get(language) ?? new Intl.Segmenter(language, { granularity });
  known.set(language, made);
  return made;
}

/** Thai ends no sentence with a sign: there a blank is the only border, and each stretch a sentence. */
export function sentencesOf(text: string, language: HintLanguage): Place[] {
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
export function lower(text: string): string {
  const small = text.toLowerCase().replaceAll('’', "'");
  return small.length === text.length ? small : text;
}

const stopWords: Record<HintLanguage, Set<string>> = {
  en: new Set(
    'a an the and or but of in on at to for from by with without as is are was were be been it its this that these those they them their you your we our i my me he she his her not no never only even also just than then there here if when while after before per each every all any can may will would should do does did has have had get gets so up out off into over under about which who what how more most one very into own made'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem des ein eine einen einem einer eines und oder aber von vom im in an am auf zu zum zur für mit ohne aus bei nach vor über unter als ist sind war waren wird werden wurde sein es sie er ihr wir ich du man sich nicht kein keine keinen nur auch noch schon so da hier dies diese dieser dieses jede jeder jedes jeden alle aller wenn dann dass weil wie was wer pro je bis ab hat haben kann können darf muss lässt lassen besteht geht gibt sehr mehr rund etwa frei garantiert'.split(
      ' ',
    ),
  ),
  th: new Set(
    'ที่ ซึ่ง อัน และ หรือ แต่ ของ ใน จาก ให้ ได้ เป็น มี ไม่ ก็ จะ แล้ว กับ โดย เมื่อ ต้อง ควร เพื่อ ว่า นี้ นั้น อยู่ ไป มา ๆ ทุก เพียง แม้ ถึง จน กว่า ด้วย เท่านั้น ละ ข้าง ค่อย ต่อ ตั้งแต่ อีก คือ ทั้ง วัน งาน ใช้ ใช้ได้ การ รับ ภายใน แต่ละ กำหนด สำหรับ ทาง แค่ ก่อน หลัง ตัว ผู้ ครั้ง พร้อม โดน ตลอด เกิน สูตร บรรจุ ครบ ดี'.split(
      ' ',
    ),
  ),
};

/** Counted by their reach, not as words. */
const deniers = new Set(['ไม่มี', 'ไม่ใช่', 'ห้าม', 'อย่า', 'ปราศจาก', 'ไร้']);

export interface Word extends Place {
  word: string;
}

export function wordsOf(text: string, language: HintLanguage): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter(wordSegmenters, language, 'word').segment(
    text,
  )) {
    if (!isWordLike || stopWords[language].has(segment) || /^\d/.test(segment)) continue;
    if ((segment.length < 3 && language !== 'th') || deniers.has(segment)) continue;
    words.push({ word: segment, start: index, end: index + segment.length });
  }
  return words;
}

/** The same word in another form, or (German) as a half of a compound. */
export function isSameWord(a: string, b: string, language: HintLanguage): boolean {
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

/** Where words begin and end, for a language that writes no blanks between them. */
export function edgesOf(text: string, language: HintLanguage) {
  if (language !== 'th') return null;
  const segments = [...segmenter(wordSegmenters, language, 'word').segment(text)];
  return {
    starts: new Set(segments.map(({ index }) => index)),
    ends: new Set(segments.map(({ index, segment }) => index + segment.length)),
  };
}
