// One process: opens what it needs in order, wires it, listens on one port, and closes it all again.
// Tests start this very function on port 0 with a directory of their own.
import { randomBytes as nodeRandomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { NoticeRow } from '#db/notices.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { createAccess } from './access.ts';
import { openAdminSocket } from './admin-socket.ts';
import { createAuth } from './auth.ts';
import { createClientFileHandler } from './client-files.ts';
import { type Config, isLoopback } from './config.ts';
import { createContext } from './context.ts';
import { createContracts } from './contracts.ts';
import { tellMoves } from './here.ts';
import { createHttp, type HttpOptions, startedHere } from './http.ts';
import { finishLetter } from './letters.ts';
import { createLive } from './live.ts';
import { log } from './log.ts';
import { createLooking } from './looking.ts';
import { createMail } from './mail.ts';
import { createMetrics } from './metrics.ts';
import { startRounds } from './rounds.ts';
import { noteSeen } from './seeing.ts';
import type { Services } from './services.ts';
import { openSigning } from './signing.ts';
import { openStorage } from './storage.ts';
import { createGateway } from './sync/gateway.ts';
import { createHub } from './sync/hub.ts';
import type { Meters } from './sync/meters.ts';
import { createUploads } from './uploads.ts';
import { sweepQuietDrafts } from './versions.ts';
import { noteWriters } from './writing.ts';

export interface Running {
  url: string;
  services: Services;
  close(): Promise<void>;
}

export interface Pages {
  build: HttpOptions['build'];
  vite: HttpOptions['vite'];
}

/** Longer than proxies and browsers keep an idle connection: whoever closes it first loses no request. */
const keepAliveTimeout = 75_000;

/**
 * `pages` null: the sync server and the services alone, for the operator's command.
 * @throws PortError, DataDirectoryError: both in words for the console.
 */
export async function startServer(config: Config, pages: Pages | null): Promise<Running> {
  const server = createServer({ keepAliveTimeout });
  const stopTurningAway = turnAway(server);
  await listen(server, config);
  const { port } = server.address() as { port: number };
  const url = config.url ?? `http://${isLoopback(config.host) ? 'localhost' : config.host}:${port}`;
  const origins = allowedOrigins(url, config, port);
  const metrics = createMetrics(log);
  const { meters } = metrics;
  const services = await openServices({ ...config, url }, { origins, meters }).catch(
    (error: unknown) => {
      server.close();
      throw error;
    },
  );
  const { db, hub, live, auth } = services;
  metrics.watch(hub);
  const gateway = createGateway({ hub, access: createAccess({ db, auth, origins }), meters });
  const uploads = createUploads(services);
  const admin = await openAdminSocket(services);
  const quiet = sweepQuietDrafts(services, log);
  const canSave = disk(db);
  const rounds = startRounds(services);
  let ready = true;

  stopTurningAway();
  if (pages) {
    const http = createHttp({
      build: pages.build,
      vite: pages.vite,
      context: (request, nonce) => createContext(services, request, nonce),
      mounts: {
        '/uploads': uploads.receive,
        '/files': uploads.serve,
        '/client-files': createClientFileHandler(services),
        '/contracts': createContracts(services),
      },
      origins,
      behindProxy: config.behindProxy,
      health: async () => (!ready ? 'unavailable' : (await canSave()) ? 'ok' : 'cannot-save'),
      publicKey: services.signing.publicKey,
      metrics: () => metrics.print(),
      log,
    });
    server.on('request', http);
  }
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path.startsWith('/sync/')) gateway.handleUpgrade(request, socket, head);
    else if (path === '/live') live.handleUpgrade(request, socket, head);
    else if (!pages?.vite) socket.destroy();
  });

  return {
    url,
    services,
    async close() {
      ready = false;
      server.close();
      admin.close();
      await rounds.stop();
      live.close();
      await quiet.end();
      await hub.close();
      await services.mail.close();
      server.closeAllConnections();
      await db.close();
    },
  };
}

/**
 * Who comes between the listening and the wiring is told to come again. Unanswered, a page that
 * reconnects after a restart would wait on that one socket for ever.
 */
function turnAway(server: Server): () => void {
  const request = (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(503, { 'Retry-After': '1' }).end();
  const upgrade = (_request: IncomingMessage, socket: Duplex) => void socket.destroy();
  server.on('request', request).on('upgrade', upgrade);
  return () => void server.off('request', request).off('upgrade', upgrade);
}

const probeEveryMs = 1_000;

/** Whether what people write can be saved; the disk is asked once a second, however many ask us. */
function disk(db: Database): () => Promise<boolean> {
  let known = { until: 0, answer: Promise.resolve(true) };
  return () => {
    if (performance.now() > known.until)
      known = { until: performance.now() + probeEveryMs, answer: db.canWrite() };
    return known.answer;
  };
}

async function openServices(
  config: Config & { url: string },
  { origins, meters }: { origins: Set<string>; meters: Meters },
): Promise<Services> {
  const { dataDir, url } = config;
  const now = () => new Date();
  const randomBytes = (length: number): Uint8Array => nodeRandomBytes(length);
  const db = await openDatabase({ dir: dataDir });
  const auth = createAuth({ db, dataDir, url, now, randomBytes });
  const looking = createLooking();
  const live = createLive({
    db,
    looking,
    onLook: (userId, path) => void noteSeen(services, userId, path),
    actorOf: async (request) =>
      startedHere(request, origins) ? auth.actorOf(request.headers) : null,
  });
  const hub = createHub({
    log: noteWriters(db.log, { db, live, now, log }),
    access: createAccess({ db, auth, origins }),
    updatesPerSecond: config.updatesPerSecond,
    meters,
    moved: tellMoves(db, live),
  });
  const finish = (row: NoticeRow) => finishLetter(services, row);
  const mail = createMail({ db, smtp: config.smtp, now, randomBytes, finish });
  const storage = await openStorage(dataDir);
  const signing = await openSigning(dataDir);
  const made = { db, hub, live, looking, auth, storage, mail, signing, config, now, randomBytes };
  const services: Services = made;
  return services;
}

/** Where our own pages are served from: the address people use, and this machine's names for it. */
function allowedOrigins(url: string, config: Config, port: number): Set<string> {
  const origins = new Set([new URL(url).origin]);
  if (!config.url && isLoopback(config.host)) {
    for (const name of ['localhost', '127.0.0.1']) origins.add(`http://${name}:${port}`);
  }
  return origins;
}

export class PortError extends Error {
  override name = 'PortError';
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PortError(
      `Port ${port} is in use. Stop what listens there, or set PORT to another.`,
    );
  }
  if (error.code === 'EACCES')
    return new PortError(`Port ${port} needs more rights than this user has.`);
  return new PortError(
    `HOST ${host}, port ${port}: cannot listen there (${error.code ?? error.message}).`,
  );
}
