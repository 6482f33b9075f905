// A phone number as people write it: "081-234 5678", "+66 (0)81 234 5678", in Thai digits too. What was
// written is what is kept; only the link that calls it is of one form. Whether anybody picks up is
// known to nobody here.

/** In characters, with whatever stands between the digits. */
export const maxPhoneLength = 40;

export const isPhone = (text: string): boolean =>
  text.length <= maxPhoneLength && digitsOf(text) !== null;

/** With a zero or a plus in front: no fee and no count of posts is written like that. */
export const looksLikePhone = (text: string): boolean =>
  isPhone(text) && /^[+0]/.test(digitsOf(text) ?? '');

/** What a phone dials; null where it is no number. */
export function phoneUrl(text: string): string | null {
  const digits = digitsOf(text);
  return digits && `tel:${digits}`;
}

/** From eight digits to fifteen (E.164), after a plus or not. */
function digitsOf(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - '๐'.charCodeAt(0)))
    // "+66 (0)81": the zero is for whoever dials from inside.
    .replace(/^(\+.*?)\(0\)/, '$1')
    .replace(/[\s.()\-\u2010-\u2015]/g, '');
  return /^\+?\d{8,15}$/.test(plain) ? plain : null;
}
