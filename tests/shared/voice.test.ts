import { describe, expect, test } from 'vitest';
import { pastedAgain, readCaptions } from '#shared/captions.ts';
import { bandOf, meter, rateOf, voiceCard, voiceChange } from '#shared/voice.ts';
import { type CaptionFeatures, featuresOf, measures } from '#shared/voice-features.ts';
import { distinctiveWords, logOddsScore } from '#shared/voice-words.ts';
import { chance } from '#tests/support/chance.ts';

const counts = (caption: string) => featuresOf(caption).counts;
const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

describe('the features of a caption', () => {
  test('count an English caption as a reader would', () => {
    const features = featuresOf(
      "Hey you! I'm late AGAIN, don't ask...\nSo soooo late?! 😅 @bts #late",
    );
    expect(features.counts).toEqual({
      // 37, a line end, 28: the emoji is one.
      length: 66,
      // Hey you | I'm late AGAIN don't ask | So soooo late
      sentence: 10 / 3,
      lines: 1,
      emoji: 1,
      exclamations: 2,
      questions: 1,
      ellipses: 1,
      capitals: 1,
      stretches: 1,
      contractions: 2,
      particles: 0,
      firstPerson: 1,
      secondPerson: 1,
      hashtags: 1,
      mentions: 1,
    });
    expect(features).toMatchObject({ words: 10, sentences: 3, tagPlace: 'end' });
    expect(features).toMatchObject({ opener: 'greeting', closer: 'question' });
  });

  test('count a Thai caption, which has no spaces and no full stop', () => {
    const features = featuresOf('เช้านี้เราตื่นสายมากกก\nคุณเป็นไหมคะ 🫠');
    // เช้า นี้ เรา ตื่น สาย มาก กก | คุณ เป็น ไหม คะ
    expect(features).toMatchObject({
      words: 11,
      sentences: 2,
      opener: 'scene',
      closer: 'question',
    });
    expect(features.counts).toMatchObject({
      firstPerson: 1,
      secondPerson: 1,
      particles: 1,
      stretches: 1,
      emoji: 1,
      lines: 1,
      sentence: 5.5,
    });
    expect(features.letters).toEqual({ thai: 27, latin: 0, other: 0 });
  });

  test('see one character where a reader sees one', () => {
    expect(counts('👩‍👩‍👧‍👦👍🏽🇹🇭1️⃣❤️')).toMatchObject({ length: 5, emoji: 5 });
    // A letter with its vowel and tone, and an e with an accent typed apart.
    expect(counts('ที่นี่').length).toBe(2);
    expect(counts('cafe\u0301').length).toBe(4);
    expect(counts('© ™ 1 ↔').emoji).toBe(0);
  });

  test('leave the label of an ad and the tags at the end out of how it begins and ends', () => {
    const features = featuresOf(
      '#ad Lumphini, 6:10, and already hot.\nThank you for reading\n\n#run @gate4',
    );
    expect(features).toMatchObject({ opener: 'scene', closer: 'thanks', tagPlace: 'end' });
    expect(featuresOf('My #morning was long').tagPlace).toBe('within');
    expect(featuresOf('No tag here').tagPlace).toBe('none');
  });

  test.each([
    ['สวัสดีค่ะทุกคน วันนี้มาเล่า', 'greeting'],
    ['Does anyone else hate mornings?', 'question'],
    ['ใครเป็นเหมือนกันไหมคะ', 'question'],
    ['08.10 บีทีเอสอโศก', 'scene'],
    ['Yesterday I lost my shoe', 'scene'],
    ['What a day at the races this was!', 'shout'],
    ['🫠 this is how it went with me', 'emoji'],
    ['Three things I know.', 'hook'],
    ['I have run this loop four hundred times', 'self'],
    ['Costs 29.99 and is worth every bit of it', 'plain'],
  ])('call the opening of “%s” a %s', (caption, opener) => {
    expect(featuresOf(caption).opener).toBe(opener);
  });

  test('take SPF for no shout and a price for no ellipsis', () => {
    expect(counts('SPF 50 for THB 1.50')).toMatchObject({ capitals: 0, ellipses: 0 });
    expect(counts('so.. yes… no...')).toMatchObject({ ellipses: 3 });
  });

  test('read contractions and owners apart, whichever apostrophe is typed', () => {
    expect(counts('It’s my sister’s, and we’re gonna keep it').contractions).toBe(3);
  });

  test('never throw and are finite for any string, and add up', () => {
    const pieces = [
      'a',
      'Z',
      ' ',
      '\n',
      '\r\n',
      '\0',
      'ก',
      '้',
      '\u0301',
      '👩',
      '‍',
      '🏽',
      '🇹',
      '\ud83d',
      '\udc00',
      '#',
      '@',
      "'",
      '’',
      '!',
      '?',
      '…',
      '.',
      '日',
      '本',
      '1',
      '\u20e3',
      '<p>',
      'https://',
      '__proto__ ',
    ];
    const dice = chance(20261128);
    for (let round = 0; round < 400; round++) {
      const text = times(dice.below(60), () => dice.pick(pieces)).join('');
      const features = featuresOf(text);
      const numbers = [...Object.values(features.counts), features.words, features.sentences];
      expect(numbers.every((n) => Number.isFinite(n) && n >= 0)).toBe(true);
      expect(features.emoji.reduce((sum, [, n]) => sum + n, 0)).toBe(features.counts.emoji);
      for (const measure of measures) expect(Number.isFinite(rateOf(features, measure))).toBe(true);
      expect(meter(cardOf([features, features, features]), features)).toHaveLength(measures.length);
    }
  });
});

function cardOf(captions: CaptionFeatures[]) {
  const card = voiceCard(captions);
  if (!card) throw new Error('expected a card');
  return card;
}

describe('the voice card', () => {
  const caption = (n: number) => featuresOf(`Lap ${n}, 6:10, and I am slow${' 🫠'.repeat(n)}`);

  test('is nothing below three captions', () => {
    expect(voiceCard([caption(1), caption(2)])).toBe(null);
  });

  test('is plain counts from three, without a range or a word', () => {
    const card = voiceCard([caption(2), caption(3), caption(4)], ['lap']);
    expect(card).toMatchObject({ captions: 3, bands: null, words: [], emoji: ['🫠'] });
    expect(card?.ranges.emoji).toEqual({ least: 2, most: 4 });
    expect(card?.openers).toEqual([['scene', 3]]);
  });

  test('has bands from twenty: the median, and eight of ten', () => {
    // 0, 1, … 20 emoji: with type 7 the 10th percentile is the third of them.
    const card = cardOf(times(21, caption));
    expect(cardOf(times(20, caption)).bands).not.toBe(null);
    expect(cardOf(times(19, caption)).bands).toBe(null);
    expect(card.bands?.emoji.count).toEqual({ low: 2, middle: 10, high: 18 });
    expect(bandOf([5])).toEqual({ low: 5, middle: 5, high: 5 });
    expect(bandOf([0, 10])).toEqual({ low: 1, middle: 5, high: 9 });
  });

  test('says how scripts mix', () => {
    const card = cardOf(times(3, () => featuresOf('กขค abc de 日本')));
    expect(card.scripts).toEqual({ thai: 0.3, latin: 0.5, other: 0.2 });
  });
});

describe('the meter of a draft', () => {
  test('puts each habit inside or outside the own range, and makes no sum', () => {
    const card = cardOf(
      times(20, (n) => featuresOf(`One two three four five six${' 🫠'.repeat(1 + (n % 3))}`)),
    );
    const place = (draft: string) =>
      meter(card, featuresOf(draft)).find(({ measure }) => measure === 'emoji')?.place;
    expect(place('One two three four five six 🫠🫠')).toBe('inside');
    expect(place('One two three four five six')).toBe('less');
    expect(place('One two three 🫠🫠🫠🫠🫠')).toBe('more');
  });

  test('has no place below twenty captions', () => {
    const card = cardOf(times(3, () => featuresOf('One two three')));
    for (const { place, band } of meter(card, featuresOf('One!'))) {
      expect([place, band]).toEqual([null, null]);
    }
  });
});

describe('what a change of the text does', () => {
  const before = featuresOf('I ran. It was hot 🫠🫠🫠');
  const after = featuresOf('The light texture absorbs quickly and never leaves a sticky feeling.');

  test('is counted without a card', () => {
    const of = (measure: string) =>
      voiceChange(null, before, after).find((one) => one.measure === measure);
    expect(of('emoji')).toEqual({ measure: 'emoji', before: 3, after: 0, leaves: null });
    expect(of('sentence')).toMatchObject({ before: 2.5, after: 11 });
    expect(of('firstPerson')).toMatchObject({ before: 1, after: 0 });
    expect(of('hashtags')).toBeUndefined();
    expect(voiceChange(null, before, before)).toEqual([]);
  });

  test('names first what leaves the own range', () => {
    const card = cardOf(times(20, () => before));
    const changes = voiceChange(card, before, { ...after, counts: { ...after.counts, lines: 0 } });
    expect(changes.find(({ measure }) => measure === 'sentence')).toMatchObject({ leaves: 'more' });
    const leaving = changes.map(({ leaves }) => leaves !== null);
    expect(leaving).toEqual(leaving.toSorted((a, b) => Number(b) - Number(a)));
  });
});

describe('words of one’s own', () => {
  test('are scored by the log-odds ratio with a prior', () => {
    // Prior 0.1 of 1000 words: (10.1/1089.9) against (100.1/1000899.9), over √(1/10.1 + 1/100.1).
    const score = logOddsScore({ count: 10, own: 100, perMillion: 100 });
    const expected =
      (Math.log(10.1 / 1089.9) - Math.log(100.1 / 1_000_899.9)) / Math.sqrt(1 / 10.1 + 1 / 100.1);
    expect(score).toBeCloseTo(expected, 10);
    expect(score).toBeCloseTo(13.71, 1);
  });

  test('are found in both languages, and not from one caption alone', () => {
    const english = times(6, () => featuresOf('The coconut man was there'));
    const thai = times(6, () => featuresOf('แดดเลือกส่องหน้า'));
    const once = featuresOf('lizard lizard lizard lizard lizard lizard');
    const words = distinctiveWords([...english, ...thai, once]);
    expect(words).toEqual(expect.arrayContaining(['coconut', 'แดด']));
    expect(words).not.toContain('lizard');
  });

  test('are none that everybody uses as often, and none that is counted elsewhere', () => {
    // "the" is three in a hundred words of general English, "coconut" far from it.
    const captions = times(20, (n): { bag: [string, number][] } => ({
      bag: [
        ['the', 3],
        ['coconut', 1],
        ['i', 9],
        [`word${'abcdefghijklmnopqrstuvwxyz'[n]}`, 87],
      ],
    }));
    expect(distinctiveWords(captions)).toEqual(['coconut']);
  });

  test('survive a word that is no ordinary key', () => {
    const captions = times(5, () => featuresOf('constructor toString hasOwnProperty'));
    expect(distinctiveWords(captions)).toContain('constructor');
  });
});

describe('pasted captions', () => {
  test('are split at blank lines', () => {
    const pasted = 'One two three\nfour\n\nFive six seven\r\n \r\nEight nine ten';
    expect(readCaptions(pasted)).toEqual({
      captions: ['One two three\nfour', 'Five six seven', 'Eight nine ten'],
      skipped: [],
    });
  });

  test('keep their own blank lines where --- stands between them', () => {
    const pasted = 'One two three\n\nfour\n---\nFive six seven\n\n-----\n';
    expect(readCaptions(pasted).captions).toEqual(['One two three\n\nfour', 'Five six seven']);
  });

  test('are left out with a reason, and nothing of them is lost', () => {
    const long = 'word '.repeat(1001);
    const pasted = `Hi there\n---\n${long}\n---\n<p>One two three</p>\n---\nOne two three\n---\nOne two three`;
    const { captions, skipped } = readCaptions(pasted);
    expect(captions).toEqual(['One two three']);
    expect(skipped.map(({ why }) => why)).toEqual(['short', 'long', 'code', 'twice']);
    expect(readCaptions(pastedAgain(skipped)).skipped.slice(0, 3)).toEqual(skipped.slice(0, 3));
    expect(readCaptions('').captions).toEqual([]);
  });

  test('stop at a thousand', () => {
    const known = times(999, (n) => `caption number ${n}`);
    const { captions, skipped } = readCaptions('one more caption\n\nand another caption', known);
    expect(captions).toEqual(['one more caption']);
    expect(skipped).toEqual([{ text: 'and another caption', why: 'full' }]);
  });

  test('lose halves of characters and nothing else', () => {
    expect(readCaptions('One \ud83dtwo\0 three').captions).toEqual(['One two three']);
  });
});
