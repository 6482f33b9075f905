// Editors without a view: a Yjs document, its ProseMirror document through y-tiptap, and edits that
// a person could make, so that merges can be tested by the thousand.
import type { Extensions } from '@tiptap/core';
import { getSchema } from '@tiptap/core';
import type { Node, Schema } from '@tiptap/pm/model';
import { canSplit, Transform } from '@tiptap/pm/transform';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blocksOf, inlineText } from '#shared/blocks.ts';
import type { Chance } from './chance.ts';

export interface Editor {
  doc: Y.Doc;
  fragment: Y.XmlFragment;
  schema: Schema;
}

interface Start {
  from?: Y.Doc;
  /** Yjs breaks ties by client id: fixed ones make a seed walk the same way again. */
  clientId?: number;
}

export function editor(name: string, extensions: Extensions, start: Start = {}): Editor {
  const { from, clientId } = start;
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  return { doc, fragment: doc.getXmlFragment(name), schema: getSchema(extensions) };
}

/** What the editor shows. Like the real binding, loading deletes what the schema refuses. */
export function load({ fragment, schema }: Editor): Node {
  return initProseMirrorDoc(fragment, schema).doc;
}

/** One local transaction, written to Yjs the way the binding writes it. */
export function edit(one: Editor, change: (tr: Transform) => void): void {
  const { doc, meta } = initProseMirrorDoc(one.fragment, one.schema);
  const tr = new Transform(doc);
  change(tr);
  updateYFragment(one.doc, one.fragment, tr.doc, meta);
}

export function syncAll(editors: readonly Editor[]): void {
  for (const from of editors) {
    for (const to of editors) send(from, to);
  }
}

export function send(from: Editor, to: Editor): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
}

/** Every character of the fragment in order, read without any schema. */
export const typedText = (fragment: Y.XmlFragment): string =>
  blocksOf(fragment).map(inlineText).join('');

/** The same of a loaded document. */
export const shownText = (doc: Node): string =>
  doc.textBetween(0, doc.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));

const textblocks = (doc: Node): { node: Node; at: number }[] => {
  const found: { node: Node; at: number }[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) found.push({ node, at });
  });
  return found;
};

function somewhere(doc: Node, luck: Chance): number | null {
  const blocks = textblocks(doc);
  if (blocks.length === 0) return null;
  const { node, at } = luck.pick(blocks);
  return at + 1 + luck.below(node.content.size + 1);
}

export function typeWords(one: Editor, luck: Chance, words: string): void {
  edit(one, (tr) => {
    const at = somewhere(tr.doc, luck);
    const paragraph = one.schema.nodes['paragraph'];
    if (at === null) tr.insert(0, paragraph?.create(null, one.schema.text(words)) as Node);
    else tr.insert(at, one.schema.text(words));
  });
}

export function markWords(one: Editor, luck: Chance): void {
  const marks = Object.values(one.schema.marks);
  if (marks.length === 0) return;
  edit(one, (tr) => {
    const blocks = textblocks(tr.doc).filter(({ node }) => node.content.size > 1);
    if (blocks.length === 0) return;
    const { node, at } = luck.pick(blocks);
    const from = luck.below(node.content.size);
    const to = from + 1 + luck.below(node.content.size - from);
    const mark = luck
      .pick(marks)
      .create({ pointId: `p${luck.below(3)}`, href: 'https://a.example' });
    if (luck.below(3) === 0) tr.removeMark(at + 1 + from, at + 1 + to, mark);
    else tr.addMark(at + 1 + from, at + 1 + to, mark);
  });
}

/** Enter, Backspace at a line's start, Delete over a selection, a new or moved or removed block. */
export function reshape(one: Editor, luck: Chance): void {
  edit(one, (tr) => {
    const at = somewhere(tr.doc, luck);
    if (at === null) return;
    const depth = 1 + luck.below(tr.doc.resolve(at).depth);
    const kind = luck.below(6);
    if (kind === 0 && canSplit(tr.doc, at, depth)) tr.split(at, depth);
    if (kind === 1) tr.insert(at, one.schema.nodes['hardBreak']?.create() as Node);
    if (kind === 2) {
      const to = Math.min(at + luck.below(30), tr.doc.content.size);
      tr.deleteRange(at, to);
    }
    if (kind === 3) {
      const $at = tr.doc.resolve(at);
      tr.insert($at.before(depth), copyOf($at.node(depth)));
    }
    if (kind === 4) {
      const $at = tr.doc.resolve(at);
      tr.delete($at.before(depth), $at.after(depth));
    }
    if (kind === 5) wrap(tr, at, luck);
  });
}

const copyOf = (node: Node) => node.type.create(node.attrs, node.content, node.marks);

function wrap(tr: Transform, at: number, luck: Chance): void {
  const $at = tr.doc.resolve(at);
  const range = $at.blockRange();
  const containers = Object.values(tr.doc.type.schema.nodes).filter((type) => type.spec.defining);
  if (!range || containers.length === 0) return;
  const type = luck.pick(containers);
  const fits = range.parent.canReplaceWith(range.startIndex, range.endIndex, type);
  const holds = type.contentMatch.matchFragment(
    range.parent.content.cut(
      range.start - $at.start(range.depth),
      range.end - $at.start(range.depth),
    ),
  );
  if (fits && holds) tr.wrap(range, [{ type }]);
}
