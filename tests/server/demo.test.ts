import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspacesOf } from '#db/members.ts';
import { creatorsWhoShow, recentShownTo } from '#db/shown.ts';
import { readConfig } from '#server/config.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { demoPeople, signIn } from '#server/demo/stage.ts';
import type { Services } from '#server/services.ts';
import { startServer } from '#server/start.ts';
import { home } from '#server/views/home.ts';
import { postsPage } from '#server/views/posts.ts';
import { readRecent } from '#shared/imports/recent.ts';
import { cellAt, stateOf } from '#shared/posts-grid.ts';
import type { Actor } from '#shared/roles.ts';
import { value } from '#tests/support/post-house.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cobrief-demo-'));
let running: Awaited<ReturnType<typeof startServer>>;
let s: Services;
let ploy: Actor;

beforeAll(async () => {
  const read = readConfig({ DATA_DIR: dataDir, PORT: '0' });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  running = await startServer(read.config, null);
  s = running.services;
  await seedDemo(s);
  const lead = (await demoPeople(s)).find(({ name }) => name === 'Ploy');
  ploy = await signIn(s, {
    userId: lead?.userId ?? '',
    name: 'Ploy',
    locale: 'en',
    kind: 'brand',
  });
});
afterAll(async () => {
  await running.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('twenty creators make sixty posts, each in a state of the story', async () => {
  const [brief] = value(await home(s, ploy, { everyPlace: true })).briefs.rows;
  const { rows, deliverables } = value(await postsPage(s, ploy, { briefId: brief?.id ?? '' }));
  expect(rows).toHaveLength(20);
  const states: Record<string, number> = {};
  const cells = rows.flatMap((row) => deliverables.map(({ id }) => cellAt(row, id)));
  for (const cell of cells) {
    const isBegun = cell.kind !== 'none' && (cell.kind !== 'alone' || cell.begun);
    const state = isBegun || stateOf(cell) === 'withdrawn' ? stateOf(cell) : 'not begun';
    states[state ?? ''] = (states[state ?? ''] ?? 0) + 1;
  }
  expect(states).toEqual({
    'not begun': 21,
    withdrawn: 1,
    alone: 6,
    writing: 8,
    'with-brand': 6,
    'with-legal': 2,
    'changes-asked': 5,
    'approved-by-both': 7,
    published: 4,
  });
});

test('the creators’ own figures tell the story: two near the top tie, one lags, most show their posts', async () => {
  const [workspace] = await workspacesOf(s.db, ploy.userId);
  const workspaceId = workspace?.id ?? '';
  const shown = await creatorsWhoShow(s.db, workspaceId);
  const said = [...shown.values()];
  expect(said.filter((what) => what === 'posts')).toHaveLength(14);
  expect(said.filter((what) => what === 'figures')).toHaveLength(4);
  const recent = await recentShownTo(s.db, workspaceId);
  const people = await demoPeople(s);
  const medianOf = (name: string) => {
    const userId = people.find((one) => one.name === name)?.userId;
    const posts = readRecent(recent.find((row) => row.userId === userId)?.posts ?? []);
    const rates = posts.map(
      ({ likes, comments, saves, shares, followers }) =>
        ((likes ?? 0) + (comments ?? 0) + (saves ?? 0) + (shares ?? 0)) / (followers ?? 0),
    );
    const sorted = rates.sort((a, b) => a - b);
    const half = (sorted.length - 1) / 2;
    const middle = ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
    return { n: posts.length, percent: Math.round(middle * 1000) / 10 };
  };
  expect(medianOf('Mali')).toEqual({ n: 24, percent: 6.1 });
  expect(medianOf('Ben')).toEqual({ n: 19, percent: 5.7 });
});
