// Marking a passage of one's own text as carrying a talking point, and drawing the marks with the
// point's number. Writing goes through the creator's editor, so that it is theirs and can be undone.
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Passage } from '#shared/coverage.ts';
import { placesOf, wholeCharacters } from '#shared/places.ts';

/** What a page may hold of a part's editor, to mark passages in it. */
export type LiveEditor = Editor;

/** `undoable`: false where a place was only carried out that the creator did not tap now. */
export interface Marking {
  pointId: string;
  undoable: boolean;
}

/** False when the passage is no longer where it was. */
export function markPassage(
  editor: Editor,
  passage: Pick<Passage, 'from' | 'to'>,
  { pointId, undoable }: Marking,
): boolean {
  const { state, view, schema } = editor;
  const type = schema.marks['coverage'];
  const place = placesOf(state.doc).position;
  const [start, end] = [place(passage.from), place(passage.to)];
  if (!type || start === null || end === null || start >= end || !editor.isEditable) return false;
  const { from, to } = wholeCharacters(state.doc, { from: start, to: end });
  ownStep(editor);
  const tr = state.tr.addMark(from, to, type.create({ pointId }));
  view.dispatch(undoable ? tr : tr.setMeta('addToHistory', false));
  ownStep(editor);
  return true;
}

/** Takes every mark of a point off this text; false where there was none. */
export function unmarkPoint(editor: Editor, pointId: string): boolean {
  const { state, view } = editor;
  const { tr } = state;
  state.doc.descendants((node, position) => {
    for (const mark of node.marks) {
      if (mark.type.name !== 'coverage' || mark.attrs['pointId'] !== pointId) continue;
      tr.removeMark(position, position + node.nodeSize, mark);
    }
  });
  if (!tr.docChanged) return false;
  ownStep(editor);
  view.dispatch(tr);
  ownStep(editor);
  return true;
}

/** What was typed a moment before is not undone together with a mark. */
function ownStep({ state }: Editor): void {
  const undo = yUndoPluginKey.getState(state) as { undoManager: Y.UndoManager } | undefined;
  undo?.undoManager.stopCapturing();
}

/** Numbers as the points' list has them; a mark of a point that is no more is not drawn. */
export function coverageDecorations(
  doc: Node,
  {
    pointIds,
    active,
    title,
  }: { pointIds: readonly string[]; active: string | null; title: string },
): Decoration[] {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isText) return;
    const ids = node.marks
      .filter(({ type }) => type.name === 'coverage')
      .map(({ attrs }) => String(attrs['pointId']));
    const numbers = ids.map((id) => pointIds.indexOf(id) + 1).filter((n) => n > 0);
    if (numbers.length === 0) return;
    const shown = numbers.sort((a, b) => a - b).join(', ');
    found.push(
      Decoration.inline(position, position + node.nodeSize, {
        class: active !== null && ids.includes(active) ? 'covered covered-active' : 'covered',
        'data-points': shown,
        title: `${title} ${shown}`,
      }),
    );
  });
  return found;
}
