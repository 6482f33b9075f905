// Contracts over HTTP: put there by the brief's leads and managers, read by them and by the one
// creator it is with. The right is asked each time; to everyone else there is no such file.
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { creatorPlace, type CreatorRow } from '#db/creators.ts';
import { agreedDeals, contractOf } from '#db/deals.ts';
import { standingFor } from '#db/standing.ts';
import { contentDisposition } from '#shared/attachment.ts';
import {
  type ContractFile,
  contractTypes,
  type ContractType,
  isContractType,
  maxContractBytes,
} from '#shared/deal.ts';
import { errorTable, type Problem } from '#shared/errors.ts';
import { safeName } from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { setContract, type Whom } from './commands/deals.ts';
import { hashOf } from './media.ts';
import { judge } from './rights.ts';
import type { Services } from './services.ts';

const pattern = /^\/contracts\/([^/]{1,64})\/([^/]{1,64})(?:\/([0-9a-f]{64}))?$/;

/** PUT and GET /contracts/<brief>/<creator>, the second with the hash of the file. */
export function createContracts(s: Services) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (req.url ?? '').split('?', 2);
    const [, briefId, userId, hash] = pattern.exec(path) ?? [];
    const actor = await s.auth.actorOf(req.headers);
    if (!briefId || !userId) return answer(res, fail('not-found'));
    if (!actor) return answer(res, fail('signed-out'));
    const of = { briefId, userId };
    if (req.method === 'PUT' && !hash) {
      const name = new URLSearchParams(query).get('name') ?? '';
      return answer(res, await receive(s, actor, { of, req, name }));
    }
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD, PUT');
      return void res.writeHead(405).end();
    }
    const file = hash ? await readable(s, actor, of, hash) : null;
    if (!file) return answer(res, fail('not-found'));
    await send(s, { req, res, file });
  };
}

/** The contract as it is now or as it was agreed once, for who may read this creator's deal. */
async function readable(
  s: Services,
  actor: Actor,
  of: Whom,
  hash: string,
): Promise<ContractFile | null> {
  const place = await creatorPlace(s.db, of);
  const standing = await standingFor(s.db, actor.userId, of);
  if (!place || !standing) return null;
  if (!can('deal.write', standing) && actor.userId !== of.userId) return null;
  return (await contractsOf(s, place)).find((file) => file.hash === hash) ?? null;
}

/** Of who was let go: what was agreed, and nothing newer. */
async function contractsOf(s: Services, place: CreatorRow): Promise<ContractFile[]> {
  const agreed = (await agreedDeals(s.db, place.id)).flatMap(({ contract }) => contract ?? []);
  const now = place.state === 'removed' ? null : await contractOf(s.db, place.id);
  return now ? [now, ...agreed] : agreed;
}

interface Arriving {
  of: Whom;
  req: IncomingMessage;
  name: string;
}

async function receive(
  s: Services,
  actor: Actor,
  { of, req, name }: Arriving,
): Promise<Result<null>> {
  const allowed = await judge(s.db, {
    actor,
    place: { briefId: of.briefId },
    action: 'deal.write',
  });
  if (!allowed.ok) return allowed;
  // Beside the uploads of drafts, where what a crash left is swept away after a day.
  const path = join(s.config.dataDir, 'uploads', randomBytes(16).toString('hex'));
  try {
    const arrived = await take(req, path);
    if (!arrived.ok) return arrived;
    const { size, mime } = arrived.value;
    const hash = await hashOf({ path });
    await s.storage.put(hash, { path });
    return await setContract(s, actor, { ...of, hash, mime, size, name: savedName(name, mime) });
  } finally {
    await rm(path, { force: true });
  }
}

async function take(
  req: IncomingMessage,
  path: string,
): Promise<Result<{ size: number; mime: ContractType }>> {
  let size = 0;
  async function* bounded(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxContractBytes) throw new TooLarge();
      yield chunk;
    }
  }
  try {
    await pipeline(req, bounded, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (error instanceof TooLarge) return fail('too-large', { field: 'contract' });
    return fail('unavailable');
  }
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime;
  if (!isContractType(mime)) return fail('file-type', { field: 'contract' });
  return ok({ size, mime });
}

class TooLarge extends Error {}

function savedName(name: string, mime: ContractType): string {
  const stem = safeName(name).replace(/\.[A-Za-z0-9]{1,5}$/, '') || 'contract';
  return `${stem}.${contractTypes[mime]}`;
}

interface Sending {
  req: IncomingMessage;
  res: ServerResponse;
  file: ContractFile;
}

/** Saved and never shown in place: what somebody else wrote is not to be run by a browser of ours. */
async function send(s: Services, { req, res, file }: Sending): Promise<void> {
  const size = await s.storage.size(file.hash);
  if (size === null) return answer(res, fail('not-found'));
  res.writeHead(200, {
    'Content-Type': file.mime,
    'Content-Length': size,
    'Content-Disposition': contentDisposition('attachment', file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    // Rights end; a copy in a browser's cache would outlive them.
    'Cache-Control': 'private, no-store',
  });
  if (req.method === 'HEAD' || size === 0) return void res.end();
  await pipeline(s.storage.read(file.hash), res).catch(unlessGone);
}

function answer(res: ServerResponse, result: Result<null>): void {
  const problem: Problem | null = result.ok ? null : result.error;
  const status = problem ? errorTable[problem.code].status : 200;
  res.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify({ problem }));
}

/** A reader who closes the page in the middle is no failure of ours. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE' && error.code !== 'ECONNRESET') throw error;
}
