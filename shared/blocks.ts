// The ProseMirror tree of a Yjs fragment as plain JSON. Reading is total: whatever a client wrote
// comes back as blocks or is left out; nothing throws and the document is never changed.
import * as Y from 'yjs';

export type Scalar = string | number | boolean | null;

export interface BlockMark {
  type: string;
  attrs?: Record<string, Scalar>;
}

/** ProseMirror's JSON for a node; text nodes have `text`. */
export interface Block {
  type: string;
  attrs?: Record<string, Scalar>;
  content?: Block[];
  text?: string;
  marks?: BlockMark[];
}

/** Deeper nesting than any editor of ours makes; what lies below it is not read. */
const maxDepth = 64;

export function blocksOf(fragment: Y.XmlFragment): Block[] {
  return childrenOf(fragment, 0);
}

function childrenOf(parent: Y.XmlFragment, depth: number): Block[] {
  if (depth > maxDepth) return [];
  return (parent.toArray() as unknown[]).flatMap((child) => {
    if (child instanceof Y.XmlText) return textRuns(child);
    return child instanceof Y.XmlElement ? [element(child, depth)] : [];
  });
}

function element(node: Y.XmlElement, depth: number): Block {
  const block: Block = { type: node.nodeName };
  const attrs = scalars(node.getAttributes());
  if (attrs) block.attrs = attrs;
  const content = childrenOf(node, depth + 1);
  if (content.length > 0) block.content = content;
  return block;
}

function textRuns(text: Y.XmlText): Block[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return runs.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '') return [];
    const marks = Object.entries(attributes ?? {}).map(([key, value]) => mark(key, value));
    return [
      marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert },
    ];
  });
}

// y-tiptap keeps a mark that may overlap itself under `name--hash`.
const hashedMark = /^(.*)--.{8}$/;

function mark(key: string, value: unknown): BlockMark {
  const type = hashedMark.exec(key)?.[1] ?? key;
  const attrs = scalars(value);
  return attrs ? { type, attrs } : { type };
}

function scalars(value: unknown): Record<string, Scalar> | null {
  if (typeof value !== 'object' || value === null) return null;
  const kept = Object.entries(value).filter((entry): entry is [string, Scalar] =>
    isScalar(entry[1]),
  );
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}

function isScalar(value: unknown): value is Scalar {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

/** Text of one block without marks; a hard break is a line break. */
export function inlineText(block: Block): string {
  if (block.type === 'hardBreak') return '\n';
  return block.text ?? (block.content ?? []).map(inlineText).join('');
}

const isTextblock = (block: Block) =>
  block.type === 'paragraph' || block.type === 'text' || block.type === 'hardBreak';

/** One line per paragraph, however deep; an empty paragraph is an empty line. */
export function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    isTextblock(block) ? [inlineText(block)] : linesOf(block.content ?? []),
  );
}

/**
 * The text of blocks exactly as "copy for the platform" gives it and as every count takes it:
 * a line per paragraph, a line break per hard break, no marks, no empty paragraphs at the end.
 * Nothing is trimmed inside a line and nothing is Unicode-normalised.
 */
export function plainText(blocks: readonly Block[]): string {
  const lines = linesOf(blocks);
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/** Nothing but white space in them. Looks no further than the first word. */
export function isBlank(blocks: readonly Block[]): boolean {
  return blocks.every(({ text = '', content = [] }) => text.trim() === '' && isBlank(content));
}

/** A paragraph per line, at least one. */
export function paragraphs(text: string): Block[] {
  return text.split('\n').map((line) => ({
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  }));
}

/**
 * Writes unmarked blocks the way y-tiptap does: null attributes are left out. An empty paragraph
 * gets its Yjs text at once: two people who type its first word at the same time would otherwise
 * each make one, and y-tiptap's joining of the two doubles or loses words (seen).
 */
export function appendBlocks(parent: Y.XmlFragment, blocks: readonly Block[]): void {
  parent.insert(parent.length, blocks.map(yType));
}

function yType(block: Block): Y.XmlElement | Y.XmlText {
  if (block.text !== undefined) return new Y.XmlText(block.text);
  const element = new Y.XmlElement(block.type);
  for (const [name, value] of Object.entries(block.attrs ?? {})) {
    if (value !== null) element.setAttribute(name, value as string);
  }
  const children = (block.content ?? []).map(yType);
  const isEmpty = block.type === 'paragraph' && children.length === 0;
  element.insert(0, isEmpty ? [new Y.XmlText()] : children);
  return element;
}
