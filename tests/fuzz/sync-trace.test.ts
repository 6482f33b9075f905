// Two people writing one text at the same time, as it was recorded: through the engine it must end
// as it ended for them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { guidelines, openClient, startEngine, unhurried, until } from '#tests/support/engine.ts';

interface Trace {
  endContent: string;
  txns: { parents: number[]; agent: number; patches: [number, number, string][] }[];
}

interface Step {
  agent: number;
  update: Uint8Array;
  /** What the agent has to know before: the state its author had. */
  needs: Uint8Array;
}

const file = join(import.meta.dirname, '../fixtures/friendsforever.json.gz');
const trace = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Trace;

/** Every transaction as an update, made in the document that its parents make. */
function replay(): { steps: Step[]; text: string } {
  // Of two people who type at one place, Yjs puts the lower client id first, as the recording did.
  const docs = [1, 2].map((id) => Object.assign(new Y.Doc(), { clientID: id }));
  const made: Uint8Array[][] = [[], []];
  const taken = [0, 0];
  const countAt: number[] = [];
  const steps = trace.txns.map(({ parents, agent, patches }) => {
    const doc = docs[agent] as Y.Doc;
    const others = made[1 - agent] as Uint8Array[];
    for (const parent of parents) {
      if (trace.txns[parent]?.agent === agent) continue;
      const upTo = Math.max(countAt[parent] as number, taken[agent] as number);
      for (const update of others.slice(taken[agent], upTo)) Y.applyUpdate(doc, update);
      taken[agent] = upTo;
    }
    const needs = Y.encodeStateVector(doc);
    let update = new Uint8Array();
    doc.once('update', (news: Uint8Array) => (update = new Uint8Array(news)));
    doc.transact(() => {
      for (const [at, deleted, inserted] of patches) {
        const text = doc.getText('text');
        if (deleted > 0) text.delete(at, deleted);
        if (inserted) text.insert(at, inserted);
      }
    });
    countAt.push((made[agent] as Uint8Array[]).push(update));
    return { agent, update, needs };
  });
  const [one, other] = docs as [Y.Doc, Y.Doc];
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  return { steps, text: one.getText('text').toString() };
}

function knows(doc: Y.Doc, needs: Uint8Array): boolean {
  const known = doc.store;
  return [...Y.decodeStateVector(needs)].every(
    ([client, clock]) => Y.getState(known, client) >= clock,
  );
}

test('S1 D7 a recorded text of two people ends through the engine as it ended for them', async () => {
  const { steps, text } = replay();
  expect(text).toBe(trace.endContent);
  const engine = await startEngine({ updatesPerSecond: unhurried });
  const clients = [openClient(engine, 'ploy', guidelines), openClient(engine, 'ta', guidelines)];
  await Promise.all(clients.map((client) => client.synced()));
  for (const { agent, update, needs } of steps) {
    const { doc } = clients[agent] as (typeof clients)[number];
    await until(doc, () => knows(doc, needs));
    Y.applyUpdate(doc, update);
  }
  for (const client of clients) expect(await client.saved()).toBeNull();
  for (const { doc } of clients) await until(doc, () => doc.getText('text').toString() === text);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(text);
}, 120_000);
