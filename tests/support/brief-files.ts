// Files that people bring a brief in from, made by other code than reads them.
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';

export const bytesOf = (text: string): Uint8Array => strToU8(text);

/** `#` begins a heading, `-` an item, `**` a bold line; anything else is a paragraph. */
export function wordFile(lines: readonly string[]): Promise<Uint8Array> {
  return packed(lines.map(paragraphOf));
}

export function wordTable(rows: readonly string[][]): Promise<Uint8Array> {
  const cell = (text: string) =>
    new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)) });
  return packed([
    new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) }),
  ]);
}

async function packed(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function paragraphOf(line: string): Paragraph {
  if (line.startsWith('# '))
    return new Paragraph({ heading: HeadingLevel.HEADING_1, text: line.slice(2) });
  if (line.startsWith('- ')) return new Paragraph({ bullet: { level: 0 }, text: line.slice(2) });
  if (line.startsWith('**'))
    return new Paragraph({ children: [new TextRun({ text: line.slice(2), bold: true })] });
  return new Paragraph(line);
}

/** The smallest PNG there is, whatever it is called. */
export const picture = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);

/** A Word file in name, which unpacks to far more than it weighs. */
export const zipBomb = () =>
  zipSync({ 'word/document.xml': new Uint8Array(32 * 1024 * 1024).fill(32) });
