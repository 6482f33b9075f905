// Boxes of the ISO base media format (ISO 14496-12), which MP4, QuickTime and HEIC share: finding
// them and emptying them in place. It knows nothing of what the boxes mean.
import type { FileHandle } from 'node:fs/promises';

export interface Box {
  /** Four characters, Latin-1. */
  type: string;
  start: number;
  /** Where the payload begins. */
  body: number;
  end: number;
}

export interface Span {
  start: number;
  end: number;
}

/** The boxes of a span, and how far they reach. `cut` names a box that reaches past the span. */
export interface Boxes {
  boxes: Box[];
  end: number;
  cut: string | null;
}

const maxBoxes = 100_000;
const printable = /^[\x20-\x7e\xa9]{4}$/;

export async function readBoxes(file: FileHandle, span: Span): Promise<Boxes> {
  const boxes: Box[] = [];
  let at = span.start;
  while (at + 8 <= span.end && boxes.length < maxBoxes) {
    const box = await readBox(file, at, span.end);
    if (!box) break;
    if (box.end > span.end) return { boxes, end: at, cut: box.type };
    boxes.push(box);
    at = box.end;
  }
  return { boxes, end: at, cut: null };
}

async function readBox(file: FileHandle, at: number, spanEnd: number): Promise<Box | null> {
  const header = await readBytes(file, { start: at, end: Math.min(at + 16, spanEnd) });
  const type = header.toString('latin1', 4, 8);
  if (!printable.test(type)) return null;
  const short = header.readUInt32BE(0);
  const long = short === 1;
  if (long && header.length < 16) return null;
  const size = long ? Number(header.readBigUInt64BE(8)) : short || spanEnd - at;
  const body = at + (long ? 16 : 8);
  return at + size < body ? null : { type, start: at, body, end: at + size };
}

export async function readBytes(file: FileHandle, span: Span): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, span.end - span.start));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, span.start);
  return bytes.subarray(0, bytesRead);
}

/** The boxes at the end of a path of types, from a span downwards. */
export async function boxesAt(file: FileHandle, span: Span, path: string[]): Promise<Box[]> {
  const [type, ...deeper] = path;
  const { boxes } = await readBoxes(file, span);
  const found = boxes.filter((box) => box.type === type);
  if (deeper.length === 0) return found;
  const nested = await Promise.all(found.map((box) => boxesAt(file, inside(box), deeper)));
  return nested.flat();
}

export const inside = (box: Box): Span => ({ start: box.body, end: box.end });

const zeros = Buffer.alloc(1_000_000);

/** Overwrites the span with zeros: what is not wanted is gone, not merely hidden. */
export async function erase(file: FileHandle, span: Span): Promise<void> {
  for (let at = span.start; at < span.end; at += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, span.end - at), at);
  }
}

/** Makes the box empty space of the same length, so that no offset in the file changes. */
export async function vacate(file: FileHandle, box: Box): Promise<void> {
  await file.write(Buffer.from('free', 'latin1'), 0, 4, box.start + 4);
  await erase(file, inside(box));
}
