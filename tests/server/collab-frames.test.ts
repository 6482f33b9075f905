// What reaches an editor and what leaves it, against the real engine: a composition in peace, and
// readers whose editors can repair their own copy as they like.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordsOf } from '#app/collab/words-of.ts';
import { appendBlocks, paragraphs } from '#shared/blocks.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { chance } from '#tests/support/chance.ts';
import { makeDevice, openTab } from '#tests/support/device.ts';
import { guidelines, openClient, startEngine, until } from '#tests/support/engine.ts';

const words = (doc: Y.Doc) => wordsOf(guidelines, doc);

/** A document with one paragraph that two people have open. */
async function oneParagraph() {
  const engine = await startEngine();
  const ta = openTab({ device: makeDevice(engine, 'ta'), person: 'ta', document: guidelines });
  await ta.until('saved');
  appendBlocks(guidelinesFragment(ta.connection.doc), paragraphs('แดด'));
  await ta.until('saved');
  const ploy = openClient(engine, 'ploy', guidelines);
  await ploy.synced();
  return { engine, ta, ploy };
}

const textIn = (doc: Y.Doc): Y.XmlText =>
  (guidelinesFragment(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;

describe('while an input method composes', () => {
  test('twenty remote changes of the same paragraph wait and then all come', async () => {
    const { ta, ploy } = await oneParagraph();
    const { connection } = ta;
    const typed = textIn(connection.doc);
    let heard = 0;
    connection.doc.on('update', (_update, origin) => {
      if (origin !== null) heard += 1;
    });
    connection.hold(true);
    for (let n = 0; n < 20; n += 1) textIn(ploy.doc).insert(0, 'x');
    expect(await ploy.saved()).toBeNull();
    // One's own words still go out, and are saved, meanwhile.
    typed.insert(3, 'จ้า');
    await until(ploy.doc, () => words(ploy.doc).endsWith('จ้า'));
    await ta.until('saved');
    expect(heard).toBe(0);
    expect(words(connection.doc)).toBe('แดดจ้า');
    connection.hold(false);
    const all = `${'x'.repeat(20)}แดดจ้า`;
    await until(connection.doc, () => words(connection.doc) === all);
    expect(words(ploy.doc)).toBe(all);
    ta.close();
  });

  test('a composition begun again at once keeps what still waits waiting', async () => {
    const { ta, ploy } = await oneParagraph();
    ta.connection.hold(true);
    textIn(ploy.doc).insert(0, 'x');
    expect(await ploy.saved()).toBeNull();
    // The echo of one's own barrier comes after the frames before it.
    textIn(ta.connection.doc).insert(3, 'ก');
    await ta.until('saved');
    ta.connection.hold(false);
    ta.connection.hold(true);
    textIn(ta.connection.doc).insert(4, 'ข');
    await ta.until('saved');
    expect(words(ta.connection.doc)).toBe('แดดกข');
    ta.connection.hold(false);
    await until(ta.connection.doc, () => words(ta.connection.doc) === 'xแดดกข');
    ta.close();
  });

  test('a connection lost meanwhile loses nothing', async () => {
    const { engine, ta, ploy } = await oneParagraph();
    ta.connection.hold(true);
    textIn(ploy.doc).insert(0, 'x');
    expect(await ploy.saved()).toBeNull();
    textIn(ta.connection.doc).insert(3, 'ก');
    await engine.restart();
    await ta.until('offline');
    textIn(ta.connection.doc).insert(4, 'ข');
    ta.connection.hold(false);
    await ta.until('saved');
    await until(ta.connection.doc, () => words(ta.connection.doc) === 'xแดดกข');
    expect(words(await engine.onDisk(guidelines))).toBe('xแดดกข');
    ta.close();
  });
});

describe('a reader', () => {
  test('never sends what happens in the copy their editor is bound to', async () => {
    const { engine, ta } = await oneParagraph();
    const device = makeDevice(engine, 'anan');
    const reader = openTab({ device, person: 'anan', document: guidelines, right: 'read' });
    await reader.connection.ready;
    const before = Y.encodeStateAsUpdate(await engine.onDisk(guidelines));
    const luck = chance(20_260_730);
    const { mirror } = reader.connection;
    for (let step = 0; step < 200; step += 1) damage(mirror, luck);
    await reader.until('reading');
    expect(Y.encodeStateAsUpdate(await engine.onDisk(guidelines))).toEqual(before);
    expect(words(reader.connection.doc)).toBe('แดด');
    // What others write still arrives in both.
    appendBlocks(guidelinesFragment(ta.connection.doc), paragraphs('more'));
    await until(mirror, () => words(mirror).endsWith('more'));
    expect(words(reader.connection.doc)).toBe('แดด\nmore');
    expect(device.notes.keys()).toEqual([]);
    reader.close();
    ta.close();
  });

  test('is cut off in words when they write past their editor', async () => {
    const { engine, ta } = await oneParagraph();
    const device = makeDevice(engine, 'anan');
    const reader = openTab({ device, person: 'anan', document: guidelines, right: 'write' });
    expect(await reader.until('refused')).toEqual({
      phase: 'refused',
      code: 'not-allowed',
      rescued: false,
    });
    reader.close();
    ta.close();
  });
});

/** What an editor's repair may do to the document it is bound to. */
function damage(doc: Y.Doc, luck: ReturnType<typeof chance>): void {
  const fragment = guidelinesFragment(doc);
  const kind = luck.below(4);
  if (kind === 0) appendBlocks(fragment, paragraphs('repaired'));
  if (kind === 1 && fragment.length > 0) fragment.delete(luck.below(fragment.length), 1);
  if (kind === 2 && fragment.length > 0) {
    (fragment.get(luck.below(fragment.length)) as Y.XmlElement).setAttribute('id', 'x');
  }
  if (kind === 3) doc.getMap('anything').set('key', luck.below(9));
}
