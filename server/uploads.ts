// Uploads and files over HTTP: resumable uploads by the tus protocol (tus.io, 1.0.0) into a draft,
// a portfolio or a moodboard, and the files of those for whoever may see them. http.ts mounts both and checks the origin.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { type ServerOptions, Server as TusServer } from '@tus/server';
import type { Database } from '#db/open.ts';
import { errorTable, type Problem } from '#shared/errors.ts';
import { limitOf, maxBytes, maxOpenUploads, safeName } from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { targetIn, targetMetadata } from '#shared/upload-target.ts';
import { createFinishing, type Finishing } from './finishing.ts';
import { createFileHandler } from './serving.ts';
import type { FileStorage } from './storage.ts';
import { isFull, mayUpload, takesVideo } from './upload-target.ts';

export interface UploadServices {
  db: Database;
  storage: FileStorage;
  auth: { actorOf(headers: IncomingHttpHeaders): Promise<Actor | null> };
  config: { dataDir: string };
  now(): Date;
  randomBytes(length: number): Uint8Array;
}

type Upload = Parameters<NonNullable<ServerOptions['onUploadCreate']>>[1];
type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export interface Uploads {
  /** POST /uploads; HEAD, PATCH, DELETE and GET /uploads/<id>. GET answers what became of it. */
  receive: Handler;
  /** GET and HEAD /files/<hash> and /files/<hash>.preview */
  serve: Handler;
  /** Removes uploads that nobody went on with for a day. Runs by itself at start. */
  sweep(): Promise<void>;
}

const path = '/uploads';
const uploadPattern = /^\/uploads(?:\/([0-9a-f]{32}))?\/?$/;

export function createUploads(services: UploadServices): Uploads {
  const directory = join(services.config.dataDir, 'uploads');
  const store = new FileStore({ directory });
  const finishing = createFinishing({ ...services, directory });
  const actors = new WeakMap<object, Actor>();
  const tus = new TusServer({
    path,
    datastore: store,
    relativeLocation: true,
    // No other site may talk to us; without this tus answers every origin with "*".
    allowedOrigins: [],
    maxSize: maxBytes.video,
    onUploadCreate: (req, upload) => {
      const node = req.runtime?.node?.req;
      const actor = node && actors.get(node);
      return admit({ services, finishing, actor, upload });
    },
    onUploadFinish: async (_req, upload) => {
      const outcome = await finishing.finish(upload.id);
      if (!outcome.ok) throw refusal(outcome.error);
      return {
        status_code: 200,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(outcome.value),
      };
    },
    onResponseError: (_req, error) => worded(error),
  });
  void finishing.sweep();

  return {
    serve: createFileHandler(services),
    sweep: finishing.sweep,
    async receive(req, res) {
      const id = uploadId(req);
      const allowed =
        id === undefined ? fail('not-found') : await mayTouch(services, finishing, req, id);
      if (!allowed.ok) return answer(res, allowed.error);
      actors.set(req, allowed.value);
      if (id && (await answerFinished(finishing, { id, req, res }))) return;
      await tus.handle(req, res);
    },
  };
}

/** The upload's id, null for the collection, undefined for an address that is neither. */
function uploadId(req: IncomingMessage): string | null | undefined {
  const match = uploadPattern.exec((req.url ?? '').split('?', 1)[0] ?? '');
  return match ? (match[1] ?? null) : undefined;
}

/** Whoever began an upload goes on with it, as long as the place is theirs to write. */
async function mayTouch(
  { auth, db }: UploadServices,
  finishing: Finishing,
  req: IncomingMessage,
  id: string | null,
): Promise<Result<Actor>> {
  const actor = await auth.actorOf(req.headers);
  if (!actor) return fail('signed-out');
  if (id === null) return ok(actor);
  const upload = await finishing.find(id);
  if (!upload || upload.userId !== actor.userId) return fail('not-found');
  return (await mayUpload(db, actor.userId, upload.target)) ? ok(actor) : fail('not-allowed');
}

interface Admission {
  services: UploadServices;
  finishing: Finishing;
  actor: Actor | undefined;
  upload: Upload;
}

/** What is kept beside the bytes is ours: nothing the client wrote but the place and a safe name. */
async function admit({ services, finishing, actor, upload }: Admission) {
  if (!actor) throw refusal({ code: 'signed-out' });
  // An upload that does not say how long it is could never be told from a cut one.
  if (upload.size === undefined) throw refusal({ code: 'bad-input' });
  const metadata = upload.metadata ?? {};
  const target = targetIn(metadata);
  if (!target || !(await mayUpload(services.db, actor.userId, target))) {
    throw refusal({ code: 'not-allowed' });
  }
  if (!takesVideo(target) && upload.size > maxBytes.image) {
    throw refusal({ code: 'too-large', field: 'file', params: { limit: limitOf('image') } });
  }
  const isBusy = (await finishing.countOpen(actor.userId)) >= maxOpenUploads;
  if (isBusy || (await isFull(services.db, target))) throw refusal({ code: 'too-many' });
  const kept = {
    ...targetMetadata(target),
    userId: actor.userId,
    filename: safeName(metadata['filename'] ?? ''),
  };
  return { metadata: kept };
}

/**
 * HEAD and GET of an upload that arrived whole. A client whose last answer was cut off learns here
 * what became of it; one that comes after a crash in the middle of processing starts that again.
 */
async function answerFinished(
  finishing: Finishing,
  { id, req, res }: { id: string; req: IncomingMessage; res: ServerResponse },
): Promise<boolean> {
  if (req.method === 'GET') {
    const outcome = await finishing.finish(id);
    if (outcome.ok) sendJson(res, 200, outcome.value);
    else answer(res, outcome.error);
    return true;
  }
  const length = req.method === 'HEAD' ? await finishing.lengthOfFinished(id) : null;
  if (length === null) return false;
  res.writeHead(200, {
    'Tus-Resumable': '1.0.0',
    'Cache-Control': 'no-store',
    'Upload-Offset': length,
    'Upload-Length': length,
  });
  res.end();
  return true;
}

type TusError = Parameters<NonNullable<ServerOptions['onResponseError']>>[1];

function refusal(problem: Problem): { status_code: number; body: string } {
  return { status_code: errorTable[problem.code].status, body: JSON.stringify(problem) };
}

/** tus's own errors keep their status, which its clients understand, and never their words. */
function worded(error: TusError): { status_code: number; body: string } {
  if (!('status_code' in error)) return refusal({ code: 'unavailable' });
  if (error.body.startsWith('{')) return error;
  const limit = limitOf('video');
  const problem: Problem =
    error.status_code === 413
      ? { code: 'too-large', field: 'file', params: { limit } }
      : { code: error.status_code >= 500 ? 'unavailable' : 'bad-input' };
  return { status_code: error.status_code, body: JSON.stringify(problem) };
}

function answer(res: ServerResponse, problem: Problem): void {
  sendJson(res, errorTable[problem.code].status, problem);
}

function sendJson(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'Tus-Resumable': '1.0.0',
  });
  res.end(JSON.stringify(value));
}
