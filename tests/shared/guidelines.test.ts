import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks, type Block, paragraphs } from '#shared/blocks.ts';
import { type GuidelinesFill, repairIds, seedGuidelines } from '#shared/brief-template.ts';
import { fieldKinds } from '#shared/fields.ts';
import {
  type Guidelines,
  guidelinesFragment,
  guidelinesJson,
  publishBlockers,
  readGuidelines,
  structureOf,
  textFor,
} from '#shared/guidelines.ts';
import { diffGuidelines } from '#shared/guidelines-changes.ts';
import { guidelinesExtensions } from '#shared/schema/guidelines.ts';
import { chance, countingIds } from '#tests/support/chance.ts';
import { edit, editor, load, shownText, typedText } from '#tests/support/editing.ts';

const filled: GuidelinesFill = {
  core: {
    en: 'The sunscreen you actually put on again.',
    th: 'กันแดดที่ทาซ้ำได้จริง',
  },
  points: [
    {
      need: 'must',
      claim: 'health',
      evidence: 'the label',
      text: { en: 'Outdoors, every two hours', th: 'อยู่กลางแจ้ง ทาซ้ำราวทุกสองชั่วโมง' },
    },
    { need: 'may', text: { en: '15 g', th: '15 กรัม' } },
  ],
  freedom: { en: 'place\nstory\njokes', th: 'สถานที่\nเรื่อง\nมุก' },
  forbidden: ['100 %', 'all-day', 'ขาวขึ้น'],
  mandatory: ['@rimdaet'],
};

const seeded = (fill?: GuidelinesFill): Y.Doc => {
  const doc = new Y.Doc();
  const template = { languages: ['en', 'th'], ids: countingIds() } as const;
  seedGuidelines(doc, fill ? { ...template, fill } : template);
  return doc;
};

const kinds = (doc: Y.Doc) => readGuidelines(doc).problems.map((problem) => problem.kind);
const blockers = (doc: Y.Doc) => publishBlockers(readGuidelines(doc).problems);
const fieldOf = (doc: Y.Doc, kind: string) =>
  (guidelinesFragment(doc).toArray() as Y.XmlElement[]).find(
    (element) => element.getAttribute('field') === kind,
  ) as Y.XmlElement;
const languageText = (lang: string, words: string): Block => ({
  type: 'languageText',
  attrs: { lang },
  content: paragraphs(words),
});
const point = (id: string | null, words: string): Block => ({
  type: 'point',
  attrs: { id, need: 'must' },
  content: words === '' ? [] : [languageText('en', words), languageText('th', words)],
});

describe('the template', () => {
  test('filled, reads back in both languages and can be published', () => {
    const { structure, problems } = readGuidelines(seeded(filled));
    expect(problems).toEqual([]);
    expect(structure.languages).toEqual(['en', 'th']);
    expect(structure.core).toEqual(filled.core);
    expect(structure.freedom).toEqual(filled.freedom);
    expect(structure.fields.forbidden.lines).toEqual(filled.forbidden);
    expect(structure.points).toEqual([
      {
        id: expect.any(String),
        need: 'must',
        claim: 'health',
        evidence: 'the label',
        text: filled.points?.[0]?.text,
      },
      {
        id: expect.any(String),
        need: 'may',
        claim: null,
        evidence: '',
        text: filled.points?.[1]?.text,
      },
    ]);
  });

  test('empty, holds every field once and waits for the core message and a point', () => {
    const doc = seeded();
    expect(kinds(doc)).toEqual([
      'point-empty',
      'point-empty',
      'point-empty',
      'core-empty',
      'points-few',
    ]);
    expect(blockers(doc).map((problem) => problem.kind)).toEqual(['core-empty', 'points-few']);
    expect(guidelinesFragment(doc).length).toBe(fieldKinds.length);
  });

  test('is a document the editor shows whole', () => {
    const one = editor('guidelines', guidelinesExtensions, { from: seeded(filled) });
    const before = typedText(one.fragment);
    expect(shownText(load(one))).toBe(before);
    expect(before).toContain('ทาซ้ำราวทุกสองชั่วโมง');
  });
});

describe('the core message', () => {
  const withCore = (words: string) => kinds(seeded({ ...filled, core: { en: words, th: 'ก' } }));

  test('may have 140 characters as a reader counts them, not one more', () => {
    expect(withCore('👩‍👩‍👧‍👦'.repeat(140))).toEqual([]);
    expect(withCore('ที่'.repeat(140))).toEqual([]);
    expect(withCore('x'.repeat(141))).toEqual(['core-too-long']);
  });

  test('is missed in a language, which is shown and does not stop publishing', () => {
    const doc = seeded({ ...filled, core: { en: 'only English' } });
    expect(readGuidelines(doc).problems).toEqual([
      { kind: 'language-missing', field: 'core', pointId: null, lang: 'th' },
    ]);
    expect(blockers(doc)).toEqual([]);
    expect(readGuidelines(doc, ['en']).problems).toEqual([]);
  });
});

describe('talking points', () => {
  const withPoints = (count: number) => {
    const one = { need: 'must', text: { en: 'a', th: 'ก' } } as const;
    return seeded({ ...filled, points: Array.from({ length: count }, () => one) });
  };

  test('are one to five', () => {
    expect([0, 1, 5, 6].map((count) => blockers(withPoints(count)).map((one) => one.kind))).toEqual(
      [['points-few'], [], [], ['points-many']],
    );
  });

  test('two people each adding a fifth keep all six, and Publish says so', () => {
    const base = withPoints(4);
    const [first, second] = [1, 2].map((clientId) =>
      editor('guidelines', guidelinesExtensions, { from: base, clientId }),
    );
    if (!first || !second) throw new Error('two editors');
    for (const [one, words] of [
      [first, 'fifth'],
      [second, 'another fifth'],
    ] as const) {
      appendBlocks(fieldOf(one.doc, 'points'), [point(words, words)]);
    }
    Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(second.doc));
    load(first);
    expect(readGuidelines(first.doc).structure.points).toHaveLength(6);
    expect(blockers(first.doc)).toEqual([{ kind: 'points-many', count: 6, max: 5 }]);
  });

  test('with a claim ask for evidence', () => {
    const text = { en: 'a', th: 'ก' };
    const doc = seeded({ ...filled, points: [{ need: 'must', claim: 'health', text }] });
    expect(kinds(doc)).toEqual(['evidence-missing']);
  });
});

describe('what a document may hold all the same', () => {
  test('of two fields of one kind the first counts and the words of the second are named', () => {
    const doc = seeded(filled);
    const field = { type: 'field', attrs: { id: 'again', field: 'core' } };
    appendBlocks(guidelinesFragment(doc), [{ ...field, content: [languageText('en', 'late')] }]);
    expect(readGuidelines(doc).structure.core).toEqual(filled.core);
    expect(blockers(doc)).toEqual([{ kind: 'doubled', field: 'core', lang: null, words: 'late' }]);
  });

  test('of two texts in one language the first counts', () => {
    const doc = seeded(filled);
    appendBlocks(fieldOf(doc, 'core'), [languageText('en', 'late')]);
    expect(readGuidelines(doc).structure.core).toEqual(filled.core);
    expect(blockers(doc)).toEqual([{ kind: 'doubled', field: 'core', lang: 'en', words: 'late' }]);
  });

  test('a missing field is named', () => {
    const doc = seeded(filled);
    const fragment = guidelinesFragment(doc);
    fragment.delete((fragment.toArray() as unknown[]).indexOf(fieldOf(doc, 'tone')), 1);
    expect(readGuidelines(doc).problems).toEqual([{ kind: 'missing', field: 'tone' }]);
  });

  test.each([
    [
      'between the fields',
      (doc: Y.Doc) => appendBlocks(guidelinesFragment(doc), paragraphs('lost')),
    ],
    [
      'in a field with languages',
      (doc: Y.Doc) => appendBlocks(fieldOf(doc, 'tone'), paragraphs('lost')),
    ],
    ['among the points', (doc: Y.Doc) => appendBlocks(fieldOf(doc, 'points'), paragraphs('lost'))],
    [
      'in a block of no kind',
      (doc: Y.Doc) =>
        appendBlocks(guidelinesFragment(doc), [{ type: 'field', content: paragraphs('lost') }]),
    ],
    [
      'in a point outside its field',
      (doc: Y.Doc) => appendBlocks(fieldOf(doc, 'tone'), [point('p', 'lost')]),
    ],
    [
      'in a field inside a field',
      (doc: Y.Doc) =>
        appendBlocks(fieldOf(doc, 'contact'), [
          { type: 'field', attrs: { id: 'f', field: 'tone' }, content: paragraphs('lost') },
        ]),
    ],
  ])('words %s are named and stop publishing', (_name, put) => {
    const doc = seeded(filled);
    put(doc);
    const [problem] = blockers(doc);
    expect(problem).toMatchObject({ kind: 'misplaced', words: expect.stringContaining('lost') });
  });

  test('an empty line between fields is nothing', () => {
    const doc = seeded(filled);
    appendBlocks(guidelinesFragment(doc), paragraphs(''));
    expect(kinds(doc)).toEqual([]);
  });

  test('doubled ids are read by place, stop publishing, and are repaired when asked', () => {
    const doc = seeded(filled);
    const taken = readGuidelines(doc).structure.points[0]?.id as string;
    appendBlocks(fieldOf(doc, 'points'), [point(taken, 'twin'), point(null, 'nameless')]);
    const ids = readGuidelines(doc).structure.points.map((one) => one.id);
    expect(new Set(ids).size).toBe(4);
    expect(blockers(doc).map((problem) => problem.kind)).toEqual(['doubled-id', 'no-id']);
    repairIds(doc, countingIds('new'));
    expect(blockers(doc)).toEqual([]);
    expect(readGuidelines(doc).structure.points.map((one) => one.id)).toEqual([
      ids[0],
      ids[1],
      'new1',
      'new2',
    ]);
  });

  test('any garbage gives a structure', () => {
    const names = ['field', 'point', 'languageText', 'paragraph', 'bulletList', 'hardBreak', 'x'];
    for (let seed = 1; seed <= 200; seed += 1) {
      const luck = chance(seed);
      const doc = new Y.Doc();
      const grow = (parent: Y.XmlFragment, depth: number): void => {
        for (let count = luck.below(5); count > 0; count -= 1) {
          if (luck.below(3) === 0) parent.push([new Y.XmlText('words')]);
          else {
            const element = new Y.XmlElement(luck.pick(names));
            parent.push([element]);
            const value = luck.pick(['core', 'points', 'en', 'id', 7, null, { a: 1 }]);
            element.setAttribute(luck.pick(['field', 'lang', 'id', 'need']), value as string);
            if (depth < 5) grow(element, depth + 1);
          }
        }
      };
      grow(guidelinesFragment(doc), 0);
      const { structure, problems } = readGuidelines(doc);
      expect(Object.keys(structure.fields)).toHaveLength(fieldKinds.length);
      expect(problems.some((problem) => problem.kind === 'missing')).toBe(true);
    }
  });

  test('nesting without end is read to a depth and no further', () => {
    const doc = new Y.Doc();
    let parent: Y.XmlFragment = guidelinesFragment(doc);
    for (let depth = 0; depth < 3000; depth += 1) {
      const element = new Y.XmlElement('field');
      parent.push([element]);
      parent = element;
    }
    expect(kinds(doc)).toContain('core-empty');
  });

  test('a fragment that was used as something else is empty', () => {
    const doc = new Y.Doc();
    doc.get('guidelines', Y.Map).set('a', 1);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(kinds(copy)).toContain('core-empty');
  });
});

describe('a published version', () => {
  test('freezes what the same structure is read from again', () => {
    const doc = seeded(filled);
    const frozen = JSON.parse(JSON.stringify(guidelinesJson(doc)));
    expect(structureOf(frozen.content)).toEqual(readGuidelines(doc));
  });

  test('is the same whichever way its words became bold', () => {
    const frozen = [
      ['bold', 'italic'],
      ['italic', 'bold'],
    ].map((order) => {
      const one = editor('guidelines', guidelinesExtensions, { from: seeded(filled) });
      let at = 0;
      load(one).descendants((node, position) => {
        if (at === 0 && node.isText) at = position;
      });
      for (const name of order)
        edit(one, (tr) => void tr.addMark(at, at + 3, one.schema.mark(name)));
      return guidelinesJson(one.doc);
    });
    expect(frozen[0]).toEqual(frozen[1]);
    expect(JSON.stringify(frozen[0])).toContain('bold');
  });

  test('names the fields and points that another one changed', () => {
    const before = readGuidelines(seeded(filled)).structure;
    const [first, second] = before.points;
    if (!first || !second) throw new Error('two points');
    const after: Guidelines = {
      ...before,
      points: [{ ...second, need: 'must' }, first, { ...first, id: 'new' }],
      fields: {
        ...before.fields,
        tone: { ...before.fields.tone, text: { en: 'warm' } },
        forbidden: { ...before.fields.forbidden, lines: ['100 %'] },
      },
    };
    expect(diffGuidelines(before, before)).toEqual([]);
    expect(diffGuidelines(before, after)).toEqual([
      { field: 'points', pointId: second.id, before: second, after: after.points[0] },
      { field: 'points', pointId: 'new', before: null, after: after.points[2] },
      {
        field: 'points',
        pointId: null,
        before: [first.id, second.id],
        after: [second.id, first.id],
      },
      { field: 'tone', before: before.fields.tone, after: after.fields.tone },
      { field: 'forbidden', before: before.fields.forbidden, after: after.fields.forbidden },
    ]);
  });
});

test('a reader gets the own language, else another, with its name', () => {
  expect(textFor({ en: 'a', th: 'ก' }, 'th')).toEqual({ lang: 'th', words: 'ก' });
  expect(textFor({ en: 'a' }, 'th')).toEqual({ lang: 'en', words: 'a' });
  expect(textFor({}, 'th')).toBeNull();
});
