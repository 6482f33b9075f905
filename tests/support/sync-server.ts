// The sync server as a process that is killed and comes back on the same port and directory. It is
// the product's own, from one bundle: reading the sources through tsx takes three seconds of CPU a
// start, the bundle half of one.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { tokenOf } from './engine.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SyncServer {
  /** What a client needs to connect. */
  readonly url: string;
  token: typeof tokenOf;
  readonly pid: number;
  /** kill -9. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

const leftovers: (() => Promise<void> | void)[] = [];
afterAll(async () => {
  for (const clear of leftovers.reverse()) await clear();
});

let bundled: Promise<string> | null = null;

export async function startSyncServer(dir: string): Promise<SyncServer> {
  let running = await launch(dir, '0');
  const { port } = new URL(running.url);
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    token: tokenOf,
    get pid() {
      return running.child.pid as number;
    },
    kill: () => kill(running.child),
    async start() {
      running = await launch(dir, port);
    },
  };
}

async function launch(dir: string, port: string): Promise<{ child: ChildProcess; url: string }> {
  bundled ??= bundle();
  const child = spawn(process.execPath, [join(await bundled, 'sync-process.mjs')], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dir, PORT: port, COBRIEF_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  leftovers.push(() => kill(child));
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /^ready (\S+)$/m.exec(out);
      if (ready) resolve({ child, url: ready[1] as string });
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${out}`)));
  });
}

/** Inside the package, where native packages that stay outside are found and its own files as well. */
async function bundle(): Promise<string> {
  const builds = join(root, 'build');
  mkdirSync(builds, { recursive: true });
  const outdir = mkdtempSync(join(builds, 'sync-process-'));
  leftovers.push(() => rmSync(outdir, { recursive: true }));
  await build({
    absWorkingDir: root,
    // The worker's own bootstrap exists only to read TypeScript.
    entryPoints: {
      'sync-process': 'tests/support/sync-process.ts',
      'writer-boot': 'db/writer.ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir,
    outExtension: { '.js': '.mjs' },
    external: ['better-sqlite3', 'sharp', 'vite'],
    // CommonJS packages inside an ES module ask for Node's modules by `require`.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outdir;
}

function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
