// A table out of text as spreadsheets and apps write it (RFC 4180): quoted cells with breaks in them,
// doubled quotes, commas, semicolons or tabs between. It is told letters, never bytes, and judges
// nothing; what a column means is columns.ts.

export interface TableLine {
  /** Where it begins, as an editor counts. */
  line: number;
  cells: string[];
}

const separators = [',', ';', '\t'] as const;

export function readCsv(text: string): TableLine[] {
  const separator = separatorOf(text);
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let [line, begins] = [1, 1];
  const endCell = () => {
    cells.push(cell.trim());
    cell = '';
  };
  const endLine = () => {
    endCell();
    if (cells.some((one) => one !== '')) lines.push({ line: begins, cells });
    cells = [];
    begins = line;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (letter === '\n') line++;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at];
      else isQuoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === separator) endCell();
    else if (letter === '\n') endLine();
    else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return lines;
}

/** Whichever divides the first line most, outside of quotes; some spreadsheets name it themselves. */
function separatorOf(text: string): string {
  const first = text.split('\n', 1)[0]?.replace(/"[^"]*"/g, '') ?? '';
  const counts = separators.map((one) => first.split(one).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
