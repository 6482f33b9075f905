// What every live editor has in common: bound to the document or, for who may not write, to its
// mirror; carets by side; undo of one's own edits; composition held; pastes bounded.
import { type AnyExtension, Extension } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { Plugin } from '@tiptap/pm/state';
import type { EditorProps } from '@tiptap/pm/view';
import type * as Y from 'yjs';
import type { Connection } from '#app/collab/connection.ts';
import { restoreOrigin } from '#shared/restore.ts';
import { ownCaret } from './own-caret.ts';
import { takeIn } from './pasting.ts';

/** Names, hues and shapes come from the server's stamp, so the caret only reads them. */
interface CaretUser {
  name?: string;
  side?: string;
}

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
    Collaboration.configure({
      document: shownDoc(binding),
      field: part,
      // A version brought back is the creator's edit like any other.
      yUndoOptions: { trackedOrigins: [restoreOrigin] },
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

/**
 * A mirror has a client id of its own, so a reader's caret comes back to its reader as a stranger's.
 * What has no side was never stamped, and that is only one's own.
 */
const isOwn = ({ side }: CaretUser): boolean => side === undefined;

function selectionHue(user: CaretUser): string {
  if (isOwn(user)) return '';
  return user.side === 'creator' ? 'bg-creator/20' : 'bg-brand/20';
}

function caret(user: CaretUser): HTMLElement {
  const { name = '', side } = user;
  const mark = document.createElement('span');
  if (isOwn(user)) return mark;
  mark.className = `caret caret-${side === 'creator' ? 'creator' : 'brand'}`;
  // In an attribute and drawn by CSS, so that it is never part of copied text.
  mark.dataset['name'] = name;
  return mark;
}

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
