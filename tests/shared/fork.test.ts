// What a person typed into a fork, told as changes of the text below: whatever they do, the changes
// put into that text give the fork again.
import { Node, Slice } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { splitBlock, joinBackward } from '@tiptap/pm/commands';
import { expect, test } from 'vitest';
import { paragraphs } from '#shared/blocks.ts';
import { changedBy, differenceOf, forkOf, patchesOf, tidied } from '#shared/fork.ts';
import { type Change, intoBase, intoFork } from '#shared/fork-places.ts';
import { scriptRowBlock } from '#shared/parts.ts';
import { placesOf } from '#shared/places.ts';
import { schemaOf } from '#shared/schema/of-part.ts';
import { type Chance, chance } from '#tests/support/chance.ts';

const caption = (text: string) =>
  Node.fromJSON(schemaOf.caption, { type: 'doc', content: paragraphs(text) });

let rows = 0;

/** Applies an edit and takes it in. */
function typed(
  { doc, changes }: { doc: Node; changes: Change[] },
  edit: (state: EditorState) => EditorState['tr'],
) {
  const tr = edit(EditorState.create({ doc }));
  let next = changes;
  for (const map of tr.mapping.maps) next = changedBy(next, map, () => `row${++rows}`);
  return { doc: tr.doc, changes: next };
}

const said = (base: Node, doc: Node, changes: readonly Change[]) =>
  tidied(base, doc, changes).map(({ from, to, at, end }) => [
    base.textBetween(from, to, '\n'),
    doc.textBetween(at, end, '\n'),
  ]);

test('a word typed over another is one change of what differs', () => {
  const base = caption('The new oat drink');
  const fork = typed({ doc: base, changes: [] }, (state) => state.tr.insertText('cold', 5, 8));
  expect(said(base, fork.doc, fork.changes)).toEqual([['new', 'cold']]);
});

test('what is typed and taken out again is no change', () => {
  const base = caption('The new oat drink');
  let fork = typed({ doc: base, changes: [] }, (state) => state.tr.insertText('very ', 5));
  fork = typed(fork, (state) => state.tr.delete(5, 10));
  expect(said(base, fork.doc, fork.changes)).toEqual([]);
  fork = typed(fork, (state) => state.tr.delete(5, 9));
  fork = typed(fork, (state) => state.tr.insertText('new ', 5));
  expect(said(base, fork.doc, fork.changes)).toEqual([]);
});

test('changes that stand apart stay apart, and those that meet become one', () => {
  const base = caption('one two three');
  let fork = typed({ doc: base, changes: [] }, (state) => state.tr.insertText('1', 1, 4));
  fork = typed(fork, (state) => state.tr.insertText('3', 7, 12));
  expect(said(base, fork.doc, fork.changes)).toEqual([
    ['one', '1'],
    ['three', '3'],
  ]);
  fork = typed(fork, (state) => state.tr.delete(2, 7));
  expect(said(base, fork.doc, fork.changes)).toEqual([['one two three', '13']]);
});

test('a paragraph split, joined or put before the first has its place inside paragraphs', () => {
  const base = caption('one two\nthree');
  const split = typed({ doc: base, changes: [] }, (state) => {
    let tr = state.tr;
    const at = state.apply(tr.setSelection(TextSelection.create(tr.doc, 5)));
    splitBlock(at, (made) => (tr = made));
    return tr;
  });
  expect(split.doc.childCount).toBe(3);
  const before = typed({ doc: base, changes: [] }, (state) =>
    state.tr.insert(0, state.schema.nodes['paragraph']!.create(null, state.schema.text('zero'))),
  );
  for (const fork of [split, before]) {
    const changes = tidied(base, fork.doc, fork.changes);
    expect(changes).toHaveLength(1);
    for (const { from, to } of changes) {
      expect(base.resolve(from).parent.isTextblock && base.resolve(to).parent.isTextblock).toBe(
        true,
      );
    }
    expect(forkOf(base, patchesOf(fork.doc, changes)).doc.eq(fork.doc)).toBe(true);
  }
});

test('a change is of whole words, and half of an emoji is never one', () => {
  const base = caption('so good 😀!');
  const fork = typed({ doc: base, changes: [] }, (state) => state.tr.insertText('😂', 9, 11));
  expect(said(base, fork.doc, fork.changes)).toEqual([['😀', '😂']]);
  const word = typed({ doc: base, changes: [] }, (state) => state.tr.insertText('sweet', 1, 3));
  const both = typed(word, (state) => state.tr.insertText('great', 7, 11));
  expect(said(base, both.doc, both.changes)).toEqual([
    ['so', 'sweet'],
    ['good', 'great'],
  ]);
});

test('whatever is typed, cut, split, joined or pasted, the changes give the fork again', () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const { below, pick } = chance(seed);
    const script = seed % 3 === 0;
    const base = script
      ? Node.fromJSON(schemaOf.script, {
          type: 'doc',
          content: [scriptRowBlock({ time: '0:01', said: 'hello' }, 'a'), scriptRowBlock({}, 'b')],
        })
      : caption(pick(['', 'one', 'one two\n\nthree 😀', 'ab\ncd\nef']));
    let fork: { doc: Node; changes: Change[] } = { doc: base, changes: [] };
    for (let step = 0; step < 8; step += 1) {
      fork = typed(fork, (state) => randomEdit(state, { below, pick }));
      const changes = tidied(base, fork.doc, fork.changes);
      const again = forkOf(base, patchesOf(fork.doc, changes));
      expect(again.doc.toJSON(), `seed ${seed}, step ${step}`).toEqual(fork.doc.toJSON());
      expect(again.changes.map(({ at, end }) => [at, end])).toEqual(
        changes.map(({ at, end }) => [at, end]),
      );
      for (const { from, to, at, end } of changes) {
        expect(intoFork(changes, from, 'start')).toBe(at);
        expect(intoFork(changes, to, 'end')).toBe(end);
        expect(intoBase(changes, at)).toBe(from);
      }
      // A paragraph's text has one place, and a place one text.
      const places = placesOf(fork.doc);
      for (let index = 0; index <= places.text.length; index += 1) {
        expect(places.index(places.position(index) ?? -1)).toBe(index);
      }
    }
  }
});

test('the smallest difference of two documents makes one of the other', () => {
  const [a, b] = [caption('one aa two'), caption('one aaa two\nthree')];
  const step = differenceOf(a, b);
  expect(step && a.replace(step.from, step.to, step.slice).eq(b)).toBe(true);
  expect(differenceOf(a, a)).toBeNull();
});

function randomEdit(state: EditorState, { below, pick }: Chance): EditorState['tr'] {
  const size = state.doc.content.size;
  // Nobody's caret stands in the middle of an emoji.
  const whole = (at: number) =>
    /^[\udc00-\udfff]/.test(state.doc.textBetween(at, Math.min(at + 1, size))) ? at + 1 : at;
  const [a, b] = [whole(below(size + 1)), whole(below(size + 1))];
  const selection = TextSelection.between(
    state.doc.resolve(Math.min(a, b)),
    state.doc.resolve(Math.max(a, b)),
  );
  const { from, to } = selection;
  const isOne = selection.$from.sharedDepth(selection.to) === selection.$from.depth;
  const selected = state.apply(state.tr.setSelection(selection));
  let tr = state.tr;
  const run = (command: typeof splitBlock) =>
    void command(selected, (made) => {
      tr = made;
    });
  switch (pick(['type', 'cut', 'split', 'join', 'paste'])) {
    case 'type':
      if (isOne) tr.insertText(pick(['x', 'yz', '😀', 'long word']), from, to);
      break;
    case 'cut':
      if (isOne || state.schema === schemaOf.caption) tr.delete(from, to);
      break;
    case 'split':
      if (isOne) run(splitBlock);
      break;
    case 'join':
      run(joinBackward);
      break;
    case 'paste': {
      const node = state.schema.nodes['paragraph']!;
      const lines = ['p', 'q', ''].map((text) =>
        node.create(null, text === '' ? null : state.schema.text(text)),
      );
      if (isOne)
        tr.replaceRange(
          from,
          to,
          Slice.maxOpen(state.schema.nodes['doc']!.create(null, lines).content),
        );
      break;
    }
  }
  return tr;
}
