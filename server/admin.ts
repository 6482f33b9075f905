// The operator's command: `npm run --silent admin -- demo [--briefs N] [--json]`. A running server
// owns the database, so it is asked over a socket file in DATA_DIR that only its user can open;
// where none runs, this process opens the directory itself.
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import { DataDirectoryError } from '#db/errors.ts';
import { adminSocket, type DemoReport, demoReport } from './admin-socket.ts';
import { readConfig } from './config.ts';
import { InstallationError } from './installation.ts';
import { startServer } from './start.ts';

const usage = 'Usage: npm run --silent admin -- demo [--briefs N] [--json]';
const maxBriefs = 1000;

function stop(words: string, code = 1): never {
  process.stderr.write(`${words}\n`);
  process.exit(code);
}

function readArguments(): { briefs: number; json: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      briefs: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
    },
  });
  const briefs = Number(values.briefs);
  const known = positionals.length === 1 && positionals[0] === 'demo';
  if (!known || !Number.isInteger(briefs) || briefs < 0 || briefs > maxBriefs) stop(usage, 2);
  return { briefs, json: values.json };
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
            : reject(new InstallationError(text)),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

async function report(briefs: number): Promise<DemoReport> {
  const read = readConfig(process.env);
  if ('faults' in read) stop(read.faults.join('\n'));
  const socket = adminSocket(read.config.dataDir);
  if (existsSync(socket)) {
    const answer = await ask(socket, briefs).catch((error: NodeJS.ErrnoException) => {
      // A socket file left behind by a kill: nobody listens.
      if (error.code === 'ECONNREFUSED') return null;
      throw error;
    });
    if (answer) return answer;
  }
  const config = { ...read.config, port: 0, host: '127.0.0.1' };
  const running = await startServer(config, null);
  try {
    return await demoReport(running.services, briefs);
  } finally {
    await running.close();
  }
}

try {
  const { briefs, json } = readArguments();
  const { people, documents } = await report(briefs);
  if (json) process.stdout.write(`${JSON.stringify({ people, documents })}\n`);
  else {
    for (const { name, role, token } of people)
      console.log(`${name.padEnd(6)} ${role.padEnd(22)} ${token}`);
    console.log(`${documents.length} documents`);
  }
  process.exit(0);
} catch (error) {
  if (error instanceof DataDirectoryError || error instanceof InstallationError)
    stop(error.message);
  throw error;
}
