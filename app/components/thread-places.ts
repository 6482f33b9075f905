// Where each thread stands on the page: its order, its mark, and whether what it was about is gone.
import type * as Y from 'yjs';
import type { ThreadView } from '#server/views/threads.ts';
import {
  type Anchor,
  type AnchorPart,
  anchorParts,
  hasBlock,
  type LinearText,
  linearText,
  resolveAnchor,
} from '#shared/anchors.ts';
import type { Medium } from '#shared/parts.ts';

export interface Placed {
  view: ThreadView;
  isGone: boolean;
  order: number;
}

export interface Ground {
  doc: Y.Doc | null;
  /** Null where there are none or they are not there yet. */
  media: readonly Medium[] | null;
}

/** In the order of the words they are about; what is about the whole comes first. */
export function placed(threads: readonly ThreadView[], ground: Ground): Placed[] {
  const texts = new Map<AnchorPart, LinearText>();
  const textOf = (doc: Y.Doc, part: AnchorPart) => {
    const text = texts.get(part) ?? linearText(doc, part);
    texts.set(part, text);
    return text;
  };
  return threads
    .map((view) => ({ view, ...placeOf(view.anchor, ground, textOf) }))
    .sort((a, b) => a.order - b.order);
}

/** Beyond any text, so that parts stand one after the other. */
const partWidth = 1_000_000;

function placeOf(
  anchor: Anchor,
  { doc, media }: Ground,
  textOf: (doc: Y.Doc, part: AnchorPart) => LinearText,
): { order: number; isGone: boolean } {
  switch (anchor.kind) {
    case 'whole':
      return { order: -2, isGone: false };
    case 'media':
      return { order: -1, isGone: !(media?.some(({ id }) => id === anchor.mediaId) ?? true) };
    case 'block':
      return {
        order: anchorParts.indexOf(anchor.part) * partWidth,
        isGone: doc !== null && !hasBlock(doc, anchor),
      };
    case 'text': {
      const part = anchorParts.indexOf(anchor.part) * partWidth;
      if (!doc) return { order: part, isGone: false };
      const resolved = resolveAnchor(doc, anchor, textOf(doc, anchor.part));
      if (resolved.state === 'orphaned') return { order: part + partWidth - 1, isGone: true };
      return { order: part + resolved.from, isGone: false };
    }
  }
}

/** What the text and the pictures are marked with, by thread or by picture. */
export function markOf(id: string, anchor: Anchor): string | null {
  if (anchor.kind === 'whole') return null;
  return anchor.kind === 'media' ? `[data-medium="${anchor.mediaId}"]` : `[data-thread-${id}]`;
}
