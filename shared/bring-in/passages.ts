// What a file says, sorted into the fields of the guidelines by the names of its headings. Every word
// comes out in one passage or as the heading that placed it; a passage that no name placed has no
// field, and the lead says where it goes. It knows neither files nor the document.
import type { Run } from '../export/document.ts';
import { type FieldKind, isNeutral, type Need } from '../fields.ts';
import type { Locale } from '../words/words.ts';
import { fieldNamed, languageNamed, type Named } from './names.ts';

/** A line break in `runs` is one in the file. */
export type Piece =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'text' | 'item'; runs: Run[] }
  /** A line across the page: what follows belongs to no heading before it. */
  | { kind: 'rule' };

export interface Said {
  kind: 'text' | 'item';
  runs: Run[];
}

export interface Passage {
  /** The heading that placed it, as it stands in the file; empty where there is none. */
  title: string;
  field: FieldKind | null;
  /** Null where the field has no language of its own or the brief does not have this one. */
  lang: Locale | null;
  need: Need;
  said: Said[];
}

interface Section {
  title: string;
  level: number;
  named: Named | null;
  said: Said[];
}

export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

export function passagesOf(pieces: readonly Piece[], languages: readonly Locale[]): Passage[] {
  return sectionsOf(pieces)
    .flatMap((section) => passagesIn(section, languages))
    .filter(({ said }) => said.length > 0);
}

function sectionsOf(pieces: readonly Piece[]): Section[] {
  // Where a file has headings that we know, a line that looks like one is only a line.
  const hasHeadings = pieces.some(
    (piece) => piece.kind === 'heading' && fieldNamed(wordsOf(piece.runs)) !== null,
  );
  const sections: Section[] = [{ title: '', level: 0, named: null, said: [] }];
  for (const piece of pieces.flatMap((one) => (hasHeadings ? [one] : asHeading(one)))) {
    addPiece(sections, piece);
  }
  return sections;
}

function addPiece(sections: Section[], piece: Piece): void {
  const section = sections.at(-1) as Section;
  if (piece.kind === 'rule') {
    sections.push({ title: '', level: 0, named: null, said: [] });
  } else if (piece.kind !== 'heading') {
    if (wordsOf(piece.runs).trim() !== '') section.said.push(piece);
  } else addHeading(sections, piece);
}

function addHeading(sections: Section[], { level, runs }: Extract<Piece, { kind: 'heading' }>) {
  const title = wordsOf(runs).replace(/\s+/g, ' ').trim();
  if (title === '') return;
  const section = sections.at(-1) as Section;
  const named = fieldNamed(title);
  if (named) sections.push({ title, level, named, said: [] });
  else {
    const line: Said = { kind: 'text', runs: runs.map((run) => ({ ...run, strong: true })) };
    // A smaller heading within a section that we know belongs to it.
    if (section.named && level > section.level) section.said.push(line);
    else sections.push({ title: '', level, named: null, said: [line] });
  }
}

/** Deeper than any heading of a file, so that a file's own headings stand above it. */
const lineLevel = 10;

/** In a file without headings that we know, a line with a name alone or before a colon is one. */
function asHeading(piece: Piece): Piece[] {
  if (piece.kind !== 'text') return [piece];
  const words = wordsOf(piece.runs);
  if (fieldNamed(words)) return [{ kind: 'heading', level: lineLevel, runs: piece.runs }];
  const colon = words.search(/[:：]/);
  if (colon < 1 || !fieldNamed(words.slice(0, colon))) return [piece];
  const [head, rest] = cutAt(piece.runs, colon + 1);
  return [
    { kind: 'heading', level: lineLevel, runs: head },
    { kind: 'text', runs: trimmedStart(rest) },
  ];
}

function cutAt(runs: readonly Run[], at: number): [Run[], Run[]] {
  const before: Run[] = [];
  const after: Run[] = [];
  let from = 0;
  for (const run of runs) {
    const cut = Math.min(Math.max(at - from, 0), run.text.length);
    if (cut > 0) before.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) after.push({ ...run, text: run.text.slice(cut) });
    from += run.text.length;
  }
  return [before, after];
}

function trimmedStart([first, ...rest]: readonly Run[]): Run[] {
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];
}

function passagesIn(section: Section, languages: readonly Locale[]): Passage[] {
  const { title, named, said } = section;
  const field = named?.field ?? null;
  const need = named?.need ?? 'may';
  if (field === 'points' && said.some(({ kind }) => kind === 'item')) {
    return pointPassages({ title, field, lang: null, need, said });
  }
  if (field === null || field === 'points' || isNeutral(field)) {
    return [{ title, field, lang: null, need, said }];
  }
  return byLanguage(said).map(({ label, lang, said: own }) => {
    const wanted = lang ?? languageOf(own);
    const has = languages.includes(wanted);
    // Named as a language that the brief does not have, it is no text of another one.
    const isAstray = label !== null && !has;
    return {
      title: label === null ? title : `${title} · ${label}`,
      field: isAstray ? null : field,
      lang: has ? wanted : isAstray ? null : (languages[0] ?? null),
      need,
      said: own,
    };
  });
}

/** The list is the points; what stands around it is no point before the lead says so. */
function pointPassages(passage: Passage): Passage[] {
  const split: Passage[] = [];
  for (const one of passage.said) {
    const field = one.kind === 'item' ? passage.field : null;
    const last = split.at(-1);
    if (last?.field === field) last.said.push(one);
    else split.push({ ...passage, field, said: [one] });
  }
  return split;
}

interface LanguagePart {
  label: string | null;
  lang: Locale | null;
  said: Said[];
}

/** Cut where a line names a language, as our own files do when there are two. */
function byLanguage(said: Said[]): LanguagePart[] {
  const isLabel = ({ kind, runs }: Said) =>
    kind === 'text' && languageNamed(wordsOf(runs)) !== null;
  const first = said[0];
  const labels = new Set(said.filter(isLabel).map(({ runs }) => languageNamed(wordsOf(runs))));
  if (!first || !isLabel(first) || labels.size < 2) return [{ label: null, lang: null, said }];
  const parts: LanguagePart[] = [];
  for (const one of said) {
    const label = wordsOf(one.runs);
    const lang = isLabel(one) ? languageNamed(label) : null;
    if (lang && !parts.some((part) => part.lang === lang)) parts.push({ label, lang, said: [] });
    else parts.at(-1)?.said.push(one);
  }
  return parts;
}

const languageOf = (said: readonly Said[]): Locale =>
  scriptOf(said.map(({ runs }) => wordsOf(runs)).join(' '));

/** The language whose letters there are more of. */
export function scriptOf(text: string): Locale {
  const thai = text.match(/[\u0e00-\u0e7f]/g)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return thai > latin ? 'th' : 'en';
}
