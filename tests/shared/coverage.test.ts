import { digest } from 'lib0/hash/sha256';
import { describe, expect, test } from 'vitest';
import { wholeCharacters } from '#shared/places.ts';
import { contentId, normalForm } from '#shared/content-id.ts';
import {
  type CoveredPassage,
  coveredPassages,
  exactPassages,
  type Judgement,
  passageHash,
  type PointState,
  pointStates,
} from '#shared/coverage.ts';
import { partText, readParts } from '#shared/parts.ts';
import { captionExtensions } from '#shared/schema/draft.ts';
import { chance } from '#tests/support/chance.ts';
import { edit, editor, load, reshape, typeWords } from '#tests/support/editing.ts';

const openCaption = (words: string) => {
  const one = editor('caption', captionExtensions);
  edit(one, (tr) => {
    const paragraphs = words
      .split('\n')
      .map((line) =>
        one.schema.nodes['paragraph']!.create(null, line ? one.schema.text(line) : null),
      );
    tr.replaceWith(0, tr.doc.content.size, paragraphs);
  });
  return one;
};
type Open = ReturnType<typeof openCaption>;

/** Marks the first place where the words stand inside one paragraph. */
const markWords = (one: Open, words: string, pointId: string) =>
  edit(one, (tr) => {
    tr.doc.descendants((node, position) => {
      const at = node.text?.indexOf(words) ?? -1;
      if (at < 0) return;
      const from = position + at;
      tr.addMark(from, from + words.length, one.schema.mark('coverage', { pointId }));
    });
  });

const passages = (one: Open) =>
  coveredPassages(readParts(one.doc)).map(({ pointId, words }) => [pointId, words]);

describe('legal text', () => {
  const legal = 'Contains octocrylene (2.5 %). Keep out of eyes.';
  const found = (words: string) =>
    exactPassages(readParts(openCaption(words).doc), new Map([['p1', legal]])).map((one) => [
      one.from,
      one.words,
    ]);

  test('is there word for word, whatever white space stands between', () => {
    expect(found(`My ear again.\n${legal}`)).toEqual([[14, legal]]);
    const broken = 'Contains octocrylene (2.5 %).\nKeep out of eyes.';
    expect(found(broken)).toEqual([[0, broken]]);
  });

  test('is not there with one word changed, left out or put in', () => {
    expect(found(legal.replace('eyes', 'your eyes'))).toEqual([]);
    expect(found(legal.replace('2.5', '2,5'))).toEqual([]);
    expect(found(legal.toLowerCase())).toEqual([]);
  });
});

describe('marks in a text', () => {
  test('are read with their words, several on the same ones too', () => {
    const one = openCaption('I put it on again, every two hours.');
    markWords(one, 'put it on again, every two hours', 'p1');
    markWords(one, 'two hours', 'p2');
    expect(passages(one)).toEqual([
      ['p1', 'put it on again, every two hours'],
      ['p2', 'two hours'],
    ]);
  });

  test('hold on through a split, and die with their words', () => {
    const one = openCaption('I put it on again, every two hours.');
    markWords(one, 'put it on again, every two hours', 'p1');
    edit(one, (tr) => void tr.split(19));
    expect(passages(one)).toEqual([['p1', 'put it on again,\n every two hours']]);
    edit(one, (tr) => void tr.delete(1, tr.doc.content.size - 1));
    expect(passages(one)).toEqual([]);
  });

  test('take in nothing that is typed beside them', () => {
    const one = openCaption('every two hours');
    markWords(one, 'every two hours', 'p1');
    edit(one, (tr) => void tr.insert(tr.doc.content.size - 1, one.schema.text(', or so')));
    expect(passages(one)).toEqual([['p1', 'every two hours']]);
  });

  test('take a whole emoji where they would begin or end inside one', () => {
    const one = openCaption('☀️🧡 again 🧡');
    const doc = load(one);
    const inside = { from: 4, to: doc.content.size - 2 };
    const whole = wholeCharacters(doc, inside);
    expect(doc.textBetween(whole.from, whole.to)).toBe('🧡 again 🧡');
  });

  test('without a point’s id mark nothing', () => {
    const one = openCaption('every two hours');
    edit(one, (tr) => void tr.addMark(1, 6, one.schema.mark('coverage')));
    expect(passages(one)).toEqual([]);
  });

  test('change neither the content id nor what is counted and copied, whatever is edited', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const luck = chance(seed);
      const one = openCaption('ทาซ้ำทุกสองชั่วโมง 🌸 and again');
      for (let step = 0; step < 6; step += 1) {
        if (luck.below(2) === 0)
          typeWords(one, luck, luck.pick(['x', ' ไปด้วยกัน', '🧡 ', 'two hours']));
        else reshape(one, luck);
      }
      load(one);
      const before = readParts(one.doc);
      const spots = luck.below(4) + 1;
      for (let spot = 0; spot < spots; spot += 1) {
        edit(one, (tr) => {
          const start = luck.below(tr.doc.content.size);
          const end = start + luck.below(tr.doc.content.size - start + 1);
          // As the editor marks: a mark that began inside an emoji would break it.
          const { from, to } = wholeCharacters(tr.doc, { from: start, to: end });
          const mark = one.schema.mark('coverage', { pointId: `p${luck.below(3)}` });
          if (luck.below(4) === 0) tr.removeMark(from, to, mark);
          else tr.addMark(from, to, mark);
        });
      }
      const after = readParts(one.doc);
      expect(contentId(after, digest), `seed ${seed}`).toBe(contentId(before, digest));
      expect(normalForm(after), `seed ${seed}`).toEqual(normalForm(before));
      expect(partText(after, 'caption'), `seed ${seed}`).toBe(partText(before, 'caption'));
      // Every place lies in the text, and says the words it says.
      for (const { from, to, words } of coveredPassages(after)) {
        expect(words.length, `seed ${seed}`).toBe(to - from);
        expect(words.length, `seed ${seed}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('where a point stands', () => {
  const words = 'every two hours';
  const passage = (said = words): CoveredPassage => ({
    pointId: 'p1',
    part: 'caption',
    from: 0,
    to: said.length,
    words: said,
  });
  const judgement = (verdict: Judgement['verdict']): Judgement => ({
    pointId: 'p1',
    verdict,
    hash: passageHash(words, digest),
    anchor: {
      kind: 'text',
      part: 'caption',
      start: '',
      end: '',
      quote: words,
      before: '',
      after: '',
    },
    name: 'Ploy',
  });
  const state = (
    marked: CoveredPassage[],
    said: Judgement[],
    located: CoveredPassage | null = null,
  ): PointState | undefined =>
    pointStates({
      pointIds: ['p1'],
      passages: marked,
      judgements: said,
      hints: new Map(),
      locate: () => located,
      sha256: digest,
    }).get('p1');

  test('nothing marked and nothing found is not yet', () => {
    expect(state([], [])).toEqual({ state: 'not-yet' });
  });

  test('a mark is in the text, with the brand’s word for exactly these words', () => {
    expect(state([passage()], [judgement('confirmed')])).toMatchObject({
      state: 'in-text',
      brand: { kind: 'agrees', name: 'Ploy' },
    });
    expect(state([passage()], [judgement('questioned')])).toMatchObject({
      brand: { kind: 'asks', name: 'Ploy' },
    });
  });

  test('changed words ask the brand to look again, and answer its question', () => {
    const changed = [passage('about every two hours')];
    expect(state(changed, [judgement('confirmed')])).toMatchObject({ brand: { kind: 'changed' } });
    expect(state(changed, [judgement('questioned')])).toMatchObject({ brand: { kind: 'none' } });
  });

  test('what the brand confirmed is proposed until it is marked, and only while the words stand', () => {
    expect(state([], [judgement('confirmed')], passage())).toMatchObject({
      state: 'maybe',
      proposal: { name: 'Ploy', words },
    });
    expect(state([], [judgement('confirmed')], null)).toEqual({ state: 'not-yet' });
    expect(state([], [judgement('questioned')], passage())).toEqual({ state: 'not-yet' });
  });

  test('a line break inside does not change what the brand agreed to', () => {
    expect(state([passage('every\n two hours')], [judgement('confirmed')])).toMatchObject({
      brand: { kind: 'agrees' },
    });
  });
});
