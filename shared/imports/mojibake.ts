// Instagram writes the bytes of UTF-8 as if each were a letter of Latin-1: "แดด" arrives as "à¹\u0081…".
// Read back where all of a text is such bytes and they are UTF-8; any other text stays as it is.

const isPlain = /^[\u0000-\u007f]*$/; // oxlint-disable-line no-control-regex
const isBytes = /^[\u0000-\u00ff]*$/; // oxlint-disable-line no-control-regex

export function fromMojibake(text: string): string {
  if (isPlain.test(text) || !isBytes.test(text)) return text;
  try {
    return decodeURIComponent(
      Array.from(text, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join(
        '',
      ),
    );
  } catch {
    // A real "é" alone is no UTF-8: the text was right all along.
    return text;
  }
}

/** Letters a form takes: no controls but breaks, and no half of a pair. */
export function cleanText(text: string, most: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cs}]|(?![\n\t])\p{Cc}/gu, '')
    .trim();
  return clean.length <= most ? clean : Array.from(clean).slice(0, most).join('');
}
