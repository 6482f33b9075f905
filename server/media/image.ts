// Pictures: turned upright, no longer than 2160 pixels, encoded anew. What the camera wrote beside
// the pixels (place, serial number, thumbnail) and what was hidden behind them does not survive that.
import sharp, { type Metadata, type Sharp } from 'sharp';
import { fail, ok, type Result } from '#shared/result.ts';
import {
  limitOf,
  maxEdgePixels,
  maxPixels,
  previewEdgePixels,
  type ServedType,
} from '#shared/media.ts';
import { decodeHeic } from './heic.ts';

export interface ProcessedImage {
  kind: 'image';
  mime: ServedType;
  bytes: Buffer;
  preview: Buffer;
  width: number;
  height: number;
}

type Source = string | Buffer;
const bounds = { limitInputPixels: maxPixels, failOn: 'warning' } as const;

export async function processImage(path: string, mime: string): Promise<Result<ProcessedImage>> {
  try {
    const source = await readable(path, mime);
    return source.ok ? ok(await encode(source.value)) : source;
  } catch (error) {
    // Whatever the decoder says, the file is at fault; its words are for developers.
    const isBomb = error instanceof Error && /pixel limit/i.test(error.message);
    return isBomb ? tooLarge : fail('file-broken', { field: 'file' });
  }
}

const tooLarge = fail('too-large', {
  field: 'file',
  params: { limit: limitOf('image') },
});

/** HEIF is a wrapper: AV1 inside opens here, HEVC needs the other decoder. */
async function readable(path: string, mime: string): Promise<Result<Source>> {
  if (mime !== 'image/heic' && mime !== 'image/heif') return ok(path);
  const facts = await sharp(path, bounds)
    .metadata()
    .catch(() => null);
  return facts?.compression === 'av1' ? ok(path) : decodeHeic(path);
}

async function encode(source: Source): Promise<ProcessedImage> {
  const facts = await sharp(source, bounds).metadata();
  const isMoving = (facts.pages ?? 1) > 1 && (facts.format === 'gif' || facts.format === 'webp');
  const format = isMoving ? (facts.format as 'gif' | 'webp') : await stillFormat(source, facts);
  const { data, info } = await fitted(
    sharp(source, { ...bounds, animated: isMoving }),
    maxEdgePixels,
  )
    .toFormat(format, options[format])
    .toBuffer({ resolveWithObject: true });
  const preview = await fitted(sharp(source, bounds), previewEdgePixels)
    .webp({ quality: 78 })
    .toBuffer();
  const height = info.pageHeight ?? info.height;
  return {
    kind: 'image',
    mime: `image/${format}`,
    bytes: data,
    preview,
    width: info.width,
    height,
  };
}

const options = {
  jpeg: { quality: 85 },
  png: { compressionLevel: 8 },
  webp: { quality: 85 },
  gif: { effort: 4 },
} as const;

function fitted(image: Sharp, edge: number): Sharp {
  return image
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
}

/** JPEG, unless something shows through. */
async function stillFormat(source: Source, facts: Metadata): Promise<'jpeg' | 'png' | 'webp'> {
  if (!facts.hasAlpha) return 'jpeg';
  const { isOpaque } = await sharp(source, bounds).stats();
  if (isOpaque) return 'jpeg';
  return facts.format === 'png' || facts.format === 'gif' ? 'png' : 'webp';
}
