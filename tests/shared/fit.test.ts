import { describe, expect, test } from 'vitest';
import {
  changedSheet,
  defaultSheet,
  evidenceLink,
  type FitRow,
  fitFactors,
  fitLimits,
  isApart,
  isSame,
  ownMeans,
  shareOf,
  standOf,
  standOfRow,
  summaryOf,
} from '#shared/fit.ts';
import { dimensions, facets, similarity } from '#shared/personality.ts';
import { rowWords } from '#shared/words/fit-rows.ts';
import { facetWords } from '#shared/words/personality.ts';
import { locales } from '#shared/words/words.ts';

const given = (raterId: string, rowId: string, score: number) => ({ raterId, rowId, score });
const rowNamed = (id: string): FitRow => {
  const row = defaultSheet.rows.find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

describe('the sheet', () => {
  test('has twelve to fifteen scored rows over all four factors, and vetoes beside them', () => {
    const scored = defaultSheet.rows.filter(({ kind }) => kind === 'score');
    expect(scored.length).toBeGreaterThanOrEqual(12);
    expect(scored.length).toBeLessThanOrEqual(15);
    expect(new Set(scored.map(({ factor }) => factor))).toEqual(new Set(fitFactors));
    expect(defaultSheet.rows.length - scored.length).toBeGreaterThan(0);
    expect(new Set(defaultSheet.rows.map(({ id }) => id)).size).toBe(defaultSheet.rows.length);
  });

  test('writes 1, 3 and 5 of every row out in both languages', () => {
    for (const locale of locales) {
      for (const row of defaultSheet.rows) {
        const { short, question, anchors } = rowWords(row, locale);
        const texts = [short, question, anchors[1], anchors[5]];
        if (row.kind === 'score') texts.push(anchors[3]);
        expect(texts.filter((text) => text === '')).toEqual([]);
      }
      expect(Object.keys(facetWords[locale]).sort()).toEqual([...facets].sort());
    }
  });

  test('asks the creator as you, and leaves a team’s own question as it was written', () => {
    for (const row of defaultSheet.rows) {
      const en = rowWords(row, 'en', 'creator');
      expect(`${en.short} ${en.question}`).not.toMatch(/\b(they|them|theirs?)\b/i);
      const th = rowWords(row, 'th', 'creator');
      expect([th.short, th.question, ...Object.values(th.anchors)].join(' ')).not.toContain('เขา');
    }
    const words = { question: 'Do they swim?', anchors: { 1: 'no', 3: 'some', 5: 'yes' } };
    expect(rowWords({ id: 'ours', words }, 'en', 'creator').question).toBe('Do they swim?');
  });

  test('weighs every row the same until somebody says otherwise', () => {
    const shares = defaultSheet.rows.map((row) => shareOf(defaultSheet, row));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(new Set(shares.filter((share) => share > 0)).size).toBe(1);
  });

  test('keeps a row that counts, and grows no further than its limit', () => {
    const zero = Object.fromEntries(defaultSheet.rows.map(({ id }) => [id, 0]));
    expect(changedSheet(defaultSheet, { kind: 'weights', weights: zero })).toBeNull();
    const twice = changedSheet(defaultSheet, { kind: 'weights', weights: { 'sets-trends': 2 } });
    expect(twice?.rows.find(({ id }) => id === 'sets-trends')?.weight).toBe(2);
    let sheet = defaultSheet;
    while (sheet.rows.length < fitLimits.rows) {
      const row = { ...rowNamed('own-look'), id: `own-${sheet.rows.length}` };
      sheet = changedSheet(sheet, { kind: 'add', row }) ?? sheet;
    }
    expect(changedSheet(sheet, { kind: 'add', row: rowNamed('own-look') })).toBeNull();
  });
});

describe('what several people say', () => {
  test('is a mean with how many said it, and how far apart they are', () => {
    const marks = [given('ploy', 'sets-trends', 4), given('ta', 'sets-trends', 2)];
    const stand = standOfRow(rowNamed('sets-trends'), marks);
    expect(stand).toEqual({ mean: 3, raters: 2, low: 2, high: 4 });
    expect(isApart(stand)).toBe(true);
    expect(isApart(standOfRow(rowNamed('sets-trends'), marks.slice(0, 1)))).toBe(false);
    expect(standOfRow(rowNamed('own-look'), marks)).toEqual({
      mean: null,
      raters: 0,
      low: null,
      high: null,
    });
  });

  test('counts rows by their weight, and of people the lowest and the highest of their own means', () => {
    const rows = [
      { ...rowNamed('sets-trends'), weight: 3 },
      { ...rowNamed('own-ideas'), weight: 1 },
      { ...rowNamed('gets-answers'), weight: 0 },
    ];
    const marks = [
      given('ploy', 'sets-trends', 4),
      given('ta', 'sets-trends', 2),
      given('ploy', 'own-ideas', 5),
      given('ta', 'gets-answers', 1),
    ];
    // Rows: (3 · 3 + 1 · 5) / 4; Ploy: (3 · 4 + 1 · 5) / 4; Ta: 2.
    expect(standOf(rows, marks)).toEqual({ mean: 3.5, raters: 2, low: 2, high: 4.25 });
    expect(ownMeans(rows, marks)).toEqual([
      { raterId: 'ploy', mean: 4.25 },
      { raterId: 'ta', mean: 2 },
    ]);
  });

  test('leaves vetoes out of every mean and counts them beside it', () => {
    const marks = [given('ploy', 'sets-trends', 4), given('ta', 'hidden-ads', 1)];
    const summary = summaryOf(defaultSheet, marks);
    expect(summary.overall).toMatchObject({ mean: 4, raters: 1 });
    expect(summary.factors.profile.mean).toBeNull();
    expect(summary.vetoes).toBe(1);
    expect(summaryOf(defaultSheet, [given('ta', 'hidden-ads', 5)]).vetoes).toBe(0);
  });

  test('says which questions people are far apart on', () => {
    const marks = [
      given('ploy', 'sets-trends', 4),
      given('ta', 'sets-trends', 2),
      given('ploy', 'own-look', 4),
      given('ta', 'own-look', 5),
    ];
    expect(summaryOf(defaultSheet, marks).apart).toBe(1);
  });

  test('notes sameness and does not reward it (Leung et al. 2022)', () => {
    const marks = [given('ploy', 'sets-trends', 5)];
    const { overall } = summaryOf(defaultSheet, marks);
    expect(isSame(overall)).toBe(true);
    expect(overall.mean).toBe(5);
  });
});

describe('evidence', () => {
  test('is a web address', () => {
    for (const link of [
      'https://www.instagram.com/p/abc/',
      'http://tiktok.com/@mali/video/1?x=1#y',
      'https://youtu.be/x',
      'https://xn--12c.th/ก',
    ]) {
      expect(evidenceLink(` ${link} `)).toBe(link);
    }
  });

  test('is nothing else, and not endless', () => {
    for (const text of [
      '',
      'her reel',
      'instagram.com/p/abc',
      'javascript:alert(1)',
      'https://',
      'https://one two.com',
      'https://user:pass@x.com/',
      'https://localhost/x',
      `https://x.com/${'a'.repeat(fitLimits.evidence)}`,
    ]) {
      expect([text, evidenceLink(text)]).toEqual([text, null]);
    }
  });
});

describe('personality', () => {
  test('has the five dimensions and fifteen facets of Aaker 1997', () => {
    expect(Object.keys(dimensions)).toHaveLength(5);
    expect(new Set(facets).size).toBe(15);
  });

  test('is 0.75 alike for (5, 4, 2) and (4, 4, 4): 1 − mean |b − c| / 4', () => {
    const brand = { honest: 5, daring: 4, tough: 2 };
    const creator = { honest: 4, daring: 4, tough: 4 };
    expect(similarity(brand, creator)).toEqual({ value: 0.75, n: 3 });
  });

  test('is compared on facets both have and the team did not hide', () => {
    expect(similarity({ honest: 5, tough: 1 }, { honest: 5 })).toEqual({ value: 1, n: 1 });
    expect(similarity({ honest: 5, tough: 1 }, { honest: 5, tough: 5 }, ['tough'])).toEqual({
      value: 1,
      n: 1,
    });
    expect(similarity({ honest: 5 }, { tough: 5 })).toEqual({ value: null, n: 0 });
  });
});
