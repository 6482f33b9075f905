// `demo`: the demo's people with their access tokens, and its documents. A running server owns the
// database, so it is asked over a socket file in DATA_DIR that only its user can open; where none
// runs, this process opens the directory itself.
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import type { DemoGrowth, DemoReport } from '../admin-socket.ts';
import type { Config } from '../config.ts';
import { Refusal, UsageError, type Verb } from './verb.ts';

const most = { briefs: 1000, creators: 1000 };

export const demo: Verb = {
  usage: '[--briefs N] [--creators N] [--json]',
  does: 'the people of the demo with their access tokens, and its documents',
  async run(args, config) {
    const { growth, json } = readArguments(args);
    const { people, documents } = await report(config, growth);
    if (json) process.stdout.write(`${JSON.stringify({ people, documents })}\n`);
    else {
      for (const { name, role, token } of people)
        console.log(`${name.padEnd(6)} ${role.padEnd(22)} ${token}`);
      console.log(`${documents.length} documents`);
    }
    return 0;
  },
};

function readArguments(args: string[]): { growth: DemoGrowth; json: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      briefs: { type: 'string', default: '0' },
      creators: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const count = (name: keyof DemoGrowth) => {
    const given = Number(values[name]);
    if (!Number.isInteger(given) || given < 0 || given > most[name])
      throw new UsageError(`--${name} takes a whole number from 0 to ${most[name]}.`);
    return given;
  };
  return { growth: { briefs: count('briefs'), creators: count('creators') }, json: values.json };
}

async function report(config: Config, growth: DemoGrowth): Promise<DemoReport> {
  // The whole server comes with it, and the other verbs start without.
  const { adminSocket } = await import('../admin-socket.ts');
  const socket = adminSocket(config.dataDir);
  if (existsSync(socket)) {
    const answer = await ask(socket, growth).catch((error: NodeJS.ErrnoException) => {
      // A socket file left behind by a kill: nobody listens.
      if (error.code === 'ECONNREFUSED') return null;
      throw error;
    });
    if (answer) return answer;
  }
  return open(config, growth);
}

async function open(config: Config, growth: DemoGrowth): Promise<DemoReport> {
  const { startServer } = await import('../start.ts');
  const { demoReport } = await import('../admin-socket.ts');
  const { InstallationError } = await import('../installation.ts');
  const running = await startServer({ ...config, port: 0, host: '127.0.0.1' }, null);
  try {
    return await demoReport(running.services, growth);
  } catch (error) {
    throw error instanceof InstallationError ? new Refusal(error.message) : error;
  } finally {
    await running.close();
  }
}

function ask(socketPath: string, { briefs, creators }: DemoGrowth): Promise<DemoReport> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { socketPath, method: 'POST', path: `/demo?briefs=${briefs}&creators=${creators}` },
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
