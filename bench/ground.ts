// Where Cobrief's load stands: a demo with enough briefs, made once a run by the operator's own
// command, then copied for each server that is started; and its people's tokens.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DemoReport } from '#server/admin-socket.ts';
import type { Door } from './client.ts';
import { ended, type Launched, root } from './launch.ts';

const briefs = 200;

export interface Ground {
  dir: string;
  /** Documents 0 to 199 are guidelines, 200 to 399 drafts with an open door. */
  door(port: number, at: { document: number; right: 'write' | 'read'; person: number }): Door;
}

export async function makeGround(start: (dir: string) => Promise<Launched>): Promise<Ground> {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-bench-ground-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  const { child } = await start(dir);
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', 'admin', '--', 'demo', '--briefs', `${briefs}`, '--json'],
    { cwd: root, env: { ...process.env, DATA_DIR: dir }, maxBuffer: 16 * 1024 * 1024 },
  );
  await ended(child, 'SIGTERM');
  return { dir, door: doorsOf(JSON.parse(stdout) as DemoReport) };
}

function doorsOf({ people, documents }: DemoReport): Ground['door'] {
  const token = (name: string) => {
    const found = people.find((person) => person.name === name);
    if (!found) throw new Error(`the demo has no ${name}`);
    return found.token;
  };
  // Who may write and who only reads, by kind of document.
  const holders = {
    guidelines: { write: [token('Ploy'), token('Ta')], read: [token('Anan')] },
    draft: { write: [token('Mali')], read: [token('Ploy'), token('Ta'), token('Anan')] },
  };
  // The last briefs are those made for load; those before belong to the demo's own story.
  const ofKind = (kind: string) =>
    documents.filter(({ name }) => name.startsWith(`${kind}:`)).slice(-briefs);
  const names = [...ofKind('guidelines'), ...ofKind('draft')].map(({ name }) => name);
  return (port, { document, right, person }) => {
    const name = names[document];
    if (!name) throw new Error(`the demo has no document ${document}`);
    const of = holders[document < briefs ? 'guidelines' : 'draft'][right];
    return {
      url: `ws://127.0.0.1:${port}/sync/${name}?token=${of[person % of.length]}`,
      prefix: new Uint8Array(),
      greeting: null,
      answersStep1: true,
    };
  };
}
