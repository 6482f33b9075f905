// Which font draws which letter. Paper has no fallback: every character is given to the first of our
// fonts that has it, and an emoji to its picture. Fonts are opened when their first letter comes.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Font, create } from 'fontkit';

export type Weight = 'regular' | 'bold';
export interface Face {
  /** Of pdfkit's register. */
  name: string;
  file: string;
}

const require = createRequire(import.meta.url);
const fonts = '@expo-google-fonts';

// The order of asking. Latin, Greek and Cyrillic; Thai; Japanese, which also has most signs.
const families = [
  { name: 'Noto Sans', path: `${fonts}/noto-sans`, file: 'NotoSans' },
  { name: 'Noto Sans Thai', path: `${fonts}/noto-sans-thai`, file: 'NotoSansThai' },
  { name: 'BIZ UDPGothic', path: `${fonts}/biz-udpgothic`, file: 'BIZUDPGothic' },
] as const;

const weights = { regular: '400Regular', bold: '700Bold' } as const;

type Family = (typeof families)[number];
const faces = new Map<string, Face>();

function faceOf(family: Family, weight: Weight): Face {
  const name = `${family.name} ${weight}`;
  const known = faces.get(name);
  if (known) return known;
  const style = weights[weight];
  const file = require.resolve(`${family.path}/${style}/${family.file}_${style}.ttf`);
  const face = { name, file };
  faces.set(name, face);
  return face;
}

const opened = new Map<string, Font>();

/** The letters of both weights are the same, so one is asked for both. */
function hasLetters(family: Family, grapheme: string): boolean {
  let font = opened.get(family.name);
  if (!font) {
    font = create(readFileSync(faceOf(family, 'regular').file)) as Font;
    opened.set(family.name, font);
  }
  const known = font;
  return Array.from(grapheme).every(
    (letter) => isInvisible(letter) || known.hasGlyphForCodePoint(letter.codePointAt(0) as number),
  );
}

/** Joiners, variation selectors and the like: drawn by no font, and no reason to look for another. */
const isInvisible = (letter: string) => /^[\p{Cf}\p{Cc}\ufe00-\ufe0f]$/u.test(letter);

const familyOf = new Map<string, Family | null>();

/** Null where none of ours has it. */
export function faceFor(grapheme: string, weight: Weight): Face | null {
  let family = familyOf.get(grapheme);
  if (family === undefined) {
    family = families.find((one) => hasLetters(one, grapheme)) ?? null;
    // Single letters are few; what people can stack on one is not, and is asked each time.
    if (grapheme.length === 1) familyOf.set(grapheme, family);
  }
  return family && faceOf(family, weight);
}

export const firstFace = (weight: Weight): Face => faceOf(families[0], weight);

const emojiFolder = dirname(require.resolve('@twemoji/svg/package.json'));

let emojiNames: Set<string> | undefined;

/** The picture of an emoji, null where a grapheme is none. Twemoji drops FE0F unless it joins. */
export function emojiFile(grapheme: string): string | null {
  const points = Array.from(grapheme);
  const kept = grapheme.includes('\u200d') ? points : points.filter((one) => one !== '\ufe0f');
  const name = kept.map((one) => (one.codePointAt(0) as number).toString(16)).join('-');
  emojiNames ??= new Set(readdirSync(emojiFolder));
  return emojiNames.has(`${name}.svg`) ? join(emojiFolder, `${name}.svg`) : null;
}

/** Shown in colour unless asked otherwise: by its nature, by a selector, or as a keycap. */
export const isEmoji = (grapheme: string): boolean =>
  /\p{Emoji_Presentation}|\ufe0f|\u20e3/u.test(grapheme);
