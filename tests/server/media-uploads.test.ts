import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesOfDraft } from '#db/files.ts';
import { briefCreator } from '#db/schema/campaign.ts';
import { maxBytes, maxOpenUploads } from '#shared/media.ts';
import { phoneVideo, photo } from '#tests/support/media-files.ts';
import { type MediaHouse, openMediaHouse } from '#tests/support/media-house.ts';

let house: MediaHouse;
beforeEach(async () => {
  house = await openMediaHouse();
});
afterEach(() => house.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');

interface Begin {
  size: number;
  person?: string | null;
  draftId?: string;
  filename?: string;
  headers?: Record<string, string>;
}

function begin({
  size,
  person = 'mali',
  draftId = 'draft-mali',
  filename = 'sea.jpg',
  headers = {},
}: Begin) {
  return fetch(`${house.url}/uploads`, {
    method: 'POST',
    headers: {
      ...(person === null ? {} : { 'x-person': person }),
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(size),
      'Upload-Metadata': `draftId ${base64(draftId)},filename ${base64(filename)},userId ${base64('ben')}`,
      ...headers,
    },
  });
}

async function location(options: Begin): Promise<string> {
  const response = await begin(options);
  expect(response.status).toBe(201);
  return new URL(response.headers.get('location') as string, house.url).href;
}

const as = (person: string, headers: Record<string, string> = {}) => ({
  'x-person': person,
  'Tus-Resumable': '1.0.0',
  ...headers,
});

function send(url: string, bytes: Buffer, { offset = 0, person = 'mali' } = {}) {
  return fetch(url, {
    method: 'PATCH',
    headers: as(person, {
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    }),
    body: new Uint8Array(bytes),
  });
}

async function upload(bytes: Buffer, options: Omit<Begin, 'size'> = {}) {
  return send(await location({ size: bytes.length, ...options }), bytes);
}

const left = () => readdirSync(join(house.dataDir, 'uploads'));
const stored = () =>
  readdirSync(join(house.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();

test('a photo sent whole is stored with its preview and belongs to its draft', async () => {
  const response = await upload(await photo());
  expect(response.status).toBe(200);
  const file = await response.json();
  expect(file).toMatchObject({ mime: 'image/jpeg', kind: 'image', width: 96, height: 64 });
  expect(stored()).toEqual([file.hash, `${file.hash}.preview`]);
  const [row] = await filesOfDraft(house.db, 'draft-mali');
  expect(row).toMatchObject({
    hash: file.hash,
    size: file.size,
    name: 'sea.jpg',
    uploadedBy: 'mali',
  });
});

test('an upload cut off in the middle goes on where it stopped', async () => {
  const bytes = await photo(1600, 1200);
  const url = await location({ size: bytes.length });
  const half = Math.floor(bytes.length / 2);
  await sendAndBreakOff(url, bytes, half);
  const offset = await offsetOf(url, half);
  expect(offset).toBe(half);
  const response = await send(url, bytes.subarray(offset), { offset });
  expect(await response.json()).toMatchObject({ width: 1600, height: 1200 });
});

/** Announces everything, sends a part, and pulls the plug once the server has it. */
async function sendAndBreakOff(url: string, bytes: Buffer, length: number): Promise<void> {
  const headers = as('mali', {
    'Upload-Offset': '0',
    'Content-Type': 'application/offset+octet-stream',
    'Content-Length': String(bytes.length),
  });
  const patch = request(url, { method: 'PATCH', headers });
  patch.on('error', () => undefined);
  await new Promise((resolve) => patch.write(bytes.subarray(0, length), resolve));
  const id = url.split('/').at(-1) as string;
  while (readFileSync(join(house.dataDir, 'uploads', id)).length < length) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  patch.destroy();
}

async function offsetOf(url: string, atLeast: number): Promise<number> {
  const response = await fetch(url, { method: 'HEAD', headers: as('mali') });
  const offset = Number(response.headers.get('upload-offset'));
  return response.ok && offset >= atLeast ? offset : offsetOf(url, atLeast);
}

test('a client that missed the last answer learns what became of its upload, as often as it asks', async () => {
  const bytes = await photo();
  const url = await location({ size: bytes.length });
  const file = await (await send(url, bytes)).json();
  const head = await fetch(url, { method: 'HEAD', headers: as('mali') });
  expect(head.headers.get('upload-offset')).toBe(String(bytes.length));
  for (let i = 0; i < 2; i++) {
    expect(await (await fetch(url, { headers: as('mali') })).json()).toEqual(file);
  }
  expect(await filesOfDraft(house.db, 'draft-mali')).toHaveLength(1);
});

test('a crash between the last byte and its processing loses nothing', async () => {
  const bytes = await photo();
  const url = await location({ size: bytes.length });
  // What a crash leaves behind: all the bytes, and nothing made of them.
  writeFileSync(join(house.dataDir, 'uploads', url.split('/').at(-1) as string), bytes);
  const file = await (await fetch(url, { headers: as('mali') })).json();
  expect(file).toMatchObject({ width: 96 });
});

test('an unfinished upload has no outcome yet', async () => {
  const url = await location({ size: 100 });
  const response = await fetch(url, { headers: as('mali') });
  expect([response.status, await response.json()]).toEqual([409, { code: 'not-now' }]);
});

test('a file that lies about its type is refused with its code and leaves nothing', async () => {
  const response = await upload(Buffer.from('<!doctype html><script>alert(1)</script>'));
  expect(response.status).toBe(415);
  expect(await response.json()).toMatchObject({ code: 'file-type' });
  expect(stored()).toEqual([]);
  expect(await filesOfDraft(house.db, 'draft-mali')).toEqual([]);
  expect(left().filter((name) => /^[0-9a-f]{32}$/.test(name))).toEqual([]);
});

test('a photo cut before it was sent, and an empty file, are broken', async () => {
  const whole = await photo(800, 600);
  const response = await upload(whole.subarray(0, whole.length / 2));
  expect([response.status, (await response.json()).code]).toEqual([422, 'file-broken']);
  const empty = await begin({ size: 0 });
  expect([empty.status, (await empty.json()).code]).toEqual([422, 'file-broken']);
  expect(stored()).toEqual([]);
});

test('more than a video may be is refused before a byte is sent', async () => {
  const response = await begin({ size: maxBytes.video + 1 });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'too-large', params: { limit: 500 } });
});

test('a picture of a video’s size is refused with the limit of pictures', async () => {
  const padded = Buffer.concat([await photo(), Buffer.alloc(maxBytes.image)]);
  const response = await upload(padded);
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'too-large', params: { limit: 25 } });
  expect(stored()).toEqual([]);
});

test('more bytes than were announced are refused', async () => {
  const bytes = await photo();
  const url = await location({ size: 100 });
  const response = await send(url, bytes);
  expect([response.status, (await response.json()).code]).toEqual([413, 'too-large']);
});

test('only the creator of a draft uploads to it', async () => {
  const attempts = [
    { person: null, status: 401, code: 'signed-out' },
    { person: 'ploy', status: 403, code: 'not-allowed' },
    { person: 'ben', status: 403, code: 'not-allowed' },
    { person: 'nobody', status: 403, code: 'not-allowed' },
  ];
  for (const { person, status, code } of attempts) {
    const response = await begin({ size: 10, person });
    expect([response.status, await response.json()]).toEqual([status, { code }]);
  }
  const elsewhere = await begin({ size: 10, draftId: '../../secret' });
  expect(elsewhere.status).toBe(403);
  expect(left()).toEqual([]);
});

test('nobody else sees, feeds, ends or learns of an upload', async () => {
  const url = await location({ size: 100 });
  for (const method of ['HEAD', 'GET', 'DELETE']) {
    const response = await fetch(url, { method, headers: as('ben') });
    expect(response.status).toBe(404);
  }
  expect((await send(url, Buffer.alloc(10), { person: 'ploy' })).status).toBe(404);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(401);
  expect((await fetch(url, { method: 'HEAD', headers: as('mali') })).status).toBe(200);
});

test('a creator removed in the middle of an upload cannot finish it', async () => {
  const bytes = await photo();
  const url = await location({ size: bytes.length });
  await house.db.transaction(async (tx) => {
    await tx.update(briefCreator).set({ state: 'removed' }).where(eq(briefCreator.userId, 'mali'));
  });
  const response = await send(url, bytes);
  expect([response.status, await response.json()]).toEqual([403, { code: 'not-allowed' }]);
  expect(stored()).toEqual([]);
});

test('a cancelled upload is gone', async () => {
  const url = await location({ size: 100 });
  expect((await fetch(url, { method: 'DELETE', headers: as('mali') })).status).toBe(204);
  expect(left()).toEqual([]);
});

test('names are kept as names: no path, no control character, Thai and emoji stay', async () => {
  const names = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\ทะเล 🌊.jpg', 'ทะเล 🌊.jpg'],
    ['\u202egpj.exe\u0000', 'gpj.exe'],
    ['"><script>.png', 'script.png'],
    ['...', 'file'],
  ] as const;
  for (const [filename, kept] of names) {
    const bytes = await sharp({
      create: {
        width: 10,
        height: 10,
        channels: 3,
        background: { r: names.length, g: kept.length, b: 0 },
      },
    })
      .png()
      .toBuffer();
    const url = await location({ size: bytes.length, filename });
    await send(url, bytes);
    const rows = await filesOfDraft(house.db, 'draft-mali');
    expect(rows.map(({ name }) => name)).toContain(kept);
  }
});

test('an address that is not an upload leads nowhere', async () => {
  for (const path of [
    '/uploads/..%2f..%2fcobrief.sqlite',
    '/uploads/a',
    `/uploads/${'a'.repeat(32)}`,
    '/uploadsx',
  ]) {
    const response = await fetch(house.url + path, { method: 'HEAD', headers: as('mali') });
    expect(response.status).toBe(404);
  }
});

test('no other site is told that it may talk to uploads', async () => {
  const response = await begin({ size: 10, headers: { Origin: 'https://evil.example' } });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('a person begins only so many uploads without finishing one', async () => {
  for (let i = 0; i < maxOpenUploads; i++) await location({ size: 10 });
  const response = await begin({ size: 10 });
  expect([response.status, await response.json()]).toEqual([429, { code: 'too-many' }]);
  expect((await begin({ size: 10, person: 'ben', draftId: 'draft-ben' })).status).toBe(201);
});

test('halves that nobody went on with for a day are swept, younger ones stay', async () => {
  const stale = (await location({ size: 100 })).split('/').at(-1) as string;
  const young = (await location({ size: 100 })).split('/').at(-1) as string;
  const yesterday = new Date(house.clock.now.getTime() - 25 * 60 * 60 * 1000);
  for (const name of [stale, `${stale}.json`]) {
    utimesSync(join(house.dataDir, 'uploads', name), yesterday, yesterday);
  }
  await house.uploads.sweep();
  expect(left().toSorted()).toEqual([young, `${young}.json`].toSorted());
});

test('a video arrives stripped and whole', async () => {
  const response = await upload(phoneVideo(), { filename: 'sea.mp4' });
  const file = await response.json();
  expect(file).toMatchObject({ mime: 'video/mp4', kind: 'video', size: phoneVideo().length });
  expect(stored()).toEqual([file.hash]);
});
