// A fee as people write it: "฿9,000", "9.000 THB", "9k", "9000 baht". What was written is what was
// agreed and stays; the number beside it is for adding up. Who writes something else ("two sticks")
// is not wrong: it has no number.

export interface Fee {
  amount: number;
  /** ISO 4217, or null where none was named. */
  currency: string | null;
}

const word = (names: string) => `(?<![a-z])(?:${names})(?![a-z])`;
const currencies: [code: string, ways: RegExp][] = [
  ['THB', new RegExp(`฿|บาท|${word('thb|baht')}`, 'iu')],
  ['USD', new RegExp(`\\$|${word('usd|dollars?')}`, 'iu')],
  ['EUR', new RegExp(`€|${word('eur|euros?')}`, 'iu')],
  ['GBP', new RegExp(`£|${word('gbp|pounds?')}`, 'iu')],
  ['JPY', new RegExp(`¥|${word('jpy|yen')}`, 'iu')],
  ['SGD', new RegExp(word('sgd'), 'iu')],
];

/** Null where it is no single amount of money. */
export function readFee(text: string): Fee | null {
  const plain = text.normalize('NFKC').replace(/[๐-๙]/g, thaiDigit);
  const currency = currencies.find(([, ways]) => ways.test(plain));
  const bare = (currency ? plain.replace(currency[1], ' ') : plain)
    .replace(/(\d)(?=(k|พัน)(\s|$))/iu, '$1 ')
    .trim();
  const match = /^(\d[\d.,'’ ]*?)\s*(k|พัน)?(?:\s*[.,]?-)?$/iu.exec(bare);
  if (!match) return null;
  const number = readNumber(match[1] ?? '');
  if (number === null) return null;
  const amount = Math.round(number * (match[2] ? 1000 : 1) * 100) / 100;
  return { amount, currency: currency?.[0] ?? null };
}

const thaiDigit = (digit: string) => String(digit.charCodeAt(0) - '๐'.charCodeAt(0));

/** A mark before exactly three digits parts thousands; the last one before fewer is the decimal mark. */
function readNumber(written: string): number | null {
  const text = written.replace(/[\s'’]/g, '');
  const grouped = /^\d{1,3}([.,]\d{3})+$/.test(text);
  if (grouped && !(text.includes('.') && text.includes(','))) {
    return Number(text.replace(/[.,]/g, ''));
  }
  const match = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return Number(`${(match[1] ?? '').replace(/[.,]/g, '')}.${match[2] ?? '0'}`);
}

/** "9,000 THB": the same for every way of writing it. */
export function feeWords({ amount, currency }: Fee): string {
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(amount);
  return currency ? `${number} ${currency}` : number;
}
