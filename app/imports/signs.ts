// What a file is by its first bytes, before anything of it is read as text.
import type { OtherKind } from '#shared/imports/recognise.ts';

export type Sign = 'zip' | 'text' | Extract<OtherKind, 'picture' | 'film' | 'pdf' | 'spreadsheet'>;

const latin1 = new TextDecoder('latin1');

// Bytes that no text begins with.
/* oxlint-disable no-control-regex */
const signs: [RegExp, Sign][] = [
  [/^PK(?:\u0003\u0004|\u0005\u0006)/, 'zip'],
  [/^%PDF-/, 'pdf'],
  [
    /^(?:.PNG\r\n|\u00ff\u00d8\u00ff|GIF8|RIFF....WEBP|....ftyp(?:heic|heix|mif1|avif))/s,
    'picture',
  ],
  [/^(?:....ftyp|\u001aE\u00df\u00a3)/s, 'film'],
  // What Excel wrote before 2007.
  [/^\u00d0\u00cf\u0011\u00e0/, 'spreadsheet'],
];
/* oxlint-enable no-control-regex */

export function signOf(start: Uint8Array): Sign {
  const text = latin1.decode(start.subarray(0, 16));
  return signs.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}
