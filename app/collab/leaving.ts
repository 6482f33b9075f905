// What becomes of the device's copy of a document that it can never send: its words are rescued,
// then it goes. It stays when there is no room for the rescued words: it is all there is.
import * as Y from 'yjs';
import type { ErrorCode } from '#shared/errors.ts';
import type { Device, LocalStore } from './device.ts';
import { keepRescued } from './rescued.ts';
import type { UnsentNote } from './unsent.ts';
import { wordsOf } from './words-of.ts';

const losing = new Set<ErrorCode>([
  'not-allowed',
  'not-found',
  'other-epoch',
  'too-large',
  'bad-frame',
]);

/** A right was lost, the document is another one, or something in the copy is not accepted. */
export const losesCopy = (code: ErrorCode): boolean => losing.has(code);

interface Copy {
  userId: string;
  documentName: string;
  doc: Y.Doc;
  store: LocalStore | null;
  note: UnsentNote;
  /** Changes in it that the server has not confirmed. */
  kept: number;
}

/** True when words were rescued. */
export function giveUpCopy(copy: Copy, code: ErrorCode, device: Device): boolean {
  const { userId, documentName, doc, store, note, kept } = copy;
  const text = kept > 0 ? wordsOf(documentName, doc) : '';
  const rescue = keepRescued(userId, { documentName, code, text, at: Date.now() }, device.notes);
  if (rescue === 'no-room') {
    store?.close();
    return false;
  }
  note.clearAll();
  void store?.drop();
  return rescue === 'kept';
}

/** For a reader: what an earlier right to write left on this device. */
export async function rescueLeft(
  { storeName, ...copy }: Omit<Copy, 'doc' | 'store' | 'kept'> & { storeName: string },
  device: Device,
): Promise<void> {
  const doc = new Y.Doc();
  const store = device.openStore(storeName, doc);
  await store.loaded;
  giveUpCopy({ ...copy, doc, store, kept: copy.note.left }, 'not-allowed', device);
  doc.destroy();
}
