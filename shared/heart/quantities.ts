// How much a text says: "two months", "2 Std.", "ร้อยแปดสิบบาท" as values with a unit, so that a talking
// point's amount is found again in other words and a different amount is seen to be different.
// Knows nothing about points, passages or scores.
import { momentsOf } from './dates.ts';

export type HintLanguage = 'en' | 'de' | 'th';

export interface Quantity {
  value: number;
  /** What is counted; null where no known unit stands beside the number. Times are in minutes. */
  unit: string | null;
  /** "every two hours", "per week". */
  each: boolean;
  /** The lower end of a range: "two to five". */
  isFrom: boolean;
  /** A number stands there: "a month" is an amount, but nobody counted. */
  isCounted: boolean;
  start: number;
  end: number;
}

type Units = [pattern: string, unit: string, factor: number][];

const minutes = { hour: 60, day: 1440, week: 10_080, month: 43_200, year: 525_600 };

const everywhere: Units = [
  ['%', 'percent', 1],
  ['€', 'euro', 1],
  ['\\$', 'dollar', 1],
  ['£', 'pound', 1],
  ['฿', 'baht', 1],
  ['°c?', 'degree', 1],
];

const latin: Units = [
  ...everywhere,
  ['ml', 'ml', 1],
  ['cl', 'ml', 10],
  ['kg|kilos?|kilogram\\p{L}*', 'g', 1000],
  ['mg', 'mg', 1],
  ['g|gr|grams?|gramm', 'g', 1],
  ['km|kilomet\\p{L}+', 'm', 1000],
  ['cm|centimet\\p{L}+|zentimeter\\p{L}*', 'm', 0.01],
  ['mm|millimet\\p{L}+', 'm', 0.001],
  ['kcal|kilokalorien|calories', 'kcal', 1],
  ['gb|gigabyte', 'gb', 1],
  ['watts?', 'watt', 1],
  ['h|hrs?', 'time', 60],
  ['min|mins', 'time', 1],
];

const units: Record<HintLanguage, Units> = {
  en: [
    ...latin,
    ['minutes?', 'time', 1],
    ['hours?', 'time', minutes.hour],
    ['days?|nights?', 'time', minutes.day],
    ['weeks?', 'time', minutes.week],
    ['months?', 'time', minutes.month],
    ['years?|yrs?', 'time', minutes.year],
    ['percent|per cent', 'percent', 1],
    ['euros?', 'euro', 1],
    ['dollars?|bucks?', 'dollar', 1],
    ['pounds?|quid', 'pound', 1],
    ['baht', 'baht', 1],
    ['degrees?', 'degree', 1],
    ['times', 'times', 1],
    ['lit(?:er|re)s?', 'ml', 1000],
    ['people|persons?|players?|friends', 'people', 1],
    ['bags?|packs?|packets?|pouches|sachets?', 'pack', 1],
    ['shades?|colou?rs?', 'colour', 1],
  ],
  de: [
    ...latin,
    ['minuten?|minütig\\p{L}*', 'time', 1],
    ['stunden?|std|stündig\\p{L}*', 'time', minutes.hour],
    ['tag(?:e|en|es)?|tägig\\p{L}*|nächte[n]?|nacht', 'time', minutes.day],
    ['wochen?|wöchig\\p{L}*', 'time', minutes.week],
    ['monat(?:e|en|s)?|monatig\\p{L}*', 'time', minutes.month],
    ['jahr(?:e|en|es)?|jährig\\p{L}*', 'time', minutes.year],
    ['prozent', 'percent', 1],
    ['euro|tacken|mäuse', 'euro', 1],
    ['grad', 'degree', 1],
    ['mal', 'times', 1],
    ['liter', 'ml', 1000],
    ['personen|leute|menschen|spieler\\p{L}*', 'people', 1],
    ['beutel|packung(?:en)?|tüten?|päckchen', 'pack', 1],
    ['farben|farbtöne[n]?|nuancen', 'colour', 1],
  ],
  th: [
    ...everywhere,
    ['นาที', 'time', 1],
    ['ชั่วโมง|ชม\\.?', 'time', minutes.hour],
    ['วัน|คืน', 'time', minutes.day],
    ['สัปดาห์|อาทิตย์|วีค', 'time', minutes.week],
    ['เดือน', 'time', minutes.month],
    ['ปี', 'time', minutes.year],
    ['เปอร์เซ็นต์|เปอร์เซนต์|เปอร์เซ็น|เปอ', 'percent', 1],
    ['บาท|บ\\.', 'baht', 1],
    ['มก\\.?|มิลลิกรัม', 'mg', 1],
    ['มล\\.?|มิลลิลิตร|มิล|ซีซี', 'ml', 1],
    ['ลิตร', 'ml', 1000],
    ['กิโลแคล(?:อรี่?)?|แคล(?:อรี่?)?|kcal', 'kcal', 1],
    ['กก\\.?|กิโลกรัม|กิโล|โล', 'g', 1000],
    ['กรัม|ก\\.', 'g', 1],
    ['ซม\\.?|เซนติเมตร|เซน', 'm', 0.01],
    ['มม\\.?|มิลลิเมตร', 'm', 0.001],
    ['นิ้ว', 'inch', 1],
    ['gb|กิกะไบต์|กิ๊ก', 'gb', 1],
    ['วัตต์', 'watt', 1],
    ['ฝา', 'cap', 1],
    ['กม\\.?|กิโลเมตร', 'm', 1000],
    ['องศา', 'degree', 1],
    ['ครั้ง|รอบ|หน', 'times', 1],
    ['คน|ท่าน', 'people', 1],
    ['ซอง|ถุง|แพ็ค|ห่อ', 'pack', 1],
    ['กล่อง', 'box', 1],
    ['ขวด', 'bottle', 1],
    ['แก้ว', 'cup', 1],
    ['ธนาคาร|แบงก์|แบงค์', 'bank', 1],
    ['เฉดสี|เฉด|สี', 'colour', 1],
  ],
};

const ones: Record<'en' | 'de', Record<string, number>> = {
  en: Object.fromEntries(
    (
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
      'fifteen sixteen seventeen eighteen nineteen'
    )
      .split(' ')
      .map((word, value) => [word, value]),
  ),
  de: {
    ...Object.fromEntries(
      (
        'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn ' +
        'fünfzehn sechzehn siebzehn achtzehn neunzehn'
      )
        .split(' ')
        .map((word, value) => [word, value]),
    ),
    eins: 1,
    zwo: 2,
  },
};
const tens: Record<'en' | 'de', Record<string, number>> = {
  en: Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'
      .split(' ')
      .map((word, index) => [word, (index + 2) * 10]),
  ),
  de: Object.fromEntries(
    'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
      .split(' ')
      .map((word, index) => [word, (index + 2) * 10]),
  ),
};

const byLength = (words: string[]) => words.sort((a, b) => b.length - a.length).join('|');

const en = `(?:(?:${byLength(Object.keys(tens.en))})(?:[- ](?:${byLength(Object.keys(ones.en))}))?|${byLength(Object.keys(ones.en))}|(?:a |one |two )?hundred|half|a couple(?: of)?|a dozen)`;
const deOnes = byLength(Object.keys(ones.de));
const deTens = byLength(Object.keys(tens.de));
const de = `(?:(?:ein|zwei)?hundert|(?:${deOnes})und(?:${deTens})|${deTens}|(?:${deOnes})|dreiviertel|viertel|halbe[nrs]?|halb|anderthalb)`;
const th =
  '(?:หนึ่ง|นึง|สอง|สาม|สี่|ห้า(?!ม)|หก|เจ็ด|แปด|เก้า|ยี่สิบ|สิบ|เอ็ด|ร้อย(?!ละ)|พัน(?!ธ)|หมื่น|ครึ่ง)+(?![\\u0e30-\\u0e3a\\u0e47-\\u0e4e])';
const digits = '\\d{1,3}(?:[.,]\\d{3})+(?![\\d])|\\d+(?:[.,]\\d+)?';

const wordEdge = { open: '(?<![\\p{L}\\p{M}\\p{N}])', close: '(?![\\p{L}\\p{M}])' };
const unitPattern = (language: HintLanguage) =>
  units[language].map(([pattern]) => pattern).join('|');

const between = {
  en: "(?:[- ]?(?:(?:whole|full|entire|more|long|good|an?|of an?|of) )*|['’] ?)",
  de: '[- ]?(?:(?:ganze[nrs]?|volle[nrs]?|gute[nrs]?|lange) )*',
  th: ' ?',
};

const patterns: Record<HintLanguage, RegExp> = {
  // "3 weeks", "two-hour", "10-year", "€5"; a month that is not counted is one month.
  en: new RegExp(
    `(?<lead>[€$£])?(?:${wordEdge.open}(?<number>${en}${wordEdge.close}|${digits}))(?:${between.en}(?<unit>${unitPattern('en')})${wordEdge.close})?|${wordEdge.open}(?<once>once|twice)${wordEdge.close}|${wordEdge.open}(?:a|an|whole|the|per) (?:whole |full )?(?<bare>hour|day|night|week|month|year)${wordEdge.close}`,
    'gu',
  ),
  de: new RegExp(
    `${wordEdge.open}(?<number>${digits}|${de}(?=(?:${unitPattern('de')})?${wordEdge.close}))(?:${between.de}(?<unit>${unitPattern('de')})${wordEdge.close})?|${wordEdge.open}(?:eine[nrms]?|ganze[nrs]?|pro|jede[nrs]?) (?:ganze[nrs]? |volle[nrs]? )?(?<bare>stunde|tag|nacht|woche|monat|jahr)${wordEdge.close}`,
    'gu',
  ),
  th: new RegExp(
    `(?<number>${digits}|${th})(?: ?(?<unit>${unitPattern('th')}))?|(?<percent>ร้อยละ ?\\d+)|(?<bare>ชั่วโมง|อาทิตย์|สัปดาห์|เดือน|ปี)`,
    'gu',
  ),
};

const eachBefore: Record<HintLanguage, RegExp> = {
  en: /(?:every|each)\s$/u,
  de: /(?:alle|jede\p{L}*)\s$/u,
  th: /ทุก(?: ?ๆ)?\s?$/u,
};
const eachAfter: Record<HintLanguage, RegExp> = {
  en: /(?!)/,
  de: /(?!)/,
  th: /^\s?(?:ที|ครั้ง)/u,
};

const rangeSign: Record<HintLanguage, RegExp> = {
  en: new RegExp(`^\\s?(?:to|up to|-|–|and)\\s?(?:\\d|${en}${wordEdge.close})`, 'u'),
  de: new RegExp(`^\\s?(?:bis|-|–|und)\\s?(?:zu )?(?:\\d|${de}${wordEdge.close})`, 'u'),
  th: new RegExp(`^\\s?(?:ถึง|-|–)\\s?(?:\\d|${th})`, 'u'),
};

/** Amounts that only say when something happened to somebody. */
const inPassing: Record<HintLanguage, { before: RegExp; after: RegExp }> = {
  en: {
    before: /\b(?:last|past|waited|slept|spent|after|nearly|almost) (?:the |about |like )?$/u,
    after: /^ (?:ago|later|old|till|until|into|left|to go|early|late|in a row|straight)\b/u,
  },
  de: {
    before: /(?<!\p{L})(?:vor|seit|letzten?|vergangenen|knapp|fast|nach über) $/u,
    after:
      /^ (?:später|alt|noch bis|lang (?:war|hab)|her|gewartet|verspätung|(?:wohn|lag|saß|stand)\p{L}* (?:ich|wir))/u,
  },
  th: {
    before: /(?:รอ(?:ของ)?ตั้ง|รอ(?:เพื่อน|คิว|รถ)|เมื่อ|อีก|เหลือ|นั่ง(?:รถ)?|เดิน|หลับไป)\s?$/u,
    after: /^\s?(?:ที่แล้ว|ที่ผ่านมา|ก่อนหน้า|กว่าจะ|แล้ว(?:ที่|ยัง)|แล้ว )/u,
  },
};

/** The amounts of a text that was lower-cased, and the days and hours it names. */
export function quantitiesOf(text: string, language: HintLanguage): Quantity[] {
  const moments = momentsOf(text, language);
  const amounts = amountsOf(text, language).filter(
    (one) => !moments.some(({ start, end }) => one.start < end && one.end > start),
  );
  return [
    ...amounts,
    ...moments.map((one) => ({ ...one, each: false, isFrom: false, isCounted: true })),
  ];
}

function amountsOf(text: string, language: HintLanguage): Quantity[] {
  const { before, after } = inPassing[language];
  return [...text.matchAll(patterns[language])].flatMap((match): Quantity[] => {
    const { number, unit, lead, once, bare, percent } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (before.test(text.slice(Math.max(0, start - 24), start))) return [];
    if (after.test(text.slice(end, end + 24))) return [];
    const each =
      eachBefore[language].test(text.slice(Math.max(0, start - 16), start)) ||
      eachAfter[language].test(text.slice(end, end + 6));
    const isFrom = rangeSign[language].test(text.slice(end, end + 24));
    const isCounted = bare === undefined;
    const place = { start, end, each, isFrom, isCounted };
    if (once) return [{ ...place, value: once === 'once' ? 1 : 2, unit: 'times' }];
    if (percent) return [{ ...place, value: Number(/\d+/.exec(percent)), unit: 'percent' }];
    const value = number === undefined ? 1 : numberOf(number, language);
    const counted = unitOf(lead ?? unit ?? bare, language);
    if (counted) return [{ ...place, value: value * counted.factor, unit: counted.unit }];
    return [{ ...place, value, unit: null }];
  });
}

function unitOf(word: string | undefined, language: HintLanguage) {
  if (word === undefined) return null;
  const found = units[language].find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(word));
  return found ? { unit: found[1], factor: found[2] } : null;
}

function numberOf(word: string, language: HintLanguage): number {
  if (/^\d/.test(word)) {
    if (/^\d{1,3}([.,]\d{3})+$/.test(word)) return Number(word.replace(/[.,]/g, ''));
    return Number(word.replace(',', '.'));
  }
  if (language === 'th') return thaiNumber(word);
  return language === 'en' ? englishNumber(word) : germanNumber(word);
}

function englishNumber(word: string): number {
  if (word === 'half') return 0.5;
  if (word.startsWith('a couple')) return 2;
  if (word === 'a dozen') return 12;
  if (word.endsWith('hundred')) return word.startsWith('two') ? 200 : 100;
  return word
    .split(/[- ]/)
    .map((one) => tens.en[one] ?? ones.en[one] ?? 0)
    .reduce((sum, one) => sum + one, 0);
}

function germanNumber(word: string): number {
  if (word === 'anderthalb') return 1.5;
  if (word === 'dreiviertel') return 0.75;
  if (word === 'viertel') return 0.25;
  if (word.startsWith('halb')) return 0.5;
  if (word.endsWith('hundert')) return word.startsWith('zwei') ? 200 : 100;
  const simple = tens.de[word] ?? ones.de[word];
  if (simple !== undefined) return simple;
  const [one = '', ten = ''] = word.split('und');
  return (ones.de[one] ?? 0) + (tens.de[ten] ?? 0);
}

const thaiDigits: Record<string, number> = {
  หนึ่ง: 1,
  นึง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const thaiPlaces: Record<string, number> = { สิบ: 10, ร้อย: 100, พัน: 1000, หมื่น: 10_000 };

function thaiNumber(word: string): number {
  let sum = 0;
  let digit = 0;
  for (const [part] of word.matchAll(
    /หนึ่ง|นึง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|ครึ่ง/gu,
  )) {
    const place = thaiPlaces[part];
    if (part === 'ครึ่ง') digit += 0.5;
    else if (place === undefined) digit = thaiDigits[part] ?? 0;
    else {
      sum += (digit || 1) * place;
      digit = 0;
    }
  }
  return sum + digit;
}

/** People round: "two months" for 60 days, "a bit over three months" for 100. */
const sameTime = 0.15;

export const isMoment = ({ unit }: Quantity) => unit === 'date' || unit === 'clock';

/** Whether `said` says as much as `wanted`. A bare number may leave its unit out, never change it. */
export function saysAsMuch(wanted: Quantity, said: Quantity): boolean {
  if ([wanted, said].some(isMoment) && said.unit !== wanted.unit) return false;
  if (said.unit !== null && wanted.unit !== null && said.unit !== wanted.unit) return false;
  if ((wanted.each && !said.each) || (wanted.isFrom && !said.isFrom)) return false;
  if (wanted.unit === 'time' && said.unit === 'time') {
    return Math.abs(said.value - wanted.value) <= wanted.value * sameTime;
  }
  if (wanted.unit === 'time' && said.unit === null) {
    return [1, ...Object.values(minutes)].some((factor) => said.value * factor === wanted.value);
  }
  // "At six" leaves open which one.
  if (wanted.unit === 'clock') return said.value % halfDay === wanted.value % halfDay;
  return said.value === wanted.value;
}

const halfDay = 720;
