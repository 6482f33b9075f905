// kill -9 of the real server process under twenty stock clients that type without a pause: what was
// shown as saved is there, once. Ten times here; `npm run crash` says how often with KILLS.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { checkInstallation } from '#server/admin/check.ts';
import type { DocumentName } from '#shared/ids.ts';
import {
  benDraft,
  type Client,
  guidelines,
  maliDraft,
  openClient,
  type Person,
  readFromDisk,
  seedDirectory,
} from '#tests/support/engine.ts';
import { startSyncServer } from '#tests/support/sync-server.ts';

const rounds = Number(process.env['KILLS'] ?? 10);
const acknowledgedPerRound = 200;
/** Words a client has typed and not yet seen saved. */
const mostUnsaved = 8;

const documents = [guidelines, maliDraft, benDraft] as const;
const places: [Person, DocumentName][] = [
  ...Array.from({ length: 7 }, (): [Person, DocumentName] => ['ploy', guidelines]),
  ...Array.from({ length: 7 }, (): [Person, DocumentName] => ['ta', guidelines]),
  ...Array.from({ length: 3 }, (): [Person, DocumentName] => ['mali', maliDraft]),
  ...Array.from({ length: 3 }, (): [Person, DocumentName] => ['ben', benDraft]),
];

interface Typist {
  client: Client;
  document: DocumentName;
  typed: string[];
  stop(): Promise<void>;
}

/** Types words of its own; `onSaved` hears of each that was shown as saved. */
function typist(
  client: Client,
  document: DocumentName,
  { prefix, onSaved }: { prefix: string; onSaved(word: string): void },
): Typist {
  const typed: string[] = [];
  let isTyping = true;
  const running = (async () => {
    const unsaved: Promise<unknown>[] = [];
    while (isTyping) {
      const word = `${prefix}${typed.length}`;
      typed.push(word);
      client.text.insert(client.text.length, `${word} `);
      unsaved.push(client.saved().then((refusal) => refusal === null && onSaved(word)));
      if (unsaved.length > mostUnsaved) await unsaved.shift();
    }
    await Promise.all(unsaved);
  })();
  return {
    client,
    document,
    typed,
    stop() {
      isTyping = false;
      return running;
    },
  };
}

/** Words that were shown as saved, by document, and whoever waits for more of them. */
function savedWords() {
  const words: { document: DocumentName; word: string }[] = [];
  let wake: () => void = () => undefined;
  return {
    words,
    add(document: DocumentName, word: string) {
      words.push({ document, word });
      wake();
    },
    async more(count: number) {
      const enough = words.length + count;
      while (words.length < enough) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

type WordCounts = Map<DocumentName, Map<string, number>>;

async function wordsOnDisk(dir: string): Promise<WordCounts> {
  const db = await openDatabase({ dir });
  const docs = await Promise.all(documents.map((document) => readFromDisk(db, document)));
  await db.close();
  for (const { store } of docs)
    expect([store.pendingStructs, store.pendingDs]).toEqual([null, null]);
  return new Map(documents.map((document, i) => [document, count(docs[i]?.getText('text') ?? '')]));
}

function count(text: { toString(): string }): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toString().trim().split(/\s+/)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const doubledIn = (onDisk: WordCounts) =>
  [...onDisk.values()].flatMap((counts) => [...counts].filter(([, times]) => times > 1));

test(
  `D6 ${rounds} times kill -9 while twenty people type: nothing saved is missing, nothing doubled`,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cobrief-kill-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    await seedDirectory(dir);
    const server = await startSyncServer(dir);
    const saved = savedWords();
    const clients = places.map(([person, document]) => openClient(server, person, document));
    await Promise.all(clients.map((client) => client.synced()));
    const typists = clients.map((client, i) => {
      const [person, document] = places[i] as (typeof places)[number];
      const onSaved = (word: string) => saved.add(document, word);
      return typist(client, document, { prefix: `${person}${i}-`, onSaved });
    });
    const isMissing = (onDisk: WordCounts) => (one: { document: DocumentName; word: string }) =>
      !onDisk.get(one.document)?.has(one.word);

    let lost = 0;
    let doubled = 0;
    for (let round = 0; round < rounds; round++) {
      await saved.more(acknowledgedPerRound);
      await server.kill();
      const promised = [...saved.words];
      const onDisk = await wordsOnDisk(dir);
      lost += promised.filter(isMissing(onDisk)).length;
      doubled += doubledIn(onDisk).length;
      expect((await checkInstallation(dir)).problems).toEqual([]);
      await server.start();
    }

    await Promise.all(typists.map((one) => one.stop()));
    await server.kill();
    const onDisk = await wordsOnDisk(dir);
    const acknowledged = saved.words.length;
    console.log(`${rounds} kills, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
    for (const document of documents) {
      const typed = typists.filter((one) => one.document === document).flatMap((one) => one.typed);
      expect(onDisk.get(document)).toEqual(new Map(typed.map((word) => [word, 1])));
    }
  },
  60_000 + 15_000 * rounds,
);
