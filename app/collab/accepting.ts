// Accepting a suggestion: the server writes the edit, and this page takes it in as its person's own,
// so that they can undo it, with the keyboard or beside the answer. What others do waits meanwhile,
// because the edit would come among it.
import { fromBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';

/** Undo follows what has this origin. */
export const acceptedOrigin = 'accepted';

/** What was accepted, as long as nothing came after it. */
export interface LastAccepted {
  isLast(): boolean;
  /** The same as undoing with the keyboard; false when something came after it. */
  undo(): boolean;
  /** Called when it may not be the last any more; call what it returns to stop. */
  watch(onChange: () => void): () => void;
}

type Undo = () => Y.UndoManager | undefined;
const undosOf = new WeakMap<Y.Doc, Set<Undo>>();

/** An editor of the document tells of its undo; call what it returns when it goes. */
export function noteUndo(doc: Y.Doc, undo: Undo): () => void {
  const undos = undosOf.get(doc) ?? new Set();
  undosOf.set(doc, undos.add(undo));
  return () => undos.delete(undo);
}

/** `ask` gives the edits, base64, or null where there were none. Null where nothing can be undone. */
export async function takeAccepted(
  connection: Connection,
  ask: () => Promise<readonly string[] | null>,
): Promise<LastAccepted | null> {
  const release = connection.pause();
  try {
    const updates = (await ask()) ?? [];
    return applied(connection.doc, () => {
      for (const update of updates) {
        Y.applyUpdate(connection.doc, fromBase64(update), acceptedOrigin);
      }
    });
  } finally {
    release();
  }
}

/** What this person has put in all at once, by something else than typing. */
export const asOneStep = (doc: Y.Doc, write: () => void): LastAccepted | null =>
  applied(doc, () => doc.transact(write, acceptedOrigin));

/** A step of its own: neither what was typed before nor what is typed after is undone with it. */
function applied(doc: Y.Doc, apply: () => void): LastAccepted | null {
  const undos = [...(undosOf.get(doc) ?? [])].flatMap((undo) => undo() ?? []);
  const before = undos.map((undo) => undo.undoStack.length);
  for (const undo of undos) undo.stopCapturing();
  apply();
  for (const undo of undos) undo.stopCapturing();
  const steps = undos
    .filter((undo, at) => undo.undoStack.length > (before[at] ?? 0))
    .map((undo) => ({ undo, step: undo.undoStack.at(-1) }));
  if (steps.length === 0) return null;
  const isLast = () => steps.every(({ undo, step }) => undo.undoStack.at(-1) === step);
  return {
    isLast,
    undo() {
      const may = isLast();
      if (may) for (const { undo } of steps) undo.undo();
      return may;
    },
    watch(onChange) {
      const events = ['stack-item-added', 'stack-item-popped'] as const;
      for (const { undo } of steps) for (const event of events) undo.on(event, onChange);
      return () => {
        for (const { undo } of steps) for (const event of events) undo.off(event, onChange);
      };
    },
  };
}
