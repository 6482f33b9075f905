// Writes a document to take along as PDF: our fonts inside, every script in its own, emoji in colour,
// tagged for screen readers, pages numbered. It gives way between blocks, so that a long script does
// not hold up the others who are writing.
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import svgToPdf from 'svg-to-pdfkit';
import {
  type ExportBlock,
  type ExportDocument,
  type Note,
  notesEndingAt,
  plain,
  type Run,
} from '#shared/export/document.ts';
import type { Face } from './fonts.ts';
import { type Line, linesOf, type Piece, type Style, type Styled } from './lines.ts';

const ink = '#1c1b1f';
const muted = '#5b5862';
const rule = '#d8d4ce';
const margin = { top: 56, side: 62, bottom: 64 };
/** Thai marks stand two storeys high. */
const leading = 1.6;

const body: Style = { size: 10.5, weight: 'regular', color: ink };
const styles = {
  title: { size: 20, weight: 'bold', color: ink },
  heading: { size: 13.5, weight: 'bold', color: ink },
  subheading: { size: 11, weight: 'bold', color: ink },
  large: { size: 14, weight: 'regular', color: ink },
  quiet: { ...body, size: 9, color: muted },
  foot: { ...body, size: 8, color: muted },
} as const satisfies Record<string, Style>;

interface Sheet {
  pdf: PDFKit.PDFDocument;
  /** Where the next line's top is. */
  y: number;
}

interface Box {
  x: number;
  width: number;
}

export async function pdfOf(doc: ExportDocument): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: doc.lang,
    displayTitle: true,
    info: { Title: doc.title, Creator: 'Cobrief' },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) =>
    pdf.once('end', resolve).once('error', reject),
  );
  const sheet = { pdf, y: margin.top };
  for (const block of blocksWithNotes(doc)) {
    drawBlock(sheet, block);
    await setImmediate();
  }
  drawFeet(sheet, doc.foot);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

type PaperBlock = ExportBlock | { kind: 'title'; title: string; subtitle: string } | NoteBlock;
type NoteBlock = { kind: 'note'; note: Note };

function blocksWithNotes({ title, subtitle, blocks, notes, notesTitle }: ExportDocument) {
  const noteBlocks = notes.map((note): PaperBlock => ({ kind: 'note', note }));
  const above: PaperBlock[] =
    notes.length > 0 ? [{ kind: 'heading', level: 1, text: notesTitle }] : [];
  return [{ kind: 'title', title, subtitle } as const, ...blocks, ...above, ...noteBlocks];
}

function drawBlock(sheet: Sheet, block: PaperBlock): void {
  switch (block.kind) {
    case 'title':
      tagged(sheet, 'H1', () => drawRuns(sheet, plain(block.title), styles.title));
      tagged(sheet, 'P', () => drawRuns(sheet, plain(block.subtitle), styles.quiet));
      return gap(sheet, 6);
    case 'heading': {
      const style = block.level === 1 ? styles.heading : styles.subheading;
      gap(sheet, block.level === 1 ? 12 : 5);
      keepTogether(sheet, style.size * leading + body.size * leading * 2);
      tagged(sheet, block.level === 1 ? 'H2' : 'H3', () =>
        drawRuns(sheet, plain(block.text), style),
      );
      return gap(sheet, 2);
    }
    case 'text':
      tagged(sheet, 'P', () => drawRuns(sheet, block.runs, block.look ? styles[block.look] : body));
      return gap(sheet, block.look === 'quiet' ? 0 : 6);
    case 'list':
      block.items.forEach((item, index) =>
        drawItem(sheet, item, block.isOrdered ? index + 1 : null),
      );
      return gap(sheet, 4);
    case 'facts':
      block.facts.forEach(({ name, value }) => drawRow(sheet, [name, value], factColumns));
      return gap(sheet, 6);
    case 'table':
      drawTable(sheet, block.head, block.rows);
      return gap(sheet, 6);
    case 'address':
      drawAddress(sheet, block.url);
      return gap(sheet, 6);
    case 'note':
      drawNote(sheet, block.note);
      return gap(sheet, 8);
  }
}

/** Marks what is drawn for readers that do not see; a page that ends inside goes on in it. */
function tagged(sheet: Sheet, tag: string, draw: () => void): void {
  const { pdf } = sheet;
  const content = pdf.markStructureContent(tag);
  draw();
  pdf.endMarkedContent();
  pdf.addStructure(pdf.struct(tag, {}, content));
}

const fullWidth = (sheet: Sheet): Box => ({
  x: margin.side,
  width: sheet.pdf.page.width - 2 * margin.side,
});

const gap = (sheet: Sheet, points: number): void => {
  sheet.y += points;
};

function keepTogether(sheet: Sheet, height: number): void {
  if (sheet.y + height <= sheet.pdf.page.height - margin.bottom) return;
  sheet.pdf.addPage();
  sheet.y = margin.top;
}

function drawRuns(sheet: Sheet, runs: readonly Run[], style: Style, box = fullWidth(sheet)): void {
  for (const line of linesOf(styled(runs, style), box.width, measureIn(sheet))) {
    drawLine(sheet, line, { box, style });
  }
}

function styled(runs: readonly Run[], style: Style): Styled[] {
  return runs.flatMap((run, index) => {
    const own: Style = {
      ...style,
      ...(run.strong ? { weight: 'bold' as const } : {}),
      ...(run.emphasis ? { isSlanted: true } : {}),
      link: run.link,
    };
    const mark: Style = { ...style, size: style.size * 0.7, color: muted, rise: style.size * 0.35 };
    const marks = notesEndingAt(runs, index).map((n) => ({ text: `[${n}]`, style: mark }));
    return [{ text: run.text, style: own }, ...marks];
  });
}

const measureIn =
  ({ pdf }: Sheet) =>
  (text: string, face: Face, size: number): number => {
    useFace(pdf, face);
    return pdf.fontSize(size).widthOfString(text);
  };

function useFace(pdf: PDFKit.PDFDocument, { name, file }: Face): void {
  // A font is read and set up once a document, when its first letter comes.
  const known = (pdf as { _registeredFonts?: Record<string, unknown> })._registeredFonts;
  if (!known?.[name]) pdf.registerFont(name, file);
  pdf.font(name);
}

function drawLine(sheet: Sheet, line: Line, { box, style }: { box: Box; style: Style }): void {
  const height = style.size * leading;
  keepTogether(sheet, height);
  drawPieces(sheet, line, { x: box.x, baseline: sheet.y + height * 0.68 });
  sheet.y += height;
}

function drawPieces(sheet: Sheet, line: Line, at: { x: number; baseline: number }): void {
  const { pdf } = sheet;
  let { x } = at;
  for (const piece of line) {
    const baseline = at.baseline - (piece.style.rise ?? 0);
    // The words themselves for whoever copies or searches: marks and pictures lose their order.
    const isPlain = /^[\x20-\x7e]*$/.test(piece.text);
    if (!isPlain) pdf.markContent('Span', { actual: piece.text });
    drawPiece(pdf, piece, { x, baseline });
    if (!isPlain) pdf.endMarkedContent();
    if (piece.style.link) drawLink(pdf, piece, { x, baseline });
    x += piece.width;
  }
}

function drawPiece(
  pdf: PDFKit.PDFDocument,
  piece: Piece,
  at: { x: number; baseline: number },
): void {
  const { size, color, isSlanted = false } = piece.style;
  if (piece.kind === 'emoji') {
    drawEmoji(pdf, piece.file, { x: at.x, y: at.baseline - size * 0.9, size: size * 1.12 });
    return;
  }
  useFace(pdf, piece.face);
  pdf.fontSize(size).fillColor(color);
  const options = { lineBreak: false, baseline: 'alphabetic', oblique: isSlanted } as const;
  pdf.text(piece.text, at.x, at.baseline, options);
}

function drawLink(
  pdf: PDFKit.PDFDocument,
  { width, style: { size, link = '' } }: Piece,
  { x, baseline }: { x: number; baseline: number },
): void {
  const y = baseline + size * 0.18;
  pdf
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(0.5)
    .stroke(muted);
  pdf.link(x, baseline - size, width, size * 1.3, link);
}

const emojiSource = new Map<string, string>();

function drawEmoji(
  pdf: PDFKit.PDFDocument,
  file: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const source = emojiSource.get(file) ?? readFileSync(file, 'utf8');
  emojiSource.set(file, source);
  svgToPdf(pdf, source, x, y, { width: size, height: size });
}

function drawItem(sheet: Sheet, item: readonly Run[], n: number | null): void {
  const full = fullWidth(sheet);
  const indent = 20;
  const box = { x: full.x + indent, width: full.width - indent };
  const mark = [{ text: n === null ? '•' : `${n}.`, style: body }];
  const [sign = []] = linesOf(mark, indent, measureIn(sheet));
  const lines = linesOf(styled(item, body), box.width, measureIn(sheet));
  const height = body.size * leading;
  tagged(sheet, 'P', () => {
    // A short item stays on one page.
    keepTogether(sheet, height * Math.min(lines.length, 5));
    drawPieces(sheet, sign, { x: full.x, baseline: sheet.y + height * 0.68 });
    for (const line of lines) drawLine(sheet, line, { box, style: body });
  });
  gap(sheet, 2);
}

interface Columns {
  shares: readonly number[];
  styleOf(column: number): Style;
}

const factColumns: Columns = {
  shares: [0.26, 0.74],
  styleOf: (column) => (column === 0 ? styles.quiet : { ...body, size: 9 }),
};

function tableColumns(head: readonly string[]): Columns {
  const [first = 1, ...others] = head.map((_, index) => (index === 0 ? 0.6 : 1));
  const sum = first + others.reduce((all, one) => all + one, 0);
  return {
    shares: [first, ...others].map((one) => one / sum),
    styleOf: () => ({ ...body, size: 9.5 }),
  };
}

function drawTable(sheet: Sheet, head: readonly string[], rows: readonly string[][]): void {
  const columns = tableColumns(head);
  keepTogether(sheet, body.size * leading * 3);
  drawRow(sheet, head, { ...columns, styleOf: () => ({ ...styles.quiet, weight: 'bold' }) });
  for (const row of rows) {
    const { x, width } = fullWidth(sheet);
    keepTogether(sheet, body.size * leading);
    sheet.pdf
      .moveTo(x, sheet.y)
      .lineTo(x + width, sheet.y)
      .lineWidth(0.5)
      .stroke(rule);
    gap(sheet, 3);
    drawRow(sheet, row, columns);
    gap(sheet, 3);
  }
}

/** Cells side by side, line by line, so that a long row goes on over the page. */
function drawRow(sheet: Sheet, cells: readonly string[], { shares, styleOf }: Columns): void {
  const full = fullWidth(sheet);
  const gutter = 10;
  const boxes = shares.map((share, index) => {
    const before = shares.slice(0, index).reduce((sum, one) => sum + one, 0);
    return { x: full.x + before * full.width, width: share * full.width - gutter };
  });
  const columns = boxes.map((box, index) => {
    const style = styleOf(index);
    const runs = [{ text: cells[index] ?? '', style }];
    return { box, lines: linesOf(runs, box.width, measureIn(sheet)) };
  });
  const height = Math.max(...shares.map((_, index) => styleOf(index).size)) * leading;
  const count = Math.max(...columns.map(({ lines }) => lines.length));
  tagged(sheet, 'P', () => {
    for (let index = 0; index < count; index += 1) {
      keepTogether(sheet, height);
      const baseline = sheet.y + height * 0.68;
      for (const { box, lines } of columns) {
        drawPieces(sheet, lines[index] ?? [], { x: box.x, baseline });
      }
      gap(sheet, height);
    }
  });
}

/** A code that a phone reads, and the address for those who type. */
function drawAddress(sheet: Sheet, url: string): void {
  const side = 84;
  keepTogether(sheet, side);
  const { x, width } = fullWidth(sheet);
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const unit = side / modules.size;
  const top = sheet.y;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) sheet.pdf.rect(x + column * unit, top + row * unit, unit, unit);
    }
  }
  sheet.pdf.fill(ink);
  gap(sheet, side / 2 - body.size);
  const beside = { x: x + side + 14, width: width - side - 14 };
  tagged(sheet, 'P', () => drawRuns(sheet, [{ text: url, link: url }], body, beside));
  sheet.y = Math.max(sheet.y, top + side);
}

function drawNote(sheet: Sheet, { n, about, state, comments }: Note): void {
  keepTogether(sheet, body.size * leading * 4);
  const said = [`[${n}] ${about}`, ...state].join(' · ');
  tagged(sheet, 'H3', () => drawRuns(sheet, plain(said), styles.subheading));
  const { x, width } = fullWidth(sheet);
  const box = { x: x + 14, width: width - 14 };
  for (const { author, when, body: words } of comments) {
    keepTogether(sheet, body.size * leading * 2);
    const line: Run[] = [{ text: author, strong: true }, { text: `  ${when}` }];
    tagged(sheet, 'P', () => drawRuns(sheet, line, styles.quiet, box));
    tagged(sheet, 'P', () => drawRuns(sheet, plain(words), body, box));
    gap(sheet, 3);
  }
}

function drawFeet(sheet: Sheet, foot: string): void {
  const { pdf } = sheet;
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    const { x, width } = fullWidth(sheet);
    const text = `${foot} · ${index + 1}/${count}`;
    const [line = []] = linesOf([{ text, style: styles.foot }], width, measureIn(sheet));
    pdf.markContent('Artifact', { type: 'Pagination' });
    drawPieces(sheet, line, { x, baseline: pdf.page.height - margin.bottom / 2 });
    pdf.endMarkedContent();
  }
}
