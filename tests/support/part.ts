// What of a document someone holds: clocks and deletions. State vectors alone would call two copies
// equal of which one still shows what the other deleted.
import * as Y from 'yjs';

export interface Part {
  /** The next clock by client id. */
  clocks: Map<number, number>;
  deletions: Map<number, { clock: number; len: number }[]>;
}

export function partOf(doc: Y.Doc): Part {
  return {
    clocks: Y.decodeStateVector(Y.encodeStateVector(doc)),
    deletions: Y.createDeleteSetFromStructStore(doc.store).clients,
  };
}

export function partOfUpdate(update: Uint8Array): Part {
  const { structs, ds } = Y.decodeUpdate(update);
  const clocks = new Map<number, number>();
  for (const { id, length } of structs) {
    clocks.set(id.client, Math.max(clocks.get(id.client) ?? 0, id.clock + length));
  }
  return { clocks, deletions: ds.clients };
}

/** Whether a document holds all of it. */
export function holdsPart(doc: Y.Doc, { clocks, deletions }: Part): boolean {
  return (
    [...clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock) &&
    [...deletions].every(([client, runs]) =>
      runs.every(({ clock, len }) => isDeleted(doc, client, { clock, len })),
    )
  );
}

function isDeleted(doc: Y.Doc, client: number, run: { clock: number; len: number }): boolean {
  const end = run.clock + run.len;
  const structs = doc.store.clients.get(client);
  if (!structs || Y.getState(doc.store, client) < end) return false;
  for (let i = Y.findIndexSS(structs, run.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
