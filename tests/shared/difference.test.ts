import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { longestCommon, type Run, textDifference, wordsOf } from '#shared/difference.ts';
import { type FilledParts, readParts, writeParts } from '#shared/parts.ts';
import { partsDifference } from '#shared/parts-difference.ts';
import { chance, countingIds } from '#tests/support/chance.ts';

const side = (runs: readonly Run[], without: Run['kind']) =>
  runs
    .filter((run) => run.kind !== without)
    .map((run) => run.text)
    .join('');
const read = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('');

describe('the difference of two texts', () => {
  test('is in words', () => {
    expect(read(textDifference('the dry stick is here', 'the wet stick was here'))).toBe(
      'the -dry-+wet+ stick -is-+was+ here',
    );
  });

  test('is in words in Thai, which has no spaces', () => {
    expect(read(textDifference('รองพื้นไม่หลุดแน่นอน', 'รองพื้นยังอยู่นะ'))).toMatch(/^รองพื้น[-+]/);
    expect(wordsOf('กันแดดที่ทาซ้ำได้จริง').length).toBeGreaterThan(3);
  });

  test('never tears an emoji or a letter from its marks', () => {
    const runs = textDifference('ดี 👩‍👩‍👧 ok', 'ดี 👩‍👩‍👦 ok');
    expect(read(runs)).toBe('ดี -👩‍👩‍👧-+👩‍👩‍👦+ ok');
  });

  test('shows a line that came and one that went', () => {
    expect(read(textDifference('a\nb\nc', 'a\nc\nd'))).toBe('a\n-b\n-c+\nd+');
  });

  test.each([
    ['', '', ''],
    ['', 'new', '+new+'],
    ['old', '', '-old-'],
    ['same', 'same', 'same'],
  ])('of %j and %j is %j', (before, after, expected) => {
    expect(read(textDifference(before, after))).toBe(expected);
  });

  test('gives both texts back, for any two', () => {
    const pieces = ['a', 'ที่', ' ', '\n', 'word', '🙏', '\n\n', 'é'];
    for (let seed = 1; seed <= 300; seed += 1) {
      const luck = chance(seed);
      const text = () => Array.from({ length: luck.below(40) }, () => luck.pick(pieces)).join('');
      const [before, after] = [text(), text()];
      const runs = textDifference(before, after);
      expect([side(runs, 'added'), side(runs, 'removed')], `seed ${seed}`).toEqual([before, after]);
      const neighbours = runs.slice(1).map((run, index) => run.kind !== runs[index]?.kind);
      expect(neighbours.every(Boolean)).toBe(true);
    }
  });

  test('of 2 000 paragraphs touches only what changed', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `paragraph ${at} of a long text`);
    const changed = lines.map((line, at) =>
      at % 100 === 7 ? line.replace('long', 'short') : line,
    );
    changed.splice(1000, 0, 'a new one');
    const runs = textDifference(lines.join('\n'), changed.join('\n'));
    expect(runs.filter((run) => run.kind === 'removed').map((run) => run.text)).toEqual(
      Array.from({ length: 20 }, () => 'long'),
    );
    expect(runs.filter((run) => run.kind === 'added')).toHaveLength(21);
  });

  test('of two long texts with nothing in common is bounded, and whole', () => {
    const [before, after] = ['x', 'y'].map((letter) => `${letter} `.repeat(20_000));
    const runs = textDifference(before as string, after as string);
    expect([side(runs, 'added'), side(runs, 'removed')]).toEqual([before, after]);
  });
});

test('a longest common subsequence is one, and as long as the textbook says', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const luck = chance(seed);
    const items = () =>
      Array.from({ length: luck.below(30) }, () => luck.pick(['a', 'b', 'c', 'd']));
    const [before, after] = [items(), items()];
    const pairs = longestCommon(before, after);
    pairs.forEach(([a, b], index) => {
      expect(before[a]).toBe(after[b]);
      const [lastA, lastB] = pairs[index - 1] ?? [-1, -1];
      expect(a > lastA && b > lastB).toBe(true);
    });
    expect(pairs.length, `seed ${seed}`).toBe(lengthByTextbook(before, after));
  }
});

function lengthByTextbook(before: string[], after: string[]): number {
  let row = after.map(() => 0).concat(0);
  for (const item of before) {
    const next = [0];
    after.forEach((other, b) => {
      const best = Math.max(row[b + 1] as number, next[b] as number);
      next.push(item === other ? (row[b] as number) + 1 : best);
    });
    row = next;
  }
  return row.at(-1) as number;
}

describe('the difference of two drafts', () => {
  const parts = (fill: FilledParts) => {
    const doc = new Y.Doc();
    writeParts(doc, fill, countingIds());
    return readParts(doc);
  };
  const picture = (id: string, alt = '') =>
    ({ id, kind: 'image', file: id.repeat(64), link: null, alt, cover: false }) as const;
  const media = [picture('a'), picture('b')];
  const base = parts({
    caption: 'one two',
    script: [{ said: 'hello' }, { said: 'bye' }],
    frames: [{ text: 'f' }],
    media,
  });

  test('of the same content is nothing', () => {
    expect(partsDifference(base, base)).toEqual([]);
  });

  test('names only the parts that changed', () => {
    const after = parts({
      caption: 'one three',
      script: [{ said: 'hello' }, { said: 'bye' }],
      frames: [{ text: 'f' }],
      media,
    });
    expect(partsDifference(base, after)).toEqual([
      { part: 'caption', runs: textDifference('one two', 'one three') },
    ]);
  });

  test('puts a new script row and a new frame beside nothing', () => {
    const after = parts({
      caption: 'one two',
      script: [{ said: 'hello' }, { time: '0:05' }, { said: 'bye' }],
      frames: [{ text: 'f' }, { text: '' }],
      media,
    });
    const [script, frames] = partsDifference(base, after);
    if (script?.part !== 'script' || frames?.part !== 'frames') throw new Error('two parts');
    expect(script.rows.map((row) => [row.before?.said, row.after?.time])).toEqual([
      ['hello', ''],
      [undefined, '0:05'],
      ['bye', ''],
    ]);
    expect(frames.frames.map((frame) => frame.before === null)).toEqual([false, true]);
  });

  test('tells pictures that came, went, moved or got other words', () => {
    const kinds = (now: readonly ReturnType<typeof picture>[]) => {
      const [difference] = partsDifference(base, { ...base, media: [...now] });
      return difference?.part === 'media' ? difference.media.map((one) => one.kind) : [];
    };
    expect(kinds([picture('a'), picture('c'), picture('b')])).toEqual(['kept', 'added', 'kept']);
    expect(kinds([picture('a')])).toEqual(['kept', 'removed']);
    expect(kinds([picture('a', 'words'), picture('b')])).toEqual(['changed', 'kept']);
    expect(kinds([picture('b'), picture('a')]).sort()).toEqual(['kept', 'moved']);
  });
});
