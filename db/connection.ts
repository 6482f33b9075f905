// How a connection to the database file is set up, the same for the writer and for migrations.
import Database from 'better-sqlite3';

/** Its name in DATA_DIR. */
export const databaseFile = 'cobrief.sqlite';

export function openConnection(file: string): Database.Database {
  const connection = new Database(file);
  connection.pragma('journal_mode = WAL');
  // NORMAL survives kill -9 but not a power cut, and "saved" is shown to people.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // 32 MB of log before it is folded into the file: the same few pages are written again and again,
  // and each is folded once.
  connection.pragma('wal_autocheckpoint = 8000');
  // What is erased, an address above all, is written over in its page and not only unlinked.
  connection.pragma('secure_delete = FAST');
  connection.pragma('busy_timeout = 5000');
  return connection;
}

export function openReadConnection(file: string): Database.Database {
  const connection = new Database(file, { readonly: true });
  connection.pragma('busy_timeout = 5000');
  return connection;
}
