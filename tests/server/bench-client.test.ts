// The benchmark's client against the stock one: on the real server both must see the same document
// and count the same edits, or its figures are about something else.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clocksOf, type Door, openRawClient } from '#bench/client.ts';
import { updatesOf } from '#bench/typing.ts';
import {
  type Engine,
  guidelines,
  openClient,
  type Person,
  startEngine,
  until,
} from '#tests/support/engine.ts';

const count = 200;
const rawClientId = 77_777;

const doorOf = (engine: Engine, person: Person): Door => ({
  url: `${engine.url}/${guidelines}?token=${engine.token(person)}`,
  prefix: new Uint8Array(),
  greeting: null,
  answersStep1: true,
});

function documentOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

test('the raw client and the stock one see the same document and count the same edits', async () => {
  const engine = await startEngine();
  const stock = openClient(engine, 'ta', guidelines);
  await stock.synced();
  const reader = openRawClient(doorOf(engine, 'anan'));
  const writer = openRawClient(doorOf(engine, 'ploy'));
  await Promise.all([reader.synced, writer.synced]);

  for (const update of updatesOf(rawClientId, count)) writer.send(writer.frameOf(update));
  for (let n = 0; n < count; n++) stock.text.insert(stock.text.length, 'x');
  await writer.saved();
  expect(await stock.saved()).toBeNull();
  await until(stock.doc, () => stock.text.length === 2 * count);
  // Behind everything: what was saved before has been sent to the reader before.
  await reader.saved();
  await writer.saved();

  const expected = new Map([
    [rawClientId, count],
    [stock.doc.clientID, count],
  ]);
  expect(clocksOf(reader.updates())).toEqual(expected);
  expect(Y.decodeStateVector(Y.encodeStateVector(stock.doc))).toEqual(expected);
  expect(clocksOf(writer.updates()).get(stock.doc.clientID)).toBe(count);
  const seen = documentOf(reader.updates()).getText('text').toString();
  expect(seen).toBe(stock.text.toString());
  await Promise.all([reader.close(), writer.close()]);
});

test('the raw client opens what the stock one wrote, and says when it is cut off', async () => {
  const engine = await startEngine();
  const stock = openClient(engine, 'ta', guidelines);
  await stock.synced();
  stock.text.insert(0, 'written before');
  expect(await stock.saved()).toBeNull();
  const reader = openRawClient(doorOf(engine, 'anan'));
  await reader.synced;
  expect(documentOf(reader.updates()).getText('text').toString()).toBe('written before');
  expect(reader.lost).toBeNull();
  await engine.removed('anan');
  await expect(reader.saved()).rejects.toThrow('4403');
  expect(reader.lost).toBe(4403);
});

test('a gap between updates is no whole document, and their order does not matter', () => {
  const [first, second, third] = updatesOf(rawClientId, 3) as [Uint8Array, Uint8Array, Uint8Array];
  expect(clocksOf([first, third])).toEqual(new Map([[rawClientId, 1]]));
  expect(clocksOf([third, first, second])).toEqual(new Map([[rawClientId, 3]]));
});
