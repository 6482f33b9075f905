// WebM (Matroska, RFC 9559): checks that there is a picture, reads its size, and empties Tags and
// Attachments in place, where recorders write a position. Nothing is encoded again.
import type { FileHandle } from 'node:fs/promises';
import { erase, readBytes } from './boxes.ts';
import type { VideoSize } from './mp4.ts';

const id = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  tags: 0x1254c367,
  attachments: 0x1941a469,
} as const;

const entered: ReadonlySet<number> = new Set([id.segment, id.tracks, id.trackEntry, id.video]);
const dropped: ReadonlySet<number> = new Set([id.tags, id.attachments]);

interface Element {
  id: number;
  start: number;
  body: number;
  /** Null for an element of unknown length, as live recorders write. */
  end: number | null;
}

const maxElements = 1_000_000;

/** Strips the file in place. Null when it is broken or holds no moving picture. */
export async function stripWebm(file: FileHandle): Promise<VideoSize | null> {
  const { size } = await file.stat();
  const shown: VideoSize = { width: null, height: null };
  const seen = new Set<number>();
  let at = 0;
  for (let count = 0; at < size && count < maxElements; count++) {
    const element = await readElement(file, at, size);
    // A recording whose last cluster was cut still plays; one without a picture does not.
    if (!element || (element.end ?? size) > size) break;
    seen.add(element.id);
    if (dropped.has(element.id)) await empty(file, element, size);
    if (element.id === id.pixelWidth) shown.width ??= await readNumber(file, element);
    if (element.id === id.pixelHeight) shown.height ??= await readNumber(file, element);
    const walksIn = entered.has(element.id) || (element.id === id.cluster && element.end === null);
    at = walksIn ? element.body : (element.end ?? size);
  }
  return seen.has(id.ebml) && seen.has(id.cluster) && seen.has(id.video) ? shown : null;
}

async function readElement(file: FileHandle, at: number, size: number): Promise<Element | null> {
  const bytes = await readBytes(file, { start: at, end: Math.min(at + 12, size) });
  const idWidth = vintWidth(bytes[0]);
  if (idWidth > 4 || bytes.length < idWidth + 1) return null;
  const sizeWidth = vintWidth(bytes[idWidth]);
  if (sizeWidth > 8 || bytes.length < idWidth + sizeWidth) return null;
  const mark = 2 ** (7 * sizeWidth);
  const length = unsigned(bytes.subarray(idWidth, idWidth + sizeWidth)) - mark;
  const body = at + idWidth + sizeWidth;
  const end = length === mark - 1 ? null : body + length;
  return { id: bytes.readUIntBE(0, idWidth), start: at, body, end };
}

/** Leading zeros of the first byte tell how many bytes a number takes. */
const vintWidth = (first = 0) => Math.clz32(first) - 23;

const unsigned = (bytes: Buffer) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

async function readNumber(file: FileHandle, { body, end }: Element): Promise<number | null> {
  const bytes = await readBytes(file, { start: body, end: Math.min(end ?? body, body + 4) });
  return unsigned(bytes) || null;
}

/** Writes a Void element (0xEC) of exactly the same length over it. */
async function empty(file: FileHandle, element: Element, size: number): Promise<void> {
  const end = element.end ?? size;
  const sizeWidth = Math.min(8, element.body - element.start - 1);
  const length = BigInt(end - element.start - 1 - sizeWidth);
  const header = Buffer.alloc(9);
  header.writeBigUInt64BE(length | (1n << BigInt(7 * sizeWidth)), 1);
  await erase(file, { start: element.start, end });
  await file.write(Buffer.from([0xec]), 0, 1, element.start);
  await file.write(header, 9 - sizeWidth, sizeWidth, element.start + 1);
}
