import { getSchema, Node } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { seedGuidelines } from '#shared/brief-template.ts';
import {
  captionExtensions,
  draftIdTypes,
  draftSchemaVersion,
  framesExtensions,
  scriptExtensions,
} from '#shared/schema/draft.ts';
import {
  guidelinesExtensions,
  guidelinesIdTypes,
  guidelinesSchemaVersion,
} from '#shared/schema/guidelines.ts';
import { ownIdsPlugin, withoutIds } from '#shared/schema/own-ids.ts';
import { safeHref } from '#shared/schema/text.ts';
import { chance, countingIds } from '#tests/support/chance.ts';
import {
  type Editor,
  edit,
  editor,
  load,
  markWords,
  reshape,
  send,
  shownText,
  syncAll,
  typedText,
  typeWords,
} from '#tests/support/editing.ts';

const documents = {
  guidelines: guidelinesExtensions,
  caption: captionExtensions,
  script: scriptExtensions,
  frames: framesExtensions,
};
type Name = keyof typeof documents;
const names = Object.keys(documents) as Name[];

const describeSchema = (name: Name) => {
  const schema = getSchema(documents[name]);
  return [
    ...Object.values(schema.nodes).map(
      (type) =>
        `${type.name}(${Object.keys(type.spec.attrs ?? {}).join(',')}) ${type.spec.content ?? ''}`,
    ),
    ...Object.values(schema.marks).map(
      (type) => `${type.name}(${Object.keys(type.spec.attrs ?? {}).join(',')})`,
    ),
  ].sort();
};

// A line may be added, with a higher version; a changed or missing one deletes text in the field.
test('the schemas of version 1 are exactly these, and only ever grow', () => {
  expect([guidelinesSchemaVersion, draftSchemaVersion]).toEqual([1, 1]);
  expect(describeSchema('guidelines')).toEqual([
    'bold()',
    'bulletList() listItem*',
    'doc() block*',
    'field(id,field) block*',
    'hardBreak() ',
    'italic()',
    'languageText(lang) block*',
    'link(href)',
    'listItem() block*',
    'paragraph() inline*',
    'point(id,need,claim,evidence) block*',
    'text() ',
  ]);
  expect(describeSchema('caption')).toEqual([
    'coverage(pointId)',
    'doc() block*',
    'hardBreak() ',
    'paragraph() inline*',
    'text() ',
  ]);
  expect(describeSchema('script')).toEqual([
    'bold()',
    'coverage(pointId)',
    'doc() block*',
    'hardBreak() ',
    'italic()',
    'paragraph() inline*',
    'scriptCell(kind) block*',
    'scriptRow(id) scriptCell*',
    'text() ',
  ]);
  expect(describeSchema('frames')).toEqual([
    'bold()',
    'coverage(pointId)',
    'doc() block*',
    'frame(id,media) block*',
    'hardBreak() ',
    'italic()',
    'paragraph() inline*',
    'text() ',
  ]);
});

test.each(names)('no content expression of %s counts, orders or requires', (name) => {
  for (const type of Object.values(getSchema(documents[name]).nodes)) {
    expect(type.spec.content ?? '').toMatch(/^([a-zA-Z]+\*)?$/);
    expect(Object.values(type.spec.attrs ?? {}).every((attr) => 'default' in attr)).toBe(true);
  }
});

const start = (name: Name): Y.Doc => {
  const doc = new Y.Doc();
  if (name === 'guidelines') seedGuidelines(doc, { languages: ['en', 'th'], ids: countingIds() });
  else if (name !== 'caption') {
    const schema = getSchema(documents[name]);
    const paragraph = schema.node('paragraph', null, schema.text('words'));
    const holder =
      name === 'script'
        ? schema.node('scriptRow', { id: 'r' }, [
            schema.node('scriptCell', { kind: 'time' }, [paragraph]),
            schema.node('scriptCell', { kind: 'said' }, [paragraph]),
          ])
        : schema.node('frame', { id: 'f' }, [paragraph]);
    edit({ doc, fragment: doc.getXmlFragment(name), schema }, (tr) => {
      tr.insert(0, [holder, holder]);
    });
  }
  return doc;
};

/** Loads as the binding does and says what got lost by it. */
const lostByLoading = (one: Editor): string | null => {
  const before = typedText(one.fragment);
  const shown = shownText(load(one));
  return shown === before && typedText(one.fragment) === before ? null : `${before} -> ${shown}`;
};

describe.each(names)('merging edits of %s', (name) => {
  test('loading a merge of any legal edits deletes nothing', () => {
    const base = start(name);
    const lost: string[] = [];
    const look = (one: Editor, when: string) => {
      const what = lostByLoading(one);
      if (what !== null) lost.push(`${when}: ${what}`);
    };
    for (let seed = 1; seed <= 25; seed += 1) {
      const luck = chance(seed);
      const editors = [1, 2, 3].map((clientId) =>
        editor(name, documents[name], { from: base, clientId }),
      );
      for (let turn = 0; turn < 30; turn += 1) {
        const one = luck.pick(editors);
        const kind = luck.below(4);
        if (kind === 0) markWords(one, luck);
        else if (kind === 1) typeWords(one, luck, `w${turn} `);
        else reshape(one, luck);
        if (luck.below(4) === 0) {
          const other = luck.pick(editors);
          send(one, other);
          look(other, `seed ${seed} turn ${turn}`);
        }
      }
      syncAll(editors);
      syncAll(editors);
      for (const one of editors) look(one, `seed ${seed} at the end`);
    }
    expect(lost).toEqual([]);
  }, 120_000);

  test('every character typed by three people at once is there after the merge', () => {
    const base = start(name);
    for (let seed = 1; seed <= 20; seed += 1) {
      const luck = chance(seed);
      const editors = [1, 2, 3].map((clientId) =>
        editor(name, documents[name], { from: base, clientId }),
      );
      const letters = typedText(base.getXmlFragment(name)).split('');
      for (let turn = 0; turn < 30; turn += 1) {
        const words = `<${turn}>`;
        letters.push(...words);
        typeWords(luck.pick(editors), luck, words);
        markWords(luck.pick(editors), luck);
        if (luck.below(3) === 0) send(luck.pick(editors), luck.pick(editors));
      }
      syncAll(editors);
      syncAll(editors);
      const shown = editors.map((one) => shownText(load(one)));
      expect(new Set(shown).size).toBe(1);
      expect((shown[0] as string).split('').sort(), `seed ${seed}`).toEqual(letters.sort());
    }
  }, 120_000);
});

test('a counting schema would delete the points of two people, and this suite would see it', () => {
  const counting = guidelinesExtensions.map((extension) =>
    extension.name === 'field' ? (extension as Node).extend({ content: 'point{0,5}' }) : extension,
  );
  const lost = [guidelinesExtensions, counting].map((extensions) => {
    const first = editor('guidelines', extensions);
    const point = ({ schema }: Editor) =>
      schema.node('point', { id: 'x' }, [schema.node('paragraph', null, schema.text('a point'))]);
    edit(first, (tr) => {
      tr.insert(
        0,
        first.schema.node(
          'field',
          { id: 'f', field: 'points' },
          [1, 2, 3, 4].map(() => point(first)),
        ),
      );
    });
    const second = editor('guidelines', extensions, { from: first.doc });
    for (const one of [first, second]) edit(one, (tr) => void tr.insert(1, point(one)));
    syncAll([first, second]);
    return lostByLoading(first);
  });
  expect(lost[0]).toBeNull();
  expect(lost[1]).not.toBeNull();
});

test('no link leads anywhere but the web and mail', () => {
  for (const href of ['https://a.example', 'http://a.example', 'mailto:a@b.example']) {
    expect(safeHref(href)).toBe(href);
  }
  const bad = [
    'javascript:alert(1)',
    ' JavaScript:x',
    'java\tscript:x',
    'data:text/html,x',
    '/x',
    '',
    7,
  ];
  for (const href of bad) expect(safeHref(href), `${href}`).toBeNull();
});

describe('ids', () => {
  const schema = getSchema(guidelinesExtensions);
  const point = (id: string | null, words: string) =>
    schema.node('point', { id }, [schema.node('paragraph', null, schema.text(words))]);
  const state = (...ids: (string | null)[]) =>
    EditorState.create({
      doc: schema.node(
        'doc',
        null,
        ids.map((id, index) => point(id, `p${index}`)),
      ),
      plugins: [ownIdsPlugin({ types: guidelinesIdTypes, newId: countingIds('new') })],
    });
  const idsIn = (one: EditorState) => {
    const ids: unknown[] = [];
    one.doc.forEach((node) => void ids.push(node.attrs['id']));
    return ids;
  };

  test('the first half of a split keeps the id and the second gets its own', () => {
    const before = state('a', 'b');
    expect(idsIn(before.apply(before.tr.split(3, 2)))).toEqual(['a', 'new1', 'b']);
  });

  test('a block made by this client gets an id', () => {
    const before = state('a');
    expect(idsIn(before.apply(before.tr.insert(0, point(null, 'x'))))).toEqual(['new1', 'a']);
  });

  test('what others left without an id is theirs to name', () => {
    const before = state('a', 'a', null);
    expect(idsIn(before.apply(before.tr.insertText('x', 2)))).toEqual(['a', 'a', null]);
  });

  test('a remote transaction gives no ids', () => {
    const before = state('a');
    const tr = before.tr.insert(0, point(null, 'x')).setMeta('y-sync$', { isChangeOrigin: true });
    expect(idsIn(before.apply(tr))).toEqual([null, 'a']);
  });

  test('pasted blocks come without ids, at any depth', () => {
    const field = schema.node('field', { id: 'f', field: 'points' }, [point('a', 'x')]);
    const pasted = withoutIds(new Slice(schema.node('doc', null, [field]).content, 0, 0));
    const ids: unknown[] = [];
    pasted.content.descendants((node) => {
      if ('id' in node.attrs) ids.push(node.attrs['id']);
    });
    expect(ids).toEqual([null, null]);
    expect(pasted.content.textBetween(0, pasted.content.size)).toBe('x');
  });

  test('every block type with an id is known to the one who keeps ids unique', () => {
    const withId = (name: Name) =>
      Object.values(getSchema(documents[name]).nodes)
        .filter((type) => 'id' in (type.spec.attrs ?? {}))
        .map((type) => type.name);
    expect(withId('guidelines')).toEqual([...guidelinesIdTypes]);
    expect([...withId('script'), ...withId('frames')]).toEqual([...draftIdTypes]);
  });
});
