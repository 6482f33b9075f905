// What a check says of a document's history: nothing of an honest one, whatever people did and
// however the server cut it into ticks and folds; and the fault where there is one.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { faultsOf, type StoredHistory } from '#server/sync/history.ts';
import { type Chance, chance } from '#tests/support/chance.ts';

/** A room's document with its log, written and folded as the engine does it. */
class Server {
  readonly doc = new Y.Doc();
  readonly history: StoredHistory;
  #emitted: Uint8Array[] = [];

  constructor(owned: number[]) {
    this.history = { lastSeq: 0, snapshots: [], updates: [], owned: new Set(owned) };
    this.doc.on('update', (update: Uint8Array) => this.#emitted.push(update));
    this.fold();
  }

  /** One tick: everything that arrived in one transaction. */
  append(updates: Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update);
    });
    if (this.#emitted.length === 0) return;
    this.history.lastSeq += 1;
    const update = Y.mergeUpdates(this.#emitted.splice(0));
    this.history.updates.push({ seq: this.history.lastSeq, update });
  }

  fold(): void {
    const { lastSeq: seq, snapshots } = this.history;
    if (snapshots.at(-1)?.seq === seq) return;
    this.history.snapshots = [...snapshots, { seq, state: Y.encodeStateAsUpdate(this.doc) }].slice(
      -2,
    );
    const older = this.history.snapshots[0]?.seq ?? 0;
    this.history.updates = this.history.updates.filter((update) => update.seq > older);
  }
}

interface Person {
  doc: Y.Doc;
  undo: Y.UndoManager;
  unsent: Uint8Array[];
}

const remote = Symbol('remote');
const content = (doc: Y.Doc) => doc.getXmlFragment('content');

function newPerson(clientId: number): Person {
  const doc = Object.assign(new Y.Doc(), { clientID: clientId });
  const unsent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== remote) unsent.push(update);
  });
  return { doc, undo: new Y.UndoManager(content(doc)), unsent };
}

function addParagraph(doc: Y.Doc, at: number): void {
  const paragraph = new Y.XmlElement('paragraph');
  content(doc).insert(at, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('sun and sea')]);
}

/** What an editor does: type, erase, make bold and plain, set attributes, add and remove blocks. */
function write({ doc, undo }: Person, random: Chance): void {
  const drawn = random.below(12);
  const blocks = content(doc).toArray() as Y.XmlElement[];
  if (drawn === 0 || blocks.length === 0) {
    return addParagraph(doc, random.below(blocks.length + 1));
  }
  if (drawn === 1) return content(doc).delete(random.below(blocks.length), 1);
  if (drawn === 2) return void undo.undo();
  const block = random.pick(blocks);
  if (drawn === 3) return block.setAttribute('level', random.pick(['1', '2']));
  const text = block.get(0) as Y.XmlText;
  const at = random.below(text.length + 1);
  const rest = Math.max(1, random.below(text.length - at + 1));
  if (drawn < 7)
    text.insert(at, random.pick(['a', 'ข้อ', '🌸 ']), random.pick([{}, { bold: true }]));
  else if (at === text.length) return;
  else if (drawn < 10) text.format(at, rest, { bold: random.pick([true, null]) });
  else text.delete(at, rest);
}

function exchange(server: Server, { doc, unsent }: Person, random: Chance): void {
  while (unsent.length > 0) server.append(unsent.splice(0, 1 + random.below(4)));
  if (random.below(2) === 0) return;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(doc)), remote);
}

function live(seed: number, steps: number): { histories: StoredHistory[]; server: Server } {
  const random = chance(seed);
  const server = new Server([1, 2, 3]);
  const people = [1, 2, 3].map(newPerson);
  const histories: StoredHistory[] = [];
  for (let n = 0; n < steps; n++) {
    const person = random.pick(people);
    if (random.below(3) > 0) write(person, random);
    else exchange(server, person, random);
    if (random.below(15) === 0) {
      server.fold();
      histories.push(structuredClone(server.history));
    }
  }
  return { histories: [...histories, server.history], server };
}

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  'D7 an honest history raises no alarm (seed %i)',
  (seed) => {
    for (const history of live(seed, 200).histories) expect(faultsOf(history)).toEqual([]);
  },
);

const other = Y.encodeStateAsUpdate(
  (() => {
    const doc = Object.assign(new Y.Doc(), { clientID: 1 });
    doc.getText('text').insert(0, 'something else');
    return doc;
  })(),
);

/** Ten letters of one person, one an update, folded after the third and the sixth. */
function tenLetters(): StoredHistory {
  const person = newPerson(1);
  const server = new Server([1]);
  for (let n = 0; n < 10; n++) {
    person.doc.getText('text').insert(n, 'abcdefghij'.charAt(n));
    server.append(person.unsent.splice(0));
    if (n === 3 || n === 6) server.fold();
  }
  return server.history;
}

const without = (history: StoredHistory, ...seqs: number[]) => {
  history.updates = history.updates.filter(({ seq }) => !seqs.includes(seq));
};

test.each<[string, (history: StoredHistory) => void, string[]]>([
  ['a missing number', (h) => without(h, 6), ['update 6 is missing']],
  ['missing numbers', (h) => without(h, 5, 6), ['updates 5 to 6 are missing']],
  ['a log cut short', (h) => without(h, 9, 10), ['updates 9 to 10 are missing']],
  ['a number after the last', (h) => (h.lastSeq = 9), ['has a number 10 after its last one, 9']],
  ['no snapshot', (h) => (h.snapshots = []), ['has no snapshot']],
  [
    'a third snapshot',
    (h) => h.snapshots.push({ seq: 8, state: other }),
    ['has 3 snapshots instead of two'],
  ],
  [
    'a snapshot of another state',
    (h) => (h.snapshots[1] = { seq: 7, state: other }),
    ['snapshot 7 is not snapshot 4 and the log: it holds more or less'],
  ],
  ['a client id of nobody', (h) => h.owned.delete(1), ['client id 1 wrote and has no owner']],
])('D7 a history with %s is told', (_, plant, faults) => {
  const history = tenLetters();
  plant(history);
  expect(faultsOf(history)).toEqual(faults);
});

test('D7 one flipped byte in any update before the newer snapshot is told', () => {
  const honest = tenLetters();
  const folded = honest.updates.filter(({ seq }) => seq <= 7);
  for (const { seq, update } of folded) {
    for (let at = 0; at < update.length; at++) {
      const history = structuredClone(honest);
      const found = history.updates.find((one) => one.seq === seq);
      if (found) found.update[at] = (update[at] as number) ^ 1;
      expect([seq, at, faultsOf(history)]).not.toEqual([seq, at, []]);
    }
  }
});
