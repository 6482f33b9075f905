// What both commands need before anything else runs: the right Node, the locked packages, a build
// that matches the sources. Plain JavaScript without dependencies, because none are installed yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const leastNode = [20, 19];

/** Runs a command with its output shown; resolves with the exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** The same with its output kept: a hundred lines that say nothing unless it fails. */
function listen(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : code, output }));
  });
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  console.error(
    `Cobrief needs Node ${leastNode.join('.')} or later; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** `npm ci` in a folder, unless what is installed there came from this very lock file. */
export async function installPackages(folder = root) {
  const stamp = join(folder, 'node_modules', '.cobrief-lock');
  const lock = digest([join(folder, 'package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages. The first time takes one to three minutes.');
  const code = await run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund']);
  if (code !== 0) process.exit(code);
  writeFileSync(stamp, lock);
}

const configs = ['package-lock.json', 'vite.config.ts', 'scripts/prepare.mjs'];
const built = ['app', 'db', 'server', 'shared', 'public', ...configs];

/** The server as it runs in production; `npm run dev`, tools and tests read the sources. */
export const server = 'build/house/index.mjs';

/** Builds pages and server, unless the last build was of these very sources. */
export async function build() {
  const stamp = join(root, 'build', '.sources');
  const sources = digest(built.flatMap((path) => filesBelow(join(root, path))));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return 0;
  console.log('Building the pages. It takes about half a minute.');
  const pages = await listen(bin('remix'), ['vite:build'], { NODE_ENV: 'production' });
  const { code, output } = pages.code === 0 ? await listen(bin('esbuild'), house) : pages;
  if (code !== 0) {
    console.error(output);
    return code;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  return 0;
}

/** Threads are entries of their own, named as the sources name them. */
const house = [
  'index=server/index.ts',
  'writer-boot=db/writer.ts',
  'heic-thread=server/media/heic-thread.mjs',
  '--bundle',
  '--packages=external',
  '--platform=node',
  '--target=node20',
  '--format=esm',
  '--sourcemap',
  '--outdir=build/house',
  '--out-extension:.js=.mjs',
  '--log-level=error',
];

export const bin = (name) => join(root, 'node_modules', '.bin', name);

function filesBelow(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .sort()
      .flatMap((name) => filesBelow(join(path, name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}
