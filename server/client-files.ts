// The files of what a client is shown: /client-files/<secret>/<hash>, whole or in ranges. The link is
// asked for every byte range, and a browser asks again each time it shows one, so that a link that
// was taken back takes its pictures along.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { filesByHash } from '#db/files.ts';
import { errorTable } from '#shared/errors.ts';
import { clientFile } from './client.ts';
import { refuse, sendFile } from './serving.ts';
import type { Services } from './services.ts';
import { previewKey } from './storage.ts';

const pattern = /^\/client-files\/([\w-]{20,100})\/([0-9a-f]{64})(\.preview)?$/;

export function createClientFileHandler(
  s: Services,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return refuse(res, 405, { Allow: 'GET, HEAD' });
    const [, secret = '', hash = '', preview] =
      pattern.exec((req.url ?? '').split('?', 1)[0] ?? '') ?? [];
    if (hash === '') return refuse(res, 404);
    const rows = await filesByHash(s.db, hash);
    const draftIds = rows.map(({ draftId }) => draftId);
    const found = await clientFile(s, { secret, hash, draftIds });
    if (!found.ok) return refuse(res, errorTable[found.error.code].status);
    const row = rows.find(({ draftId }) => draftId === found.value.draftId);
    if (!row) return refuse(res, 404);
    res.setHeader('X-Robots-Tag', 'noindex, nofollow');
    res.setHeader('Referrer-Policy', 'no-referrer');
    await sendFile({
      req,
      res,
      storage: s.storage,
      key: preview ? previewKey(row.hash) : row.hash,
      mime: preview ? 'image/webp' : row.mime,
      name: row.name,
      saved: false,
      keep: 'private, no-cache',
    });
  };
}
