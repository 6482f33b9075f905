// One server a DATA_DIR. The lock is an EXCLUSIVE transaction on a database of its own, so the
// operating system drops it with the process, however that ends.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DataDirectoryError } from './errors.ts';

/** Its name in DATA_DIR. */
export const lockFile = 'lock.sqlite';

/** Creates and locks the directory; the returned function lets go. */
export function lockDirectory(dir: string): () => void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
  } catch {
    throw new DataDirectoryError(
      `DATA_DIR ${dir} cannot be written. Give its owner the right, or choose another.`,
    );
  }
  const lock = new Database(join(dir, lockFile), { timeout: 200 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new DataDirectoryError(
      `DATA_DIR ${dir} is in use by another Cobrief. Stop that one first.`,
    );
  }
  return () => lock.close();
}
