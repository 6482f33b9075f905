// A process of ours: started, awaited until it listens, ended. None outlives the run.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface Launched {
  child: ChildProcess;
  port: number;
  /** Everything it printed so far. */
  out(): string;
}

interface Launching {
  env: Record<string, string>;
  /** What it prints when it listens, with the port. */
  ready: RegExp;
}

export function launch(args: string[], { env, ready }: Launching): Promise<Launched> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = ready.exec(out);
      if (found) resolve({ child, port: Number(found[1]), out: () => out });
    });
    child.once('exit', (code) => {
      running.delete(child);
      reject(new Error(`${args.at(-1)} ended with ${code}\n${out}`));
    });
  });
}

export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
