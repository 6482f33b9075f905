// The empty brief: every field once, with a text per language where it matters. Written straight
// into Yjs, so that the server needs no editor; `ids` gives each block its id.
import * as Y from 'yjs';
import { appendBlocks, type Block, paragraphs } from './blocks.ts';
import {
  type BilingualField,
  type Claim,
  type FieldKind,
  fieldKinds,
  isNeutral,
  type Need,
  type NeutralField,
} from './fields.ts';
import { guidelinesFragment, type Text } from './guidelines.ts';
import type { Locale } from './words/words.ts';

export interface FilledPoint {
  need: Need;
  claim?: Claim;
  evidence?: string;
  text: Text;
}

/** Line breaks in a text begin a new paragraph; neutral fields take a line each. */
export type GuidelinesFill = Partial<Record<BilingualField, Text>> &
  Partial<Record<NeutralField, string[]>> & { points?: FilledPoint[] };

export interface GuidelinesTemplate {
  languages: readonly Locale[];
  ids: () => string;
  fill?: GuidelinesFill;
}

/** Talking points an empty brief starts with. */
const blankPoints: FilledPoint[] = [
  { need: 'must', text: {} },
  { need: 'must', text: {} },
  { need: 'may', text: {} },
];

/** Only for a document that has nothing in it yet: it appends. */
export function seedGuidelines(doc: Y.Doc, template: GuidelinesTemplate): void {
  const blocks = fieldKinds.map((kind) => fieldBlock(kind, template));
  doc.transact(() => appendBlocks(guidelinesFragment(doc), blocks));
}

function fieldBlock(field: FieldKind, template: GuidelinesTemplate): Block {
  const attrs = { id: template.ids(), field };
  return { type: 'field', attrs, content: fieldContent(field, template) };
}

function fieldContent(field: FieldKind, template: GuidelinesTemplate): Block[] {
  const { languages, fill = {} } = template;
  if (field === 'points') {
    return (fill.points ?? blankPoints).map((point) => pointBlock(point, template));
  }
  return isNeutral(field)
    ? paragraphs((fill[field] ?? []).join('\n'))
    : languageTexts(fill[field] ?? {}, languages);
}

function pointBlock(point: FilledPoint, { languages, ids }: GuidelinesTemplate): Block {
  const { need, claim = null, evidence = '', text } = point;
  const attrs = { id: ids(), need, claim, evidence };
  return { type: 'point', attrs, content: languageTexts(text, languages) };
}

function languageTexts(text: Text, languages: readonly Locale[]): Block[] {
  return languages.map((lang) => ({
    type: 'languageText',
    attrs: { lang },
    content: paragraphs(text[lang] ?? ''),
  }));
}

/**
 * Gives an id of its own to every field and point without one or with one that stands earlier.
 * Only when a person asks for it: two clients that do it by themselves would do it twice.
 */
export function repairIds(doc: Y.Doc, ids: () => string): void {
  const seen = new Set<string>();
  doc.transact(() => {
    for (const element of elementsOf(guidelinesFragment(doc))) {
      if (element.nodeName !== 'field' && element.nodeName !== 'point') continue;
      const id: unknown = element.getAttribute('id');
      const own = typeof id === 'string' && id !== '' && !seen.has(id) ? id : ids();
      if (own !== id) element.setAttribute('id', own);
      seen.add(own);
    }
  });
}

function* elementsOf(parent: Y.XmlFragment): Generator<Y.XmlElement> {
  for (const child of parent.toArray() as unknown[]) {
    if (!(child instanceof Y.XmlElement)) continue;
    yield child;
    yield* elementsOf(child);
  }
}
