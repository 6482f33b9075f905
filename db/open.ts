// Opens DATA_DIR's database: lock, migrations, the writer thread and the reading connection.
// What leaves this folder is an Executor both dialects will have, never a driver.
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { UpdateLog } from '#server/sync/persistence.ts';
import { databaseFile, openReadConnection } from './connection.ts';
import { lockDirectory } from './lock.ts';
import { updateLog } from './log.ts';
import { migrateFile } from './migrate.ts';
import type { Method } from './writer.ts';
import { startWriter, type Writer } from './writer-thread.ts';

type Statements = Pick<
  SqliteRemoteDatabase,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with' | '$count'
>;

/** What repository functions take first: the database itself or an open transaction. */
export type Executor = Statements;
/** An open transaction. A function that must run inside one asks for this type. */
export type Tx = Statements & {
  /** Runs when the transaction is on disk; never when it was rolled back. */
  afterCommit(effect: () => void): void;
};

export type Database = Statements & {
  /** One BEGIN IMMEDIATE transaction. The callback may use only `tx`, and must be re-runnable. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly log: UpdateLog;
  /** For better-auth's adapter alone. */
  readonly orm: SqliteRemoteDatabase;
  /** Whether the disk takes writes at this moment: one is made to find out. */
  canWrite(): Promise<boolean>;
  close(): Promise<void>;
};

const inTransaction = new AsyncLocalStorage<{ open: boolean }>();

/** @throws DataDirectoryError in words when the directory is locked, unwritable or too new. */
export async function openDatabase(options: { dir: string }): Promise<Database> {
  const unlock = lockDirectory(options.dir);
  const file = join(options.dir, databaseFile);
  migrateFile(file);
  const writer = await startWriter(file);
  const reader = openReadConnection(file);
  const statements = new Map<string, ReturnType<typeof reader.prepare>>();

  async function execute(sql: string, params: unknown[], method: Method) {
    if (inTransaction.getStore()?.open) {
      throw new Error('the database was used inside a transaction: use tx there');
    }
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = reader.prepare(sql)));
    if (!statement.readonly)
      return rowsOf(writer.call({ op: 'run', tx: null, sql, params, method }));
    const rows = statement.raw(true);
    return { rows: (method === 'get' ? rows.get(...params) : rows.all(...params)) as never };
  }

  const orm = drizzle(execute, undefined, { casing: 'snake_case' });
  return Object.assign(orm, {
    transaction: <T>(work: (tx: Tx) => Promise<T>) => transact(writer, work),
    log: updateLog(writer, orm),
    orm,
    canWrite: () =>
      writer.call({ op: 'probe' }).then(
        () => true,
        () => false,
      ),
    async close() {
      // The last connection to close folds the write-ahead log into the file; a read-only one cannot.
      reader.close();
      await writer.stop();
      unlock();
    },
  });
}

async function rowsOf(rows: Promise<unknown>): Promise<{ rows: never }> {
  return { rows: (await rows) as never };
}

async function transact<T>(writer: Writer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const id = (await writer.call({ op: 'begin' })) as number;
  const scope = { open: true };
  const effects: (() => void)[] = [];
  const orm = drizzle(
    (sql, params, method) => rowsOf(writer.call({ op: 'run', tx: id, sql, params, method })),
    undefined,
    { casing: 'snake_case' },
  );
  const tx = Object.assign(orm as Statements, {
    afterCommit: (effect: () => void) => void effects.push(effect),
  }) as Tx;
  try {
    const value = await inTransaction.run(scope, () => work(tx));
    await writer.call({ op: 'end', tx: id, commit: true });
    scope.open = false;
    for (const effect of effects) effect();
    return value;
  } catch (error) {
    scope.open = false;
    await writer.call({ op: 'end', tx: id, commit: false }).catch(() => undefined);
    throw error;
  }
}
