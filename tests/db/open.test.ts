import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, expect, test } from 'vitest';
import { databaseError } from '#db/errors.ts';
import { openDatabase, type Database } from '#db/open.ts';
import { briefCreator, workspace } from '#db/schema/campaign.ts';

const directories: string[] = [];
const databases: Database[] = [];

function directory(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-db-'));
  directories.push(dir);
  return dir;
}

async function open(dir = directory()): Promise<Database> {
  const db = await openDatabase({ dir });
  databases.push(db);
  return db;
}

afterEach(async () => {
  await Promise.all(databases.splice(0).map((db) => db.close()));
  for (const dir of directories.splice(0)) rmSync(dir, { recursive: true });
});

const row = (id: string) => ({ id, name: `ริมแดด ${id}`, createdAt: new Date(1_000) });

test('what a transaction wrote is read back with its types', async () => {
  const db = await open();
  await db.transaction(async (tx) => {
    await tx.insert(workspace).values(row('a'));
  });
  expect(await db.select().from(workspace)).toEqual([row('a')]);
});

test('a transaction that throws leaves nothing and runs no effect', async () => {
  const db = await open();
  let effects = 0;
  const failing = db.transaction(async (tx) => {
    tx.afterCommit(() => effects++);
    await tx.insert(workspace).values(row('a'));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await db.select().from(workspace)).toEqual([]);
  expect(effects).toBe(0);
});

test('transactions run one after the other, each seeing the one before', async () => {
  const db = await open();
  const seen = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      db.transaction(async (tx) => {
        const before = await tx.select().from(workspace);
        await tx.insert(workspace).values(row(`w${i}`));
        return before.length;
      }),
    ),
  );
  expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i));
});

test('the database inside a transaction, and the transaction after it, are errors', async () => {
  const db = await open();
  const inside = db.transaction(() =>
    db
      .select()
      .from(workspace)
      .then(() => undefined),
  );
  await expect(inside).rejects.toMatchObject({
    cause: { message: expect.stringContaining('inside a transaction') },
  });
  const kept = await db.transaction(async (tx) => tx);
  await expect(kept.select().from(workspace)).rejects.toMatchObject({
    cause: { kind: 'timed-out' },
  });
});

test('a doubled id is told as unique, without the statement or its values', async () => {
  const db = await open();
  await db.insert(workspace).values(row('a'));
  const error = await db
    .insert(workspace)
    .values(row('a'))
    .then(
      () => null,
      (reason: unknown) => databaseError(reason),
    );
  expect(error?.kind).toBe('unique');
  expect(error?.message).not.toContain('insert');
});

test('a second process on the same directory is refused in words', async () => {
  const dir = directory();
  await open(dir);
  await expect(openDatabase({ dir })).rejects.toThrow('in use by another Cobrief');
});

test('a directory that cannot be made is refused in words', async () => {
  await expect(openDatabase({ dir: '/dev/null/cobrief' })).rejects.toThrow('cannot be written');
});

test('a database from a newer version is refused and left as it was', async () => {
  const dir = directory();
  await (await open(dir)).close();
  databases.pop();
  const file = new BetterSqlite(join(dir, 'cobrief.sqlite'));
  file.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
  file.close();
  await expect(openDatabase({ dir })).rejects.toThrow('newer Cobrief');
});

test('a directory of before phone numbers were kept opens with its rows, and without a number', async () => {
  const dir = directory();
  const before = directory();
  cpSync(new URL('../../db/migrations', import.meta.url), before, { recursive: true });
  const journal = join(before, 'meta/_journal.json');
  const all = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const at = all.entries.findIndex(({ tag }) => tag === '0009_phone');
  writeFileSync(journal, JSON.stringify({ ...all, entries: all.entries.slice(0, at) }));
  const file = new BetterSqlite(join(dir, 'cobrief.sqlite'));
  migrate(drizzle(file), { migrationsFolder: before });
  file.pragma('foreign_keys = OFF');
  file.exec(
    `INSERT INTO brief_creator (id, brief_id, user_id, handle, state, invited_at)
     VALUES ('p', 'b', 'u', '@fon', 'invited', 1)`,
  );
  file.close();
  const [row] = await (await open(dir)).select().from(briefCreator);
  expect(row).toMatchObject({ handle: '@fon', phone: '' });
});

test('a decision can be neither changed nor taken back', async () => {
  const dir = directory();
  const db = await open(dir);
  await db.close();
  databases.pop();
  const file = new BetterSqlite(join(dir, 'cobrief.sqlite'));
  file.pragma('foreign_keys = OFF');
  file.exec(
    `INSERT INTO decision (id, draft_id, event, side, user_id, user_name, method, at)
     VALUES ('d', 'x', 'approve', 'brand', 'u', 'Ploy', 'password', 1)`,
  );
  expect(() => file.exec("UPDATE decision SET event = 'send'")).toThrow('append-only');
  expect(() => file.exec('DELETE FROM decision')).toThrow('append-only');
  file.close();
});

test('rows written before the close are there after opening again', async () => {
  const dir = directory();
  const first = await open(dir);
  await first.insert(workspace).values(row('a'));
  await first.close();
  databases.pop();
  const second = await open(dir);
  expect(await second.select().from(workspace).where(eq(workspace.id, 'a'))).toHaveLength(1);
});
