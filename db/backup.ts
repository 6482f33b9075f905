// A whole copy of the database while people type, and what a restore changes in such a copy.
// It knows one file at a time and nothing of archives.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { databaseFile, openConnection, openReadConnection } from './connection.ts';
import { DataDirectoryError } from './errors.ts';
import { damageOf } from './inspection.ts';
import { refuseNewer } from './migrate.ts';

/**
 * Writes a copy of DATA_DIR's database into `target`, which may be there if it is empty. VACUUM INTO
 * reads one state on a connection of its own: the server's writer goes on. (SQLite's backup API
 * starts again with every commit of another process, and under load it never ends.)
 */
export async function copyDatabase(dir: string, target: string): Promise<void> {
  const file = join(dir, databaseFile);
  if (!existsSync(file)) throw new DataDirectoryError(`DATA_DIR ${dir} holds no database.`);
  const db = openReadConnection(file);
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new DataDirectoryError(`The database could not be copied to ${target} (${code}).`);
  } finally {
    db.close();
  }
}

export interface Counts {
  documents: number;
  updates: number;
  snapshots: number;
}

export async function countsOf(file: string): Promise<Counts> {
  const db = openReadConnection(file);
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  try {
    return {
      documents: count('document') as number,
      updates: count('document_update') as number,
      snapshots: count('document_snapshot') as number,
    };
  } finally {
    db.close();
  }
}

/**
 * Makes a copy fit to be started from: another epoch for every document, so that no browser merges
 * the lost time back in half, and event numbers past any that a page heard in that time.
 * @throws DataDirectoryError in words when the copy is damaged or of a newer version.
 */
export async function startAnew(file: string, newEpoch: () => string): Promise<void> {
  const db = openConnection(file);
  try {
    refuseDamaged(db);
    refuseNewer(db);
    const renew = db.prepare('UPDATE document SET epoch = ? WHERE name = ?');
    const names = db.prepare('SELECT name FROM document').pluck().all() as string[];
    db.transaction(() => {
      for (const name of names) renew.run(newEpoch(), name);
      db.prepare("UPDATE sqlite_sequence SET seq = seq + 1000000 WHERE name = 'event'").run();
    })();
  } catch (error) {
    if (error instanceof DataDirectoryError) throw error;
    const { code } = error as { code?: string };
    throw new DataDirectoryError(`The database in it cannot be used (${code}).`);
  } finally {
    db.close();
  }
}

function refuseDamaged(db: Database): void {
  const [first] = damageOf(db);
  if (first) throw new DataDirectoryError(`The database in it is damaged: ${first}`);
}
