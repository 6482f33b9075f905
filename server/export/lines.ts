// Breaks a paragraph into lines of pieces that each have one font. Thai has no spaces: between the
// words that Intl.Segmenter finds goes a zero-width space, and UAX 14 does the rest.
import LineBreaker from 'linebreak';
import { emojiFile, type Face, faceFor, firstFace, isEmoji, type Weight } from './fonts.ts';

/** How a run looks, and what a reader finds under it. */
export interface Style {
  size: number;
  weight: Weight;
  isSlanted?: boolean;
  color: string;
  link?: string | undefined;
  rise?: number;
}

export interface Styled {
  text: string;
  style: Style;
}

export type Piece = { width: number; style: Style } & (
  | { kind: 'text'; text: string; face: Face }
  | { kind: 'emoji'; text: string; file: string }
);

export type Line = Piece[];

/** The width of a text in a font, in points. */
export type Measure = (text: string, face: Face, size: number) => number;

export function linesOf(runs: readonly Styled[], width: number, measure: Measure): Line[] {
  const paragraphs = splitAtBreaks(runs);
  return paragraphs.flatMap((paragraph) => wrap(chunksOf(paragraph, measure), width, measure));
}

function splitAtBreaks(runs: readonly Styled[]): Styled[][] {
  const lines: Styled[][] = [[]];
  for (const { text, style } of runs) {
    text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((line, index) => {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ text: tidy(line), style });
    });
  }
  return lines;
}

/** Control characters draw as boxes; a tab is a space. */
const tidy = (text: string) => text.replace(/\t/g, '  ').replace(/\p{Cc}/gu, '');

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const zeroWidthSpace = '\u200b';

/** Where Thai words part, told to whoever breaks lines; other text stays as it is. */
export function withThaiBreaks(text: string): string {
  return text.replace(/[\u0e00-\u0e7f]+/g, (thai) =>
    Array.from(thaiWords.segment(thai), ({ segment }) => segment).join(zeroWidthSpace),
  );
}

/** What stands between two places where a line may break: pieces, and whether it ends in space. */
interface Chunk {
  pieces: Piece[];
  /** Without the space at its end, which may hang over. */
  inkWidth: number;
  width: number;
}

function chunksOf(runs: readonly Styled[], measure: Measure): Chunk[] {
  const parts = runs.map(({ text, style }) => ({ text: withThaiBreaks(text), style }));
  const chunks: Chunk[] = [];
  let from = 0;
  for (const to of breaksOf(parts.map(({ text }) => text).join(''))) {
    chunks.push(chunkOf(slice(parts, from, to), measure));
    from = to;
  }
  return chunks;
}

function breaksOf(text: string): number[] {
  const breaker = new LineBreaker(text);
  const positions: number[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    positions.push(next.position);
  }
  return positions;
}

function slice(runs: readonly Styled[], from: number, to: number): Styled[] {
  let at = 0;
  return runs.flatMap(({ text, style }) => {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    return piece === '' ? [] : [{ text: piece.replaceAll(zeroWidthSpace, ''), style }];
  });
}

function chunkOf(runs: readonly Styled[], measure: Measure): Chunk {
  const pieces = runs.flatMap((run) => piecesOf(run, measure));
  const width = widthOf(pieces);
  const last = pieces.at(-1);
  const space = last?.kind === 'text' ? (/\s+$/.exec(last.text)?.[0] ?? '') : '';
  const hanging =
    last?.kind === 'text' && space !== '' ? measure(space, last.face, last.style.size) : 0;
  return { pieces, width, inkWidth: width - hanging };
}

const widthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { width }) => sum + width, 0);

/** Neighbours of one font stay one piece, so that marks find their letters and readers the words. */
function piecesOf({ text, style }: Styled, measure: Measure): Piece[] {
  const pieces: Piece[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const piece = pieceOf(segment, style);
    const last = pieces.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text' && last.face.name === piece.face.name) {
      last.text += piece.text;
    } else pieces.push(piece);
  }
  for (const piece of pieces) {
    if (piece.kind === 'text') piece.width = measure(piece.text, piece.face, style.size);
  }
  return pieces;
}

function pieceOf(grapheme: string, style: Style): Piece {
  const width = style.size * 1.2;
  const picture = isEmoji(grapheme) ? emojiFile(grapheme) : null;
  if (picture) return { kind: 'emoji', text: grapheme, file: picture, style, width };
  const face = faceFor(grapheme, style.weight);
  if (face) return { kind: 'text', text: grapheme, face, style, width: 0 };
  const other = emojiFile(grapheme);
  if (other) return { kind: 'emoji', text: grapheme, file: other, style, width };
  return { kind: 'text', text: grapheme, face: firstFace(style.weight), style, width: 0 };
}

function wrap(chunks: readonly Chunk[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [[]];
  let used = 0;
  for (const chunk of chunks.flatMap((one) => fitted(one, width, measure))) {
    if (used > 0 && used + chunk.inkWidth > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(...chunk.pieces);
    used += chunk.width;
  }
  return lines.map((line) => joined(line, measure));
}

/** A word wider than the line is cut between its characters. */
function fitted(chunk: Chunk, width: number, measure: Measure): Chunk[] {
  if (chunk.inkWidth <= width) return [chunk];
  return chunk.pieces.flatMap((piece) =>
    Array.from(graphemes.segment(piece.text), ({ segment }) =>
      chunkOf([{ text: segment, style: piece.style }], measure),
    ),
  );
}

function joined(line: Line, measure: Measure): Line {
  const pieces: Piece[] = [];
  for (const piece of line) {
    const last = pieces.at(-1);
    const isSame =
      last?.kind === 'text' &&
      piece.kind === 'text' &&
      last.face.name === piece.face.name &&
      last.style === piece.style;
    if (isSame) last.text += piece.text;
    else pieces.push({ ...piece });
  }
  return pieces.map((piece) =>
    piece.kind === 'text'
      ? { ...piece, width: measure(piece.text, piece.face, piece.style.size) }
      : piece,
  );
}
