// Which field of the guidelines a place in their text belongs to, so that it can be named.
import * as Y from 'yjs';
import type { LinearText } from './anchors.ts';
import { type FieldKind, isFieldKind } from './fields.ts';

export function fieldAt({ elements }: LinearText, index: number): FieldKind | null {
  for (const [element, { from, to }] of elements) {
    if (!(element instanceof Y.XmlElement) || element.nodeName !== 'field') continue;
    // A field begins where the text before it ends; that place is the earlier field's.
    const field: unknown = element.getAttribute('field');
    if (from <= index && index <= to) return isFieldKind(field) ? field : null;
  }
  return null;
}
