// Sends one file to the server, resumably: through cuts, reloads and time without a
// connection. It knows the tus protocol and no components.
import { type DetailedError, type HttpResponse, Upload } from 'tus-js-client';
import { isErrorCode, type Problem } from '#shared/errors.ts';
import { checkBeforeSending, type UploadedFile } from '#shared/media.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { targetMetadata, type UploadTarget } from '#shared/upload-target.ts';

export type UploadProgress =
  | { phase: 'waiting' }
  /** `share` is 0 to 1. */
  | { phase: 'sending'; share: number }
  /** Everything is there; the server makes it ready. */
  | { phase: 'checking' }
  | { phase: 'offline' };

/** After `left`, whoever chooses the same file again goes on where it stopped; otherwise it is forgotten. */
export type StopReason = 'left' | 'discarded';

export interface UploadRequest {
  file: File;
  target: UploadTarget;
  onProgress(progress: UploadProgress): void;
  /** Its reason is a `StopReason`. */
  signal: AbortSignal;
}

/** More at once only make each other slow on a phone's connection. */
const maxAtOnce = 2;
/** A proxy in between often holds a request back until it is whole: a cut costs one piece. */
const chunkBytes = 5_000_000;
const retryDelaysMs = [0, 1000, 3000, 5000, 10_000, 20_000];

const waiting: (() => void)[] = [];
let running = 0;

export async function uploadFile(request: UploadRequest): Promise<Result<UploadedFile>> {
  const allowed = checkBeforeSending(request.file);
  if (!allowed.ok) return allowed;
  request.onProgress({ phase: 'waiting' });
  if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await sendUntilThere(request);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** A lost connection is waited for, as long as it takes; everything else is an outcome. */
async function sendUntilThere(request: UploadRequest): Promise<Result<UploadedFile>> {
  while (!request.signal.aborted) {
    const result = await send(request);
    if (result.ok || result.error.code !== 'unavailable' || navigator.onLine) return result;
    request.onProgress({ phase: 'offline' });
    await backOnline(request.signal);
  }
  return fail('unavailable');
}

function backOnline(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function send(request: UploadRequest): Promise<Result<UploadedFile>> {
  const { file, target, signal, onProgress } = request;
  return new Promise((resolve) => {
    const upload = new Upload(file, {
      endpoint: new URL('/uploads', window.location.href).href,
      metadata: { ...targetMetadata(target), filename: file.name },
      chunkSize: chunkBytes,
      retryDelays: retryDelaysMs,
      removeFingerprintOnSuccess: true,
      fingerprint: async () => fingerprint(file, target),
      onProgress: (sent, total) =>
        onProgress(
          sent < total ? { phase: 'sending', share: sent / total } : { phase: 'checking' },
        ),
      onSuccess: ({ lastResponse }) => void outcome(lastResponse, upload.url).then(resolve),
      onError: (error) => resolve({ ok: false, error: problemOf(error) }),
    });
    const abort = () => {
      void upload.abort(signal.reason !== ('left' satisfies StopReason)).catch(() => undefined);
      resolve(fail('unavailable'));
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    onProgress({ phase: 'sending', share: 0 });
    void resume(upload);
  });
}

/** The same file into the same place goes on where it stopped, into another it starts anew. */
function fingerprint(file: File, { id }: UploadTarget): string {
  return ['cobrief', id, file.name, file.type, file.size, file.lastModified].join('|');
}

async function resume(upload: Upload): Promise<void> {
  const [previous] = await upload.findPreviousUploads();
  if (previous) upload.resumeFromPreviousUpload(previous);
  upload.start();
}

/** The last answer says what was made of the file; when it was cut off, the server is asked. */
async function outcome(last: HttpResponse, url: string | null): Promise<Result<UploadedFile>> {
  const body = last.getBody();
  if (body) return ok(JSON.parse(body) as UploadedFile);
  if (!url) return fail('unavailable');
  try {
    const response = await fetch(url);
    const value: unknown = await response.json();
    return response.ok ? ok(value as UploadedFile) : { ok: false, error: problemIn(value) };
  } catch {
    return fail('unavailable');
  }
}

function problemOf(error: Error | DetailedError): Problem {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
  try {
    return problemIn(JSON.parse(body ?? ''));
  } catch {
    return { code: 'unavailable' };
  }
}

function problemIn(value: unknown): Problem {
  const code = (value as { code?: unknown } | null)?.code;
  return isErrorCode(code) ? (value as Problem) : { code: 'unavailable' };
}
