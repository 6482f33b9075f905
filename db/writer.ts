// The one writer. A worker thread with its own connection: transactions run first come, first
// served, each BEGIN IMMEDIATE; appends to the update log run here too, so that the check of the
// right and the append are one transaction. It knows SQL text and the log's tables, no nouns.
import { parentPort, workerData } from 'node:worker_threads';
import type { Statement } from 'better-sqlite3';
import { openConnection } from './connection.ts';
import { createLogWriter, type LogJob } from './log-writer.ts';

export type Method = 'run' | 'all' | 'values' | 'get';
export type Job =
  | { op: 'begin' }
  | { op: 'run'; tx: number | null; sql: string; params: unknown[]; method: Method }
  | { op: 'end'; tx: number; commit: boolean }
  | { op: 'probe' }
  | { op: 'close' }
  | LogJob;
export type Request = { id: number } & Job;
export type Reply =
  | { id: number; value: unknown }
  | { id: number; failure: { code: string; message: string } };

/** A transaction that holds the only writer longer than this is rolled back. */
const transactionLimitMs = 10_000;

const port = parentPort as NonNullable<typeof parentPort>;
const db = openConnection((workerData as { file: string }).file);
const log = createLogWriter(db);
const statements = new Map<string, Statement>();
const waiting: Request[] = [];
let active: { tx: number; timer: NodeJS.Timeout } | null = null;

function prepared(sql: string): Statement {
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = db.prepare(sql)));
  return statement;
}

function run(sql: string, params: unknown[], method: Method): unknown {
  const statement = prepared(sql);
  if (!statement.reader) {
    statement.run(...params);
    return [];
  }
  const rows = statement.raw(true);
  return method === 'get' ? rows.get(...params) : rows.all(...params);
}

function end(commit: boolean): void {
  if (!active) return;
  clearTimeout(active.timer);
  active = null;
  db.exec(commit ? 'COMMIT' : 'ROLLBACK');
}

function begin(id: number): number {
  db.exec('BEGIN IMMEDIATE');
  active = { tx: id, timer: setTimeout(() => expire(id), transactionLimitMs) };
  return id;
}

function expire(tx: number): void {
  if (active?.tx !== tx) return;
  end(false);
  next();
}

/** Whether a job may run while `active` holds the writer. */
function mayRun(request: Request): boolean {
  if (request.op === 'end') return true;
  if (request.op === 'run' && request.tx !== null) return true;
  return active === null;
}

function perform(request: Request): unknown {
  switch (request.op) {
    case 'begin':
      return begin(request.id);
    case 'run':
      if (request.tx !== null && active?.tx !== request.tx) throw transactionOver();
      return run(request.sql, request.params, request.method);
    case 'end':
      if (active?.tx !== request.tx) throw transactionOver();
      return end(request.commit);
    case 'probe':
      return probe();
    case 'close':
      return close();
    default:
      return log(request);
  }
}

/** Writes what is there already: throws when the disk takes nothing. */
function probe(): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  db.pragma(`user_version = ${version}`);
}

function close(): void {
  db.close();
  port.close();
}

function transactionOver(): Error {
  return Object.assign(new Error('the transaction is over or took too long'), {
    code: 'TRANSACTION_OVER',
  });
}

function answer(request: Request): void {
  try {
    port.postMessage({ id: request.id, value: perform(request) } satisfies Reply);
  } catch (error) {
    const { code = 'UNKNOWN', message } = error as { code?: string; message: string };
    if (request.op === 'end' && db.inTransaction) db.exec('ROLLBACK');
    port.postMessage({ id: request.id, failure: { code, message } } satisfies Reply);
  }
}

function next(): void {
  while (active === null) {
    const request = waiting.shift();
    if (!request) return;
    answer(request);
  }
}

port.on('message', (request: Request) => {
  if (!mayRun(request)) return void waiting.push(request);
  answer(request);
  if (active === null) next();
});
port.postMessage({ id: 0, value: 'ready' } satisfies Reply);
