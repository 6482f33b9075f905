// Brings the file to this version's schema, on a connection of its own with foreign keys off:
// SQLite rebuilds a table by dropping it, and that would delete every cascade child.
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openConnection } from './connection.ts';
import { DataDirectoryError } from './errors.ts';
import { root } from './root.ts';

const migrationsFolder = join(root, 'db/migrations');

export function migrateFile(file: string): void {
  const connection = openConnection(file);
  try {
    refuseNewer(connection);
    connection.pragma('foreign_keys = OFF');
    migrate(drizzle(connection), { migrationsFolder });
  } finally {
    connection.close();
  }
}

/** @throws DataDirectoryError in words when this version does not know the file's tables. */
export function refuseNewer(connection: Database): void {
  const known = new Set(readMigrationFiles({ migrationsFolder }).map((m) => m.folderMillis));
  const table = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
    .get();
  if (!table) return;
  const applied = connection
    .prepare<[], { created_at: number }>('SELECT created_at FROM __drizzle_migrations')
    .all();
  if (applied.some((row) => !known.has(row.created_at))) {
    throw new DataDirectoryError(
      'The database was made by a newer Cobrief than this one. Start the newer one, or restore a backup of before.',
    );
  }
}
