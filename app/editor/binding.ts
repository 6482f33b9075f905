// What every live editor has in common: bound to the document or, for who may not write, to its
// mirror; carets by side; undo of one's own edits; composition held; pastes bounded.
import { type AnyExtension, Extension } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { Plugin } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Connection } from '#app/collab/connection.ts';
import { acceptedOrigin, noteUndo } from '#app/collab/accepting.ts';
import { type CaretUser, caret, selectionHue } from './caret.ts';
import { asPasted } from '#shared/origins.ts';
import { restoreOrigin } from '#shared/origins.ts';
import { ownCaret } from './own-caret.ts';
import { takeIn } from './pasting.ts';

export interface Binding {
  connection: Connection;
  /** The fragment's name in the document. */
  part: string;
  editable: boolean;
}

/** Which document an editor shows: only who writes is bound to the one that is sent. */
export const shownDoc = ({
  connection,
  editable,
}: Pick<Binding, 'connection' | 'editable'>): Y.Doc =>
  editable ? connection.doc : connection.mirror;

export function bindingExtensions(binding: Binding): AnyExtension[] {
  const { connection, part, editable } = binding;
  const extensions: AnyExtension[] = [
    ownCaret,
    notedPastes(connection.doc),
    ...(editable ? [notedUndo(connection.doc)] : []),
    Collaboration.configure({
      document: shownDoc(binding),
      field: part,
      // A suggestion accepted and a version brought back are the writer's edits like any other.
      yUndoOptions: { trackedOrigins: [acceptedOrigin, restoreOrigin] },
    }),
    CollaborationCaret.configure({
      provider: connection,
      user: {},
      render: (user) => caret(user as CaretUser),
      selectionRender: (user) => ({ class: selectionHue(user as CaretUser) }),
    }),
  ];
  if (!editable) extensions.push(readOnly);
  return extensions;
}

/** What is accepted beside the text can be undone there. */
const notedUndo = (doc: Y.Doc): Extension =>
  Extension.create({
    name: 'notedUndo',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => ({
          destroy: noteUndo(doc, () => {
            const undo = yUndoPluginKey.getState(view.state) as
              | { undoManager: Y.UndoManager }
              | undefined;
            return undo?.undoManager;
          }),
        }),
      }),
    ],
  });

/** What is pasted is noted as such in the document: it was not typed. */
const notedPastes = (doc: Y.Doc): Extension =>
  Extension.create({
    name: 'notedPastes',
    dispatchTransaction({ transaction, next }) {
      if (transaction.getMeta('uiEvent') !== 'paste') return next(transaction);
      asPasted(doc, () => next(transaction));
    },
  });

/** A reader can move a caret, select and copy; what they type goes nowhere. */
const readOnly = Extension.create({
  name: 'readOnly',
  addProseMirrorPlugins: () => [
    new Plugin({
      filterTransaction: (tr) => !tr.docChanged || tr.getMeta('y-sync$') !== undefined,
    }),
  ],
});

export interface PropsOptions {
  connection: Connection;
  editable: boolean;
  suggesting: boolean;
  label: string;
  /** Characters this text may hold. */
  maxCharacters: number;
  /** Plain text only: what a platform takes. */
  plain: boolean;
  onTooLong(): void;
}

export function editorProps(options: PropsOptions): EditorProps {
  const { connection, editable, label } = options;
  const attributes: Record<string, string> = {
    ...(options.suggesting && { class: 'suggesting' }),
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    ...(editable ? {} : { 'aria-readonly': 'true', inputmode: 'none' }),
  };
  return {
    attributes,
    handleDOMEvents: {
      compositionstart: () => connection.hold(true),
      compositionend: () => connection.hold(false),
      blur: () => connection.hold(false),
    },
    handlePaste: (view, event, slice) =>
      takeIn(view, { slice, data: event.clipboardData, at: null }, options),
    handleDrop: (view, event, slice, moved) => {
      if (moved) return false;
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null;
      return takeIn(view, { slice, data: event.dataTransfer, at }, options);
    },
  };
}
