// `admin -- check`: clean on what the product wrote, and each planted fault told in words.
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '#db/open.ts';
import { checkInstallation, inWords } from '#server/admin/check.ts';
import { placeOf } from '#server/storage.ts';
import { guidelines } from '#tests/support/engine.ts';
import { admin, folder, madeInstallation, pictureHash } from '#tests/support/installation.ts';

const clean = { documents: 3, updates: 6, snapshots: 4, files: 2 };

test('what the product wrote checks clean, beside a server and without one', async () => {
  const dir = await madeInstallation();
  expect(await checkInstallation(dir)).toEqual({ problems: [], checked: clean });
  const db = await openDatabase({ dir });
  expect(await checkInstallation(dir)).toEqual({ problems: [], checked: clean });
  await db.close();
});

function change(dir: string, work: (db: InstanceType<typeof BetterSqlite>) => void): void {
  const db = new BetterSqlite(join(dir, 'cobrief.sqlite'));
  work(db);
  db.close();
}

/** Changes one byte of an update to the guidelines. */
function flip(dir: string, seq: number, at: (content: Buffer) => number): void {
  change(dir, (db) => {
    const of = 'WHERE document = ? AND seq = ?';
    const content = db
      .prepare(`SELECT content FROM document_update ${of}`)
      .pluck()
      .get(guidelines, seq) as Buffer;
    const place = at(content);
    content[place] = (content[place] as number) ^ 0x20;
    db.prepare(`UPDATE document_update SET content = ? ${of}`).run(content, guidelines, seq);
  });
}

const somethingElse = () => {
  const doc = Object.assign(new Y.Doc(), { clientID: 77 });
  doc.getText('text').insert(0, 'another state');
  return Buffer.from(Y.encodeStateAsUpdate(doc));
};

const picturePlace = placeOf(pictureHash);

test.each<[string, (dir: string) => void, string[]]>([
  [
    'a flipped byte that breaks an update',
    (dir) => flip(dir, 8, () => 0),
    [`${guidelines}: update 8 is no update`],
  ],
  [
    'a flipped byte that changes a letter below a snapshot',
    (dir) => flip(dir, 5, (content) => content.indexOf('word5')),
    [`${guidelines}: snapshot 6 is not snapshot 3 and the log: it reads differently`],
  ],
  [
    'a missing sequence number',
    (dir) => change(dir, (db) => db.exec('DELETE FROM document_update WHERE seq = 8')),
    [`${guidelines}: update 8 is missing`],
  ],
  [
    'a snapshot of another state',
    (dir) =>
      change(dir, (db) =>
        db.prepare('UPDATE document_snapshot SET state = ? WHERE seq = 6').run(somethingElse()),
      ),
    [
      `${guidelines}: snapshot 6 is not snapshot 3 and the log: it holds more or less`,
      `${guidelines}: the log after snapshot 6 builds on text that is not there`,
    ],
  ],
  [
    'a client id of nobody',
    (dir) => change(dir, (db) => db.exec('DELETE FROM document_client WHERE client_id = 77')),
    [`${guidelines}: client id 77 wrote and has no owner`],
  ],
  [
    'a row that names what is gone',
    (dir) =>
      change(dir, (db) => {
        db.pragma('foreign_keys = OFF');
        db.exec("DELETE FROM user WHERE id = 'anan'");
      }),
    [
      'database: a row of access_token names a user that is gone',
      'database: a row of brief_member names a user that is gone',
    ],
  ],
  ['a missing file', (dir) => rmSync(join(dir, picturePlace)), [`${picturePlace}: is missing`]],
  [
    'a file with other bytes',
    (dir) => writeFileSync(join(dir, picturePlace), 'another picture'),
    [`${picturePlace}: holds other bytes than its name says`],
  ],
])('%s is told', async (_, plant, problems) => {
  const dir = await madeInstallation();
  plant(dir);
  const report = await checkInstallation(dir);
  expect(inWords(report).split('\n').sort()).toEqual(problems);
});

test('a damaged page is told, and what does not lie on it is checked all the same', async () => {
  const dir = await madeInstallation();
  let page = 0;
  change(dir, (db) => {
    const root = db.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'document_update'");
    page = root.pluck().get() as number;
  });
  const handle = openSync(join(dir, 'cobrief.sqlite'), 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
  const { problems, checked } = await checkInstallation(dir);
  expect(problems.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['database', guidelines]),
  );
  expect([checked.documents, checked.files]).toEqual([3, 2]);
});

test('the command ends with 0 when all is well, with 1 and a line for each problem when not', async () => {
  const dir = await madeInstallation();
  expect(await admin(dir, 'check')).toEqual({
    code: 0,
    out: 'Clean: 3 documents, 6 updates, 4 snapshots, 2 files.\n',
    err: '',
  });
  rmSync(join(dir, picturePlace));
  expect(await admin(dir, 'check')).toEqual({
    code: 1,
    out: `${picturePlace}: is missing\n`,
    err: '',
  });
  const asked = await admin(dir, 'check', '--json');
  expect([asked.code, JSON.parse(asked.out)]).toEqual([
    1,
    { problems: [{ where: picturePlace, what: 'is missing' }], checked: { ...clean, files: 1 } },
  ]);
}, 120_000);

test('a check of a folder without a database says so, and makes none', async () => {
  const dir = folder();
  await expect(checkInstallation(dir)).rejects.toThrow('holds no database');
  writeFileSync(join(dir, 'cobrief.sqlite'), 'not a database at all');
  await expect(checkInstallation(dir)).rejects.toThrow('cannot be read as a database');
  expect(readFileSync(join(dir, 'cobrief.sqlite'), 'utf8')).toBe('not a database at all');
});

test('a wrong call ends with 2 and names every verb', async () => {
  const dir = folder();
  for (const args of [[], ['chekc'], ['check', 'all'], ['restore', 'a', 'b']]) {
    const { code, out, err } = await admin(dir, ...args);
    expect([code, out]).toEqual([2, '']);
    for (const verb of ['demo', 'check', 'backup', 'restore']) expect(err).toContain(`  ${verb} `);
  }
}, 120_000);
