// Rows out of a sheet: nothing that was pasted is lost, and what is not understood says so.
import { expect, test } from 'vitest';
import { feeWords, readFee } from '#shared/fees.ts';
import type { PostToMake } from '#shared/invitation-cells.ts';
import {
  type Around,
  joinedFee,
  judgeRows,
  maxRows,
  readInvitations,
  restOf,
  rowOf,
} from '#shared/invitation-rows.ts';
import { phoneUrl } from '#shared/phone.ts';
import { readSheet, writeSheet } from '#shared/sheet.ts';
import { chance } from '#tests/support/chance.ts';

const deliverables: PostToMake[] = [
  { id: 'reel', ordinal: 1, title: '', platform: 'instagram', format: 'reel' },
  { id: 'story', ordinal: 2, title: '', platform: 'instagram', format: 'story' },
  { id: 'video', ordinal: 3, title: 'Morning', platform: 'tiktok', format: 'video' },
];
const around: Around = { deliverables, here: [], known: [], language: 'th' };

function judged(text: string, more: Partial<Around> = {}) {
  const pasted = readInvitations(text);
  return judgeRows(pasted.rows.map(rowOf), pasted, { ...around, ...more });
}

const doubts = (text: string, more: Partial<Around> = {}) =>
  judged(text, more).map((row) => row.doubts.map(({ kind }) => kind));

test('every line that was pasted is in a row or empty, and every letter is in a cell', () => {
  const random = chance(5);
  const pieces = [
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    'มะลิ',
    'a',
    ' ',
    '\u00a0',
    '9,000',
    '@b',
  ];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random.below(30) }, () => random.pick(pieces)).join('');
    const source = text.replace(/\r\n?/g, '\n');
    const lines = source.split('\n');
    const rows = readSheet(text);
    const covered = new Set(
      rows.flatMap(({ line, lines: n }) => Array.from({ length: n }, (_, at) => line + at)),
    );
    expect(covered.size).toBe(rows.reduce((sum, { lines: n }) => sum + n, 0));
    const letters = (some: string) => some.replace(/[^\p{L}\p{M}\d@]/gu, '');
    const missed = lines.filter((line, at) => letters(line) !== '' && !covered.has(at + 1));
    expect({ text, missed }).toEqual({ text, missed: [] });
    const read = letters(rows.flatMap(({ cells }) => cells).join(''));
    expect({ text, read }).toEqual({ text, read: letters(source) });
  }
});

test('what is written as rows is read as the same cells', () => {
  const random = chance(7);
  const pieces = ['"', 'a', ' b', '\t', 'ก', ',', '@c', '+', '-'];
  for (let round = 0; round < 1000; round += 1) {
    const cells = Array.from({ length: 3 }, () =>
      `${random.pick(['x', '+', '='])}${Array.from({ length: random.below(6) }, () => random.pick(pieces)).join('')}`
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(readSheet(writeSheet([cells])).map((row) => row.cells)).toEqual([cells]);
  }
});

test('columns are found in any order, under English and Thai names and under none', () => {
  const sheets = [
    'Name\tHandle\tLanguage\tPlatform\tFee\tPosts\tE-mail\tPhone No.\nMali\t@mali\tThai\tInstagram\t฿9,000\t2\tm@mail.example\t081-234 5678',
    'โทร.\tอีเมล\tจำนวนโพสต์\tค่าตัว\tช่องทาง\tภาษา\tชื่อบัญชี\tชื่อ\n081-234 5678\tm@mail.example\t2\t฿9,000\tไอจี\tไทย\t@mali\tMali',
    '2\tMali\t081-234 5678\tIG\t@mali\t฿9,000\tm@mail.example\tth\n3\tBen\t\tIG\t@ben\t฿9,000\tb@mail.example\ten',
    '\uFEFFName,Handle,Language,Platform,Fee,Posts,Mail,Mobile,,\n\nMali,@mali,th,ig,"฿9,000",2,m@mail.example,081-234 5678,,\n,,,,,,,,,',
    'Name;Handle;Language;Platform;Fee;Posts;Mail;เบอร์โทร (มือถือ)\nMali;https://www.instagram.com/mali/;TH;Instagram;฿9,000;2;m@mail.example;081-234 5678',
  ];
  for (const sheet of sheets) {
    const [row] = judged(sheet);
    expect(row?.doubts).toEqual([]);
    expect(row?.entry).toEqual({
      userId: null,
      name: 'Mali',
      handle: '@mali',
      locale: 'th',
      fee: '฿9,000',
      posts: ['reel', 'story'],
      mail: 'm@mail.example',
      phone: '081-234 5678',
    });
  }
});

test('a fee keeps its notation and has one normal form', () => {
  const ways = ['฿9,000', '9.000 THB', '9k baht', '9000 baht', 'THB 9 000', '๙,๐๐๐ บาท', '9 พันบาท'];
  for (const way of ways) {
    const fee = readFee(way);
    expect([way, fee && feeWords(fee)]).toEqual([way, '9,000 THB']);
    expect(judged(`Name\tFee\nMali\t${way}`)[0]?.entry.fee).toBe(way);
  }
  expect(['two sticks', '5,000–8,000', '', 'k'].map(readFee)).toEqual([null, null, null, null]);
  expect(readFee('9.50')).toEqual({ amount: 9.5, currency: null });
});

test('a phone number is kept as it is written, and dials the same however that is', () => {
  const ways = [
    '081-234 5678',
    '(081) 234.5678',
    '๐๘๑ ๒๓๔ ๕๖๗๘',
    '081–234–5678',
    '０８１２３４５６７８',
  ];
  for (const way of ways) {
    const [row] = judged(`Name\tโทรศัพท์\nMali\t${way}`);
    expect(row).toMatchObject({ doubts: [], entry: { phone: way } });
    expect(phoneUrl(way)).toBe('tel:0812345678');
  }
  for (const way of ['+66 81 234 5678', '+66 (0)81 234-5678', '+๖๖๘๑๒๓๔๕๖๗๘']) {
    expect(phoneUrl(way)).toBe('tel:+66812345678');
    // A sheet takes a plus for a formula, and has an apostrophe before it.
    expect(judged(`Name\tTel\nMali\t'${way}`)[0]?.entry.phone).toBe(way);
  }
  for (const no of [
    'on LINE',
    '1234',
    '081 234 5678 / 089 765 4321',
    '0812345678x',
    '8'.repeat(16),
  ]) {
    expect(doubts(`Name\tPhone\nMali\t${no}`)).toEqual([['phone']]);
    expect(phoneUrl(no)).toBe(null);
  }
  expect(doubts('Name\tPhone\nMali\t')).toEqual([[]]);
});

test('posts are a number of them, or which ones, and the platform comes first', () => {
  const posts = (platform: string, text: string) =>
    judged(`Name\tPlatform\tPosts\nMali\t${platform}\t${text}`)[0]?.entry.posts;
  expect(posts('', '')).toBe(null);
  expect(posts('', 'all')).toBe(null);
  expect(posts('', '2')).toEqual(['reel', 'story']);
  expect(posts('TikTok', '2')).toEqual(['reel', 'video']);
  expect(posts('TikTok', '')).toEqual(['video']);
  expect(posts('', '"1, 3"')).toEqual(['reel', 'video']);
  expect(posts('', '#3')).toEqual(['video']);
  expect(posts('', 'Reel + Morning')).toEqual(['reel', 'video']);
  expect(posts('', 'สตอรี่')).toEqual(['story']);
});

test('what is not understood is said of its row and column', () => {
  const header = 'Name\tHandle\tLanguage\tPlatform\tPosts\tMail\n';
  expect(doubts(`${header}\t@a\tth`)).toEqual([['name-missing']]);
  expect(doubts(`${header}${'x'.repeat(81)}\t@a`)).toEqual([['too-long']]);
  expect(doubts(`${header}A\t@a\tKlingon\tMyspace\t9\tnowhere`)).toEqual([
    ['mail', 'language', 'platform', 'posts-too-many'],
  ]);
  expect(doubts(`${header}A\t@a\t\t\tsome`)).toEqual([['posts']]);
  expect(doubts(`${header}A\t@a\t\t\t7`, { deliverables: [] })).toEqual([[]]);
});

test('a handle is known again however it is written: in the rows, in the brief, in the workspace', () => {
  const rows = 'Name\tHandle\nA\t@Mali\nB\tinstagram.com/mali\nC\tmali\nD\t@ben';
  expect(doubts(rows)).toEqual([[], ['double'], ['double'], []]);
  expect(doubts(rows, { here: [{ name: 'Ben', handle: 'BEN' }] })[3]).toEqual(['in-brief']);
  const known = [{ userId: 'u1', name: 'Ben', handle: '@ben' }];
  expect(judged(rows, { known })[3]).toMatchObject({ knownAs: 'Ben', entry: { userId: 'u1' } });
  const pasted = readInvitations(rows);
  const left = pasted.rows.map(rowOf).map((row, at) => ({ ...row, isOut: at === 0 }));
  const again = judgeRows(left, pasted, around).map((row) => row.doubts.length);
  expect(again).toEqual([0, 0, 1, 0]);
});

test('a comma in a fee that nobody quoted makes its row doubtful and is mended in one step', () => {
  const pasted = readInvitations('Name,Fee,Posts\nA,"9,000",1\nB,9,000,2\nC,9k,3');
  const rows = pasted.rows.map(rowOf);
  expect(judgeRows(rows, pasted, around).map((row) => row.doubts[0]?.kind)).toEqual([
    undefined,
    'columns',
    undefined,
  ]);
  const mended = rows.map((row) => joinedFee(row, pasted.roles) ?? row);
  expect(judgeRows(mended, pasted, around)[1]).toMatchObject({
    doubts: [],
    feeWords: '9,000',
    entry: { fee: '9,000', posts: ['reel', 'story'] },
  });
});

test('quoted cells may hold breaks, and blanks of every kind are blanks', () => {
  const [row] = judged('Name\tHandle\n"Mali\nBTS ""the bus"""\t@mali\u00a0\u200b\u00a0');
  expect(row?.entry).toMatchObject({ name: 'Mali BTS "the bus"', handle: '@mali' });
});

test('a thousand rows are taken two hundred at a time, and the rest is the next paste', () => {
  let text = ['Handle,Name', ...Array.from({ length: 1000 }, (_, n) => `@c${n},"C, ${n}"`)].join(
    '\n',
  );
  const names: string[] = [];
  for (let go = 0; go < 5; go += 1) {
    const pasted = readInvitations(text);
    expect(pasted.rows).toHaveLength(maxRows);
    expect(pasted.rest).toHaveLength(1000 - (go + 1) * maxRows);
    names.push(...judgeRows(pasted.rows.map(rowOf), pasted, around).map(({ entry }) => entry.name));
    text = restOf(pasted);
  }
  expect(text).toBe('');
  expect(names).toEqual(Array.from({ length: 1000 }, (_, n) => `C, ${n}`));
});
