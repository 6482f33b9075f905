// One's own caret stays where one put it. The browser tells of a moved selection a little after it
// moved; what others do in between would put it back where it was, and the next letters with it. So
// the selection is read before anything of others is drawn: their text when its frame comes
// (held-frames.ts), their carets here, because y-tiptap draws those on a timer of its own.
import { Extension } from '@tiptap/core';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { browserDevice } from '#app/collab/device.ts';

export const ownCaret = Extension.create({
  name: 'ownCaret',
  dispatchTransaction({ transaction, next }) {
    const carets: unknown = transaction.getMeta(yCursorPluginKey);
    if (carets === undefined) return next(transaction);
    browserDevice.readSelection();
    next(this.editor.state.tr.setMeta(yCursorPluginKey, carets));
  },
});
