// HEIC, as iPhones take photos: most browsers cannot show it, so it becomes a JPEG. The decoder
// (libheif as WebAssembly) computes for seconds and runs in a thread of its own.
import { open, type FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '#shared/result.ts';
import { maxPixels } from '#shared/media.ts';
import { type Box, inside, readBoxes, readBytes } from './boxes.ts';

const timeoutMs = 60_000;

/** The picture as JPEG, turned upright, with the colour profile of the photo and nothing else of it. */
export async function decodeHeic(path: string): Promise<Result<Buffer>> {
  const facts = await readFacts(path);
  if (facts.pixels > maxPixels) return fail('too-large', { field: 'file' });
  const jpeg = await inThread(path);
  return jpeg ? ok(withProfile(Buffer.from(jpeg), facts.profile)) : fail('file-broken');
}

interface Facts {
  /** Of the largest picture inside; the decoder allocates before anything can stop it. */
  pixels: number;
  /** The decoder drops it, and without it Display P3 reds come out as sRGB's, paler. */
  profile: Buffer | null;
}

async function readFacts(path: string): Promise<Facts> {
  const file = await open(path, 'r');
  try {
    return await factsIn(file);
  } finally {
    await file.close();
  }
}

async function factsIn(file: FileHandle): Promise<Facts> {
  const facts: Facts = { pixels: 0, profile: null };
  for (const box of await properties(file)) {
    const bytes = await readBytes(file, {
      start: box.body,
      end: Math.min(box.end, box.body + 65_000),
    });
    if (box.type === 'ispe' && bytes.length >= 12) {
      facts.pixels = Math.max(facts.pixels, bytes.readUInt32BE(4) * bytes.readUInt32BE(8));
    }
    const isProfile = box.type === 'colr' && bytes.toString('latin1', 0, 4) === 'prof';
    if (isProfile) facts.profile ??= bytes.subarray(4);
  }
  return facts;
}

/** meta / iprp / ipco; `meta` has four bytes of version before its boxes. */
async function properties(file: FileHandle): Promise<Box[]> {
  const { size } = await file.stat();
  const top = await readBoxes(file, { start: 0, end: size });
  const meta = top.boxes.find((box) => box.type === 'meta');
  if (!meta) return [];
  const inMeta = await readBoxes(file, { start: meta.body + 4, end: meta.end });
  const iprp = inMeta.boxes.find((box) => box.type === 'iprp');
  if (!iprp) return [];
  const { boxes } = await readBoxes(file, inside(iprp));
  const ipco = boxes.find((box) => box.type === 'ipco');
  return ipco ? (await readBoxes(file, inside(ipco))).boxes : [];
}

/** Null when the decoder failed, died or took too long. */
function inThread(path: string): Promise<Uint8Array | null> {
  const worker = new Worker(new URL('./heic-thread.mjs', import.meta.url), {
    workerData: { path },
    // The decoder tells the console about every broken file; we tell the person.
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), timeoutMs);
    worker.once('message', (jpeg: Uint8Array | null) => resolve(jpeg));
    worker.once('error', () => resolve(null));
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}

/** Puts an ICC profile into a JPEG as APP2, right after its start marker (ICC.1, annex B.4). */
function withProfile(jpeg: Buffer, profile: Buffer | null): Buffer {
  if (!profile) return jpeg;
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xe2, 0, 0]),
    Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1'),
    profile,
  ]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
