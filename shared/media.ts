// What may be uploaded to a post, how large it may be and what it is called. Pure: the browser asks
// it before sending, the server asks it again after reading the bytes.

import { fail, ok, type Result } from './result.ts';

/** What the finishing response of an upload returns and a media item is made of. */
export interface UploadedFile {
  /** SHA-256 of what is served and signed, hex. */
  hash: string;
  mime: ServedType;
  kind: 'image' | 'video';
  /** Pixels as shown, after turning; null for a video that does not say. */
  width: number | null;
  height: number | null;
  /** Bytes as served. */
  size: number;
}

const megabyte = 1_000_000;

/**
 * Bytes as uploaded. Images: a 48-megapixel phone photo is 5 to 20 MB. Video: three minutes of a
 * phone's 4K at 20 Mbit/s; short-video platforms take more, but nobody reviews more over a phone.
 */
export const maxBytes = { image: 25 * megabyte, video: 500 * megabyte } as const;

/** Phones make photos of up to 108 megapixels; what decodes to more is taken for a bomb. */
export const maxPixels = 120_000_000;

/** The long edge of what is kept: twice the 1080 pixels that platforms show. */
export const maxEdgePixels = 2160;
/** A preview fills a tile of the strip on a threefold phone screen. */
export const previewEdgePixels = 640;

/** Files a draft ever held, replaced ones included: approved versions keep theirs. */
export const maxFilesPerDraft = 200;
/** Uploads one person may have begun and not finished within a day. */
export const maxOpenUploads = 20;

/** What file recognition may answer, and what such a file is kept as. */
export const acceptedTypes = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/apng': 'image',
  'image/webp': 'image',
  'image/gif': 'image',
  'image/heic': 'image',
  'image/heif': 'image',
  'image/avif': 'image',
  'video/mp4': 'video',
  'video/x-m4v': 'video',
  'video/quicktime': 'video',
  'video/webm': 'video',
} as const;

export type AcceptedType = keyof typeof acceptedTypes;

export function isAcceptedType(mime: string | undefined): mime is AcceptedType {
  return mime !== undefined && Object.hasOwn(acceptedTypes, mime);
}

/** Megabytes, for words. */
export const limitOf = (kind: keyof typeof maxBytes): number => maxBytes[kind] / megabyte;

/**
 * What a browser can tell before it sends a byte. It guesses by the name, so that only what is
 * certainly refused is refused here; an unknown type goes to the server, which reads the bytes.
 */
export function checkBeforeSending({ type, size }: { type: string; size: number }): Result<null> {
  const kind = type.startsWith('image/') ? 'image' : 'video';
  if (type !== '' && !isAcceptedType(type)) return fail('file-type', { field: 'file' });
  if (size === 0) return fail('file-broken', { field: 'file' });
  if (size <= maxBytes[kind]) return ok(null);
  return fail('too-large', { field: 'file', params: { limit: limitOf(kind) } });
}

const extensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
} as const;

/** What is ever served. */
export type ServedType = keyof typeof extensions;

/** For a file picker: types, and the endings of types that browsers have no name for. */
export const pickerAccept = [...Object.keys(acceptedTypes), '.heic', '.heif', '.mov'].join(',');

// Control characters, invisible ones (those that turn the reading direction around among them),
// lone surrogates, which the database refuses, and what separates paths somewhere.
const unsafeInNames = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const maxNameLength = 100;

/** A name that is safe to show and to save under: no path, no control character, never empty. */
export function safeName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base.replace(unsafeInNames, '').replace(/^[.\s]+|[.\s]+$/g, '');
  return Array.from(plain).slice(0, maxNameLength).join('') || 'file';
}

/** The name to save a file under, with the ending of what it became. */
export function downloadName(name: string, mime: string): string {
  const stem = safeName(name).replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'file';
  const extension = Object.hasOwn(extensions, mime) ? extensions[mime as ServedType] : 'bin';
  return `${stem}.${extension}`;
}

const hashPattern = /^[0-9a-f]{64}$/;

export function isFileHash(value: string): boolean {
  return hashPattern.test(value);
}

export const fileUrl = (hash: string): string => `/files/${hash}`;
/** Images have a small still; videos have none and show their own first frame. */
export const previewUrl = (hash: string): string => `/files/${hash}.preview`;
/** With its place among several, which then stands before its name: "02-beach.jpg". */
export const downloadUrl = (hash: string, n?: number): string =>
  `/files/${hash}?download${n === undefined ? '' : `=${n}`}`;

/** An address that may stand for media: https, with a host, at most 2000 characters. */
export function mediaLink(value: string): string | null {
  const trimmed = value.trim();
  const match = /^https:\/\/([^/?#\s]+)([/?#]\S*)?$/i.exec(trimmed);
  const host = match?.[1] ?? '';
  if (trimmed.length > 2000 || !host.includes('.') || host.includes('@')) return null;
  return trimmed;
}
