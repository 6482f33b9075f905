// The fit sheet on the server: who rates, what leaves the server to whom, and when.
import { describe, expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { removeCreator } from '#server/commands/creators.ts';
import {
  addFitRow,
  describePersonality,
  dropFitRow,
  finishFit,
  hideFacets,
  markFit,
  weighFitRows,
} from '#server/commands/fit.ts';
import { fitOf } from '#server/fit.ts';
import { mayHear } from '#server/live.ts';
import { fitCompare, fitCsv, fitPage, ownFit } from '#server/views/fit.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const field = (result: Result<unknown>) => (result.ok ? null : result.error.field);

async function rated() {
  const house = await openBriefing();
  const { s, briefId } = house;
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  const { userId } = mali;
  const mark = (who: Actor, score: number, more: object = {}) =>
    markFit(s, who, {
      briefId,
      userId,
      rowId: 'sets-trends',
      score,
      evidence: `https://posts.example/${who.name}`,
      note: `note of ${who.name}`,
      ...more,
    });
  const finish = (who: Actor) => finishFit(s, who, { briefId, userId });
  const page = async (who: Actor) => value(await fitPage(s, who, { briefId, userId }));
  return { ...house, mali, ben, userId, mark, finish, page };
}

describe('independence', () => {
  test('nobody reads another’s mark before both are done', async () => {
    const { s, briefId, people, mali, mark, finish, page } = await rated();
    value(await mark(people.ploy, 4));
    value(await mark(people.ta, 2));
    value(await mark(mali, 3));
    const compare = async (who: Actor) =>
      JSON.stringify([
        value(await fitCompare(s, who, { briefId })),
        value(await fitCsv(s, who, { briefId })),
        [...(await fitOf(s.db, { workspaceId: 'rimdaet', readerId: who.userId }))],
        await page(who),
      ]);
    const others = ['note of Ta', 'note of mali', 'posts.example/Ta', 'posts.example/mali'];
    const found = (text: string, parts: string[]) => parts.filter((part) => text.includes(part));

    // Nobody is done: each reads their own.
    expect(found(await compare(people.ploy), ['note of Ploy', ...others])).toEqual([
      'note of Ploy',
    ]);
    // Ta and Mali are done, Ploy is not: still nothing, and no figure made of it either.
    value(await finish(people.ta));
    value(await finish(mali));
    expect(found(await compare(people.ploy), others)).toEqual([]);
    expect(await page(people.ploy)).toMatchObject({ summary: null, seesOthers: false });
    const rows = async () => value(await fitCompare(s, people.ploy, { briefId })).rows;
    expect((await rows()).map(({ summary, isBegun }) => [summary, isBegun])).toEqual([
      [null, true],
      [null, false],
    ]);
    expect(
      (await fitOf(s.db, { workspaceId: 'rimdaet', readerId: 'ploy' })).get(mali.userId),
    ).toMatchObject({
      raters: 1,
      summary: null,
    });
    // Ta, who is done, does not read Ploy, who is not.
    expect(found(await compare(people.ta), ['note of Ploy'])).toEqual([]);
    // Both are done.
    value(await finish(people.ploy));
    expect(found(await compare(people.ploy), others)).toEqual(others);
    expect((await rows())[0]).toMatchObject({
      isBegun: false,
      summary: { overall: { raters: 2 } },
    });
    expect(found(await compare(people.ta), ['note of Ploy'])).toHaveLength(1);
  });

  test('shows disagreement row by row, with the creator beside and out of the mean', async () => {
    const { s, people, mali, userId, mark, finish, page } = await rated();
    value(await mark(people.ploy, 4));
    value(await mark(people.ta, 2));
    value(await mark(mali, 1));
    for (const who of [people.ploy, people.ta, mali]) value(await finish(who));
    const { marks, summary } = await page(people.ploy);
    expect(marks.map(({ rater, score, bySelf }) => [rater, score, bySelf])).toEqual([
      ['Ploy', 4, false],
      ['Ta', 2, false],
      ['mali', 1, true],
    ]);
    expect(summary).toMatchObject({ overall: { mean: 3, raters: 2, low: 2, high: 4 }, apart: 1 });
    expect(
      (await fitOf(s.db, { workspaceId: 'rimdaet', readerId: 'ploy' })).get(userId)?.summary
        ?.overall.mean,
    ).toBe(3);
  });

  test('a creator reads the questions and their own marks, and nothing of the brand’s', async () => {
    const { s, briefId, people, mali, ben, mark, finish } = await rated();
    value(await mark(people.ploy, 4));
    value(await mark(people.ta, 2));
    value(await mark(mali, 3));
    value(await weighFitRows(s, people.ploy, { briefId, weights: { 'sets-trends': 7 } }));
    for (const who of [people.ploy, people.ta, mali]) value(await finish(who));
    const own = value(await ownFit(s, mali, { briefId }));
    expect(own.marks).toMatchObject([{ score: 3 }]);
    const text = JSON.stringify(own);
    for (const secret of ['Ploy', 'Ta"', 'weight', 'summary', ben.userId]) {
      expect(text).not.toContain(secret);
    }
    expect(JSON.stringify(value(await ownFit(s, ben, { briefId })))).not.toContain('mali');
    expect(code(await fitPage(s, mali, { briefId, userId: mali.userId }))).toBe('not-allowed');
    expect(code(await fitCompare(s, mali, { briefId }))).toBe('not-allowed');
  });

  test('a mark that changes after its giver has seen the others says so, once it really changes', async () => {
    const { people, mark, finish, page, clock } = await withClock();
    value(await mark(people.ploy, 4));
    value(await finish(people.ploy));
    clock.pass(60_000);
    value(await mark(people.ploy, 4));
    expect((await page(people.ploy)).marks[0]).toMatchObject({ isAfterSeeing: false });
    value(await mark(people.ploy, 3));
    expect((await page(people.ploy)).marks[0]).toMatchObject({ score: 3, isAfterSeeing: true });
  });

  test('a creator sees how the brand describes itself after describing themself, and nothing else', async () => {
    const { s, briefId, userId, people, mali, ben, finish, page } = await rated();
    const describe = (who: Actor, of: 'brand' | 'creator', facets: Record<string, number>) =>
      describePersonality(s, who, { briefId, userId, of, facets });
    const seen = async () => value(await ownFit(s, mali, { briefId })).personality;
    value(await describe(people.ploy, 'brand', { honest: 5, tough: 2 }));
    value(await describe(people.ploy, 'creator', { honest: 1 }));
    value(await describe(people.ta, 'brand', { honest: 2 }));
    value(await finish(people.ploy));
    value(await finish(mali));
    expect(await seen()).toEqual({ self: {}, brand: {} });

    // Given after she said that she is done, it is there for both at once. Ta is not done.
    value(await describe(mali, 'creator', { honest: 4, tough: 3 }));
    expect(await seen()).toEqual({ self: { honest: 4, tough: 3 }, brand: { honest: 5, tough: 2 } });
    expect((await page(people.ploy)).personality).toMatchObject({
      creator: { honest: 1 },
      self: { honest: 4, tough: 3 },
      people: 1,
    });
    expect((await page(people.ta)).personality.self).toEqual({});
    expect(value(await ownFit(s, ben, { briefId })).personality).toEqual({ self: {}, brand: {} });

    // Taken back, it is neither seen nor a way to see.
    value(await describe(mali, 'creator', {}));
    expect(await seen()).toEqual({ self: {}, brand: {} });
    expect((await page(people.ploy)).personality.self).toEqual({});
    expect(code(await describe(mali, 'brand', { honest: 3 }))).toBe('not-allowed');
    expect(code(await describe(ben, 'creator', { honest: 3 }))).toBe('not-allowed');
  });

  test('a creator who is not done keeps how they describe themself, and sees nobody else’s', async () => {
    const { s, briefId, userId, people, mali, finish, page } = await rated();
    const of = { briefId, userId };
    const brand = { ...of, of: 'brand', facets: { honest: 5 } } as const;
    value(await describePersonality(s, people.ploy, brand));
    value(await finish(people.ploy));
    const own = { ...of, of: 'creator', facets: { honest: 4 } } as const;
    value(await describePersonality(s, mali, own));
    const { personality } = value(await ownFit(s, mali, { briefId }));
    expect(personality).toEqual({ self: { honest: 4 }, brand: {} });
    expect((await page(people.ploy)).personality.self).toEqual({});
  });

  test('how somebody sees a personality follows the same rule', async () => {
    const { s, briefId, userId, people, finish, page } = await rated();
    const describe = (who: Actor, of: 'brand' | 'creator', facets: Record<string, number>) =>
      describePersonality(s, who, { briefId, userId, of, facets });
    value(await describe(people.ploy, 'brand', { honest: 5, daring: 4, tough: 2 }));
    value(await describe(people.ta, 'creator', { honest: 4, daring: 4, tough: 4 }));
    expect((await page(people.ploy)).personality).toMatchObject({ creator: {}, people: 1 });
    value(await finish(people.ploy));
    value(await finish(people.ta));
    expect((await page(people.ploy)).personality).toMatchObject({
      brand: { honest: 5 },
      creator: { tough: 4 },
      people: 2,
    });
    expect(code(await describe(people.ploy, 'brand', { honest: 6 }))).toBe('bad-input');
    expect(code(await describe(people.ploy, 'brand', { witty: 3 }))).toBe('bad-input');
  });
});

/** A house whose clock moves when told to. */
async function withClock() {
  const house = await rated();
  const start = house.s.now().getTime();
  let passed = 0;
  house.s.now = () => new Date(start + passed);
  return { ...house, clock: { pass: (ms: number) => void (passed += ms) } };
}

describe('evidence', () => {
  test('a score without a post to show it is refused and changes nothing', async () => {
    const { people, mark, page } = await rated();
    value(await mark(people.ploy, 4));
    for (const evidence of [
      '',
      'her reel',
      'javascript:alert(1)',
      `https://x.com/${'a'.repeat(900)}`,
    ]) {
      const refused = await mark(people.ploy, 2, { evidence });
      expect([code(refused), field(refused)]).toEqual(['bad-input', 'evidence']);
    }
    expect((await page(people.ploy)).marks).toMatchObject([{ score: 4 }]);
  });

  test('a veto needs a post; that nothing was found needs none', async () => {
    const { people, mark } = await rated();
    const veto = { rowId: 'hidden-ads', evidence: '' };
    expect(field(await mark(people.ploy, 1, veto))).toBe('evidence');
    value(await mark(people.ploy, 5, veto));
    expect(field(await mark(people.ploy, 3, veto))).toBe('score');
    value(await mark(people.ploy, 1, { ...veto, evidence: 'https://posts.example/ad' }));
  });

  test('marks that are none are refused', async () => {
    const { people, mark } = await rated();
    for (const score of [0, 6, 2.5, Number.NaN]) {
      expect(field(await mark(people.ploy, score))).toBe('score');
    }
    expect(field(await mark(people.ploy, 3, { note: 'x'.repeat(1_001) }))).toBe('note');
    expect(field(await mark(people.ploy, 3, { rowId: 'no-such-row' }))).toBe('rowId');
  });
});

describe('rights', () => {
  test('the brand’s people of the brief rate, viewers read, others hear nothing', async () => {
    const { s, briefId, userId, people, mali, ben, mark, finish, page } = await rated();
    for (const who of [people.ploy, people.ta, people.anan, people.owner]) {
      expect(code(await mark(who, 3))).toBe('ok');
    }
    expect(code(await mark(people.viewer, 3))).toBe('not-allowed');
    expect(code(await mark(people.stranger, 3))).toBe('not-found');
    expect(code(await fitPage(s, people.stranger, { briefId, userId }))).toBe('not-found');
    // A creator rates themself, and nobody else.
    expect(code(await mark(ben, 3))).toBe('not-allowed');
    expect(code(await mark(mali, 3))).toBe('ok');
    // Who does not rate reads what stands.
    value(await finish(people.ploy));
    expect((await page(people.viewer)).marks).toMatchObject([{ rater: 'Ploy' }]);
  });

  test('who writes the guidelines changes the sheet', async () => {
    const { s, briefId, people, mali, page } = await rated();
    const row = { factor: 'trends', kind: 'score', one: 'a', three: 'b', five: 'c' } as const;
    const add = (who: Actor) => addFitRow(s, who, { briefId, question: 'Ours?', ...row });
    expect(code(await add(people.ta))).toBe('ok');
    for (const who of [people.anan, people.viewer, mali]) {
      expect(code(await add(who))).toBe('not-allowed');
    }
    const { sheet } = await page(people.ploy);
    const own = sheet.rows.at(-1);
    expect(own?.words).toEqual({ question: 'Ours?', anchors: { 1: 'a', 3: 'b', 5: 'c' } });
    expect(
      field(await addFitRow(s, people.ta, { briefId, question: 'x', ...row, three: ' ' })),
    ).toBe('three');
    value(await dropFitRow(s, people.ta, { briefId, rowId: own?.id ?? '' }));
    value(await hideFacets(s, people.ta, { briefId, hidden: ['tough'] }));
    expect(code(await hideFacets(s, people.ta, { briefId, hidden: ['witty'] }))).toBe('bad-input');
    for (const weight of [-1, 11, Number.NaN]) {
      const weights = { 'sets-trends': weight };
      expect(code(await weighFitRows(s, people.ta, { briefId, weights }))).toBe('bad-input');
    }
    expect((await page(people.ploy)).sheet).toMatchObject({ hiddenFacets: ['tough'] });
  });

  test('marks of a question that was taken out are neither shown nor counted', async () => {
    const { s, briefId, people, mark, finish, page } = await rated();
    value(await mark(people.ploy, 1));
    value(await mark(people.ploy, 5, { rowId: 'own-look' }));
    value(await finish(people.ploy));
    value(await dropFitRow(s, people.ploy, { briefId, rowId: 'sets-trends' }));
    const { marks, summary } = await page(people.ploy);
    expect(marks.map(({ rowId }) => rowId)).toEqual(['own-look']);
    expect(summary?.overall.mean).toBe(5);
    expect(field(await mark(people.ploy, 3))).toBe('rowId');
  });

  test('who was removed from the brief is not rated any more', async () => {
    const { s, briefId, userId, people, mark, page } = await rated();
    value(await mark(people.ploy, 4));
    value(await removeCreator(s, people.ploy, { briefId, userId }));
    expect(code(await mark(people.ploy, 3))).toBe('not-now');
    expect((await page(people.ploy)).may.rate).toBe(false);
    expect(
      value(await fitCompare(s, people.ploy, { briefId })).rows.map((row) => row.name),
    ).toEqual(['ben']);
  });
});

describe('live', () => {
  test('a mark is told to its giver alone until they are done, then to the brand, never to creators', async () => {
    const { s, people, mali, ben, mark, finish } = await rated();
    const everyone = [people.ploy, people.ta, mali, ben];
    let after = 0;
    const heard = async () => {
      const events = (await eventsAfter(s.db, after, 100)).filter(({ kind }) => kind === 'fit');
      after = events.at(-1)?.seq ?? after;
      const names = new Set<string>();
      for (const event of events) {
        for (const { userId, name } of everyone) {
          if (await mayHear(s.db, userId, event)) names.add(name);
        }
      }
      return [...names].sort();
    };
    value(await mark(people.ploy, 4));
    expect(await heard()).toEqual(['Ploy']);
    value(await mark(mali, 3));
    expect(await heard()).toEqual(['mali']);
    value(await finish(people.ploy));
    expect(await heard()).toEqual(['Ploy', 'Ta']);
    value(await mark(people.ploy, 5));
    expect(await heard()).toEqual(['Ploy', 'Ta']);
    value(await finish(mali));
    expect(await heard()).toEqual(['Ploy', 'Ta', 'mali']);
  });
});
