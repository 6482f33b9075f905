// The servers that are measured, each a process of its own on a free loopback port and with a
// directory of its own: how it is started, stopped and killed, and which door a person takes.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as encoding from 'lib0/encoding';
import type { Door } from './client.ts';
import { type Ground, makeGround } from './ground.ts';
import { ended, type Launched, launch } from './launch.ts';

export const serverNames = ['relay', 'y-websocket', 'hocuspocus', 'cobrief'] as const;
/** `bytes` answers and does nothing else: only opening is compared with it. */
export type ServerName = (typeof serverNames)[number] | 'bytes';

export interface Server {
  readonly name: ServerName;
  readonly pid: number;
  /** Whoever writes or only reads the n-th document. Peers know no rights. */
  door(document: number, right: 'write' | 'read', person?: number): Door;
  /** SIGKILL, then the same directory again. */
  killAndRestart(): Promise<void>;
  /** SIGTERM, so that it may save, then the same directory again. */
  stopAndRestart(): Promise<void>;
  /** Ends it and removes its directory. */
  end(): Promise<void>;
}

let ground: Promise<Ground> | null = null;

export async function startServer(name: ServerName): Promise<Server> {
  const dir = mkdtempSync(join(tmpdir(), `cobrief-bench-${name}-`));
  if (name === 'cobrief') {
    ground ??= makeGround(launchCobrief);
    const { dir: from } = await ground;
    cpSync(from, dir, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  }
  const launch = () => (name === 'cobrief' ? launchCobrief(dir) : launchPeer(name, dir));
  let now = await launch();
  const made = await ground;
  const again = async (signal: NodeJS.Signals) => {
    await ended(now.child, signal);
    now = await launch();
  };
  return {
    name,
    get pid() {
      return now.child.pid as number;
    },
    door: (document, right, person = 0) =>
      name === 'cobrief'
        ? (made as Ground).door(now.port, { document, right, person })
        : peerDoor(name, now.port, `document-${document}`),
    killAndRestart: () => again('SIGKILL'),
    stopAndRestart: () => again('SIGTERM'),
    async end() {
      await ended(now.child, 'SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const nothing = new Uint8Array();

function peerDoor(name: ServerName, port: number, document: string): Door {
  const url = `ws://127.0.0.1:${port}/${document}`;
  if (name !== 'hocuspocus') {
    return { url, prefix: nothing, greeting: null, answersStep1: name !== 'relay' };
  }
  const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, document));
  // Type 2 is authentication, 0 the token; without a hook for it any token is let in.
  const token = encoding.encode((encoder) => encoding.writeVarString(encoder, 'token'));
  const greeting = Buffer.concat([prefix, Uint8Array.of(2, 0), token]);
  return { url, prefix, greeting, answersStep1: true };
}

function launchCobrief(dir: string): Promise<Launched> {
  return launch(['build/house/index.mjs'], {
    env: { DATA_DIR: dir, PORT: '0', COBRIEF_MAX_UPDATES_PER_SECOND: '1000000' },
    ready: /Cobrief is ready at http:\/\/[^:\s]+:(\d+)/,
  });
}

function launchPeer(name: ServerName, dir: string): Promise<Launched> {
  return launch([`bench/peers/${name}.mjs`], { env: { DATA_DIR: dir }, ready: /^ready (\d+)$/m });
}

/** A fresh server for one piece of work, ended after it. */
export async function withServer<T>(
  name: ServerName,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const server = await startServer(name);
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
