// Hands out the bytes of files, whole or in ranges (RFC 9110, section 14), to those who may read a
// draft that holds them, or see them among the pictures of a style. To everyone else a file is unknown, so that a hash tells nothing.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type FileRow, filesByHash } from '#db/files.ts';
import { isIdeaPicture } from '#db/ideas.ts';
import type { Database } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { contentDisposition } from '#shared/attachment.ts';
import { downloadName } from '#shared/media.ts';
import { type Actor, can } from '#shared/roles.ts';
import { seenStylePicture } from './style-pictures.ts';
import { type ByteRange, type FileKey, type FileStorage, previewKey } from './storage.ts';

export interface FileServices {
  db: Database;
  storage: FileStorage;
  auth: { actorOf(headers: IncomingHttpHeaders): Promise<Actor | null> };
}

const filePattern = /^\/files\/([0-9a-f]{64})(\.preview)?$/;

export function createFileHandler(
  services: FileServices,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return refuse(res, 405, { Allow: 'GET, HEAD' });
    const [path = '', query = ''] = (req.url ?? '').split('?', 2);
    const match = filePattern.exec(path);
    const actor = match ? await services.auth.actorOf(req.headers) : null;
    if (match && !actor) return refuse(res, 401);
    const row = actor && match ? await readableFile(services.db, actor, match[1] as string) : null;
    if (!row) return refuse(res, 404);
    const asked = new URLSearchParams(query).get('download');
    const isPreview = match?.[2] !== undefined;
    await sendFile({
      req,
      res,
      storage: services.storage,
      key: isPreview ? previewKey(row.hash) : row.hash,
      mime: isPreview ? 'image/webp' : row.mime,
      name: numbered(asked, row.name),
      saved: asked !== null,
      keep: keptForGood,
    });
  };
}

/** Content under a hash never changes, so it is kept for good, but only by this person's browser. */
const keptForGood = 'private, max-age=31536000, immutable';

/**
 * The file's row in a draft that this person may read, or was sent the idea of, or that they put there
 * themselves; or among the pictures of a style that they may see.
 */
async function readableFile(
  db: Database,
  actor: Actor,
  hash: string,
): Promise<Pick<FileRow, 'hash' | 'mime' | 'name'> | null> {
  for (const row of await filesByHash(db, hash)) {
    if (row.uploadedBy === actor.userId) return row;
    const standing = await standingFor(db, actor.userId, { draftId: row.draftId });
    if (standing && can('draft.read', standing)) return row;
    // The picture of an idea was sent, whatever the draft's door.
    const isSent = standing && can('idea.read', standing) && (await isIdeaPicture(db, row));
    if (isSent) return row;
  }
  return seenStylePicture(db, actor.userId, hash);
}

/** `?download=2` puts "02-" before the name: files of one post that are to stay in order. */
function numbered(asked: string | null, name: string): string {
  return asked && /^[1-9]\d?$/.test(asked) ? `${asked.padStart(2, '0')}-${name}` : name;
}

export interface Sending {
  req: IncomingMessage;
  res: ServerResponse;
  storage: FileStorage;
  key: FileKey;
  mime: string;
  name: string;
  saved: boolean;
  /** Cache-Control: how long a browser may show it without asking. */
  keep: string;
}

export async function sendFile(sending: Sending): Promise<void> {
  const { req, res, storage, key } = sending;
  const size = await storage.size(key);
  if (size === null) return refuse(res, 404);
  const tag = `"${key}"`;
  setHeaders(sending, tag);
  if (req.headers['if-none-match']?.includes(tag)) return end(res, 304);
  const range = requestedRange(req.headers, { size, tag });
  if (range === 'unsatisfiable') {
    res.setHeader('Content-Range', `bytes */${size}`);
    return end(res, 416);
  }
  if (range) res.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  res.setHeader('Content-Length', range ? range.end - range.start + 1 : size);
  if (req.method === 'HEAD' || size === 0) return end(res, range ? 206 : 200);
  res.statusCode = range ? 206 : 200;
  await pipeline(storage.read(key, range ?? undefined), res).catch(unlessGone);
}

function setHeaders({ res, mime, name, saved, keep }: Sending, tag: string): void {
  const filename = downloadName(name, mime);
  res.setHeader('Content-Type', mime);
  res.setHeader(
    'Content-Disposition',
    contentDisposition(saved ? 'attachment' : 'inline', filename),
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; img-src 'self'; media-src 'self'; sandbox",
  );
  res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  res.setHeader('Cache-Control', keep);
  // Two people may share a browser, one after the other.
  res.setHeader('Vary', 'Cookie');
  res.setHeader('ETag', tag);
  res.setHeader('Accept-Ranges', 'bytes');
}

/** Null means the whole file: no range, several ranges, or a range of an older file. */
function requestedRange(
  headers: IncomingHttpHeaders,
  { size, tag }: { size: number; tag: string },
): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '');
  const condition = headers['if-range'];
  if (!match || (condition !== undefined && condition !== tag)) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start > end ? 'unsatisfiable' : { start, end };
}

export function refuse(
  res: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Cache-Control': 'no-store', ...headers });
  res.end();
}

function end(res: ServerResponse, status: number): void {
  res.statusCode = status;
  res.end();
}

/** A reader who closes the page in the middle of a video is no failure of ours. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
}
