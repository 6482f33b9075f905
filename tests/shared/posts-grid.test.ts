import { expect, test } from 'vitest';
import { csvFile } from '#shared/csv.ts';
import {
  arrange,
  type GridRow,
  nextToReview,
  type PostCell,
  readQuery,
  writeQuery,
} from '#shared/posts-grid.ts';

const hour = 3_600_000;
const now = 1_000 * hour;
const query = (search: string) => {
  const params = new URLSearchParams(search);
  return readQuery((name) => params.get(name));
};
const columns = [
  { id: 'reel', ordinal: 1 },
  { id: 'story', ordinal: 2 },
];

function open(of: Partial<Extract<PostCell, { kind: 'open' }>>): PostCell {
  const rest = { draftId: 'x', round: 1, since: now, due: null, publishDue: null };
  const whose = { turn: 'brand', withLegal: false } as const;
  return { kind: 'open', status: 'with-brand', ...whose, ...rest, ...of };
}

const alone: PostCell = {
  kind: 'alone',
  begun: true,
  writingAt: now,
  due: now - hour,
  ended: null,
};
const row = (userId: string, cells: GridRow['cells']): GridRow => ({
  userId,
  name: userId,
  handle: `@${userId}.post`,
  invitation: 'in',
  cells,
});
const lead = { decide: true, clear: false };
const rows = [
  row('Beam', { reel: open({ draftId: 'b1', since: now - hour, due: now + hour }) }),
  row('Aom', {
    reel: open({ status: 'changes-asked', turn: 'creator', since: now - 9 * hour }),
    story: open({ draftId: 'a2', since: now - 5 * hour, due: now + 9 * hour }),
  }),
  row('Dao', { reel: alone, story: open({ status: 'published', turn: 'nobody' }) }),
];
const shown = (search: string) => {
  const found = arrange({ rows, columns }, { query: query(search), now, locale: 'en' });
  return found.rows.map(({ row: { name }, cells }) => `${name} ${cells.map(sign).join('')}`);
};
const sign = (cell: PostCell | null) => (cell ? cell.kind[0] : '·');

test('without a filter every post is shown as people were invited', () => {
  expect(shown('')).toEqual(['Beam on', 'Aom oo', 'Dao ao']);
});

test('a filter leaves out cells, and rows of which nothing is left', () => {
  expect(shown('turn=brand')).toEqual(['Beam o·', 'Aom ·o']);
  expect(shown('state=alone')).toEqual(['Dao a·']);
  expect(shown('late=1')).toEqual(['Dao a·']);
  expect(shown('turn=brand&post=1')).toEqual(['Beam o']);
  expect(shown('q=AOM.post')).toEqual(['Aom oo']);
});

test('what has waited for the brand the longest comes first, then what waits for creators', () => {
  expect(shown('sort=waiting')).toEqual(['Aom oo', 'Beam on', 'Dao ao']);
  expect(shown('sort=due')).toEqual(['Dao ao', 'Beam on', 'Aom oo']);
  expect(shown('sort=name')).toEqual(['Aom oo', 'Beam on', 'Dao ao']);
  expect(nextToReview(rows, lead)).toMatchObject({ draftId: 'a2' });
});

test('what is with legal is no turn of the lead, and the reviewer sees nothing else', () => {
  const legal = open({ draftId: 'l', withLegal: true, since: now - 99 * hour });
  const all = [...rows, row('Em', { reel: legal })];
  expect(nextToReview(all, lead)).toMatchObject({ draftId: 'a2' });
  expect(nextToReview(all, { decide: false, clear: true })).toMatchObject({ draftId: 'l' });
  expect(nextToReview(rows, { decide: false, clear: true })).toBe(null);
  const query = readQuery((name) => (name === 'state' ? 'with-legal' : null));
  const found = arrange({ rows: all, columns }, { query, now, locale: 'en' });
  expect(found.rows.map((one) => one.row.name)).toEqual(['Em']);
});

test('an address says the same again, and what it cannot mean is left out', () => {
  const whole = 'turn=brand&state=with-brand&late=1&post=2&q=%40beam%20%26&sort=due';
  expect(writeQuery(query(whole))).toBe(whole);
  expect(writeQuery(query('turn=me&state=lost&post=-1&late=yes&sort=followers&q=%20'))).toBe('');
  expect(query(`q=${'x'.repeat(500)}`).text).toHaveLength(80);
});

test('a file for a spreadsheet holds no formula, whatever somebody is called', () => {
  expect(csvFile([['=1+1', '@mali', '-2', '+66', '\tx', 'fine']])).toBe(
    "\uFEFF'=1+1,'@mali,'-2,'+66,'\tx,fine\r\n",
  );
  expect(csvFile([['a "b", c', 'two\nlines']])).toBe('\uFEFF"a ""b"", c","two\nlines"\r\n');
});
