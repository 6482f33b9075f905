// Passages of a file into the live guidelines. It only adds: no block that stands there is taken away
// or written over, so that whoever writes in it at the same moment keeps every word.
import * as Y from 'yjs';
import type { Run } from '../export/document.ts';
import { type FieldKind, isNeutral } from '../fields.ts';
import { guidelinesFragment, readGuidelines } from '../guidelines.ts';
import type { Locale } from '../words/words.ts';
import type { Passage, Said } from './passages.ts';
import { type BroughtPoint, linesOfRuns, pointOf } from './points.ts';

/** A passage with a place; `lang` for a field with a text per language. */
export type PlacedPassage = Passage & { field: FieldKind };

export interface Placing {
  languages: readonly Locale[];
  /** Below what is there; else only where nothing is. */
  addsBelow: boolean;
  ids(): string;
}

/** Whether something stands where this passage would go. */
export function isTaken(doc: Y.Doc, { field, lang }: Pick<PlacedPassage, 'field' | 'lang'>) {
  const { fields, points } = readGuidelines(doc).structure;
  if (field === 'points') return points.length > 0;
  return isNeutral(field)
    ? fields[field].lines.length > 0
    : lang !== null && fields[field].text[lang] !== undefined;
}

/** Gives back how many passages went in. Call it in one transaction of the person who asked. */
export function putIn(doc: Y.Doc, passages: readonly PlacedPassage[], how: Placing): number {
  const fitting = passages.filter((passage) => how.addsBelow || !isTaken(doc, passage));
  for (const passage of fitting) {
    const field = fieldElement(doc, passage.field, how);
    if (passage.field === 'points') putPoints(field, passage, how);
    else if (isNeutral(passage.field)) addTo(field, linesApart(passage.said));
    else addTo(languageElement(field, passage.lang ?? how.languages[0] ?? 'en'), passage.said);
  }
  return fitting.length;
}

const elementsIn = (parent: Y.XmlFragment): Y.XmlElement[] =>
  (parent.toArray() as unknown[]).filter((child) => child instanceof Y.XmlElement);

function fieldElement(doc: Y.Doc, kind: FieldKind, { ids }: Placing): Y.XmlElement {
  const fragment = guidelinesFragment(doc);
  const found = elementsIn(fragment).find(
    (one) => one.nodeName === 'field' && one.getAttribute('field') === kind,
  );
  return found ?? pushed(fragment, 'field', { id: ids(), field: kind });
}

function languageElement(parent: Y.XmlElement, lang: Locale): Y.XmlElement {
  const found = elementsIn(parent).find(
    (one) => one.nodeName === 'languageText' && one.getAttribute('lang') === lang,
  );
  return found ?? pushed(parent, 'languageText', { lang });
}

function pushed(parent: Y.XmlFragment, name: string, attrs: Record<string, string>): Y.XmlElement {
  const element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) element.setAttribute(key, value);
  parent.push([element]);
  return element;
}

/** Belonging to no language, each line is a thing of its own. */
const linesApart = (said: readonly Said[]): Said[] =>
  said.flatMap(({ runs }) => linesOfRuns(runs).map((line): Said => ({ kind: 'text', runs: line })));

function putPoints(field: Y.XmlElement, { said, need }: Passage, how: Placing): void {
  for (const { runs } of said) {
    const point = pointOf(runs, need, how.languages);
    const blank = elementsIn(field).find((one) => one.nodeName === 'point' && isBlank(one));
    fillPoint(blank ?? pushed(field, 'point', { id: how.ids() }), point, how.languages);
  }
}

function fillPoint(element: Y.XmlElement, point: BroughtPoint, languages: readonly Locale[]) {
  element.setAttribute('need', point.need);
  if (point.evidence !== '') element.setAttribute('evidence', point.evidence);
  for (const lang of languages) languageElement(element, lang);
  for (const [lang, lines] of Object.entries(point.lines) as [Locale, Run[][]][]) {
    addTo(
      languageElement(element, lang),
      lines.map((runs) => ({ kind: 'text', runs })),
    );
  }
  for (const text of elementsIn(element)) if (text.length === 0) addTo(text, [emptyLine]);
}

const emptyLine: Said = { kind: 'text', runs: [] };

function isBlank(element: Y.XmlElement): boolean {
  return (element.toArray() as unknown[]).every((child) => {
    if (child instanceof Y.XmlElement) return isBlank(child);
    return !(child instanceof Y.XmlText) || child.toDelta().length === 0;
  });
}

/** At the end of what stands there; an empty line at the end takes the first words in. */
function addTo(parent: Y.XmlElement, said: readonly Said[]): void {
  const last = elementsIn(parent).at(-1);
  const line = last?.nodeName === 'paragraph' && isBlank(last) && last.length < 2 ? last : null;
  const [first, ...rest] = said;
  if (line && first?.kind === 'text') {
    writeLine(line, first.runs);
    parent.push(blocksFor(rest));
  } else if (line) parent.insert(parent.length - 1, blocksFor(said));
  else parent.push(blocksFor(said));
}

/** Items that follow each other are one list. */
function blocksFor(said: readonly Said[]): Y.XmlElement[] {
  const groups = said.reduce<Said[][]>((made, one) => {
    const last = made.at(-1);
    if (one.kind === 'item' && last?.[0]?.kind === 'item') last.push(one);
    else made.push([one]);
    return made;
  }, []);
  return groups.map((group) => {
    const [first] = group;
    const lines = group.map((one) => paragraph(one.runs));
    return first?.kind === 'item' ? listOf(lines) : (lines[0] as Y.XmlElement);
  });
}

const listOf = (lines: readonly Y.XmlElement[]): Y.XmlElement =>
  holding(
    'bulletList',
    lines.map((line) => holding('listItem', [line])),
  );

function holding(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}

const paragraph = (runs: readonly Run[]) => holding('paragraph', inlinesOf(runs));

function writeLine(line: Y.XmlElement, runs: readonly Run[]): void {
  const [first, ...rest] = linesOfRuns(runs);
  const text = (line.toArray() as unknown[]).find((child) => child instanceof Y.XmlText);
  if (text) {
    writeRuns(text, first ?? []);
    line.push(rest.flatMap((one) => [new Y.XmlElement('hardBreak'), textFor(one)]));
  } else line.push(inlinesOf(runs));
}

function inlinesOf(runs: readonly Run[]): (Y.XmlElement | Y.XmlText)[] {
  const [first = [], ...rest] = linesOfRuns(runs);
  return [textFor(first), ...rest.flatMap((one) => [new Y.XmlElement('hardBreak'), textFor(one)])];
}

function textFor(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  writeRuns(text, runs);
  return text;
}

/** The marks as y-tiptap names them. */
function writeRuns(text: Y.XmlText, runs: readonly Run[]): void {
  const written = runs.map(({ text: insert, strong, emphasis, link }) => ({
    insert,
    attributes: {
      ...(strong && { bold: {} }),
      ...(emphasis && { italic: {} }),
      ...(link !== undefined && { link: { href: link } }),
    },
  }));
  text.applyDelta(written);
}
