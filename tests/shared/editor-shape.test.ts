// What a person's own keys may do to typed blocks, and what others' changes may: the editor's rules
// without its view.
import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { AllSelection, EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { weightOf } from '#app/editor/pasting.ts';
import {
  framePlugin,
  guidelinesShape,
  scriptShape,
  shapePlugin,
  type Shape,
} from '#app/editor/shape.ts';
import { maxUpdateBytes } from '#server/sync/limits.ts';
import { appendBlocks, paragraphs } from '#shared/blocks.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { textFragment, writeParts } from '#shared/parts.ts';
import { scriptExtensions } from '#shared/schema/draft.ts';
import { guidelinesExtensions } from '#shared/schema/guidelines.ts';
import { countingIds } from '#tests/support/chance.ts';

function guidelinesState(): EditorState {
  const doc = new Y.Doc();
  seedGuidelines(doc, { languages: ['en', 'th'], ids: countingIds() });
  return stateOf(doc, guidelinesFragment(doc), guidelinesExtensions, guidelinesShape);
}

function stateOf(
  _doc: Y.Doc,
  fragment: Y.XmlFragment,
  extensions: Parameters<typeof getSchema>[0],
  shape: Shape,
): EditorState {
  const { doc } = initProseMirrorDoc(fragment, getSchema(extensions));
  return EditorState.create({ doc, plugins: [shapePlugin(shape)] });
}

const everything = (state: EditorState) =>
  state.tr.setSelection(new AllSelection(state.doc)).deleteSelection();

function find(doc: Node, type: string): number {
  let found = -1;
  doc.descendants((node, at) => {
    if (found < 0 && node.type.name === type) found = at;
    return found < 0;
  });
  return found;
}

const after = (state: EditorState, tr: Transaction) => state.apply(tr).doc;

test('select all and delete leaves every field of the guidelines standing', () => {
  const state = guidelinesState();
  expect(after(state, everything(state)).eq(state.doc)).toBe(true);
});

test('a language text cannot be deleted from its field', () => {
  const state = guidelinesState();
  const at = find(state.doc, 'languageText');
  const { nodeSize } = state.doc.nodeAt(at) as Node;
  expect(after(state, state.tr.delete(at, at + nodeSize)).eq(state.doc)).toBe(true);
});

test('a talking point can be removed', () => {
  const state = guidelinesState();
  const at = find(state.doc, 'point');
  const { nodeSize } = state.doc.nodeAt(at) as Node;
  expect(after(state, state.tr.delete(at, at + nodeSize)).eq(state.doc)).toBe(false);
});

test('what others did is taken as it comes', () => {
  const state = guidelinesState();
  const theirs = everything(state).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  expect(after(state, theirs).childCount).toBeLessThan(state.doc.childCount);
});

test('who suggests changes the words of one text at a time, and no block', () => {
  const { doc } = guidelinesState();
  const state = EditorState.create({ doc, plugins: [framePlugin()] });
  const { schema } = state;
  const [field, point] = [find(doc, 'field'), find(doc, 'point')];
  const text = find(doc, 'languageText');
  const inside = text + 2;
  const next = text + (doc.nodeAt(text) as Node).nodeSize + 2;
  expect(after(state, state.tr.insertText('word', inside)).textContent).toBe('word');
  expect(after(state, state.tr.split(inside)).textBetween(text, next, '|')).toBe('|');
  const list = schema.nodes['bulletList']?.create(null, [
    schema.node('listItem', null, [schema.node('point', null, [schema.node('paragraph')])]),
  ]) as Node;
  const notWords = [
    everything(state),
    state.tr.delete(inside, next),
    state.tr.delete(point, point + (doc.nodeAt(point) as Node).nodeSize),
    state.tr.setNodeAttribute(point, 'need', 'may'),
    state.tr.setNodeAttribute(field, 'id', 'other'),
    state.tr.insert(field, schema.node('field', { field: 'core' })),
    // Between two paragraphs there is no place in the text to hold on to.
    state.tr.insert(text + 1, schema.node('paragraph')),
    state.tr.insert(inside, list),
  ];
  for (const tr of notWords) {
    expect(tr.docChanged).toBe(true);
    expect(after(state, tr).eq(doc)).toBe(true);
  }
  const theirs = state.tr.delete(inside, next).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  expect(after(state, theirs).eq(doc)).toBe(false);
});

test('a moment of the script goes as a whole or keeps its cells', () => {
  const doc = new Y.Doc();
  writeParts(doc, { script: [{ said: 'hello' }, { said: 'bye' }] }, countingIds());
  const state = stateOf(doc, textFragment(doc, 'script'), scriptExtensions, scriptShape);
  const row = state.doc.child(0).nodeSize;
  const cell = state.doc.child(0).child(0).nodeSize;
  expect(after(state, state.tr.delete(1, 1 + cell)).eq(state.doc)).toBe(true);
  expect(after(state, state.tr.delete(0, row)).childCount).toBe(1);
});

test('the most that can be pasted at once is less than the server takes in one update', () => {
  const maxPasted = 192 * 1024;
  for (const line of ['', 'ก', 'กันแดดที่ทาแล้วไม่เหนียวเลย', 'a'.repeat(4_000)]) {
    const lines: string[] = [];
    let weight = 0;
    while (weight < maxPasted) {
      lines.push(line);
      weight += weightOf(`${line}\n`, 1);
    }
    const doc = new Y.Doc();
    appendBlocks(doc.getXmlFragment('caption'), paragraphs(lines.join('\n')));
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(maxUpdateBytes);
  }
});
