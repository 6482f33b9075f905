// Finds the ideas of the lexicon in a text. Most of them begin with letters the text does not hold, so
// it is asked for those first: that is ten times faster than every pattern. Must not know any idea.
import { ideas } from './ideas.ts';
import type { HintLanguage } from './quantities.ts';

export interface IdeaHit {
  idea: string;
  start: number;
  end: number;
}

interface Search {
  idea: string;
  /** Letters one of which a text must hold to have the idea; null where that cannot be told. */
  begins: string[] | null;
  pattern: RegExp;
}

const searches = new Map<HintLanguage, Search[]>();

function searchesIn(language: HintLanguage): Search[] {
  const known = searches.get(language);
  if (known) return known;
  const made = Object.entries(ideas).map(([idea, words]) => ({
    idea,
    ...searchFor(words[language], language),
  }));
  searches.set(language, made);
  return made;
}

function searchFor(words: string, language: HintLanguage): Omit<Search, 'idea'> {
  const written = words.split(/\|(?![^(]*\))/u);
  const begins = written.map(beginOf);
  return {
    begins: begins.includes('') ? null : begins,
    pattern: new RegExp(written.map((one) => alternative(one, language)).join('|'), 'gu'),
  };
}

/** The letters an alternative begins with, up to the first that may be missing. */
function beginOf(written: string): string {
  const letters = /^~?(?<begin>[\p{L}\p{M}\p{N} -]*)(?<next>.?)/u.exec(written)?.groups;
  const begin = letters?.['begin'] ?? '';
  return /[?*{]/u.test(letters?.['next'] ?? '') ? begin.slice(0, -1) : begin;
}

function alternative(written: string, language: HintLanguage): string {
  const isInside = written.startsWith('~');
  const isWhole = written.endsWith('=');
  const words = written.replace(/^~|=$/gu, '').replaceAll('…', '.{0,24}?');
  if (language === 'th') return words;
  const open = isInside ? '' : '(?<![\\p{L}\\p{N}])';
  return `${open}(?:${words})${isWhole ? '(?![\\p{L}\\p{N}])' : '\\p{L}*'}`;
}

interface Edges {
  starts: Set<number>;
  ends: Set<number>;
}

/** Short words of a language without spaces stand inside others; long ones hardly ever do. */
function standsAsWord({ start, end }: IdeaHit, { starts, ends }: Edges): boolean {
  if (end - start >= 6) return true;
  return starts.has(start) && (end - start >= 5 || ends.has(end));
}

/** Every idea a text touches; `edges` where words begin and end, for a language without spaces. */
export function ideasIn(text: string, language: HintLanguage, edges: Edges | null): IdeaHit[] {
  const hits: IdeaHit[] = [];
  for (const { idea, begins, pattern } of searchesIn(language)) {
    if (begins && !begins.some((begin) => text.includes(begin))) continue;
    for (const { index, 0: found } of text.matchAll(pattern)) {
      hits.push({ idea, start: index, end: index + found.length });
    }
  }
  return edges ? hits.filter((hit) => standsAsWord(hit, edges)) : hits;
}

/** Without those inside a longer one: the sole of a shoe is no shoe. */
export const outermost = (hits: readonly IdeaHit[]): IdeaHit[] =>
  hits.filter((hit) => !hits.some((other) => other !== hit && holds(other, hit)));

const holds = (outer: IdeaHit, inner: IdeaHit) =>
  outer.start <= inner.start &&
  outer.end >= inner.end &&
  outer.end - outer.start > inner.end - inner.start;
