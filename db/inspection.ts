// What the disk holds, for the operator's check: read beside a running server or without one, on a
// connection that cannot write, and in one transaction, so that all of it is of one moment. It
// judges the file alone; what a history must be stands in server/sync/history.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { StoredHistory } from '#server/sync/history.ts';
import { databaseFile, openReadConnection } from './connection.ts';
import { DatabaseError, DataDirectoryError } from './errors.ts';

export interface Inspection {
  /** What SQLite itself finds wrong, in its words. */
  damage(): Promise<string[]>;
  documents(): Promise<string[]>;
  history(document: string): Promise<StoredHistory>;
  /** The hash of every file a row names. */
  files(): Promise<string[]>;
  close(): void;
}

/** @throws DataDirectoryError in words where there is no database. */
export function openInspection(dir: string): Inspection {
  const db = openExisting(dir);
  return {
    damage: async () => reading(() => damageOf(db)),
    documents: async () =>
      reading(() => column<string>(db, 'SELECT name FROM document ORDER BY name')),
    history: async (document) => reading(() => historyOf(db, document)),
    files: async () =>
      reading(() => column<string>(db, 'SELECT hash FROM file UNION SELECT hash FROM contract')),
    close: () => void db.close(),
  };
}

function openExisting(dir: string): Database {
  const file = join(dir, databaseFile);
  if (!existsSync(file)) throw new DataDirectoryError(`DATA_DIR ${dir} holds no database.`);
  const db = openReadConnection(file);
  try {
    db.exec('BEGIN');
    // The first read is what the transaction is of.
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    const { code } = error as { code?: string };
    throw new DataDirectoryError(`${file} cannot be read as a database (${code}).`);
  }
}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = 'UNKNOWN', message } = error as { code?: string; message: string };
    throw new DatabaseError({ code, message });
  }
}

function column<T>(db: Database, sql: string, ...params: string[]): T[] {
  return db.prepare(sql).pluck().all(params) as T[];
}

export function damageOf(db: Database): string[] {
  const integrity = column<string>(db, 'PRAGMA integrity_check').filter((line) => line !== 'ok');
  const astray = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check');
  return [
    ...integrity,
    ...astray.all().map(({ table, parent }) => `a row of ${table} names a ${parent} that is gone`),
  ];
}

function historyOf(db: Database, document: string): StoredHistory {
  const rows = <Row>(sql: string) => db.prepare<[string], Row>(sql).all(document);
  const [lastSeq = 0] = column<number>(
    db,
    'SELECT last_seq FROM document WHERE name = ?',
    document,
  );
  return {
    lastSeq,
    snapshots: rows('SELECT seq, state FROM document_snapshot WHERE document = ? ORDER BY seq'),
    updates: rows(
      'SELECT seq, content AS "update" FROM document_update WHERE document = ? ORDER BY seq',
    ),
    owned: new Set(
      column<number>(db, 'SELECT client_id FROM document_client WHERE document = ?', document),
    ),
  };
}
