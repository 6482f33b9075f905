// The demo as the real process leaves it after its first start, made once for all browser tests: each
// server of a test begins with a copy. What a first start does is tested in tests/e2e/start.test.ts.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { TestProject } from 'vitest/node';
import { startCobrief } from './app.ts';

export default async function seed(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'cobrief-seeded-'));
  const cobrief = await startCobrief();
  await cobrief.end();
  // On a busy machine the operator's socket may outlive its process; it is no part of the demo.
  const filter = (path: string) => !path.endsWith('.sock');
  cpSync(cobrief.dataDir, directory, { recursive: true, filter });
  withoutClearance(directory);
  await cobrief.stop();
  project.provide('seeded', directory);
  return () => rmSync(directory, { recursive: true, force: true });
}

/** Most tests are of a creator and a lead; the reviewer between them has tests of their own. */
function withoutClearance(directory: string): void {
  const sqlite = new Database(join(directory, 'cobrief.sqlite'));
  sqlite.exec('UPDATE brief SET needs_clearance = 0');
  sqlite.close();
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** A directory to copy. */
    seeded: string;
  }
}
