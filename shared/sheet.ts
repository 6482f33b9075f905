// A table as it comes out of a sheet: cells between tabs, or between commas or semicolons, some of
// them in quotes. Every line of what was pasted is in a row or counted as empty, and no letter is
// dropped: what only looks like a quoted cell stays as it is written. (Readers for well-formed files
// swallow the rest of a text after a lone quote.) It knows nothing of what the cells mean.

export interface SheetRow {
  /** Where it begins, counted from 1. */
  line: number;
  /** How many lines it takes: a quoted cell may hold breaks. */
  lines: number;
  cells: string[];
}

/** Rows that say something; empty lines are left out. */
export function readSheet(text: string): SheetRow[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(source);
  const rows: SheetRow[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const { cells, end } = readRow(source, at, delimiter);
    const lines = source.slice(at, end).split('\n').length;
    if (cells.some((cell) => cell !== '')) rows.push({ line, lines, cells });
    at = end + 1;
    line += lines;
  }
  return rows;
}

/** Sheets copy with tabs. A file has commas, or semicolons where the comma stands in numbers. */
function delimiterOf(source: string): string {
  if (source.includes('\t')) return '\t';
  const [first = ''] = source.split('\n', 1);
  return first.split(';').length > first.split(',').length ? ';' : ',';
}

function readRow(source: string, from: number, delimiter: string) {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const { cell, end } = readQuoted(source, at, delimiter) ?? readPlain(source, at, delimiter);
    cells.push(tidy(cell));
    if (source[end] !== delimiter) return { cells, end };
    at = end + 1;
  }
}

/** Null where no closing quote stands before a delimiter or the end of a line. */
function readQuoted(source: string, at: number, delimiter: string) {
  if (source[at] !== '"') return null;
  for (let end = source.indexOf('"', at + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    if (source[end + 1] === '"') {
      end += 1;
      continue;
    }
    const next = source[end + 1];
    const closes = next === undefined || next === delimiter || next === '\n';
    return closes ? { cell: source.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 } : null;
  }
  return null;
}

function readPlain(source: string, at: number, delimiter: string) {
  let end = at;
  while (end < source.length && source[end] !== delimiter && source[end] !== '\n') end += 1;
  return { cell: source.slice(at, end), end };
}

/**
 * White space of every kind, and what nobody can see, as one blank or none. The apostrophe that says
 * "this is text" is no part of it: "'+66 81 …" is a phone number.
 */
const tidy = (cell: string) =>
  cell
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+-])/, '');

/**
 * Rows to paste into a sheet. A cell that a sheet would take for a formula gets the apostrophe that
 * sheets take for "this is text".
 */
export function writeSheet(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(written).join('\t')).join('\n');
}

function written(cell: string): string {
  const text = /^[=+-]/.test(cell) ? `'${cell}` : cell;
  return /["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
