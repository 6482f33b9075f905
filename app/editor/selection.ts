// The passage a person has selected, as an anchor that others can find again.
import type { Editor } from '@tiptap/core';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { type AnchorPart, anchorBetween, anchorOf, type TextAnchor } from '#shared/anchors.ts';
import { intoBase } from '#shared/fork-places.ts';
import { forkKey } from './fork-state.ts';

interface SyncState {
  type: Y.XmlFragment;
  doc: Y.Doc;
  binding: { mapping: Parameters<typeof absolutePositionToRelativePosition>[2] } | null;
}

export function selectedAnchor(editor: Editor, part: AnchorPart, below: Y.Doc): TextAnchor | null {
  const { from, to, empty } = editor.state.selection;
  const fork = forkKey.getState(editor.state);
  if (fork) {
    const index = (position: number) => fork.places.index(intoBase(fork.changes, position));
    return empty ? null : anchorOf(below, { part, from: index(from), to: index(to) });
  }
  const sync = ySyncPluginKey.getState(editor.state) as SyncState | undefined;
  if (empty || !sync?.binding) return null;
  const relative = (position: number) =>
    absolutePositionToRelativePosition(
      position,
      sync.type,
      sync.binding!.mapping,
    ) as Y.RelativePosition;
  return anchorBetween(sync.doc, { part, start: relative(from), end: relative(to) });
}
