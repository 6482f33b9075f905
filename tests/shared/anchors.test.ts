import { absolutePositionToRelativePosition, initProseMirrorDoc } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorSchema } from '#shared/anchor-schema.ts';
import {
  anchorBetween,
  anchorOf,
  hasBlock,
  linearText,
  resolveAnchor,
  type TextAnchor,
} from '#shared/anchors.ts';
import { linesOf } from '#shared/blocks.ts';
import { readParts, writeParts } from '#shared/parts.ts';
import { captionExtensions, scriptExtensions } from '#shared/schema/draft.ts';
import { chance, countingIds } from '#tests/support/chance.ts';
import { type Editor, edit, editor, reshape, typeWords } from '#tests/support/editing.ts';

const caption = (words: string): Editor => {
  const one = editor('caption', captionExtensions, { clientId: 1 });
  writeParts(one.doc, { caption: words }, countingIds());
  return one;
};

const on = (one: Editor, quote: string): TextAnchor => {
  const from = linearText(one.doc, 'caption').text.indexOf(quote);
  const anchor = anchorOf(one.doc, { part: 'caption', from, to: from + quote.length });
  if (anchor === null) throw new Error(`no words at ${from}`);
  return anchor;
};

/** Where the words begin in ProseMirror's counting. */
const placeOf = (one: Editor, words: string): number => {
  let found = -1;
  const { doc } = initProseMirrorDoc(one.fragment, one.schema);
  doc.descendants((node, at) => {
    const index = node.text?.indexOf(words) ?? -1;
    if (found < 0 && index >= 0) found = at + index;
  });
  return found;
};
const insertBefore = (one: Editor, words: string, inserted: string) =>
  edit(one, (tr) => void tr.insert(placeOf(one, words), one.schema.text(inserted)));

describe('an anchor', () => {
  const text = 'ปาดทับแป้งไปเลย ไม่ต้องส่องกระจก\nบนหน้าเรารองพื้นยังอยู่นะ 🙏 ok';

  test('finds its words through edits around them, and does not grow', () => {
    const one = caption(text);
    const anchor = on(one, 'รองพื้น');
    insertBefore(one, 'รองพื้น', 'xx');
    insertBefore(one, 'ยังอยู่', 'yy');
    insertBefore(one, 'ปาดทับ', 'a longer beginning');
    expect(resolveAnchor(one.doc, anchor)).toMatchObject({ state: 'exact', words: 'รองพื้น' });
  });

  test('says that its words were changed', () => {
    const one = caption(text);
    const anchor = on(one, 'รองพื้นยังอยู่นะ');
    insertBefore(one, 'ยังอยู่', 'ก็');
    expect(resolveAnchor(one.doc, anchor)).toMatchObject({
      state: 'changed',
      words: 'รองพื้นก็ยังอยู่นะ',
    });
  });

  test('is found again where a split re-made its words, and then holds', () => {
    const one = caption(text);
    const anchor = on(one, 'ไม่ต้องส่องกระจก');
    edit(one, (tr) => void tr.split(placeOf(one, 'ส่องกระจก')));
    const found = resolveAnchor(one.doc, anchor);
    expect(found).toMatchObject({ state: 'moved', words: 'ไม่ต้อง\nส่องกระจก' });
    if (found.state !== 'moved') return;
    insertBefore(one, 'ปาดทับ', 'more ');
    expect(resolveAnchor(one.doc, found.anchor).state).toBe('exact');
  });

  test('is gone when its words are, even where the same words stand elsewhere', () => {
    const one = caption('one stick here\nanother stick there');
    const anchor = on(one, 'stick');
    edit(one, (tr) => void tr.delete(0, tr.doc.child(0).nodeSize));
    expect(resolveAnchor(one.doc, anchor)).toEqual({ state: 'orphaned' });
  });

  test('is not guessed between two equal places', () => {
    const one = caption('the stick is dry');
    const anchor = on(one, 'stick');
    edit(one, (tr) => void tr.delete(0, tr.doc.content.size));
    edit(one, (tr) => {
      const again = one.schema.node('paragraph', null, one.schema.text('the stick is dry'));
      tr.insert(0, [again, again]);
    });
    expect(resolveAnchor(one.doc, anchor)).toEqual({ state: 'orphaned' });
  });

  test('survives being brought back by an undo', () => {
    const one = caption(text);
    const undo = new Y.UndoManager(one.fragment, { trackedOrigins: new Set([null, 'me']) });
    const anchor = on(one, 'รองพื้น');
    one.doc.transact(() => one.fragment.delete(1, 1), 'me');
    expect(resolveAnchor(one.doc, anchor).state).toBe('orphaned');
    undo.undo();
    expect(['exact', 'moved']).toContain(resolveAnchor(one.doc, anchor).state);
  });

  test('is not made of nothing', () => {
    const one = caption('a  b\n\nc');
    for (const [from, to] of [
      [0, 0],
      [1, 3],
      [4, 6],
      [7, 7],
    ] as const) {
      expect(anchorOf(one.doc, { part: 'caption', from, to })).toBeNull();
    }
  });

  test('with positions that are none is found by its words or not at all', () => {
    const one = caption(text);
    const anchor = { ...on(one, 'รองพื้น'), start: '!!', end: 'AAAA' };
    expect(resolveAnchor(one.doc, anchor).state).toBe('moved');
    expect(resolveAnchor(one.doc, { ...anchor, quote: 'nowhere' }).state).toBe('orphaned');
  });

  test('made from an editor selection is the same passage, also across paragraphs', () => {
    const one = caption('first words\nlast words');
    const { doc, mapping } = initProseMirrorDoc(one.fragment, one.schema);
    const relative = (at: number) =>
      absolutePositionToRelativePosition(at, one.fragment, mapping) as Y.RelativePosition;
    const from = placeOf(one, 'words');
    const to = doc.content.size - 1 - ' words'.length;
    const range = { part: 'caption', start: relative(from), end: relative(to) } as const;
    const anchor = anchorBetween(one.doc, range);
    expect(anchor).toMatchObject({ quote: 'wordslast', before: 'first ', after: ' words' });
    expect(resolveAnchor(one.doc, anchor as TextAnchor)).toMatchObject({
      state: 'exact',
      words: 'words\nlast',
    });
  });

  test('never names other words than it says, whatever was edited', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const luck = chance(seed);
      const one = caption('alpha bravo charlie\ndelta echo foxtrot\ngolf hotel india');
      const anchor = on(one, luck.pick(['bravo', 'echo fox', 'golf', 'india', 'charlie\ndelta']));
      for (let turn = 0; turn < 6; turn += 1) {
        if (luck.below(2) === 0) typeWords(one, luck, `#${turn}`);
        else reshape(one, luck);
        const found = resolveAnchor(one.doc, anchor);
        if (found.state === 'orphaned') continue;
        const { text: now } = linearText(one.doc, 'caption');
        expect(now.slice(found.from, found.to)).toBe(found.words);
        const named = found.state === 'changed' ? anchor.quote : found.words.replaceAll('\n', '');
        expect(named, `seed ${seed}`).toBe(anchor.quote);
      }
    }
  });
});

test('the linear text of a part has a line per paragraph, cells and line breaks too', () => {
  const one = editor('script', scriptExtensions);
  writeParts(
    one.doc,
    { script: [{ time: '0:00', said: 'hi\nthere' }, { said: 'end' }] },
    countingIds(),
  );
  expect(linearText(one.doc, 'script').text).toBe(linesOf(readParts(one.doc).script).join('\n'));
  const two = caption('a');
  edit(two, (tr) => void tr.insert(2, two.schema.node('hardBreak')));
  insertBefore(two, 'a', 'b');
  expect(linearText(two.doc, 'caption').text).toBe('ba\n');
});

test('an anchor from outside is decoded with bounds', () => {
  const anchor = on(caption('some words'), 'words');
  expect(anchorSchema.parse(anchor)).toEqual(anchor);
  const bad = [
    { ...anchor, quote: '' },
    { ...anchor, quote: 'x'.repeat(4001) },
    { ...anchor, part: 'other' },
    { ...anchor, start: 'x'.repeat(300) },
    { kind: 'media', mediaId: '' },
  ];
  for (const one of bad) expect(anchorSchema.safeParse(one).success).toBe(false);
});

test('a block is found by its id at whatever depth, and is gone with it', () => {
  const doc = new Y.Doc();
  const row = new Y.XmlElement('scriptRow');
  const within = new Y.XmlElement('point');
  doc.getXmlFragment('guidelines').push([row]);
  row.insert(0, [within]);
  within.setAttribute('id', 'p1');
  const anchor = { kind: 'block', part: 'guidelines', blockId: 'p1' } as const;
  expect(hasBlock(doc, anchor)).toBe(true);
  expect(hasBlock(doc, { ...anchor, part: 'script' })).toBe(false);
  row.delete(0, 1);
  expect(hasBlock(doc, anchor)).toBe(false);
});
