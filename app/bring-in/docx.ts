// A Word file as pieces. Only its XML is unpacked, into no more room than was said beforehand, and put
// in a new bundle for the reader: pictures, macros and whatever else is in the file never reach it.
import { unzipSync, type Unzipped, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Piece, Said } from '#shared/bring-in/passages.ts';
import { fieldNamed } from '#shared/bring-in/names.ts';
import { type FileReading, maxUnpackedBytes } from '#shared/bring-in/source.ts';
import type { Run } from '#shared/export/document.ts';
import { safeHref } from '#shared/schema/text.ts';

export async function readDocx(bytes: Uint8Array): Promise<FileReading> {
  try {
    const parts = unpacked(bytes);
    if (parts === 'too-large') return { ok: false, why: 'unpacks-too-large' };
    const names = Object.keys(parts);
    if (names.some((name) => /^(xl|ppt)\//.test(name))) return { ok: false, why: 'other-office' };
    if (!names.some((name) => name.startsWith('word/')))
      return { ok: false, why: 'not-a-document' };
    return { ok: true, pieces: (await elementsOf(parts)).flatMap((one) => piecesOf(one)) };
  } catch {
    return { ok: false, why: 'broken' };
  }
}

/** fflate writes each part into as many bytes as the bundle says it has, and not one more. */
function unpacked(bytes: Uint8Array): Unzipped | 'too-large' {
  let total = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false;
      total += originalSize;
      return total <= maxUnpackedBytes;
    },
  });
  return total > maxUnpackedBytes ? 'too-large' : parts;
}

/** What mammoth makes of the file before it would write HTML, which we have no use for. */
interface Element {
  type: string;
  children?: Element[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  isBold?: boolean;
  isItalic?: boolean;
  href?: string;
}

async function elementsOf(parts: Unzipped): Promise<Element[]> {
  let found: Element[] = [];
  const bundle = zipSync(parts, { level: 0 });
  await mammoth.convertToHtml(source(bundle), {
    externalFileAccess: false,
    transformDocument: (document: Element) => {
      found = document.children ?? [];
      return { ...document, children: [] };
    },
  });
  return found;
}

/** In a page mammoth takes the one, in Node the other. */
const source = (bundle: Uint8Array) => {
  const arrayBuffer = bundle.slice().buffer;
  return { arrayBuffer, buffer: bundle as unknown as Buffer };
};

function piecesOf(element: Element): Piece[] {
  if (element.type === 'paragraph') return [paragraphOf(element)];
  if (element.type === 'table') return tablePieces(element);
  return (element.children ?? []).flatMap(piecesOf);
}

function paragraphOf(element: Element): Piece {
  const runs = runsOf(element, {});
  const level = headingLevel(element);
  if (level !== null) return { kind: 'heading', level, runs };
  return { kind: element.numbering ? 'item' : 'text', runs };
}

/** By id, which Word keeps in English, and by name, which other programs write. */
function headingLevel({ styleId, styleName }: Element): number | null {
  for (const name of [styleId, styleName]) {
    if (/^title$/i.test(name ?? '')) return 1;
    const n = /^heading\s?([1-9])$/i.exec(name ?? '')?.[1];
    // Below the title.
    if (n !== undefined) return Number(n) + 1;
  }
  return null;
}

type Look = Omit<Run, 'text'>;

function runsOf(element: Element, look: Look): Run[] {
  switch (element.type) {
    case 'text':
      return [{ ...look, text: element.value ?? '' }];
    case 'tab':
      return [{ ...look, text: '\t' }];
    case 'break':
      return [{ ...look, text: '\n' }];
    default:
      return (element.children ?? []).flatMap((child) => runsOf(child, looked(element, look)));
  }
}

function looked({ type, isBold, isItalic, href }: Element, look: Look): Look {
  const link = type === 'hyperlink' ? safeHref(href) : null;
  return {
    ...look,
    ...(isBold && { strong: true }),
    ...(isItalic && { emphasis: true }),
    ...(link !== null && { link }),
  };
}

/**
 * A brief is often a table: names down the first column, or in the first row with what they hold
 * below. Any other table is its cells, one after the other.
 */
function tablePieces(table: Element): Piece[] {
  const rows = (table.children ?? []).map(({ children = [] }) => children);
  const [head = [], ...below] = rows;
  if (head.length > 1 && below.length > 0 && head.every(isName)) {
    return head.flatMap((cell, column) => [
      ...named(cell),
      ...below.flatMap((row) => (row[column] ? piecesOf(row[column]) : [])),
      // A row that is longer than its head.
      ...(column === head.length - 1
        ? below.flatMap((row) => row.slice(head.length)).flatMap(piecesOf)
        : []),
    ]);
  }
  return rows.flatMap(([first, ...rest]) => {
    if (!first) return [];
    const isNamed = rest.length > 0 && isName(first);
    return [...(isNamed ? named(first) : piecesOf(first)), ...rest.flatMap(piecesOf)];
  });
}

const cellWords = (cell: Element) => piecesOf(cell).filter((piece) => saysWords(piece));
const saysWords = (piece: Piece): piece is Said =>
  'runs' in piece && piece.runs.some(({ text }) => text.trim() !== '');

function isName(cell: Element): boolean {
  const said = cellWords(cell) as Said[];
  const [only] = said;
  return (
    said.length === 1 &&
    only !== undefined &&
    fieldNamed(only.runs.map(({ text }) => text).join('')) !== null
  );
}

/** As deep as a heading of the file's own can be: the next one above it ends it. */
const named = (cell: Element): Piece[] =>
  cellWords(cell).map((piece) => ({ kind: 'heading', level: 9, runs: piece.runs }));
