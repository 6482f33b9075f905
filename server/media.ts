// From an uploaded file to what everyone may see: recognised by its bytes, never by its name;
// checked, stripped, made ready. It knows files on disk, no people, no drafts, no storage.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import {
  acceptedTypes,
  isAcceptedType,
  limitOf,
  maxBytes,
  type ServedType,
} from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type ProcessedImage, processImage } from './media/image.ts';
import { stripMp4 } from './media/mp4.ts';
import { stripWebm } from './media/webm.ts';

export interface ProcessedVideo {
  kind: 'video';
  mime: ServedType;
  /** The uploaded file itself, stripped in place. */
  path: string;
  width: number | null;
  height: number | null;
}

export type Processed = ProcessedImage | ProcessedVideo;

/** Decoding takes hundreds of megabytes; more than two at once would take the machine. */
const maxAtOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

export async function processMedia(path: string): Promise<Result<Processed>> {
  if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await processNow(path);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

async function processNow(path: string): Promise<Result<Processed>> {
  const { size } = await stat(path);
  if (size === 0) return fail('file-broken', { field: 'file' });
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const mime = found?.mime;
  if (!isAcceptedType(mime)) return fail('file-type', { field: 'file' });
  const kind = acceptedTypes[mime];
  if (size > maxBytes[kind]) {
    return fail('too-large', { field: 'file', params: { limit: limitOf(kind) } });
  }
  return kind === 'image' ? processImage(path, mime) : processVideo(path, mime);
}

const servedVideo: Record<string, ServedType> = {
  'video/webm': 'video/webm',
  'video/quicktime': 'video/quicktime',
};

async function processVideo(path: string, mime: string): Promise<Result<ProcessedVideo>> {
  const file = await open(path, 'r+');
  try {
    const strip = mime === 'video/webm' ? stripWebm : stripMp4;
    const shown = await strip(file);
    if (!shown) return fail('file-broken', { field: 'file' });
    return ok({ kind: 'video', mime: servedVideo[mime] ?? 'video/mp4', path, ...shown });
  } finally {
    await file.close();
  }
}

/** SHA-256, hex, read as a stream because a video does not fit into memory. */
export async function hashOf(source: Uint8Array | { path: string }): Promise<string> {
  const hash = createHash('sha256');
  if ('path' in source) await pipeline(createReadStream(source.path), hash);
  else hash.update(source);
  return hash.digest('hex');
}
