// MP4 and QuickTime video: checks that it is whole and strips everything but picture and sound,
// without encoding again. What is kept is listed rather than what is dropped, because cameras put
// positions into many places (udta/©xyz and loci, meta keys, uuid, timed tracks, boxes of their own).
import type { FileHandle } from 'node:fs/promises';
import { type Box, boxesAt, erase, inside, readBoxes, readBytes, vacate } from './boxes.ts';

export interface VideoSize {
  width: number | null;
  height: number | null;
}

const keptAtTop = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'wide']);
const keptInMovie = new Set(['mvhd', 'iods', 'trak', 'mvex']);
const keptInTrack = new Set(['tkhd', 'edts', 'mdia', 'clip', 'matt']);
const keptHandlers = new Set(['vide', 'soun']);
/** A file cut in one of these has lost pictures; anything else at the end is only rubbish. */
const essential = new Set(['moov', 'mdat', 'moof']);

/** Strips the file in place. Null when it is broken or holds no moving picture. */
export async function stripMp4(file: FileHandle): Promise<VideoSize | null> {
  const { size } = await file.stat();
  const { boxes, end, cut } = await readBoxes(file, { start: 0, end: size });
  const movie = boxes.find((box) => box.type === 'moov');
  const hasMedia = boxes.some((box) => box.type === 'mdat');
  if (!movie || !hasMedia || (cut && essential.has(cut))) return null;
  for (const box of boxes) if (!keptAtTop.has(box.type)) await vacate(file, box);
  if (end < size) await file.truncate(end);
  return stripMovie(file, movie, end);
}

async function stripMovie(file: FileHandle, movie: Box, size: number): Promise<VideoSize | null> {
  const { boxes, end } = await readBoxes(file, inside(movie));
  let shown: VideoSize | null = null;
  for (const box of boxes) {
    if (!keptInMovie.has(box.type)) await vacate(file, box);
    if (box.type !== 'trak') continue;
    const handler = await handlerOf(file, box);
    if (!keptHandlers.has(handler)) {
      if (!(await eraseSamples(file, box, size))) return null;
      await vacate(file, box);
      continue;
    }
    await stripTrack(file, box);
    if (handler === 'vide') shown ??= await sizeOf(file, box);
  }
  await erase(file, { start: end, end: movie.end });
  return shown;
}

async function stripTrack(file: FileHandle, track: Box): Promise<void> {
  const { boxes, end } = await readBoxes(file, inside(track));
  for (const box of boxes) if (!keptInTrack.has(box.type)) await vacate(file, box);
  await erase(file, { start: end, end: track.end });
}

async function handlerOf(file: FileHandle, track: Box): Promise<string> {
  const [handler] = await boxesAt(file, inside(track), ['mdia', 'hdlr']);
  if (!handler) return '';
  const bytes = await readBytes(file, { start: handler.body + 8, end: handler.body + 12 });
  return bytes.toString('latin1');
}

/** Width and height out of the track header, turned as its matrix says. */
async function sizeOf(file: FileHandle, track: Box): Promise<VideoSize> {
  const [header] = await boxesAt(file, inside(track), ['tkhd']);
  const bytes = header ? await readBytes(file, inside(header)) : Buffer.alloc(0);
  const matrix = bytes[0] === 1 ? 52 : 40;
  if (bytes.length < matrix + 44) return { width: null, height: null };
  const turned = bytes.readInt32BE(matrix) === 0 && bytes.readInt32BE(matrix + 16) === 0;
  const width = bytes.readUInt16BE(matrix + 36) || null;
  const height = bytes.readUInt16BE(matrix + 40) || null;
  return turned ? { width: height, height: width } : { width, height };
}

const maxTableBytes = 16_000_000;

/** Erases what a dropped track points at in the media. False when its tables make no sense. */
async function eraseSamples(file: FileHandle, track: Box, fileSize: number): Promise<boolean> {
  const [table] = await boxesAt(file, inside(track), ['mdia', 'minf', 'stbl']);
  if (!table) return true;
  const { boxes } = await readBoxes(file, inside(table));
  const named = async (type: string) => {
    const box = boxes.find((candidate) => candidate.type === type);
    if (!box || box.end - box.body > maxTableBytes) return null;
    return readBytes(file, inside(box));
  };
  const sizes = sampleSizes(await named('stsz'));
  const offsets = chunkOffsets(await named('stco'), await named('co64'));
  const runs = chunkRuns(await named('stsc'));
  if (!sizes || !offsets || !runs) return false;
  return eraseChunks(file, { sizes, offsets, runs, fileSize });
}

interface SampleTable {
  sizes: { count: number; at(sample: number): number };
  offsets: number[];
  runs: { firstChunk: number; samples: number }[];
  fileSize: number;
}

async function eraseChunks(file: FileHandle, table: SampleTable): Promise<boolean> {
  const { sizes, offsets, runs, fileSize } = table;
  let sample = 0;
  let erased = 0;
  for (const [index, offset] of offsets.entries()) {
    const run = runs.findLast(({ firstChunk }) => firstChunk <= index + 1);
    const last = Math.min(sizes.count, sample + (run?.samples ?? 0));
    let length = 0;
    for (; sample < last; sample++) length += sizes.at(sample);
    erased += length;
    // More than the file holds is a table made to keep the disk busy.
    if (offset + length > fileSize || erased > fileSize) return false;
    await erase(file, { start: offset, end: offset + length });
  }
  return true;
}

function sampleSizes(bytes: Buffer | null): SampleTable['sizes'] | null {
  if (!bytes || bytes.length < 12) return null;
  const fixed = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (fixed > 0) return { count, at: () => fixed };
  if (bytes.length < 12 + 4 * count) return null;
  return { count, at: (sample) => bytes.readUInt32BE(12 + 4 * sample) };
}

function chunkOffsets(short: Buffer | null, long: Buffer | null): number[] | null {
  const bytes = short ?? long;
  if (!bytes || bytes.length < 8) return null;
  const width = short ? 4 : 8;
  const count = bytes.readUInt32BE(4);
  if (bytes.length < 8 + width * count) return null;
  return Array.from({ length: count }, (_, i) =>
    short ? bytes.readUInt32BE(8 + 4 * i) : Number(bytes.readBigUInt64BE(8 + 8 * i)),
  );
}

function chunkRuns(bytes: Buffer | null): SampleTable['runs'] | null {
  if (!bytes || bytes.length < 8) return null;
  const count = bytes.readUInt32BE(4);
  if (bytes.length < 8 + 12 * count) return null;
  return Array.from({ length: count }, (_, i) => ({
    firstChunk: bytes.readUInt32BE(8 + 12 * i),
    samples: bytes.readUInt32BE(12 + 12 * i),
  }));
}
