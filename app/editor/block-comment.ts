// The button of a typed block that begins a comment on it. Node views are built once and know no
// React, so what is pressed is looked up at that moment.
import type { Editor } from '@tiptap/core';
import { useMemo, useRef } from 'react';
import { useWords } from '#app/components/words.tsx';
import type { BlockAnchor } from '#shared/anchors.ts';
import { editor as editorWords } from '#shared/words/editor.ts';
import { commentButton } from './blocks-view.ts';
import type { PartProps } from './bound-editor.tsx';

interface Place {
  editor: Editor;
  getPos(): number | undefined;
}

/** Makes the button; null where this person may not comment. `label` names the block. */
export type BlockComment = ((place: Place, label: () => string) => HTMLButtonElement) | null;

export function useBlockComment({ onBlock }: PartProps, part: BlockAnchor['part']): BlockComment {
  const words = useWords(editorWords);
  const latest = useRef(onBlock);
  latest.current = onBlock;
  const may = onBlock !== undefined;
  return useMemo(
    () =>
      may
        ? (place, label) =>
            commentButton(place, {
              label: words.commentOnBlock,
              onPress: (blockId) =>
                latest.current?.({ kind: 'block', part, blockId, label: label() }),
            })
        : null,
    [may, words, part],
  );
}

/** Before the last control, which takes the block away. */
export function withComment(
  controls: readonly HTMLElement[],
  comment: HTMLElement | null | undefined,
): HTMLElement[] {
  if (!comment) return [...controls];
  return [...controls.slice(0, -1), comment, ...controls.slice(-1)];
}
