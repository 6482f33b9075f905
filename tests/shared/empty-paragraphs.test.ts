import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { keepEmptyParagraphsWritable } from '#shared/empty-paragraphs.ts';
import { captionExtensions } from '#shared/schema/draft.ts';
import { chance } from '#tests/support/chance.ts';
import { edit, editor, load, syncAll, typedText, typeWords } from '#tests/support/editing.ts';

/** Enter by one person, then the first word of the new line by three at once. */
function firstWords(seed: number, kept: boolean): string {
  const luck = chance(seed);
  const editors = [1, 2, 3].map((clientId) => editor('caption', captionExtensions, { clientId }));
  for (const { doc, fragment } of kept ? editors : []) keepEmptyParagraphsWritable(doc, fragment);
  const [first] = editors;
  if (!first) throw new Error('three editors');
  edit(first, (tr) => void tr.insert(0, first.schema.node('paragraph')));
  syncAll(editors);
  editors.forEach((one, index) => typeWords(one, luck, `<${index}`));
  syncAll(editors);
  for (let turn = 3; turn < 8; turn += 1) {
    typeWords(luck.pick(editors), luck, `<${turn}`);
    if (luck.below(2) === 0) syncAll(editors);
  }
  syncAll(editors);
  for (const one of editors) load(one);
  syncAll(editors);
  return typedText(first.fragment).replace(/[^<]/g, '');
}

const seeds = Array.from({ length: 60 }, (_, at) => at + 1);

test('the first words of one new line, typed by three at once, are there once each', () => {
  expect(seeds.filter((seed) => firstWords(seed, true) !== '<<<<<<<<')).toEqual([]);
});

test('without it they would be doubled or lost, and the test above would see it', () => {
  expect(seeds.filter((seed) => firstWords(seed, false) !== '<<<<<<<<')).not.toEqual([]);
});

test('it acts on what this client made, never on what arrives or was there', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('caption');
  fragment.push([new Y.XmlElement('paragraph')]);
  const other = new Y.Doc();
  other.getXmlFragment('caption').push([new Y.XmlElement('paragraph')]);
  const stop = keepEmptyParagraphsWritable(doc, fragment);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const lengths = () => (fragment.toArray() as Y.XmlElement[]).map((element) => element.length);
  expect(lengths()).toEqual([0, 0]);
  fragment.push([new Y.XmlElement('paragraph')]);
  doc.getXmlFragment('title').push([new Y.XmlElement('paragraph')]);
  expect(lengths()).toEqual([0, 0, 1]);
  stop();
  fragment.push([new Y.XmlElement('paragraph')]);
  expect(lengths()).toEqual([0, 0, 1, 0]);
});
