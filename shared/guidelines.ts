// Reads the structure out of a guidelines document. Total: any document gives a structure and a
// list of what is wrong with it; what stops publishing is decided here and nowhere in the schema.
import type * as Y from 'yjs';
import { type Block, blocksOf, linesOf, plainText } from './blocks.ts';
import { normalBlocks } from './content-id.ts';
import {
  type Claim,
  claims,
  type FieldKind,
  fieldKinds,
  isFieldKind,
  isNeutral,
  maxCoreCharacters,
  maxPoints,
  type Need,
  needs,
} from './fields.ts';
import { graphemeCount } from './graphemes.ts';
import { isLocale, type Locale, locales } from './words/words.ts';

/** One text in several languages; a language without words is left out. */
export type Text = Partial<Record<Locale, string>>;

export interface Point {
  id: string;
  need: Need;
  claim: Claim | null;
  evidence: string;
  text: Text;
}

/** `text` by language, `lines` for words that belong to no language. */
export interface FieldText {
  id: string;
  text: Text;
  lines: string[];
}

export interface Guidelines {
  /** The languages this document has texts for, in the catalogue's order. */
  languages: Locale[];
  core: Text;
  /** "Yours to decide." */
  freedom: Text;
  /** Points with words, in order. */
  points: Point[];
  fields: Record<FieldKind, FieldText>;
}

/** `words` is what stands in the block that found no place in the structure. */
export type GuidelinesProblem =
  | { kind: 'missing'; field: FieldKind }
  | { kind: 'doubled'; field: FieldKind; lang: Locale | null; words: string }
  | { kind: 'misplaced'; field: FieldKind | null; type: string; words: string }
  | { kind: 'doubled-id'; id: string }
  | { kind: 'no-id'; field: FieldKind }
  | { kind: 'core-empty' }
  | { kind: 'core-too-long'; lang: Locale; count: number; max: number }
  | { kind: 'points-few' }
  | { kind: 'points-many'; count: number; max: number }
  | { kind: 'point-empty'; pointId: string }
  | { kind: 'language-missing'; field: FieldKind; pointId: string | null; lang: Locale }
  | { kind: 'evidence-missing'; pointId: string; claim: Claim };

export interface GuidelinesReading {
  structure: Guidelines;
  problems: GuidelinesProblem[];
}

export const guidelinesFragment = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('guidelines');

/** `languages`: those the brief asks for; without them, those the document has. */
export function readGuidelines(doc: Y.Doc, languages?: readonly Locale[]): GuidelinesReading {
  return structureOf(blocksOf(guidelinesFragment(doc)), languages);
}

/** The same from frozen content. Of two blocks with one name or id the first keeps it. */
export function structureOf(
  blocks: readonly Block[],
  languages: readonly Locale[] = languagesOf(blocks),
): GuidelinesReading {
  const problems: GuidelinesProblem[] = [];
  const ids = new Set<string>();
  const found = findFields(blocks, problems);
  const fields = emptyFields();
  let points: Point[] = [];
  for (const kind of fieldKinds) {
    const block = found.get(kind);
    if (block === undefined) problems.push({ kind: 'missing', field: kind });
    else {
      fields[kind] = readField(kind, block, { problems, ids });
      if (kind === 'points') points = readPoints(block, { problems, ids });
    }
  }
  const structure: Guidelines = {
    languages: locales.filter((locale) => languages.includes(locale)),
    core: fields.core.text,
    freedom: fields.freedom.text,
    points,
    fields,
  };
  return { structure, problems: [...problems, ...contentProblems(structure)] };
}

interface Reading {
  problems: GuidelinesProblem[];
  ids: Set<string>;
}

function findFields(blocks: readonly Block[], problems: GuidelinesProblem[]) {
  const found = new Map<FieldKind, Block>();
  for (const block of blocks) {
    const kind = block.attrs?.['field'];
    if (block.type !== 'field' || !isFieldKind(kind)) misplaced(block, null, problems);
    else if (found.has(kind)) {
      problems.push({ kind: 'doubled', field: kind, lang: null, words: wordsOf(block) });
    } else found.set(kind, block);
  }
  return found;
}

function misplaced(block: Block, field: FieldKind | null, problems: GuidelinesProblem[]): void {
  const words = wordsOf(block);
  // An empty line between blocks is where a caret was, not a mistake.
  if (block.type === 'paragraph' && words === '') return;
  problems.push({ kind: 'misplaced', field, type: block.type, words });
}

const wordsOf = (block: Block) => plainText([block]).trim();
const children = (block: Block) => block.content ?? [];
const isLanguageText = (block: Block) => block.type === 'languageText';
const isPlain = (block: Block) => block.type === 'paragraph' || block.type === 'bulletList';

function readField(kind: FieldKind, block: Block, reading: Reading): FieldText {
  const { problems } = reading;
  const belongs = (child: Block) => {
    if (kind === 'points') return child.type === 'point';
    return isNeutral(kind) ? isPlain(child) : isLanguageText(child);
  };
  for (const child of children(block)) {
    if (!belongs(child) || holdsField(child)) misplaced(child, kind, problems);
  }
  return {
    id: claimId(block, kind, kind, reading),
    text: readText(block, kind, problems),
    lines: linesOf(children(block).filter(isPlain))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  };
}

const structural = ['field', 'point', 'languageText'];
/** A typed block where only words belong. A point's own languages are read by readPoints. */
function holdsField(block: Block): boolean {
  const inside = block.type === 'point' ? ['field', 'point'] : structural;
  return children(block).some((child) => inside.includes(child.type) || holdsField(child));
}

function readPoints(block: Block, reading: Reading): Point[] {
  const blocks = children(block).filter((child) => child.type === 'point');
  return blocks.flatMap((child, index) => {
    for (const part of children(child)) {
      if (!isLanguageText(part)) misplaced(part, 'points', reading.problems);
    }
    const point = readPoint(child, `point-${index + 1}`, reading);
    if (Object.keys(point.text).length > 0) return [point];
    reading.problems.push({ kind: 'point-empty', pointId: point.id });
    return [];
  });
}

function readPoint(block: Block, place: string, reading: Reading): Point {
  const { need, claim, evidence } = block.attrs ?? {};
  return {
    id: claimId(block, place, 'points', reading),
    need: needs.find((one) => one === need) ?? 'may',
    claim: claims.find((one) => one === claim) ?? null,
    evidence: typeof evidence === 'string' ? evidence : '',
    text: readText(block, 'points', reading.problems),
  };
}

/** The block's id, or its place where it has none of its own. */
function claimId(block: Block, place: string, field: FieldKind, reading: Reading): string {
  const id = block.attrs?.['id'];
  if (typeof id !== 'string' || id === '') {
    reading.problems.push({ kind: 'no-id', field });
    return place;
  }
  if (reading.ids.has(id)) {
    reading.problems.push({ kind: 'doubled-id', id });
    return place;
  }
  reading.ids.add(id);
  return id;
}

function readText(parent: Block, field: FieldKind, problems: GuidelinesProblem[]): Text {
  const text: Text = {};
  const seen = new Set<Locale>();
  for (const block of children(parent).filter(isLanguageText)) {
    const lang = block.attrs?.['lang'];
    const words = plainText(children(block)).trim();
    if (!isLocale(lang)) misplaced(block, field, problems);
    else if (seen.has(lang)) problems.push({ kind: 'doubled', field, lang, words });
    else {
      seen.add(lang);
      if (words !== '') text[lang] = words;
    }
  }
  return text;
}

function emptyFields(): Record<FieldKind, FieldText> {
  const entries = fieldKinds.map((kind) => [kind, { id: kind, text: {}, lines: [] }]);
  return Object.fromEntries(entries) as Record<FieldKind, FieldText>;
}

function languagesOf(blocks: readonly Block[]): Locale[] {
  return blocks.flatMap((block) => {
    const lang = isLanguageText(block) ? block.attrs?.['lang'] : undefined;
    return [...(isLocale(lang) ? [lang] : []), ...languagesOf(children(block))];
  });
}

function contentProblems(structure: Guidelines): GuidelinesProblem[] {
  return [
    ...coreProblems(structure.core),
    ...pointProblems(structure.points),
    ...languageProblems(structure),
  ];
}

function coreProblems(core: Text): GuidelinesProblem[] {
  const texts = Object.entries(core) as [Locale, string][];
  if (texts.length === 0) return [{ kind: 'core-empty' }];
  return texts.flatMap(([lang, words]): GuidelinesProblem[] => {
    const count = graphemeCount(words);
    return count > maxCoreCharacters
      ? [{ kind: 'core-too-long', lang, count, max: maxCoreCharacters }]
      : [];
  });
}

function pointProblems(points: readonly Point[]): GuidelinesProblem[] {
  const problems: GuidelinesProblem[] = points.flatMap(({ id, claim, evidence }) =>
    claim !== null && evidence.trim() === ''
      ? [{ kind: 'evidence-missing', pointId: id, claim }]
      : [],
  );
  const count = points.length;
  if (count === 0) problems.push({ kind: 'points-few' });
  if (count > maxPoints) problems.push({ kind: 'points-many', count, max: maxPoints });
  return problems;
}

/** A language is missed only where another one has words. */
function languageProblems({ languages, fields, points }: Guidelines): GuidelinesProblem[] {
  const missing = (field: FieldKind, pointId: string | null, text: Text) =>
    Object.keys(text).length === 0
      ? []
      : languages
          .filter((lang) => text[lang] === undefined)
          .map((lang): GuidelinesProblem => ({ kind: 'language-missing', field, pointId, lang }));
  return [
    ...fieldKinds.flatMap((field) => missing(field, null, fields[field].text)),
    ...points.flatMap((point) => missing('points', point.id, point.text)),
  ];
}

/** Problems that stop Publish: nobody may agree to words that the pages would not show. */
export function publishBlockers(problems: readonly GuidelinesProblem[]): GuidelinesProblem[] {
  return problems.filter((problem) => {
    switch (problem.kind) {
      case 'doubled':
      case 'misplaced':
        return problem.words !== '';
      case 'doubled-id':
      case 'no-id':
      case 'core-empty':
      case 'core-too-long':
      case 'points-few':
      case 'points-many':
        return true;
      case 'missing':
      case 'point-empty':
      case 'language-missing':
      case 'evidence-missing':
        return false;
    }
  });
}

/** What a published version freezes and hashes. Ids stay: marks and requests point at them. */
export interface GuidelinesContent {
  format: 1;
  content: Block[];
}

export function guidelinesJson(doc: Y.Doc): GuidelinesContent {
  const blocks = blocksOf(guidelinesFragment(doc));
  return { format: 1, content: normalBlocks(blocks, { keepIds: true }) };
}

/** The text in the reader's language, else in another one; null when there are no words. */
export function textFor(text: Text, locale: Locale): { lang: Locale; words: string } | null {
  const lang = [locale, ...locales].find((one) => text[one] !== undefined);
  return lang === undefined ? null : { lang, words: text[lang] as string };
}
