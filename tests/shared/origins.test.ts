// Whose words these are, where the difference of two texts tells an edit otherwise than it was made.
import { Transform } from '@tiptap/pm/transform';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { linearText } from '#shared/anchors.ts';
import { asPasted, keepOrigins, textRuns } from '#shared/origins.ts';
import { keepAround } from '#shared/origins-around.ts';
import { writeParts } from '#shared/parts.ts';
import { placesOf } from '#shared/places.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { countingIds } from '#tests/support/chance.ts';

/** A caption of the first person; the second has it open and edits it as an editor does. */
function opened(caption: string) {
  const doc = new Y.Doc();
  doc.clientID = 1;
  writeParts(doc, { caption }, countingIds());
  doc.clientID = 2;
  const edit = (change: (tr: Transform, at: (index: number) => number) => void) => {
    const fragment = doc.getXmlFragment('caption');
    const before = yXmlFragmentToProseMirrorRootNode(fragment, schemaOf.caption);
    const tr = new Transform(before);
    change(tr, (index) => placesOf(before).position(index) ?? 1);
    doc.transact(() =>
      updateYFragment(doc, fragment, tr.doc, { mapping: new Map(), isOMark: new Map() }),
    );
  };
  return {
    doc,
    edit,
    text: () => linearText(doc, 'caption').text,
    /** Where its letters came from. */
    sources: () => new Set(textRuns(doc, doc.getXmlFragment('caption')).map(({ from }) => from)),
  };
}

test.each([
  { what: 'put in', from: 'ro ram', cut: [0, 2], at: 1, becomes: ' roram' },
  { what: 'taken out', from: 'axbcxd', cut: [1, 4], at: 3, becomes: 'axdxbc' },
])(
  'words cut and pasted stay whose they were, though the letters $what are told as others',
  (one) => {
    const { doc, edit, text, sources } = opened(one.from);
    keepOrigins(doc);
    const [from = 0, to = 0] = one.cut;
    const words = text().slice(from, to);
    edit((tr, at) => tr.delete(at(from), at(to)));
    asPasted(doc, () => edit((tr, at) => tr.insert(at(one.at), schemaOf.caption.text(words))));
    expect(text()).toBe(one.becomes);
    expect(sources()).toEqual(new Set([1]));
  },
);

test('words around a suggestion stay whose they were when paragraphs are joined or split for it', () => {
  const joined = opened('first words\nlast words');
  keepAround(joined.doc, { part: 'caption', from: 5, to: 16 }, () =>
    joined.edit((tr, at) => tr.delete(at(5), at(16))),
  );
  expect(joined.text()).toBe('first words');
  expect(joined.sources()).toEqual(new Set([1]));

  const split = opened('first words');
  keepAround(split.doc, { part: 'caption', from: 5, to: 5 }, () =>
    split.edit((tr, at) => tr.insert(at(5), schemaOf.caption.text('!')).split(at(5) + 1)),
  );
  expect(split.text()).toBe('first!\n words');
  const runs = textRuns(split.doc, split.doc.getXmlFragment('caption'));
  expect(runs.map(({ text, from }) => [from, text])).toEqual([
    [1, 'first'],
    [2, '!'],
    [1, ' words'],
  ]);
});
