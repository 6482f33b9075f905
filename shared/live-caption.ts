// Whether what stands on the platform is what both approved. Platforms change how a text is kept, not
// what it says; those changes are looked past, and nothing else is. Pure.
//
// Looked past: line ends of other systems; white space at the ends of lines and of the text; no-break
// and other fixed-width spaces for a plain one; marks without width (zero-width space, word joiner,
// byte order mark, soft hyphen, marks of direction) except the joiners inside emoji and words; the
// selector that asks for an emoji's coloured form; and how an accent is put together (NFC).
// Everything else counts: letters, case, marks, emoji, spaces and empty lines in between.
import { type Run, textDifference } from './difference.ts';

const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g;
// The joiners U+200C and U+200D say something: they hold an emoji's people together.
const widthless =
  /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|[\uFE0E]|[\uFE0F]/g;

export function asRead(text: string): string {
  return text
    .replace(widthless, '')
    .replace(lineEnds, '\n')
    .replace(spaces, ' ')
    .replace(/ +(?=\n|$)/g, '')
    .replace(/^[ \n]+|[ \n]+$/g, '')
    .normalize('NFC');
}

export interface LiveDifference {
  asApproved: boolean;
  /** `added` stands on the platform alone, `removed` in what was approved alone. */
  runs: Run[];
}

export function liveDifference(approved: string, live: string): LiveDifference {
  const [before, after] = [asRead(approved), asRead(live)];
  if (before === after) return { asApproved: true, runs: [] };
  return { asApproved: false, runs: textDifference(before, after) };
}
