// Days and hours a text names: "30. November", "30.11.", "18 Uhr", "7pm", "ห้าโมงเย็น", so that a deadline
// is found again however it is written. Knows nothing about amounts, points or passages.
import type { HintLanguage } from './quantities.ts';

export interface Moment {
  unit: 'date' | 'clock';
  /** A date as month × 100 + day, a clock in minutes since midnight. */
  value: number;
  start: number;
  end: number;
}

const months: Record<HintLanguage, string[]> = {
  en: 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|'),
  de: 'jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez'.split('|'),
  th: 'มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา'.split('|'),
};
const shortThaiMonths =
  'ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.';
const month = (language: HintLanguage) => months[language].join('|');

const datePatterns: Record<HintLanguage, RegExp> = {
  en: new RegExp(
    `\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${month('en')})[a-z]*|(?<month2>${month('en')})[a-z]* (?<day2>\\d{1,2})(?:st|nd|rd|th)?)\\b`,
    'gu',
  ),
  de: new RegExp(
    `(?<![\\d.,])(?<day>\\d{1,2})\\. ?(?:(?<month>${month('de')})\\p{L}*|(?<number>1[0-2]|0?[1-9])\\.(?:\\d{2,4})?)(?!\\d)`,
    'gu',
  ),
  th: new RegExp(
    `(?<day>\\d{1,2}) ?(?:(?<month>${month('th')})(?:ยน|คม|พันธ์)?|(?<short>${shortThaiMonths}))`,
    'gu',
  ),
};

const clockPatterns: Record<HintLanguage, RegExp> = {
  en: /(?<![\d.,:])(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))? ?(?<half>[ap])\.?m\b\.?/gu,
  de: /(?<![\d.,:])(?:um (?=\S+(?: uhr|[ ,.!;]|$)))?(?<hour>\d{1,2}|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:[:.](?<minute>\d\d))? uhr(?!\p{L})|(?<!\p{L})um (?<plain>eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d{1,2})(?= (?:muss|abends|morgens|früh|geht|ist|da)|[,.!;]|$)/gu,
  th: /(?<noon>เที่ยง(?!คืน|ตรงกัน)(?:วัน|ตรง)?)|(?<hour>\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบเอ็ด|สิบ) ?(?<part>โมงเช้า|โมงเย็น|ทุ่ม|โมง)|(?<!\d)(?<full>\d{1,2})[.:](?<minute>\d\d) ?น\.?/gu,
};

const words: Record<string, number> = Object.fromEntries(
  [
    'eins หนึ่ง',
    'zwei สอง',
    'drei สาม',
    'vier สี่',
    'fünf ห้า',
    'sechs หก',
    'sieben เจ็ด',
    'acht แปด',
    'neun เก้า',
    'zehn สิบ',
    'elf สิบเอ็ด',
    'zwölf',
  ].flatMap((both, index) => both.split(' ').map((word) => [word, index + 1])),
);
const numberOf = (word: string) => words[word] ?? Number(word);

/** The days and hours of a text that was lower-cased. */
export function momentsOf(text: string, language: HintLanguage): Moment[] {
  return [
    ...[...text.matchAll(datePatterns[language])].map(
      (match): Moment => ({
        unit: 'date',
        value: dateOf(match.groups ?? {}, language),
        ...placeOf(match),
      }),
    ),
    ...[...text.matchAll(clockPatterns[language])].map(
      (match): Moment => ({
        unit: 'clock',
        value: clockOf(match.groups ?? {}),
        ...placeOf(match),
      }),
    ),
  ];
}

const placeOf = ({ index, 0: { length } }: RegExpExecArray) => ({
  start: index,
  end: index + length,
});

type Groups = Record<string, string | undefined>;

function dateOf({ day, day2, month, month2, number, short }: Groups, language: HintLanguage) {
  const name = month ?? month2;
  const inYear = name
    ? months[language].indexOf(name) + 1
    : short
      ? shortThaiMonths.replaceAll('\\', '').split('|').indexOf(short) + 1
      : Number(number);
  return inYear * 100 + Number(day ?? day2);
}

function clockOf({ hour, minute, half, plain, noon, part, full }: Groups) {
  if (noon) return 12 * 60;
  const said = numberOf(hour ?? plain ?? full ?? '');
  const shift =
    half === 'p' ? (said % 12) + 12 - said : part === 'โมงเย็น' ? 12 : part === 'ทุ่ม' ? 18 : 0;
  return (said + shift) * 60 + Number(minute ?? 0);
}
