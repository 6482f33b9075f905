import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processMedia } from '#server/media.ts';
import { box, phoneVideo, place, recordedWebm } from '#tests/support/media-files.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cobrief-videos-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

let count = 0;
async function processed(bytes: Buffer) {
  const path = join(directory, `upload-${count++}`);
  writeFileSync(path, bytes);
  return { result: await processMedia(path), bytes: readFileSync(path) };
}

for (const brand of ['isom', 'qt  ']) {
  test(`a phone's video (${brand.trim()}) loses every place and keeps picture and sound where they were`, async () => {
    const original = phoneVideo({ brand });
    const { result, bytes } = await processed(original);
    const mime = brand === 'isom' ? 'video/mp4' : 'video/quicktime';
    expect(result).toMatchObject({
      ok: true,
      value: { kind: 'video', mime, width: 1920, height: 1080 },
    });
    expect(bytes.length).toBe(original.length);
    for (const secret of [place, '13.7563', 'ISO6709', '\xa9xyz', 'loci', 'udta']) {
      expect(original.includes(Buffer.from(secret, 'latin1'))).toBe(true);
      expect(bytes.includes(Buffer.from(secret, 'latin1'))).toBe(false);
    }
    for (const kept of ['PICTURE-PICTURE-', 'SOUND---SOUND---']) {
      expect(bytes.indexOf(kept)).toBe(original.indexOf(kept));
    }
  });
}

test('a video filmed upright has the size it is seen at', async () => {
  const { result } = await processed(phoneVideo({ turned: true }));
  expect(result).toMatchObject({ value: { width: 1080, height: 1920 } });
});

test('a recorded WebM loses its tags and keeps its picture', async () => {
  const original = recordedWebm();
  const { result, bytes } = await processed(original);
  expect(result).toMatchObject({ value: { mime: 'video/webm', width: 640, height: 480 } });
  expect(bytes.length).toBe(original.length);
  expect(bytes.includes(place)).toBe(false);
  expect(bytes.indexOf('PICTURE')).toBe(original.indexOf('PICTURE'));
  expect((await processed(bytes)).bytes).toEqual(bytes);
});

test('a video that was cut, has no index or shows nothing is broken', async () => {
  const whole = phoneVideo();
  const soundOnly = Buffer.from(whole.toString('latin1').replaceAll('vide', 'soun'), 'latin1');
  const cutWebm = recordedWebm().subarray(0, 60);
  const noIndex = whole.subarray(0, whole.indexOf('moov') - 4);
  for (const bytes of [whole.subarray(0, 60), noIndex, soundOnly, cutWebm]) {
    expect((await processed(bytes)).result).toMatchObject({ error: { code: 'file-broken' } });
  }
});

test('what is hung on after the last box of a video is cut off', async () => {
  const whole = phoneVideo();
  const { result, bytes } = await processed(
    Buffer.concat([whole, Buffer.from(`\0\0\0\x01 ${place}`)]),
  );
  expect(result.ok).toBe(true);
  expect(bytes.length).toBe(whole.length);
});

test('sizes that make no sense end in words, not in a busy disk', async () => {
  const ftyp = box('ftyp', 'isom\0\0\0\0isom');
  const huge = Buffer.from(
    '00000001' + Buffer.from('moov').toString('hex') + 'ffffffffffffffff',
    'hex',
  );
  const tiny = Buffer.from('00000004' + Buffer.from('moov').toString('hex'), 'hex');
  const whole = phoneVideo();
  const greedy = Buffer.from(whole);
  // The timed track's one sample says that it is four gigabytes long.
  greedy.writeUInt32BE(0xffffffff, greedy.lastIndexOf('stsz') + 8);
  for (const bytes of [Buffer.concat([ftyp, huge]), Buffer.concat([ftyp, tiny]), greedy]) {
    expect((await processed(bytes)).result).toMatchObject({ error: { code: 'file-broken' } });
  }
});
