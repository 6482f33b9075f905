// The parts of a draft: what its Yjs document holds, read totally, and written when a demo is
// seeded or the approved text is brought back. It knows no editor view and makes no ids itself.
import * as Y from 'yjs';
import { appendBlocks, type Block, blocksOf, isBlank, paragraphs, plainText } from './blocks.ts';

export const textParts = ['title', 'caption', 'firstComment', 'script', 'frames'] as const;
export type TextPart = (typeof textParts)[number];
export const partKinds = [...textParts, 'media'] as const;
export type PartKind = (typeof partKinds)[number];

export const mediaKinds = ['image', 'video', 'link'] as const;
export type MediumKind = (typeof mediaKinds)[number];

/** One picture or video in order. `file` is the SHA-256 of the served file, hex; a link has none. */
export interface Medium {
  id: string;
  kind: MediumKind;
  file: string | null;
  link: string | null;
  alt: string;
  cover: boolean;
}

/** Everything a draft says. Unused parts are empty. Frames name their picture by Medium.id. */
export type Parts = Record<TextPart, Block[]> & { media: Medium[] };

/** The Yjs types of a draft, under their names on the wire. */
export const textFragment = (doc: Y.Doc, part: TextPart): Y.XmlFragment => doc.getXmlFragment(part);
export const mediaList = (doc: Y.Doc): Y.Array<Y.Map<unknown>> => doc.getArray('media');

export function readParts(doc: Y.Doc): Parts {
  const read = (part: TextPart) => blocksOf(textFragment(doc, part));
  return {
    title: read('title'),
    caption: read('caption'),
    firstComment: read('firstComment'),
    script: read('script'),
    frames: read('frames'),
    media: (mediaList(doc).toArray() as unknown[]).flatMap(mediumOf),
  };
}

function mediumOf(item: unknown): Medium[] {
  if (!(item instanceof Y.Map)) return [];
  const [id, kind, file, link] = ['id', 'kind', 'file', 'link'].map((key) => item.get(key));
  const known = mediaKinds.find((one) => one === kind);
  if (typeof id !== 'string' || known === undefined) return [];
  const alt: unknown = item.get('alt');
  return [
    {
      id,
      kind: known,
      file: typeof file === 'string' ? file : null,
      link: typeof link === 'string' ? link : null,
      alt: typeof alt === 'string' ? alt : '',
      cover: item.get('cover') === true,
    },
  ];
}

/** The text of a part as it is copied for the platform. */
export function partText(parts: Parts, part: TextPart): string {
  return plainText(parts[part]);
}

/** The cells of a script row, in order. */
export const cellKinds = ['time', 'picture', 'said', 'onScreen'] as const;
export type CellKind = (typeof cellKinds)[number];

export interface FrameText {
  id: string;
  media: string | null;
  text: string;
}

export function framesOf(parts: Parts): FrameText[] {
  return parts.frames
    .filter((block) => block.type === 'frame')
    .map((block) => ({
      id: textAttr(block, 'id') ?? '',
      media: textAttr(block, 'media'),
      text: plainText(block.content ?? []),
    }));
}

export interface ScriptRow {
  id: string;
  time: string;
  picture: string;
  said: string;
  onScreen: string;
}

/** Two cells of one kind in a row are read one under the other. */
export function scriptRowsOf(parts: Parts): ScriptRow[] {
  return parts.script
    .filter((block) => block.type === 'scriptRow')
    .map((row) => {
      const cell = (kind: string) =>
        (row.content ?? [])
          // A frozen version leaves defaults out.
          .filter((block) => (textAttr(block, 'kind') ?? 'said') === kind)
          .map((block) => plainText(block.content ?? []))
          .join('\n');
      return {
        id: textAttr(row, 'id') ?? '',
        time: cell('time'),
        picture: cell('picture'),
        said: cell('said'),
        onScreen: cell('onScreen'),
      };
    });
}

const textAttr = (block: Block, name: string): string | null => {
  const value = block.attrs?.[name];
  return typeof value === 'string' ? value : null;
};

/** Nothing but white space in it; `media`: no picture, video or link. */
export function isEmptyPart(parts: Parts, part: PartKind): boolean {
  return part === 'media' ? parts.media.length === 0 : isBlank(parts[part]);
}

export function isEmptyDraft(parts: Parts): boolean {
  return partKinds.every((part) => isEmptyPart(parts, part));
}

/** A draft in plain words, for seeding. What is not given stays empty. */
export interface FilledParts {
  title?: string;
  caption?: string;
  firstComment?: string;
  script?: Partial<Omit<ScriptRow, 'id'>>[];
  frames?: { text: string; media?: string }[];
  media?: Medium[];
}

/**
 * Writes a draft that has nothing in it yet. Every plain part gets a paragraph to put the caret
 * in: made here once, because two clients that each make one would leave two.
 */
export function writeParts(doc: Y.Doc, fill: FilledParts, ids: () => string): void {
  doc.transact(() => {
    for (const part of ['title', 'caption', 'firstComment'] as const) {
      appendBlocks(textFragment(doc, part), paragraphs(fill[part] ?? ''));
    }
    appendBlocks(
      textFragment(doc, 'script'),
      (fill.script ?? []).map((row) => scriptRowBlock(row, ids())),
    );
    appendBlocks(
      textFragment(doc, 'frames'),
      (fill.frames ?? []).map(({ text, media = null }) => ({
        type: 'frame',
        attrs: { id: ids(), media },
        content: paragraphs(text),
      })),
    );
    mediaList(doc).push((fill.media ?? []).map(mediumMap));
  });
}

/** A new row with all its cells, also for the editor's "Add a moment". */
export function scriptRowBlock(row: Partial<Omit<ScriptRow, 'id'>>, id: string): Block {
  const cells = cellKinds.map((kind) => ({
    type: 'scriptCell',
    attrs: { kind },
    content: paragraphs(row[kind] ?? ''),
  }));
  return { type: 'scriptRow', attrs: { id }, content: cells };
}

/** A medium as the draft's list keeps it. */
export function mediumMap(medium: Medium): Y.Map<unknown> {
  return new Y.Map(Object.entries(medium).filter(([, value]) => value !== null));
}
