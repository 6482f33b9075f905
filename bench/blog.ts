// The recorded blog post as updates: 137 154 keystrokes of one person, one update each. Replayed
// once a run; positions count code points, and this text has none outside the basic plane.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { root } from './launch.ts';

interface Trace {
  endContent: string;
  txns: { patches: [number, number, string][] }[];
}

export interface Blog {
  updates: Uint8Array[];
  /** All of it as one update. */
  state: Uint8Array;
  stateVector: Uint8Array;
  /** What somebody who holds all of it sends to a server that holds all of it. */
  nothingNew: Uint8Array;
  text: string;
  clientId: number;
  /** Whoever has this clock has all of it. */
  endClock: number;
}

/** As long as the random ones are. */
const clientId = 3_141_592_653;

let blog: Blog | null = null;

export function readBlog(): Blog {
  blog ??= replay();
  return blog;
}

function replay(): Blog {
  const file = join(root, 'tests/fixtures/seph-blog1.json.gz');
  const { endContent, txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace;
  const doc = Object.assign(new Y.Doc(), { clientID: clientId });
  const text = doc.getText('text');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(new Uint8Array(update)));
  for (const { patches } of txns) {
    doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      }
    });
  }
  // The last keystroke deletes, and a deletion moves no clock: one more edit marks the end.
  doc.getMap('end').set('reached', true);
  if (text.toString() !== endContent) throw new Error('the trace does not end as it was recorded');
  const stateVector = Y.encodeStateVector(doc);
  return {
    updates,
    state: Y.encodeStateAsUpdate(doc),
    stateVector,
    nothingNew: Y.encodeStateAsUpdate(doc, stateVector),
    text: endContent,
    clientId,
    endClock: Y.getState(doc.store, clientId),
  };
}

export function textOf(updates: Uint8Array[]): string {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc.getText('text').toString();
}
