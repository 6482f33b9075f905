// The HTTP edge: addresses, headers, files, Remix. The only place that knows express.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import { addressHeader } from './auth/library.ts';
import type { AppContext } from './context.ts';

export interface HttpOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middlewares in development. */
  vite: express.RequestHandler | null;
  context(request: IncomingMessage, nonce: string): Promise<AppContext>;
  /** Handlers beside Remix, by path prefix; each judges the caller itself. */
  mounts: Record<string, (req: IncomingMessage, res: Response) => void | Promise<void>>;
  origins: Set<string>;
  /** True when COBRIEF_URL names a proxy in front of us. */
  behindProxy: boolean;
  /** What /healthz says; anything but `ok` is an alarm. */
  health(): Promise<'ok' | 'cannot-save' | 'unavailable'>;
  publicKey: string;
  /** What /metrics says, to this machine alone. */
  metrics(): Promise<string>;
  log(entry: Record<string, unknown>): void;
}

export function createHttp(options: HttpOptions): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  if (options.behindProxy) app.set('trust proxy', 1);
  app.use(headers(options));
  app.use(sameOrigin(options.origins));
  app.get('/healthz', (_req, res, next) => {
    const answer = (status: string) => res.status(status === 'ok' ? 200 : 503).json({ status });
    options.health().then(answer).catch(next);
  });
  app.get('/.well-known/cobrief-key', (_req, res) =>
    res.type('text/plain').send(options.publicKey),
  );
  app.get('/metrics', (req, res, next) => {
    if (!isFromHere(req)) return next();
    options
      .metrics()
      .then((text) => res.type('text/plain; version=0.0.4').send(text))
      .catch(next);
  });
  for (const [path, handle] of Object.entries(options.mounts)) {
    app.use(path, (req, res, next) => {
      // The handlers match on the whole path; express has cut the mount off it.
      req.url = req.originalUrl;
      Promise.resolve(handle(req, res)).catch(next);
    });
  }
  app.use(compression());
  if (options.vite) app.use(options.vite);
  else serveBuild(app);
  app.all('*', remix(options));
  app.use((error: Error, req: Request, res: Response, _next: NextFunction) => {
    options.log({ at: 'http', path: req.path, error: error.message, stack: error.stack });
    if (!res.headersSent)
      res.status(500).type('text/plain').send('Something went wrong on our side.');
  });
  return app;
}

/** Asked on this machine and not through a proxy on it. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const { remoteAddress = '' } = socket;
  const isLoopback = remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress);
  return isLoopback && headers['x-forwarded-for'] === undefined;
}

function serveBuild(app: express.Express): void {
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y' }));
  app.use(express.static('build/client', { maxAge: 0 }));
}

function remix(options: HttpOptions): express.RequestHandler {
  const { build } = options;
  return createRequestHandler({
    build,
    mode: options.vite ? 'development' : 'production',
    getLoadContext: (req, res) => options.context(req, res.locals['nonce'] as string),
  });
}

/** Security headers, the page's nonce, and the caller's address as this server sees it. */
function headers(options: HttpOptions): express.RequestHandler {
  const secure = [...options.origins].every((origin) => origin.startsWith('https:'));
  return (req, res, next) => {
    const nonce = randomBytes(16).toString('base64');
    res.locals['nonce'] = nonce;
    req.headers[addressHeader] = req.ip ?? 'unknown';
    res.set({
      'Content-Security-Policy': contentPolicy(nonce, options),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    next();
  };
}

function contentPolicy(nonce: string, { vite, origins }: HttpOptions): string {
  const sockets = [...origins].map((origin) => origin.replace(/^http/, 'ws')).join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Editors and measured sizes set style attributes; stylesheets and scripts stay ours.
    vite ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets}${vite ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a mutation that another site started. Browsers send Sec-Fetch-Site or Origin with every
 * POST; a caller that sends neither carries no cookies of ours by accident.
 */
function sameOrigin(origins: Set<string>): express.RequestHandler {
  return (req, res, next) => {
    if (safeMethods.has(req.method)) return next();
    if (!startedHere(req, origins)) {
      const words = 'This request came from another site and was refused.';
      return void res.status(403).type('text/plain').send(words);
    }
    // Remix compares once more, with a Host in whose place many proxies put our own address.
    if (req.headers.origin) req.headers['x-forwarded-host'] = new URL(req.headers.origin).host;
    next();
  };
}

export function startedHere(req: IncomingMessage, origins: Set<string>): boolean {
  const { origin, 'sec-fetch-site': site } = req.headers;
  if (origin !== undefined) return origins.has(origin);
  return site === undefined ? req.headers.cookie === undefined : site === 'same-origin';
}
