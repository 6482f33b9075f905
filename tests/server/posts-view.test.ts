// The grid of posts as it is read: what it tells of a closed draft, who may ask, and what follows live.
import { expect, test } from 'vitest';
import { draftById } from '#db/drafts.ts';
import { user } from '#db/schema/people.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { removeView, saveView } from '#server/commands/saved-views.ts';
import { startThread } from '#server/commands/threads.ts';
import { postCells, postsPage } from '#server/views/posts.ts';
import { postsCsv } from '#server/views/posts-csv.ts';
import { openLive } from '#tests/support/live-tab.ts';
import { code, openPostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const whole = { kind: 'whole' } as const;

test('of a post that is just theirs the page, its changes and the file tell nothing but that', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, briefId, drafts } = house;
  await write(house, mali, { draftId: drafts.mali, text: 'A secret so far' });
  const asked = { briefId, draftIds: [drafts.mali, drafts.ben] };
  const told = [
    value(await postsPage(s, ploy, { briefId })).rows,
    value(await postCells(s, ploy, asked)),
    value(await postsCsv(s, ploy, { briefId, query: '' })).bytes,
  ].map((one) => JSON.stringify(one));
  for (const one of told) {
    expect(one).not.toContain('secret');
    expect(one).not.toContain(drafts.mali);
  }
  expect(told[2]).toContain('Writing, just me');
  value(await openDoor(s, mali, { draftId: drafts.mali }));
  expect(JSON.stringify(value(await postCells(s, ploy, asked)))).toContain(drafts.mali);
});

test('a creator has no way to the grid, and nobody to another brief’s posts through it', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, ben, briefId, drafts } = house;
  for (const who of [mali, ben]) {
    expect(code(await postsPage(s, who, { briefId }))).toBe('not-allowed');
    expect(code(await postCells(s, who, { briefId, draftIds: [drafts.ben] }))).toBe('not-allowed');
    expect(code(await postsCsv(s, who, { briefId, query: '' }))).toBe('not-allowed');
    const view = { briefId, name: 'Mine', query: '' };
    expect(code(await saveView(s, who, view))).toBe('not-allowed');
  }
  const elsewhere = { briefId: 'another', draftIds: [drafts.mali] };
  expect(code(await postCells(s, ploy, elsewhere))).toBe('not-found');
});

test('a cell says from when it lies with whom, and by when an answer is owed', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, briefId, drafts } = house;
  const draftId = drafts.mali;
  await write(house, mali, { draftId, text: 'My words #ad' });
  const before = s.now().getTime();
  const contentId = await seenId(house, draftId);
  value(await sendDraft(s, mali, { draftId, contentId, ready: false }));
  const [changed] = value(await postCells(s, ploy, { briefId, draftIds: [draftId] }));
  expect(changed).toMatchObject({ userId: 'mali', deliverableId: 'post1' });
  const cell = changed?.cell;
  if (cell?.kind !== 'open') throw new Error('the cell is not open');
  expect(cell).toMatchObject({ status: 'with-brand', turn: 'brand', round: 1 });
  expect(cell.since).toBeGreaterThan(before);
  expect(cell.due).toBeGreaterThan(cell.since);
  // The whole page and what changed say the same.
  const page = value(await postsPage(s, ploy, { briefId }));
  expect(page.rows.find(({ userId }) => userId === 'mali')?.cells['post1']).toEqual(cell);
});

test('an open page hears under one topic which post changed, and of closed ones no word', async () => {
  const house = await openPostHouse();
  const { ploy, mali, ben, briefId, drafts } = house;
  const { live, tab } = await openLive(house.s.db, [ploy, mali, ben]);
  const s = { ...house.s, live };
  const [hers, bens] = [await tab(ploy), await tab(ben)];
  const say = (draftId: string) => ({
    place: { draftId },
    audience: 'everyone' as const,
    anchor: whole,
    body: 'A note to myself',
  });
  value(await startThread(s, mali, say(drafts.mali)));
  value(await openDoor(s, mali, { draftId: drafts.mali }));
  expect(await hers.next('draft.open-door')).toMatchObject({
    topic: `draft:${drafts.mali}`,
    within: `posts:${briefId}`,
  });
  expect(hers.heard.filter(({ kind }) => kind.startsWith('thread'))).toEqual([]);
  value(await startThread(s, mali, say(drafts.mali)));
  await hers.next('thread.start');
  // Another creator hears nothing of it at all.
  value(await openDoor(s, ben, { draftId: drafts.ben }));
  await bens.next('draft.open-door');
  expect(JSON.stringify(bens.heard)).not.toContain(drafts.mali);
});

test('a saved view is its person’s own, and keeps what the page understands', async () => {
  const { s, ploy, nan, briefId } = await openPostHouse();
  const query = '?turn=brand&followers=many&sort=waiting';
  value(await saveView(s, ploy, { briefId, name: ' Mondays ', query }));
  const own = async (who: typeof ploy) => value(await postsPage(s, who, { briefId })).views;
  const [view] = await own(ploy);
  expect(view).toMatchObject({ name: 'Mondays', query: 'turn=brand&sort=waiting' });
  expect(await own(nan)).toEqual([]);
  expect(code(await removeView(s, nan, { viewId: view?.id ?? '' }))).toBe('not-found');
  expect(code(await saveView(s, ploy, { briefId, name: '', query: '' }))).toBe('bad-input');
  value(await removeView(s, ploy, { viewId: view?.id ?? '' }));
  expect(await own(ploy)).toEqual([]);
  for (let n = 0; n < 20; n++) value(await saveView(s, ploy, { briefId, name: `${n}`, query: '' }));
  expect(await saveView(s, ploy, { briefId, name: 'one more', query: '' })).toMatchObject({
    error: { code: 'not-now', field: 'views' },
  });
});

test('a file of the posts follows the filter and takes no formula from a name', async () => {
  const house = await openPostHouse();
  const { s, ploy, ben, briefId, drafts } = house;
  await s.db.transaction((tx) => tx.update(user).set({ name: '=HYPERLINK("x")' }));
  await write(house, ben, { draftId: drafts.ben, text: 'My words #ad' });
  const contentId = await seenId(house, drafts.ben);
  value(await sendDraft(s, ben, { draftId: drafts.ben, contentId, ready: false }));
  const file = async (query: string) => value(await postsCsv(s, ploy, { briefId, query })).bytes;
  const lines = (text: string) => text.trim().split('\r\n');
  expect(lines(await file(''))).toHaveLength(3);
  const [, only, ...rest] = lines(await file('?turn=brand'));
  expect(rest).toEqual([]);
  expect(only).toContain('"\'=HYPERLINK(""x"")"');
  expect(only).toContain('With you,Rimdaet,1,');
  expect(only).not.toContain('฿');
  expect((await draftById(s.db, drafts.ben))?.open).toBe(true);
});
