// A suggestion: a stretch of somebody else's text and what would stand there instead. It is a row
// beside the text and changes nothing until the text's owner accepts it.
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { type AnchorPart, linearText } from './anchors.ts';
import { hasSameFrame } from './guidelines-frame.ts';
import { keepAround } from './origins-around.ts';
import { placesOf, wholeCharacters } from './places.ts';
import type { Side } from './roles.ts';
import { schemaOf } from './schema/of-part.ts';
import { maxSuggestedLength, resolveSpan, type Span } from './spans.ts';
import type { SliceJson, Suggested } from './suggestion-schema.ts';

export type { SliceJson, Suggested } from './suggestion-schema.ts';

/** Why a writer kept their own words, when they want to say so. */
export const keepReasons = ['not-how-i-talk', 'not-true-for-me', 'too-long', 'own-words'] as const;
export type KeepReason = (typeof keepReasons)[number];

/** Who suggests sits across from whose text it is. */
export const suggestingSide = (part: AnchorPart): Side =>
  part === 'guidelines' ? 'creator' : 'brand';

/** What would be written, checked against the schema: no ids, no marks that say who heard what. */
export function readSlice(part: AnchorPart, json: SliceJson): Slice | 'broken' | 'too-long' {
  try {
    const slice = Slice.fromJSON(schemaOf[part], json);
    slice.content.forEach((node) => node.check());
    return sliceText(slice).length > maxSuggestedLength ? 'too-long' : plain(slice);
  } catch {
    return 'broken';
  }
}

/** The suggested words, a line break between paragraphs. */
export function sliceText(slice: Slice): string {
  return placesOf(slice.content).text;
}

function plain(slice: Slice): Slice {
  return new Slice(plainContent(slice.content), slice.openStart, slice.openEnd);
}

function plainContent(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const marks = node.marks.filter((mark) => mark.type.name !== 'coverage');
    if (node.isText) nodes.push(node.mark(marks));
    else {
      const attrs = 'id' in node.attrs ? { ...node.attrs, id: null } : node.attrs;
      nodes.push(node.type.create(attrs, plainContent(node.content), marks));
    }
  });
  return Fragment.fromArray(nodes);
}

/**
 * The same words for the same passage: what was kept once cannot be sent again. Case, spaces and
 * Unicode forms do not make it another wording.
 */
export function wordingOf({ span }: { span: Span }, text: string): string {
  const fold = (words: string) =>
    words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  // What is only added has no words of its own to be known by.
  const passage = span.quote.trim() === '' ? [span.before, span.after] : [span.quote];
  return JSON.stringify([span.part, ...passage.map(fold), fold(text)]);
}

/** `gone`: the words below changed. `misfit`: the text around them has another shape now. */
export type Applied = 'applied' | 'gone' | 'misfit';

/** Writes a suggestion into the document, under the document's client id. */
export function applySuggestion(doc: Y.Doc, suggested: Suggested, newId: () => string): Applied {
  const { part } = suggested.span;
  const slice = readSlice(part, suggested.slice);
  if (typeof slice === 'string') return 'misfit';
  const linear = linearText(doc, part);
  const place = resolveSpan(doc, suggested.span, linear);
  if (place.state !== 'exact' && place.state !== 'moved') return 'gone';
  const fragment = doc.getXmlFragment(part);
  const base = yXmlFragmentToProseMirrorRootNode(fragment, schemaOf[part]);
  const places = placesOf(base);
  const from = places.position(place.from);
  const to = places.position(place.to);
  if (places.text !== linear.text || from === null || to === null) return 'misfit';
  // Yjs breaks an emoji that is cut in two.
  const whole = wholeCharacters(base, { from, to });
  if (whole.from !== from || whole.to !== to) return 'misfit';
  const after = replaced(base, { from, to, slice: withIds(slice, newId) });
  if (!after) return 'misfit';
  if (part === 'guidelines' && !hasSameFrame(base, after)) return 'misfit';
  keepAround(doc, { part, from: place.from, to: place.to }, () =>
    updateYFragment(doc, fragment, after, { mapping: new Map(), isOMark: new Map() }),
  );
  return 'applied';
}

/** The document with the slice in place of what stood there; null where it does not fit. */
export function replaced(
  base: Node,
  { from, to, slice }: { from: number; to: number; slice: Slice },
): Node | null {
  try {
    const after = base.replace(from, to, slice);
    after.check();
    return after;
  } catch {
    return null;
  }
}

function withIds(slice: Slice, newId: () => string): Slice {
  const named = (content: Fragment): Fragment => {
    const nodes: Node[] = [];
    content.forEach((node) => {
      const attrs = 'id' in node.attrs ? { ...node.attrs, id: newId() } : node.attrs;
      nodes.push(node.isText ? node : node.type.create(attrs, named(node.content), node.marks));
    });
    return Fragment.fromArray(nodes);
  };
  return new Slice(named(slice.content), slice.openStart, slice.openEnd);
}
