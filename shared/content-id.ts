// Content ids: SHA-256 over RFC 8785 JSON of a normal form, so that one content has one id however
// it came about. The hash function is passed in; browser and server give the same id.
import canonicalize from 'canonicalize';
import { encodeUtf8 } from 'lib0/string';
import type { Block, BlockMark, Scalar } from './blocks.ts';
import { type Medium, type MediumKind, type Parts, type TextPart, textParts } from './parts.ts';

/** SHA-256 of bytes, for example `digest` of lib0/hash/sha256. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export interface NormalMedium {
  kind: MediumKind;
  file?: string;
  link?: string;
  alt?: string;
  cover?: true;
}

export type NormalPart =
  | { part: TextPart; blocks: Block[] }
  | { part: 'media'; media: NormalMedium[] };

/**
 * What an id is taken over, and what a frozen version keeps. Empty parts and defaults are left
 * out, ids and annotations (coverage) too: they say nothing a follower could see.
 */
export interface NormalForm {
  format: 1;
  parts: NormalPart[];
}

export function normalForm(parts: Parts): NormalForm {
  // Reversed, so that of two with one id the first in the list keeps it.
  const places = new Map([...parts.media].reverse().map((medium) => [medium.id, medium]));
  const texts = textParts.flatMap((part): NormalPart[] => {
    const blocks = normalBlocks(parts[part], { media: places });
    return blocks.some(saysSomething) ? [{ part, blocks }] : [];
  });
  const media = parts.media.map(normalMedium);
  return { format: 1, parts: media.length > 0 ? [...texts, { part: 'media', media }] : texts };
}

/** The content as lower case hex, 64 digits. */
export function contentId(parts: Parts, sha256: Sha256): string {
  return normalFormId(normalForm(parts), sha256);
}

/** The id of a frozen version, from what was kept of it. */
export function normalFormId(form: NormalForm, sha256: Sha256): string {
  return hashOf(form, sha256);
}

/** What both keys sign besides the content; dates are not in it. */
export interface ApprovalSubject {
  contentId: string;
  guidelinesVersion: number;
  deliverable: { platform: string; format: string; language: string; seenIn: string[] };
}

export function approvalId(subject: ApprovalSubject, sha256: Sha256): string {
  const { platform, format, language, seenIn } = subject.deliverable;
  const deliverable = { platform, format, language, seenIn: [...new Set(seenIn)].sort() };
  const { contentId: id, guidelinesVersion } = subject;
  return hashOf({ format: 1, contentId: id, guidelinesVersion, deliverable }, sha256);
}

/** The hash under a published version of guidelines; `content` is guidelinesJson of the document. */
export function guidelinesHash(content: unknown, sha256: Sha256): string {
  return hashOf(content, sha256);
}

/** RFC 8785 text of plain JSON. A lone surrogate stays itself, as JSON's own escape. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON has a canonical form');
  return text;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return encodeUtf8(canonicalText(value));
}

function hashOf(value: unknown, sha256: Sha256): string {
  const bytes = sha256(canonicalBytes(value));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const annotations = ['coverage'];

/** Attributes that a new block has anyway. */
const defaults: Record<string, Scalar> = { kind: 'said' };

interface Normal {
  /** What frames name by id, to be replaced by what it is. */
  media?: ReadonlyMap<string, Medium>;
  /** Guidelines keep theirs: marks and requests point at them. */
  keepIds?: boolean;
}

/** Blocks with runs joined, marks and attributes in order, and nothing that is only history. */
export function normalBlocks(blocks: readonly Block[], options: Normal = {}): Block[] {
  const normal = joinRuns(blocks.map((block) => normalBlock(block, options)));
  while (isEmptyParagraph(normal.at(-1))) normal.pop();
  return normal;
}

const isEmptyParagraph = (block: Block | undefined) =>
  block?.type === 'paragraph' && (block.content ?? []).length === 0;

// Rows and frames that wait for their first word are not content yet.
const saysSomething = (block: Block): boolean =>
  block.text !== undefined ||
  block.type === 'hardBreak' ||
  block.attrs?.['media'] !== undefined ||
  (block.content ?? []).some(saysSomething);

function normalBlock(block: Block, options: Normal): Block {
  const normal: Block = { type: block.type };
  if (block.text !== undefined) normal.text = block.text;
  const attrs = normalAttrs(block.attrs, options);
  if (attrs) normal.attrs = attrs;
  const marks = normalMarks(block.marks ?? []);
  if (marks.length > 0) normal.marks = marks;
  const content = normalBlocks(block.content ?? [], options);
  if (content.length > 0) normal.content = content;
  return normal;
}

function normalAttrs(attrs: Block['attrs'], { media, keepIds }: Normal): Block['attrs'] {
  const kept = Object.entries(attrs ?? {})
    .filter(([name, value]) => value !== null && defaults[name] !== value)
    .filter(([name]) => keepIds || name !== 'id')
    .map(([name, value]): [string, Scalar] => [name, pictureOf(name, value, media)]);
  if (kept.length === 0) return undefined;
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A frame names its picture by an id made in passing; the content is the file or the link. */
function pictureOf(name: string, value: Scalar, media: Normal['media']): Scalar {
  const medium = name === 'media' ? media?.get(String(value)) : undefined;
  return medium?.file ?? medium?.link ?? value;
}

function normalMarks(marks: readonly BlockMark[]): BlockMark[] {
  const byText = new Map<string, BlockMark>();
  for (const mark of marks) {
    if (annotations.includes(mark.type)) continue;
    const attrs = normalAttrs(mark.attrs, {});
    const normal = attrs ? { type: mark.type, attrs } : { type: mark.type };
    byText.set(canonicalize(normal) as string, normal);
  }
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark);
}

function joinRuns(blocks: Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (last?.text !== undefined && block.text !== undefined && sameMarks(last, block)) {
      joined[joined.length - 1] = { ...last, text: last.text + block.text };
    } else joined.push(block);
  }
  return joined;
}

const sameMarks = (a: Block, b: Block) =>
  canonicalize(a.marks ?? []) === canonicalize(b.marks ?? []);

function normalMedium({ kind, file, link, alt, cover }: Medium): NormalMedium {
  return {
    kind,
    ...(file === null ? {} : { file }),
    ...(link === null ? {} : { link }),
    ...(alt === '' ? {} : { alt }),
    ...(cover ? { cover: true } : {}),
  };
}

/** The parts of a frozen version again, for reading and comparing. Ids are places: m1, m2, … */
export function partsOfForm(form: NormalForm): Parts {
  const parts: Parts = {
    title: [],
    caption: [],
    firstComment: [],
    script: [],
    frames: [],
    media: [],
  };
  for (const one of form.parts) {
    if (one.part === 'media') parts.media = one.media.map(mediumAgain);
    else parts[one.part] = one.blocks;
  }
  return parts;
}

function mediumAgain(medium: NormalMedium, index: number): Medium {
  const { kind, file = null, link = null, alt = '', cover = false } = medium;
  return { id: `m${index + 1}`, kind, file, link, alt, cover };
}
