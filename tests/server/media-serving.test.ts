import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendDecision } from '#db/decisions.ts';
import { addFile } from '#db/files.ts';
import { briefCreator } from '#db/schema/campaign.ts';
import { draft } from '#db/schema/drafts.ts';
import { hashOf } from '#server/media.ts';
import { openStorage, previewKey } from '#server/storage.ts';
import { type MediaHouse, openMediaHouse } from '#tests/support/media-house.ts';

let house: MediaHouse;
beforeEach(async () => {
  house = await openMediaHouse();
});
afterEach(() => house.close());

const bytes = Buffer.from('0123456789');

async function kept({ draftId = 'draft-mali', mime = 'video/mp4', name = 'ทะเล "1".mov' } = {}) {
  const hash = await hashOf(bytes);
  await house.storage.put(hash, bytes);
  await addFile(house.db, {
    id: randomBytes(8).toString('hex'),
    draftId,
    hash,
    mime,
    size: bytes.length,
    width: null,
    height: null,
    name,
    uploadedBy: draftId.replace('draft-', ''),
    createdAt: new Date(1_000),
  });
  return hash;
}

function get(
  path: string,
  { person = 'mali', method = 'GET', ...headers }: Record<string, string> = {},
) {
  return fetch(house.url + path, { method, headers: { 'x-person': person, ...headers } });
}

test('a file is served as what it is, to be kept by this browser alone', async () => {
  const response = await get(`/files/${await kept()}`);
  expect(await response.text()).toBe('0123456789');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '10',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    vary: 'Cookie',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('ทะเล 1.mp4')}`,
  });
});

test('to save it, a file comes as an attachment under its name', async () => {
  const response = await get(
    `/files/${await kept({ name: "Mali's (1).png", mime: 'image/jpeg' })}?download`,
  );
  expect(response.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''Mali%27s%20%281%29.jpg",
  );
});

test('a video is served in the ranges that players ask for', async () => {
  const path = `/files/${await kept()}`;
  const ranges = [
    ['bytes=2-4', 'bytes 2-4/10', '234'],
    ['bytes=7-', 'bytes 7-9/10', '789'],
    ['bytes=-3', 'bytes 7-9/10', '789'],
    ['bytes=8-99', 'bytes 8-9/10', '89'],
    ['bytes=-99', 'bytes 0-9/10', '0123456789'],
  ] as const;
  for (const [range, told, text] of ranges) {
    const response = await get(path, { range });
    expect([response.status, response.headers.get('content-range')]).toEqual([206, told]);
    expect(response.headers.get('content-length')).toBe(String(text.length));
    expect(await response.text()).toBe(text);
  }
});

test('a range outside the file is said to be so, one that is none is left out', async () => {
  const path = `/files/${await kept()}`;
  for (const range of ['bytes=10-', 'bytes=-0']) {
    const response = await get(path, { range });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  }
  for (const range of ['bytes=4-2', 'bytes=-', 'bytes=0-1,3-4', 'pages=1-2', 'bytes=a-b']) {
    expect((await get(path, { range })).status).toBe(200);
  }
});

test('a range of an older file gives the whole', async () => {
  const hash = await kept();
  const range = { range: 'bytes=0-1' };
  expect((await get(`/files/${hash}`, { ...range, 'if-range': '"old"' })).status).toBe(200);
  expect((await get(`/files/${hash}`, { ...range, 'if-range': `"${hash}"` })).status).toBe(206);
});

test('what a browser has already is not sent again, but only to those who may have it', async () => {
  const hash = await kept();
  const tag = { 'if-none-match': `"${hash}"` };
  expect((await get(`/files/${hash}`, tag)).status).toBe(304);
  expect((await get(`/files/${hash}`, { ...tag, person: 'ben' })).status).toBe(404);
});

test('HEAD tells the size and sends nothing', async () => {
  const response = await get(`/files/${await kept()}`, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, '10']);
  expect(await response.text()).toBe('');
});

test('the preview is a picture of its own', async () => {
  const hash = await kept({ mime: 'image/jpeg' });
  expect((await get(`/files/${hash}.preview`)).status).toBe(404);
  await house.storage.put(previewKey(hash), Buffer.from('small'));
  const response = await get(`/files/${hash}.preview`);
  expect(response.headers.get('content-type')).toBe('image/webp');
  expect(await response.text()).toBe('small');
});

test('the brand sees the files of an open draft and none of one that is Just me', async () => {
  const path = `/files/${await kept()}`;
  expect((await get(path, { person: 'ploy' })).status).toBe(200);
  await house.db.update(draft).set({ open: false }).where(eq(draft.id, 'draft-mali'));
  expect((await get(path, { person: 'ploy' })).status).toBe(404);
  expect((await get(path)).status).toBe(200);
});

test('another creator learns nothing, not even that the file is there', async () => {
  const path = `/files/${await kept()}`;
  expect((await get(path, { person: 'ben' })).status).toBe(404);
  expect((await get(path, { person: 'stranger' })).status).toBe(404);
  expect((await fetch(house.url + path)).status).toBe(401);
});

test('a file in two drafts is open to the readers of either', async () => {
  const path = `/files/${await kept({ draftId: 'draft-ben' })}`;
  expect((await get(path, { person: 'ploy' })).status).toBe(404);
  await kept({ draftId: 'draft-mali' });
  expect((await get(path, { person: 'ploy' })).status).toBe(200);
  expect((await get(path, { person: 'ben' })).status).toBe(200);
});

test('a creator who was removed keeps the files that they brought', async () => {
  const path = `/files/${await kept()}`;
  await house.db
    .update(briefCreator)
    .set({ state: 'removed' })
    .where(eq(briefCreator.userId, 'mali'));
  expect((await get(path)).status).toBe(200);
});

test('no address leads out of the files', async () => {
  const hash = await kept();
  const paths = [
    '/files/..%2fcobrief.sqlite',
    '/files/../cobrief.sqlite',
    `/files/${hash}/../../cobrief.sqlite`,
    `/files/${hash.toUpperCase()}`,
    `/files/${hash}.json`,
    '/files/',
  ];
  for (const path of paths) expect((await get(path)).status).not.toBe(200);
  expect((await get(`/files/${hash}`, { method: 'POST' })).status).toBe(405);
});

test('storage takes keys, never paths', async () => {
  await expect(house.storage.put('../escape', bytes)).rejects.toThrow('not a file key');
  await expect(house.storage.size(`${'a'.repeat(64)}/..`)).rejects.toThrow('not a file key');
  expect(() => house.storage.read('/etc/passwd')).toThrow('not a file key');
  expect(existsSync(join(house.dataDir, 'escape'))).toBe(false);
});

test('what a crash left half written is gone at the next start', async () => {
  const files = join(house.dataDir, 'files');
  writeFileSync(join(files, 'incoming-0123'), 'half');
  await openStorage(house.dataDir);
  expect(readdirSync(files)).toEqual([]);
});

test('the picture of an idea that was sent is shown to the brand through a closed door', async () => {
  const hash = await kept({ draftId: 'draft-ben' });
  const seen = async (person: string) => (await get(`/files/${hash}`, { person })).status;
  expect(await seen('ploy')).toBe(404);
  const sent = { id: 'sent', draftId: 'draft-ben', event: 'idea', side: 'creator' as const };
  const by = { userId: 'ben', userName: 'Ben', method: 'invitation', at: new Date(2_000) };
  const body = { text: 'In the park', pointId: null, picture: hash };
  await house.db.transaction((tx) => appendDecision(tx, { ...sent, ...by, body }));
  expect(await seen('ploy')).toBe(200);
  expect(await seen('mali')).toBe(404);
});

test('files of one post are saved under numbers, and under nothing else', async () => {
  const hash = await kept({ name: 'beach.mov' });
  const nameFor = async (n: string) =>
    (await get(`/files/${hash}?download=${n}`)).headers.get('content-disposition');
  expect(await nameFor('2')).toContain('02-beach.mp4');
  expect(await nameFor('../1')).not.toContain('1-');
});
