// Portfolios and moodboards over the uploads that drafts use: who may add to them, what becomes of a
// picture, and to whom it is served.
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { briefCreator, briefMember } from '#db/schema/campaign.ts';
import { user } from '#db/schema/people.ts';
import { stylePicturesOf } from '#db/style-pictures.ts';
import { describePicture, movePicture, removePicture } from '#server/commands/style-pictures.ts';
import type { Services } from '#server/services.ts';
import { maxBytes } from '#shared/media.ts';
import { targetIn, targetMetadata, type UploadTarget } from '#shared/upload-target.ts';
import { halves, phoneVideo, photo } from '#tests/support/media-files.ts';
import { type MediaHouse, openMediaHouse } from '#tests/support/media-house.ts';

let house: MediaHouse;
beforeEach(async () => {
  house = await openMediaHouse();
  const { db } = house;
  await db.update(user).set({ kind: 'creator' }).where(eq(user.id, 'mali'));
  await db.update(user).set({ kind: 'creator' }).where(eq(user.id, 'ben'));
});
afterEach(() => house.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const portfolio: UploadTarget = { kind: 'portfolio', id: 'mali' };
const moodboard: UploadTarget = { kind: 'moodboard', id: 'sun' };

function begin(target: UploadTarget, person: string, size: number) {
  const told = Object.entries({ ...targetMetadata(target), filename: 'sea.jpg' });
  return fetch(`${house.url}/uploads`, {
    method: 'POST',
    headers: {
      'x-person': person,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(size),
      'Upload-Metadata': told.map(([name, text]) => `${name} ${base64(text)}`).join(','),
    },
  });
}

async function upload(target: UploadTarget, person: string, bytes: Buffer) {
  const begun = await begin(target, person, bytes.length);
  if (begun.status !== 201) return begun;
  return fetch(new URL(begun.headers.get('location') as string, house.url), {
    method: 'PATCH',
    headers: {
      'x-person': person,
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
}

async function added(target: UploadTarget, person: string, bytes: Buffer): Promise<string> {
  const response = await upload(target, person, bytes);
  expect(response.status).toBe(200);
  return ((await response.json()) as { hash: string }).hash;
}

const see = async (hash: string, person: string) =>
  (await fetch(`${house.url}/files/${hash}`, { headers: { 'x-person': person } })).status;

const ofMali = () => stylePicturesOf(house.db, { userId: 'mali', briefId: null });

test('a creator’s picture is kept without where it was taken, once, and in no draft', async () => {
  const bytes = await photo();
  const hash = await added(portfolio, 'mali', bytes);
  await added(portfolio, 'mali', bytes);
  expect(await ofMali()).toMatchObject([{ hash, place: 0, name: 'sea.jpg', briefId: null }]);
  const served = await fetch(`${house.url}/files/${hash}`, { headers: { 'x-person': 'mali' } });
  const kept = Buffer.from(await served.arrayBuffer());
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
  expect(kept.includes('SecretCamera')).toBe(false);
});

test('a portfolio is seen by the brand’s people of a brief its creator is in, and by no other creator', async () => {
  const hash = await added(portfolio, 'mali', await photo());
  expect(await see(hash, 'mali')).toBe(200);
  expect(await see(hash, 'ploy')).toBe(200);
  expect(await see(hash, 'ben')).toBe(404);
  expect(await see(hash, 'stranger')).toBe(404);
  await house.db
    .update(briefCreator)
    .set({ state: 'removed' })
    .where(eq(briefCreator.userId, 'mali'));
  expect(await see(hash, 'ploy')).toBe(404);
  expect(await see(hash, 'mali')).toBe(200);
});

test('a moodboard is seen by everyone in the brief, and by nobody who left it', async () => {
  const hash = await added(moodboard, 'ploy', await photo());
  for (const person of ['ploy', 'mali', 'ben']) expect(await see(hash, person)).toBe(200);
  expect(await see(hash, 'stranger')).toBe(404);
  await house.db
    .update(briefCreator)
    .set({ state: 'removed' })
    .where(eq(briefCreator.userId, 'ben'));
  expect(await see(hash, 'ben')).toBe(404);
});

test('nobody adds to what is not theirs', async () => {
  const bytes = await photo();
  for (const [target, person] of [
    [portfolio, 'ben'],
    [portfolio, 'ploy'],
    [{ kind: 'portfolio', id: 'ploy' }, 'ploy'],
    [moodboard, 'mali'],
    [moodboard, 'stranger'],
    [{ kind: 'moodboard', id: 'no-such-brief' }, 'ploy'],
  ] as [UploadTarget, string][]) {
    expect((await upload(target, person, bytes)).status).toBe(403);
  }
  expect(await ofMali()).toEqual([]);
});

test('an upload is for one place', () => {
  expect(targetIn({ draftId: 'd' })).toEqual({ kind: 'draft', id: 'd' });
  expect(targetIn({ portfolioOf: 'mali', draftId: 'd' })).toBeNull();
  expect(targetIn({})).toBeNull();
});

test('only pictures are taken, and none too large is sent at all', async () => {
  const refused = await upload(portfolio, 'mali', phoneVideo());
  expect(refused.status).toBe(415);
  expect((await begin(portfolio, 'mali', maxBytes.image + 1)).status).toBe(413);
  expect((await upload(portfolio, 'mali', Buffer.from('no picture at all'))).status).toBe(415);
  expect(await ofMali()).toEqual([]);
});

test('whose right ended while the picture was on its way keeps nothing', async () => {
  const bytes = await photo();
  const begun = await begin(moodboard, 'ploy', bytes.length);
  await house.db.delete(briefMember).where(eq(briefMember.userId, 'ploy'));
  const sent = await fetch(new URL(begun.headers.get('location') as string, house.url), {
    method: 'PATCH',
    headers: {
      'x-person': 'ploy',
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
  expect(sent.status).toBe(403);
  expect(await stylePicturesOf(house.db, { userId: null, briefId: 'sun' })).toEqual([]);
});

test('pictures are described, put in order and removed by whoever may add them', async () => {
  for (const width of [60, 70, 80]) {
    await added(portfolio, 'mali', await halves(width, 40).jpeg().toBuffer());
  }
  const s = { db: house.db, now: () => house.clock.now } as Services;
  const as = (userId: string) =>
    ({
      userId,
      name: userId,
      locale: 'en',
      calendar: 'gregory',
      sessionId: 's',
      kind: 'creator',
    }) as const;
  const [first, second, third] = (await ofMali()).map(({ id }) => id);
  const pictureId = third ?? '';
  expect(await movePicture(s, as('mali'), { pictureId, to: 0 })).toMatchObject({ ok: true });
  expect((await ofMali()).map(({ id }) => id)).toEqual([third, first, second]);
  const alt = { pictureId, alt: 'Sea at six' };
  expect(await describePicture(s, as('mali'), alt)).toMatchObject({ ok: true });
  for (const person of ['ben', 'ploy']) {
    expect(await removePicture(s, as(person), { pictureId })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await movePicture(s, as(person), { pictureId, to: 2 })).toMatchObject({ ok: false });
    expect(await describePicture(s, as(person), { pictureId, alt: '' })).toMatchObject({
      ok: false,
    });
  }
  expect((await ofMali())[0]).toMatchObject({ alt: 'Sea at six' });
  expect(await removePicture(s, as('mali'), { pictureId })).toMatchObject({ ok: true });
  expect((await ofMali()).map(({ id }) => id)).toEqual([first, second]);
});
