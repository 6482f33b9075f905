// One's own caret stays where one put it. The browser tells of a moved selection a little after it
// moved; what others do in between would put it back where it was, and the next letters with it. So
// the selection is read before anything of others is drawn.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import type { Connection } from '#app/collab/connection.ts';

export const ownCaret = (connection: Connection): Extension =>
  Extension.create({
    name: 'ownCaret',
    addProseMirrorPlugins: () => [
      new Plugin({ view: () => ({ destroy: connection.beforeOthers(readSelection) }) }),
    ],
    dispatchTransaction({ transaction, next }) {
      const carets: unknown = transaction.getMeta(yCursorPluginKey);
      if (carets === undefined) return next(transaction);
      readSelection();
      next(this.editor.state.tr.setMeta(yCursorPluginKey, carets));
    },
  });

/** Tells the editor with the focus at once what the browser would tell it soon. */
export function readSelection(): void {
  document.dispatchEvent(new Event('selectionchange'));
}
