import { describe, expect, test } from 'vitest';
import { cardRows, neverWords, summaryWords } from '#app/components/voice-card-lines.ts';
import { bandWords, changeWords, meterWords } from '#app/components/voice-lines.ts';
import { meter, voiceCard, voiceChange } from '#shared/voice.ts';
import { featuresOf, measures } from '#shared/voice-features.ts';
import { voiceCard as cardWords } from '#shared/words/voice-card.ts';
import { voice } from '#shared/words/voice.ts';

const en = { ...voice.en, ...cardWords.en };
const th = { ...voice.th, ...cardWords.th };

function card(captions: string[]) {
  const made = voiceCard(captions.map(featuresOf));
  if (!made) throw new Error('expected a card');
  return made;
}

const few = [2, 3, 4, 2, 3].map((n) => `Lumphini, 6:10, and already ${'🥵'.repeat(n)}`);
const many = Array.from(
  { length: 20 },
  (_, n) => `Lumphini, 6:1${n % 10}, and I ran slowly again${' 🥵'.repeat(1 + (n % 3))}`,
);

describe('a voice in words', () => {
  test('is one sentence from a few captions', () => {
    expect(summaryWords(en, card(few))).toBe('5 captions: 2–4 emoji, opens with a scene');
    expect(summaryWords(th, card(few))).toBe('5 แคปชัน: อีโมจิ 2–4 ตัว, ขึ้นต้นด้วยฉาก');
  });

  test('leaves out habits nobody could have in that script', () => {
    expect(neverWords(en, card(few))).not.toContain(en['name-particles']);
    expect(neverWords(en, card(few))).toContain(en['name-exclamations']);
  });

  test('says usual only once there is one', () => {
    const emoji = (rows: { name: string; text: string }[]) =>
      rows.find(({ name }) => name === en['name-emoji'])?.text;
    expect(emoji(cardRows(en, card(few)))).toBe('2–4 emoji · most often 🥵');
    expect(emoji(cardRows(en, card(many)))).toBe('usually 1–3 emoji · most often 🥵');
    expect(bandWords(en, 'questions', { low: 0, middle: 0, high: 0 })).toBe('hardly ever');
    expect(bandWords(en, 'questions', { low: 0.5, middle: 1, high: 2.26 })).toBe(
      '0.5–2.3 in ten sentences',
    );
  });

  test('of a draft names what is outside the own range, and counts plainly without one', () => {
    const usual = featuresOf('Lumphini, 6:10, and I ran slowly again 🥵🥵');
    expect(meterWords(en, meter(card(many), usual))).toBe('as you usually write');
    const other = featuresOf(
      'Buy it now! It is the lightest stick of them all, and you will love it.',
    );
    expect(meterWords(en, meter(card(many), other))).toMatch(/^longer, .*fewer emoji/);
    expect(meterWords(en, meter(card(few), usual))).toBe('8 words a sentence, 2 emoji');
  });

  test('has a name and a direction for every habit in both languages', () => {
    for (const words of [en, th]) {
      for (const measure of measures) {
        expect(words[`name-${measure}`]).not.toBe('');
        expect(words[`n-${measure}`]({ n: '2' })).toContain('2');
        expect(words[`less-${measure}`]).not.toBe(words[`more-${measure}`]);
      }
    }
  });
});

describe('a suggestion in words', () => {
  const before = featuresOf('I ran 🥵🥵🥵');
  const after = featuresOf('The light texture absorbs quickly and leaves nothing behind at all.');

  test('says what it would change, and without a card only counts', () => {
    const line = changeWords(en, voiceChange(null, before, after));
    expect(line).toBe('+9 words a sentence · removes 3 emoji · removes 1 “I” or “we”');
    expect(changeWords(th, voiceChange(null, before, after))).toBe(
      '+9 คำต่อประโยคหรือบรรทัด · ลดอีโมจิ 3 ตัว · ลดคำเรียกตัวเอง 1 คำ',
    );
  });

  test('says first what leaves the own range', () => {
    const line = changeWords(en, voiceChange(card(many), featuresOf(many[1] ?? ''), after));
    expect(line).toContain('removes 2 emoji (less than usual)');
  });

  test('is silent where no habit changes', () => {
    expect(
      changeWords(en, voiceChange(null, featuresOf('I ran home'), featuresOf('I ran away'))),
    ).toBe('');
  });
});
