// One creator never sees what is another's, nor what the brand side says to itself: tried on every
// route, file, export and socket there is, by a crawler that is signed in, and by one that is not.
import { readdirSync, readFileSync } from 'node:fs';
import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { changeRequestsOf } from '#db/decisions.ts';
import { versionsOfDraft } from '#db/drafts.ts';
import { importedPost } from '#db/schema/roster.ts';
import { shootSlot } from '#db/schema/campaign.ts';
import { notice } from '#db/schema/people.ts';
import * as talk from '#db/schema/talk.ts';
import { inbox } from '#db/schema/telling.ts';
import { reply, showWriting, startThread, writeDeal } from '#server/commands.ts';
import { ringBell } from '#server/inbox.ts';
import { openPages } from '#server/pages.ts';
import { goRound } from '#server/rounds.ts';
import { homeGroups } from '#shared/home.ts';
import { draftDocument, guidelinesDocument } from '#shared/ids.ts';
import {
  awarenessFrame,
  barrierFrame,
  messageBarrier,
  syncFrame,
  syncStep1,
  syncStep2,
} from '#shared/protocol.ts';
import type { Actor } from '#shared/roles.ts';
import { dealInput } from '#tests/support/briefing.ts';
import {
  type CrawledRoute,
  dataPath,
  fill,
  queriesOf,
  routesOf,
  wordsOf,
} from '#tests/support/crawl.ts';
import { notedOfBen, rosterSecrets } from '#tests/support/secret-roster.ts';
import {
  brandSecrets,
  contractHash,
  fileHash,
  keptOfBen,
  leftBehind,
  openSecretHouse,
  type SecretHouse,
  secrets,
  unseen,
} from '#tests/support/secret-house.ts';

/** Thousands of pages, asked one after the other, on whatever else the machine does. */
vi.setConfig({ testTimeout: 300_000 });

let house: SecretHouse;
let routes: CrawledRoute[];
/** Every id in the database, and those that are Ben's alone. */
let known: string[];
let bens: string[];

beforeAll(async () => {
  house = await openSecretHouse(mailNowhere);
  const { build } = await openPages({ development: false });
  routes = routesOf(typeof build === 'function' ? await build() : build);
  bens = await idsOfBen();
  known = [...new Set([...bens, house.briefId, house.drafts.mali, 'rimdaet'])].concat(
    Object.values(house.people).map(({ userId }) => userId),
  );
}, 120_000);

afterAll(() => house?.close());

/** Letters are written and stay in the outbox: nobody listens on that port. */
const mailNowhere = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'cobrief@house.example' };

const files = readdirSync(new URL('../../db/schema/', import.meta.url));
const tables = (
  await Promise.all(
    files.map((file) => import(`../../db/schema/${file.slice(0, -3)}.ts`) as Promise<object>),
  )
).flatMap((file) => Object.values(file).filter((one): one is SQLiteTable => is(one, SQLiteTable)));
const noted = Object.values(notedOfBen);
const mine = { ...secrets, ...rosterSecrets, ...keptOfBen, ...unseen, fileHash, contractHash };
const nobodys = Object.values(mine);
/** What may not be seen by Mali: Ben's words, those of whoever's post she took over, and what the brand
 * side says to itself. */
const toMali = [...nobodys, ...noted, ...Object.values(leftBehind), ...Object.values(brandSecrets)];

const foundIn = (text: string, words: readonly string[]): string[] => {
  const folded = text.toLowerCase();
  return words.filter((one) => folded.includes(one.toLowerCase()));
};

async function idsOfBen(): Promise<string[]> {
  const { s, drafts, people } = house;
  const versions = await versionsOfDraft(s.db, drafts.ben);
  const requests = await changeRequestsOf(s.db, drafts.ben);
  const threads = await s.db.select().from(talk.thread);
  const comments = await s.db.select().from(talk.comment);
  const own = threads.filter(
    ({ draftId, createdBy }) => draftId === drafts.ben || createdBy === people.ben.userId,
  );
  const said = comments.filter(({ threadId }) => own.some(({ id }) => id === threadId));
  const rows = [...versions, ...requests, ...own, ...said];
  return [people.ben.userId, drafts.ben, 'suggestionb', ...rows.map(({ id }) => id)];
}

/** What a parameter of an address, a query or a form is tried with. A new name gets every id there is. */
function valuesFor(name: string): string[] {
  const { people, briefId, drafts } = house;
  const usual: Record<string, string[]> = {
    briefId: [briefId],
    draftId: [drafts.mali, drafts.ben, drafts.left],
    userId: Object.values(people).map(({ userId }) => userId),
    n: ['1'],
    '*': ['nowhere'],
    token: ['0'.repeat(43)],
    what: ['now', 'comments', 'v1', 'guidelines'],
    as: ['md', 'docx', 'pdf'],
    all: [''],
    group: [...homeGroups],
    // A question, or the column a table is sorted by: neither is anybody's.
    row: ['sets-trends', 'end'],
    sort: ['trends'],
    file: [house.calendar, `${'0'.repeat(43)}.ics`],
  };
  return usual[name] ?? known;
}

const pages = (): string[] => [
  ...new Set(
    routes.flatMap(({ path, queries }) =>
      fill(path, valuesFor).flatMap((at) =>
        queriesOf(queries, valuesFor).map((query) => at + query),
      ),
    ),
  ),
  ...mounted(),
];

/** What stands beside Remix. A new mount must be named here. */
const mounts = {
  uploads: ['0'.repeat(32)],
  files: [fileHash, `${fileHash}.preview`],
  contracts: [],
};

function mounted(): string[] {
  const { briefId, people } = house;
  const contracts = Object.values(people).map(
    ({ userId }) => `/contracts/${briefId}/${userId}/${contractHash}`,
  );
  const others = ['/healthz', '/metrics', '/.well-known/cobrief-key'];
  const beside = Object.entries(mounts).flatMap(([name, keys]) =>
    keys.map((key) => `/${name}/${key}`),
  );
  return [...beside, ...contracts, ...others];
}

interface Answered {
  path: string;
  status: number;
  text: string;
}

async function get(path: string, cookie: string): Promise<Answered> {
  const response = await fetch(house.url + path, {
    headers: cookie ? { cookie } : {},
    redirect: 'manual',
  });
  return { path, status: response.status, text: await wordsOf(response) };
}

/** Every page, as HTML and as data, with every file and export. */
async function readEverything(who: Actor | null): Promise<Answered[]> {
  const cookie = who ? await house.cookie(who) : '';
  const answers: Answered[] = [];
  for (const path of pages()) {
    const [at = '', query = ''] = path.split('?', 2);
    answers.push(await get(path, cookie));
    if (!/^\/(files|contracts|uploads)\//.test(at)) {
      answers.push(await get(`${dataPath(at)}${query && `?${query}`}`, cookie));
    }
  }
  return answers;
}

const leaks = (answers: Answered[], words: readonly string[]) =>
  answers.flatMap(({ path, text }) => {
    const found = foundIn(text, words);
    return found.length > 0 ? [{ path, found }] : [];
  });

test('every route, mount and table is part of the crawl', async () => {
  const start = readFileSync(new URL('../../server/start.ts', import.meta.url), 'utf8');
  const named = Array.from(
    start.matchAll(/'\/(\w+)': (?:uploads|create)/g),
    ([, name = '']) => name,
  );
  expect(named.sort()).toEqual(Object.keys(mounts).sort());
  expect(routes.length).toBeGreaterThan(35);
  // A table with words of people in it holds a secret, so that a page which reads it is caught.
  const bare: string[] = [];
  for (const table of tables) {
    const rows = JSON.stringify(await house.s.db.select().from(table));
    if (foundIn(rows, toMali).length === 0) bare.push(getTableName(table));
  }
  expect(bare.sort()).toEqual(tablesWithoutWords);
});

/** Sign-ins and links (of their secrets only hashes are kept), marks, counts, what all share, and text as
 * the engine keeps it: that is asked for by the sockets. */
const tablesWithoutWords = [
  'access_token',
  'account',
  'brief',
  'brief_member',
  'confirmed_figures',
  'coverage_judgement',
  'deliverable',
  'device_code',
  'document',
  'document_client',
  'document_snapshot',
  'document_update',
  'engagement_weights',
  'erasure',
  'feed',
  'fit_done',
  'fit_sheet',
  'guidelines_version',
  'link',
  'notice',
  'overlap_count',
  'overlap_hashes',
  'overlap_round',
  'personality',
  'planned_points',
  'proof',
  'rate_limit',
  'recent_figures',
  'reminder',
  'session',
  'shoot_day',
  'shoot_slot',
  'shown_to',
  'telling_choice',
  'thread',
  'thread_read',
  'verification',
  'voice',
  'workspace',
  'workspace_member',
];

test('whoever may read them finds the secrets there', async () => {
  const { ben, ploy, ta } = house.people;
  const toBen = (await readEverything(ben)).map(({ text }) => text).join('\n');
  const own = [...Object.values(secrets), ...Object.values(rosterSecrets)];
  expect(own.filter((word) => foundIn(toBen, [word]).length === 0)).toEqual([]);
  expect(foundIn(toBen, [fileHash, contractHash])).toHaveLength(2);
  expect(foundIn(toBen, [...Object.values(brandSecrets), ...noted, keptOfBen.phone])).toEqual([]);
  const answers = await readEverything(ploy);
  const toPloy = answers.map(({ text }) => text).join('\n');
  expect(foundIn(toPloy, Object.values(brandSecrets))).toHaveLength(3);
  expect(foundIn(toPloy, Object.values(leftBehind))).toHaveLength(5);
  // Her own mark of Ben and the portfolio he shows; of his own marks nothing before both are done.
  const { fitNote, fitEvidence } = notedOfBen;
  expect(foundIn(toPloy, [fitNote, fitEvidence, rosterSecrets.pictureAlt])).toHaveLength(3);
  expect(foundIn(toPloy, [rosterSecrets.ownFitNote])).toEqual([]);
  expect(foundIn(toPloy, [secrets.address, secrets.because, secrets.tracking])).toHaveLength(3);
  // What Ben shows to the workspace, and what it noted about him.
  const { importedCaption, importedLink } = rosterSecrets;
  const { rosterNote } = notedOfBen;
  expect(foundIn(toPloy, [importedCaption, importedLink, rosterNote])).toHaveLength(3);
  // In no export, report or inbox of hers either: where the deal is written, and nowhere else.
  const withPhone = leaks(answers, [keptOfBen.phone]).map(({ path }) => path.split('.data')[0]);
  expect([...new Set(withPhone)]).toEqual([`/briefs/${house.briefId}/creators/${ben.userId}`]);
  const answersToTa = await readEverything(ta);
  const toTa = leaks(answersToTa, [
    secrets.fee,
    secrets.newFee,
    secrets.code,
    secrets.address,
    secrets.tracking,
    secrets.because,
    secrets.terms,
    keptOfBen.phone,
    contractHash,
    secrets.contractBytes,
    rosterNote,
  ]);
  expect(toTa).toEqual([]);
  // A colleague who rates the fit is offered the posts Ben shows, there and nowhere else.
  const offered = leaks(answersToTa, [importedCaption]).map(({ path }) => path);
  expect(offered.filter((path) => !/\/creators\/\w+\/fit\b/.test(path))).toEqual([]);
});

test('a creator finds nothing of another creator’s, and nothing that the brand side says to itself', async () => {
  const answers = await readEverything(house.people.mali);
  expect(leaks(answers, toMali)).toEqual([]);
  expect(answers.flatMap(({ status, path }) => (status >= 500 ? [path] : []))).toEqual([]);
  // Where no id of Ben's was asked for, none is told.
  const unasked = answers.filter(({ path }) => bens.every((id) => !path.includes(id)));
  expect(leaks(unasked, bens)).toEqual([]);
  expect(answers.some(({ text }) => text.includes('own words'))).toBe(true);
  const calendar = answers.find(({ path }) => path === `/calendar/${house.calendar}`);
  expect(calendar?.text).toContain(house.drafts.mali);
});

test('a visitor who is not signed in finds nothing of anybody’s', async () => {
  const answers = await readEverything(null);
  expect(leaks(answers, [...toMali, 'own words', 'Sunscreen'])).toEqual([]);
});

test('no form of a creator’s changes or tells anything of another’s', async () => {
  const before = await rowsOfBen();
  for (const who of [house.people.mali, null]) {
    const answers = await sendEverything(who);
    expect(answers.length).toBeGreaterThan(100);
    expect(leaks(answers, toMali)).toEqual([]);
    const taken = answers.filter(
      ({ path, status }) => status < 300 && bens.some((id) => path.includes(id)),
    );
    expect(taken).toEqual([]);
  }
  expect(await rowsOfBen()).toEqual(before);
});

/** Every intent of every route with Ben's ids, as a form and as JSON. */
async function sendEverything(who: Actor | null): Promise<Answered[]> {
  const answers: Answered[] = [];
  const input = await inputOfBens();
  for (const { path, intents, fields } of routes) {
    for (const at of fill(path, (name) => valuesFor(name).filter(isNotMalis))) {
      for (const intent of intents) {
        const values = { ...input, intent, actor: who?.userId ?? '', input: JSON.stringify(input) };
        const form = new Map(fields.map((name) => [name, 'crawled']));
        for (const [name, value] of Object.entries(values)) form.set(name, String(value));
        answers.push(await send(at, who, new URLSearchParams([...form])));
        const json = JSON.stringify({ intent, actor: who?.userId ?? '', input });
        if (path === '/suggestions' || path === '/figures') answers.push(await send(at, who, json));
      }
    }
  }
  return answers;
}

const isNotMalis = (id: string) => id !== house.drafts.mali && id !== house.people.mali.userId;

async function send(path: string, who: Actor | null, body: URLSearchParams | string) {
  const headers: Record<string, string> = { origin: house.url };
  // Signing out and taking devices away are forms too: each comes from a sign-in of its own.
  if (who) headers['cookie'] = await house.cookie(who);
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const init = { method: 'POST', headers, body, redirect: 'manual' } as const;
  const response = await fetch(house.url + path, init);
  const said = `${path} ${new URLSearchParams(body).get('intent') ?? body}`;
  return { path: said, status: response.status, text: await wordsOf(response) };
}

/** Whatever a command may ask for, and all of it Ben's. */
async function inputOfBens() {
  const { s, drafts, briefId, people } = house;
  const [version] = await versionsOfDraft(s.db, drafts.ben);
  const [request] = await changeRequestsOf(s.db, drafts.ben);
  const thread = (await s.db.select().from(talk.thread)).find(
    ({ draftId }) => draftId === drafts.ben,
  );
  const comment = (await s.db.select().from(talk.comment)).find(
    ({ threadId }) => threadId === thread?.id,
  );
  const [slot] = await s.db.select().from(shootSlot);
  const [imported] = await s.db.select().from(importedPost);
  return {
    briefId,
    draftId: drafts.ben,
    userId: people.ben.userId,
    place: { draftId: drafts.ben },
    threadId: thread?.id,
    commentId: comment?.id,
    suggestionId: 'suggestionb',
    suggestionIds: ['suggestionb'],
    requestId: request?.id,
    versionId: version?.id,
    contentId: version?.contentId,
    approvalId: version?.approvalId,
    slotId: slot?.id,
    importId: imported?.importId,
    postId: imported?.id,
    sponsored: true,
    id: comment?.id,
    anchor: { kind: 'whole' },
    audience: 'everyone',
    answer: 'done',
    body: 'crawled',
    language: 'en',
    texts: { caption: 'crawled' },
    url: 'https://crawled.example/1',
    requests: [{ body: 'crawled', target: { kind: 'clause', field: 'core' } }],
    ready: false,
    mentions: [],
    isWriting: true,
    reason: 'too-long',
  };
}

/** What there is of Ben's, table by table. */
async function rowsOfBen(): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const marks = [...bens, ...toMali];
  for (const table of tables) {
    const rows = await house.s.db.select().from(table);
    const own = (rows as object[]).map((row) => JSON.stringify(row));
    const of = own.filter((row) => foundIn(row, marks).length > 0);
    if (of.length > 0) found[getTableName(table)] = of.sort();
  }
  return found;
}

test('no socket of a document tells a creator another’s words or that they are there', async () => {
  const { mali, ben } = house.people;
  const { drafts, briefId } = house;
  const names = [
    draftDocument(drafts.mali),
    draftDocument(drafts.ben),
    guidelinesDocument(briefId),
    draftDocument(drafts.left),
  ];
  const present = await Promise.all(names.slice(1, 3).map((name) => listen(name, ben, true)));
  const heard = await Promise.all(names.map((name) => listen(name, mali)));
  const [own, bensDraft, guidelines, leftDraft] = heard;
  expect(own?.text).toContain('own words');
  expect(bensDraft).toMatchObject({ closed: 4403, text: '' });
  expect(leftDraft).toMatchObject({ closed: 4403, text: '' });
  expect(guidelines?.closed).toBeNull();
  for (const { text } of heard) expect(foundIn(text, [...toMali, ...bens])).toEqual([]);
  expect(foundIn(present[0]?.text ?? '', [secrets.caption])).toHaveLength(1);
  const visitor = await Promise.all(names.map((name) => listen(name, null)));
  for (const { text } of visitor) expect(text).toBe('');
  for (const { socket } of [...present, ...heard, ...visitor]) socket.close();
});

interface Heard {
  socket: WebSocket;
  closed: number | null;
  text: string;
}

/** Asks for the whole document and who is there; resolves when the server has answered or closed. */
async function listen(name: string, who: Actor | null, isThere = false): Promise<Heard> {
  const cookie = who ? await house.cookie(who) : '';
  const socket = new WebSocket(`${house.url.replace('http', 'ws')}/sync/${name}`, {
    headers: { origin: house.url, ...(cookie && { cookie }) },
  });
  const heard: Heard = { socket, closed: null, text: '' };
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('open', () => {
      const nothing = new Y.Doc();
      socket.send(syncFrame(syncStep1, Y.encodeStateVector(nothing)));
      socket.send(syncFrame(syncStep2, Y.encodeStateAsUpdate(nothing)));
      const state = { user: { name: secrets.name } };
      if (isThere) socket.send(awarenessFrame([{ clientId: 77, clock: 1, state }]));
      socket.send(Uint8Array.of(3));
      socket.send(barrierFrame(1));
    });
    socket.on('message', (frame: Buffer) => {
      heard.text += frame.toString('latin1');
      if (frame[0] === messageBarrier) resolve(heard);
    });
    socket.on('close', (code) => {
      heard.closed = code;
      resolve(heard);
    });
  });
}

test('no frame, inbox or letter tells a creator of another’s work', async () => {
  const { s, people, drafts, briefId } = house;
  const { mali, ben, ploy } = people;
  const frames: string[] = [];
  const cookie = await house.cookie(mali);
  const live = new WebSocket(
    `${house.url.replace('http', 'ws')}/live?actor=${mali.userId}&after=0`,
    { headers: { origin: house.url, cookie } },
  );
  live.on('message', (frame: Buffer) => frames.push(frame.toString()));
  const bell = () =>
    new Promise<void>((resolve) => {
      const seen = (frame: Buffer) => {
        if (!frame.toString().includes(`inbox:${mali.userId}`)) return;
        live.off('message', seen);
        resolve();
      };
      live.on('message', seen);
      void s.db.transaction((tx) =>
        ringBell(s, tx, { userId: mali.userId, workspaceId: 'rimdaet' }),
      );
    });
  await new Promise((resolve) => live.once('open', resolve));
  await bell();
  const thread = (await s.db.select().from(talk.thread)).find(
    ({ draftId, audience }) => draftId === drafts.ben && audience === 'everyone',
  );
  const threadId = thread?.id ?? '';
  await reply(s, ben, { threadId, body: secrets.reply, mentions: [] });
  await showWriting(s, ben, { threadId, isWriting: true });
  const place = { draftId: drafts.ben };
  const anchor = { kind: 'whole' as const };
  await startThread(s, ploy, { place, audience: 'brand', anchor, body: brandSecrets.brandOnBen });
  await writeDeal(s, ploy, { ...dealInput, briefId, userId: ben.userId, fee: secrets.fee });
  await bell();
  live.close();
  expect(frames.length).toBeGreaterThan(2);
  expect(foundIn(frames.join('\n'), [...toMali, ...bens])).toEqual([]);

  const anHourAgo = new Date(Date.now() - 3_600_000);
  await s.db.update(inbox).set({ at: anHourAgo, mailAt: anHourAgo });
  await goRound(s);
  const letters = (await s.db.select().from(notice)).filter(
    ({ toUserId }) => toUserId === mali.userId,
  );
  expect(letters.length).toBeGreaterThan(0);
  const told = JSON.stringify([
    letters,
    (await s.db.select().from(inbox)).filter(({ userId }) => userId === mali.userId),
  ]);
  expect(foundIn(told, [...toMali, ...bens])).toEqual([]);
});
