import { expect, test } from 'vitest';
import { addMember, createWorkspace } from '#db/members.ts';
import { inboxOf } from '#db/inbox.ts';
import { createPerson } from '#db/people.ts';
import { eventsAfter } from '#db/events.ts';
import { importPosts, postInput, showFigures } from '#server/commands/imports.ts';
import { addToBrief, askForFigures, noteOnCreator, weighAnswers } from '#server/commands/roster.ts';
import { createBrief } from '#server/commands/briefs.ts';
import { mayReadRoster, rosterCsv, rosterPage } from '#server/views/roster.ts';
import { rosterCreator } from '#server/views/roster-creator.ts';
import type { ImportedPost } from '#shared/imports/post.ts';
import type { Shown } from '#shared/imports/shown.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { newBrief, openBriefing } from '#tests/support/briefing.ts';
import { actor, value } from '#tests/support/doors.ts';

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code);
const workspaceId = 'rimdaet';
const secret = 'a caption nobody else may read';

/** Twenty posts with rates around this share of ten thousand followers. */
function posts(rate: number, count = 20): ImportedPost[] {
  return Array.from({ length: count }, (_, at) => ({
    platform: 'instagram',
    key: `at:${at}`,
    publishedAt: new Date(Date.UTC(2026, 9, 1) - at * 3 * 86_400_000),
    kind: 'photo',
    caption: `${secret} ${at}`,
    permalink: `https://posts.example/${at}`,
    likes: Math.round(10_000 * rate * (0.8 + (at % 5) / 10)),
    comments: 10,
    saves: 0,
    shares: 0,
    views: 5000,
    reach: 4000 + at,
    followers: 10_000,
    sponsored: null,
  }));
}

async function openRoster() {
  const house = await openBriefing();
  const { s, people } = house;
  const creator = async (name: string, rate: number, what: Shown, count = 20) => {
    const who = await house.invite(name);
    const own = { handle: `@${name}`, followers: 10_000, platform: 'instagram' as const };
    value(
      await importPosts(s, who, {
        importId: null,
        format: 'instagram',
        fileName: 'own.zip',
        channels: [own],
        posts: posts(rate, count).map(postInput),
      }),
    );
    value(await showFigures(s, who, { workspaceId, what }));
    return who;
  };
  const list = async (search = '', who: Actor = people.ploy) =>
    value(await rosterPage(s, who, { search }));
  const names = async (search = '') => (await list(search)).rows.map(({ name }) => name);
  const page = (userId: string, who: Actor = people.ploy, search = '') =>
    rosterCreator(s, who, { userId, search });
  return { ...house, creator, list, names, page };
}

test('creators stand by the median of their posts, and those that cannot be told apart are tied', async () => {
  const { creator, list } = await openRoster();
  await creator('ben', 0.058, 'posts');
  await creator('mali', 0.06, 'figures');
  await creator('far', 0.01, 'figures');
  await creator('new', 0.5, 'figures', 5);
  await creator('shy', 0.9, 'nothing');
  const { rows, of, showing } = await list();
  expect(rows.map(({ name }) => name)).toEqual(['mali', 'ben', 'far', 'new', 'shy']);
  expect([of, showing]).toEqual([5, 4]);
  const ranks = rows.map(({ figure }) => figure?.rank ?? null);
  expect(ranks.slice(0, 3)).toEqual([
    { best: 1, worst: 2, of: 3 },
    { best: 1, worst: 2, of: 3 },
    { best: 3, worst: 3, of: 3 },
  ]);
  // Too few posts to stand beside others, and nothing shown at all.
  expect([ranks[3], rows[3]?.figure?.spread?.n, rows[4]?.figure]).toEqual([null, 5, null]);
});

test('nothing of a creator who showed nothing leaves the server, whatever is asked for', async () => {
  const { s, people, creator, page, list } = await openRoster();
  const shy = await creator('shy', 0.0613, 'nothing');
  const quiet = await creator('quiet', 0.05, 'figures');
  const said = JSON.stringify([await list(), value(await page(shy.userId))]);
  for (const hidden of [secret, 'posts.example', '0613']) expect(said).not.toContain(hidden);
  const csv = value(await rosterCsv(s, people.ploy, { search: '' })).bytes;
  expect(csv).toContain("shy,'@shy,No,,,,,,");
  // The figures alone: no word of a post and no address.
  const shown = JSON.stringify(value(await page(quiet.userId)));
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain('posts.example');
  expect(value(await page(quiet.userId)).profile?.figure.spread?.n).toBe(20);
});

test('what is shown is there at once, and gone at once when it is taken back', async () => {
  const { s, creator, page, list } = await openRoster();
  const ben = await creator('ben', 0.05, 'posts');
  expect(JSON.stringify(value(await page(ben.userId)))).toContain(secret);
  const before = (await eventsAfter(s.db, 0, 999)).length;
  value(await showFigures(s, ben, { workspaceId, what: 'nothing' }));
  const told = (await eventsAfter(s.db, 0, 999)).slice(before);
  expect(told.map(({ topic }) => topic)).toContain('roster:rimdaet');
  expect((await list()).rows[0]).toMatchObject({ name: 'ben', shown: 'nothing', figure: null });
  expect(value(await page(ben.userId)).profile).toBeNull();
});

test('new posts and other weights change the figure the next time it is read', async () => {
  const { s, people, creator, list } = await openRoster();
  const ben = await creator('ben', 0.05, 'figures');
  const median = async () => (await list()).rows[0]?.figure?.spread?.median;
  expect(await median()).toBeCloseTo(0.051, 6);
  const weights = { likes: '0', comments: '2', saves: '0', shares: '0' };
  value(await weighAnswers(s, people.ploy, { workspaceId, ...weights }));
  expect(await median()).toBeCloseTo(0.002, 6);
  expect((await list('', people.viewer)).weights).toEqual({
    likes: 0,
    comments: 2,
    saves: 0,
    shares: 0,
  });
  const more = posts(0.05, 40).map((post) => ({ ...post, comments: 50 }));
  const channels = [{ platform: 'instagram' as const, followers: 10_000 }];
  const file = { importId: null, format: 'instagram' as const, fileName: 'more.zip', channels };
  // Two files within one moment.
  const at = s.now();
  const still = { ...s, now: () => at };
  value(await importPosts(still, ben, { ...file, posts: more.map(postInput) }));
  expect(await median()).toBeCloseTo(0.01, 6);
  const again = more.map((post) => ({ ...post, comments: 100 }));
  value(await importPosts(still, ben, { ...file, posts: again.map(postInput) }));
  expect(await median()).toBeCloseTo(0.02, 6);
});

test('the list is read by members of the workspace, and changed by who manages', async () => {
  const { s, people, creator, page } = await openRoster();
  const ben = await creator('ben', 0.05, 'posts');
  const { owner, ploy, viewer, ta, anan, stranger } = people;
  for (const who of [owner, ploy, viewer]) {
    expect(code(await rosterPage(s, who, { search: '' }))).toBe('ok');
    expect(value(await mayReadRoster(s, who))).toBe(true);
  }
  // Who works in a brief and is no member has no list; nor has a creator, of themselves or others.
  for (const who of [ta, anan, stranger, ben]) {
    expect(code(await rosterPage(s, who, { search: '' }))).toBe('not-found');
    expect(code(await rosterCsv(s, who, { search: '' }))).toBe('not-found');
    expect(code(await page(ben.userId, who))).toBe('not-found');
    expect(value(await mayReadRoster(s, who))).toBe(false);
  }
  const weights = { workspaceId, likes: 1, comments: 1, saves: 1, shares: 1 };
  const note = { workspaceId, userId: ben.userId, note: 'Answers late, writes well' };
  for (const who of [viewer, ta, ben]) {
    expect(code(await weighAnswers(s, who, weights))).toMatch(/not-(allowed|found)/);
    expect(code(await noteOnCreator(s, who, note))).toMatch(/not-(allowed|found)/);
    expect(code(await askForFigures(s, who, { workspaceId, userId: ben.userId }))).toMatch(/not-/);
  }
  value(await noteOnCreator(s, ploy, note));
  expect(value(await page(ben.userId, viewer))).toMatchObject({ note: note.note, mayWrite: false });
  expect(code(await noteOnCreator(s, ploy, { ...note, userId: stranger.userId }))).toBe(
    'not-found',
  );
});

test('weights that are no numbers, too large or all nothing are refused', async () => {
  const { s, people } = await openRoster();
  const even = { workspaceId, likes: '1', comments: '1', saves: '1', shares: '1' };
  for (const wrong of [
    { likes: 'many' },
    { likes: '-1' },
    { saves: '11' },
    { likes: '0', comments: '0', saves: '0', shares: '0' },
  ]) {
    expect(code(await weighAnswers(s, people.ploy, { ...even, ...wrong }))).toBe('bad-input');
  }
});

test('another workspace sees nobody and nothing, and names no list but its own', async () => {
  const { s, people, creator, page } = await openRoster();
  const ben = await creator('ben', 0.05, 'posts');
  const rival = actor('rival', 'Rival', 'brand');
  await s.db.transaction(async (tx) => {
    const at = s.now();
    await createPerson(tx, { id: 'rival', name: 'Rival', kind: 'brand', locale: 'en', at });
    await createWorkspace(tx, { id: 'other', name: 'Other', createdAt: at });
    await addMember(tx, { workspaceId: 'other', userId: 'rival', role: 'owner', createdAt: at });
  });
  expect(value(await rosterPage(s, rival, { search: '' })).of).toBe(0);
  expect(code(await rosterPage(s, rival, { search: '?workspace=rimdaet' }))).toBe('not-found');
  expect(code(await page(ben.userId, rival))).toBe('not-found');
  const ask = { workspaceId: 'rimdaet', userId: ben.userId };
  expect(code(await askForFigures(s, rival, ask))).toBe('not-found');
  expect(code(await askForFigures(s, rival, { ...ask, workspaceId: 'other' }))).toBe('not-found');
  const note = { workspaceId: 'other', userId: ben.userId, note: 'x' };
  expect(code(await noteOnCreator(s, rival, note))).toBe('not-found');
  const { briefId } = value(await createBrief(s, people.ploy, { ...newBrief, title: 'Second' }));
  expect(code(await addToBrief(s, rival, { briefId, userId: ben.userId }))).toBe('not-found');
});

test('followers are no order, whatever the address asks for', async () => {
  const { s, creator, names } = await openRoster();
  const few = await creator('few', 0.06, 'figures');
  const many = await creator('many', 0.01, 'figures');
  const at = (who: Actor, followers: number) =>
    importPosts(s, who, {
      importId: null,
      format: 'instagram',
      fileName: 'own.zip',
      channels: [{ platform: 'instagram', followers }],
      posts: [],
    });
  value(await at(few, 100));
  value(await at(many, 9_000_000));
  for (const sort of ['followers', 'followers-desc', 'engagement', '']) {
    expect(await names(`?sort=${sort}`)).toEqual(['few', 'many']);
  }
  expect(await names('?sort=name')).toEqual(['few', 'many']);
});

test('the address filters, orders and turns pages; a page past the end is the last', async () => {
  const { creator, names, list } = await openRoster();
  await creator('ann', 0.02, 'figures');
  await creator('bob', 0.06, 'figures');
  await creator('shy', 0.06, 'nothing');
  expect(await names('?q=%40BO')).toEqual(['bob']);
  expect(await names('?has=figures&sort=name')).toEqual(['ann', 'bob']);
  expect(await names('?has=nothing')).toEqual(['shy']);
  expect(await names('?platform=tiktok')).toEqual([]);
  expect(await names('?platform=instagram&by=reach')).toEqual(['bob', 'ann']);
  expect((await list('?page=9')).query.page).toBe(1);
  expect((await list('?page=-1&by=likes&cols=1')).query).toMatchObject({
    page: 1,
    base: 'followers',
    columns: [],
  });
});

test('the file has what the page shows, without followers, and no formula runs in it', async () => {
  const { s, people, creator } = await openRoster();
  await creator('=1+1', 0.06, 'figures');
  const search = '?cols=1&col=reach&by=reach';
  const { bytes, name } = value(await rosterCsv(s, people.ploy, { search }));
  const [head, line] = bytes.split('\r\n');
  expect(name).toBe('Rimdaet · Creators.csv');
  expect(head).toContain('% of people reached');
  expect(head).not.toMatch(/follow/i);
  expect(line).toMatch(/^'=1\+1,'@=1\+1,Figures,Instagram,15\.\d\d,/);
  expect(bytes).not.toContain('10000');
  expect(line).toMatch(/,20,1,4010$/);
});

test('somebody who shows nothing is asked once a day, and told where to choose', async () => {
  const { s, later, people, creator, list, page } = await openRoster();
  const shy = await creator('shy', 0.06, 'nothing');
  const ben = await creator('ben', 0.06, 'figures');
  const ask = (userId: string) => askForFigures(s, people.ploy, { workspaceId, userId });
  const mayAsk = async () => (await list()).rows.find(({ name }) => name === 'shy')?.mayAsk;
  expect(await mayAsk()).toBe(true);
  value(await ask(shy.userId));
  expect((await inboxOf(s.db, shy.userId, 9)).map(({ kind }) => kind)).toContain('figures-asked');
  expect([await mayAsk(), value(await page(shy.userId)).mayAsk]).toEqual([false, false]);
  expect(code(await ask(shy.userId))).toBe('not-now');
  expect(code(await ask(ben.userId))).toBe('not-now');
  later(21 * 3_600_000);
  expect(await mayAsk()).toBe(true);
  expect(code(await ask(shy.userId))).toBe('ok');
});

test('somebody known is added to another brief under their handle, and the right to it is asked', async () => {
  const { s, people, creator, list } = await openRoster();
  const ben = await creator('ben', 0.06, 'figures');
  const { briefId } = value(await createBrief(s, people.ploy, { ...newBrief, title: 'Second' }));
  const add = (who: Actor, userId = ben.userId) => addToBrief(s, who, { briefId, userId });
  expect(code(await add(people.viewer))).toBe('not-allowed');
  expect(code(await add(people.stranger))).toBe('not-found');
  expect(code(await add(people.ploy, people.stranger.userId))).toBe('not-found');
  expect((await list('', people.viewer)).briefs).toEqual([]);
  expect((await list()).briefs.map(({ title }) => title)).toContain('Second');
  expect(code(await add(people.ploy))).toBe('ok');
  const titles = (await list()).rows[0]?.briefs.map(({ title }) => title);
  expect(titles?.sort()).toEqual(['Second', 'Sunscreen']);
  expect((await list()).rows[0]?.handle).toBe('@ben');
  expect(code(await add(people.ploy))).toBe('conflict');
});
