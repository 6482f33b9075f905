// Two people writing one text at the same time, as it was recorded: through the engine it must end
// as it ended for them, however often their sockets break or the server dies under them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Chance, chance } from '#tests/support/chance.ts';
import {
  type Client,
  guidelines,
  openClient,
  startEngine,
  unhurried,
  until,
} from '#tests/support/engine.ts';

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

/** Once in so many steps of an author. */
const cutEvery = 150;
const leaveEvery = 150;
const crashEvery = 4_000;
/** Steps that someone who left writes alone. */
const longestAway = 100;

interface Author {
  client: Client;
  /** Steps until it connects again; null while it is connected. */
  away: number | null;
}

/** The socket breaks, or its owner leaves for a while and goes on writing. */
function disturb(author: Author, random: Chance): void {
  const { client } = author;
  if (author.away !== null) author.away -= 1;
  else if (random.below(cutEvery) === 0) client.provider.ws?.close();
  else if (random.below(leaveEvery) === 0) {
    client.disconnect();
    author.away = random.below(longestAway);
  }
  if (author.away === 0) comeBack(author);
}

function comeBack(author: Author): void {
  if (author.away === null) return;
  author.away = null;
  author.client.connect();
}

test('S1 D5 D7 a recorded text of two people ends through broken sockets as it ended for them', async () => {
  const { steps, text } = replay();
  expect(text).toBe(trace.endContent);
  const engine = await startEngine({ updatesPerSecond: unhurried });
  const random = chance(1);
  const clients = [openClient(engine, 'ploy', guidelines), openClient(engine, 'ta', guidelines)];
  const authors = clients.map((client): Author => ({ client, away: null }));
  await Promise.all(clients.map((client) => client.synced()));
  for (const { agent, update, needs } of steps) {
    const author = authors[agent] as Author;
    const { doc } = author.client;
    // Whoever waits for the other needs both of them there.
    if (!knows(doc, needs)) authors.forEach(comeBack);
    await until(doc, () => knows(doc, needs));
    Y.applyUpdate(doc, update);
    disturb(author, random);
    if (random.below(crashEvery) === 0) await engine.crash();
  }
  authors.forEach(comeBack);
  for (const client of clients) expect(await client.saved()).toBeNull();
  for (const { doc } of clients) await until(doc, () => doc.getText('text').toString() === text);
  expect((await engine.onDisk(guidelines)).getText('text').toString()).toBe(text);
}, 180_000);
