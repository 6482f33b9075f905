// The demo on a running server: its people's tokens and documents, as the operator's command tells them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite from 'better-sqlite3';
import type { DemoReport } from '#server/admin-socket.ts';
import type { Cobrief } from './app.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `briefs` more of them are made first, each with an empty, open draft of Mali's. */
export function demoOf(cobrief: Cobrief, briefs = 0): Promise<DemoReport> {
  const verb = ['demo', '--briefs', `${briefs}`, '--json'];
  const child = spawn('npm', ['run', '--silent', 'admin', '--', ...verb], {
    cwd: root,
    env: { ...process.env, DATA_DIR: cobrief.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve(JSON.parse(out) as DemoReport));
  });
}

/** A look at what is on disk, beside the server. */
export function onDisk<Row>(cobrief: Cobrief, sql: string, ...params: unknown[]): Row[] {
  const file = new BetterSqlite(join(cobrief.dataDir, 'cobrief.sqlite'), { readonly: true });
  try {
    return file.prepare(sql).all(...params) as Row[];
  } finally {
    file.close();
  }
}

/** A draft of the demo by its creator and number. */
export function draftOnDisk(
  cobrief: Cobrief,
  creator: string,
  post: number,
): { id: string; briefId: string } {
  const [row] = onDisk<{ id: string; briefId: string }>(
    cobrief,
    `SELECT draft.id AS id, draft.brief_id AS briefId FROM draft
       JOIN user ON user.id = draft.creator_id
       JOIN deliverable ON deliverable.id = draft.deliverable_id
      WHERE user.name = ? AND deliverable.ordinal = ?`,
    creator,
    post,
  );
  if (!row) throw new Error(`the demo has no post ${post} of ${creator}`);
  return row;
}
