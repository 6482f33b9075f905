// Accepting a suggestion: the server writes the edit, and this page takes it in as its person's own,
// so that they can undo it. What others do waits meanwhile, because the edit would come among it.
import { fromBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import type { Connection } from './connection.ts';

/** Undo follows what has this origin. */
export const acceptedOrigin = 'accepted';

/** `ask` gives the edits, base64, or null where there were none. */
export async function takeAccepted(
  connection: Connection,
  ask: () => Promise<readonly string[] | null>,
): Promise<void> {
  const release = connection.pause();
  try {
    for (const update of (await ask()) ?? []) {
      Y.applyUpdate(connection.doc, fromBase64(update), acceptedOrigin);
    }
  } finally {
    release();
  }
}
