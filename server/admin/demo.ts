// `demo`: the demo's people with their access tokens, and its documents. A running server owns the
// database, so it is asked over a socket file in DATA_DIR that only its user can open; where none
// runs, this process opens the directory itself.
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import type { DemoReport } from '../admin-socket.ts';
import type { Config } from '../config.ts';
import { Refusal, UsageError, type Verb } from './verb.ts';

const maxBriefs = 1000;

export const demo: Verb = {
  usage: '[--briefs N] [--json]',
  does: 'the people of the demo with their access tokens, and its documents',
  async run(args, config) {
    const { briefs, json } = readArguments(args);
    const { people, documents } = await report(config, briefs);
    if (json) process.stdout.write(`${JSON.stringify({ people, documents })}\n`);
    else {
      for (const { name, role, token } of people)
        console.log(`${name.padEnd(6)} ${role.padEnd(22)} ${token}`);
      console.log(`${documents.length} documents`);
    }
    return 0;
  },
};

function readArguments(args: string[]): { briefs: number; json: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      briefs: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const briefs = Number(values.briefs);
  if (!Number.isInteger(briefs) || briefs < 0 || briefs > maxBriefs)
    throw new UsageError(`--briefs takes a whole number from 0 to ${maxBriefs}.`);
  return { briefs, json: values.json };
}

async function report(config: Config, briefs: number): Promise<DemoReport> {
  // The whole server comes with it, and the other verbs start without.
  const { adminSocket } = await import('../admin-socket.ts');
  const socket = adminSocket(config.dataDir);
  if (existsSync(socket)) {
    const answer = await ask(socket, briefs).catch((error: NodeJS.ErrnoException) => {
      // A socket file left behind by a kill: nobody listens.
      if (error.code === 'ECONNREFUSED') return null;
      throw error;
    });
    if (answer) return answer;
  }
  return open(config, briefs);
}

async function open(config: Config, briefs: number): Promise<DemoReport> {
  const { startServer } = await import('../start.ts');
  const { demoReport } = await import('../admin-socket.ts');
  const { InstallationError } = await import('../installation.ts');
  const running = await startServer({ ...config, port: 0, host: '127.0.0.1' }, null);
  try {
    return await demoReport(running.services, briefs);
  } catch (error) {
    throw error instanceof InstallationError ? new Refusal(error.message) : error;
  } finally {
    await running.close();
  }
}

function ask(socketPath: string, briefs: number): Promise<DemoReport> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { socketPath, method: 'POST', path: `/demo?briefs=${briefs}` },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(JSON.parse(text) as DemoReport)
            : reject(new Refusal(text)),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
