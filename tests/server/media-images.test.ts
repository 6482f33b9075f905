import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processMedia } from '#server/media.ts';
import type { ProcessedImage } from '#server/media/image.ts';
import { halves, phoneVideo, photo } from '#tests/support/media-files.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'cobrief-images-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

let count = 0;
async function processed(bytes: Uint8Array | string) {
  const path = join(directory, `upload-${count++}`);
  writeFileSync(path, bytes);
  return processMedia(path);
}

async function image(bytes: Uint8Array): Promise<ProcessedImage> {
  const result = await processed(bytes);
  if (!result.ok || result.value.kind !== 'image') throw new Error(JSON.stringify(result));
  return result.value;
}

async function pixel(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const one = { left, top, width: 1, height: 1 };
  return [...(await sharp(bytes).extract(one).removeAlpha().raw().toBuffer())];
}

test('a photo loses its place, its camera and everything else beside the pixels', async () => {
  const original = await photo();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const { bytes, preview, mime } = await image(original);
  expect(mime).toBe('image/jpeg');
  for (const file of [bytes, preview]) {
    const facts = await sharp(file).metadata();
    expect([facts.exif, facts.xmp, facts.iptc, facts.icc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(file.includes('SecretCamera')).toBe(false);
  }
});

test('a photo taken sideways stands upright, with the size it is seen at', async () => {
  const turned = await halves(96, 64).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const { width, height, bytes } = await image(turned);
  expect([width, height]).toEqual([64, 96]);
  // A quarter turn to the right brings the red left half to the top.
  expect((await pixel(bytes, 32, 10))[0]).toBeGreaterThan(200);
  expect((await pixel(bytes, 32, 86))[2]).toBeGreaterThan(200);
});

test('a large photo is brought to 2160 pixels and its preview to 640', async () => {
  const { width, height, preview } = await image(await photo(4000, 3000));
  expect([width, height]).toEqual([2160, 1620]);
  const facts = await sharp(preview).metadata();
  expect([facts.format, facts.width, facts.height]).toEqual(['webp', 640, 480]);
});

test('an iPhone photo becomes a JPEG with the colours that the phone showed', async () => {
  const fixture = fileURLToPath(new URL('../fixtures/phone.heic', import.meta.url));
  const { mime, width, height, bytes } = await image(readFileSync(fixture));
  expect([mime, width, height]).toEqual(['image/jpeg', 96, 64]);
  // The file holds sRGB's red in Display P3, which read without its profile would be 234, 51, 35.
  const [red = 0, green = 255, blue = 255] = await pixel(bytes, 10, 32);
  expect(red).toBeGreaterThan(247);
  expect(Math.max(green, blue)).toBeLessThan(16);
});

test('AVIF becomes a JPEG', async () => {
  const { mime } = await image(await halves(96, 64).avif().toBuffer());
  expect(mime).toBe('image/jpeg');
});

test('a picture that something shows through keeps that, an opaque one becomes a JPEG', async () => {
  const clear = { create: { width: 40, height: 40, channels: 4 as const, background: '#0008' } };
  const opaque = { create: { ...clear.create, background: '#000f' } };
  expect((await image(await sharp(clear).png().toBuffer())).mime).toBe('image/png');
  expect((await image(await sharp(clear).webp().toBuffer())).mime).toBe('image/webp');
  expect((await image(await sharp(opaque).png().toBuffer())).mime).toBe('image/jpeg');
});

test('a moving GIF keeps moving and says the size of one picture', async () => {
  const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 10), Buffer.alloc(40 * 30 * 3, 240)]);
  const raw = { width: 40, height: 60, channels: 3 as const, pageHeight: 30 };
  const moving = await sharp(frames, { raw }).gif().toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const { mime, width, height, bytes } = await image(moving);
  expect([mime, width, height]).toEqual(['image/gif', 40, 30]);
  expect((await sharp(bytes).metadata()).pages).toBe(2);
});

test('the same photo twice has the same bytes', async () => {
  const original = await photo();
  expect((await image(original)).bytes).toEqual((await image(original)).bytes);
});

test('a page that calls itself a picture, a drawing with script and a program are refused', async () => {
  const liars = [
    '<!doctype html><script>alert(1)</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '%PDF-1.7\n1 0 obj',
    Buffer.from('7f454c460201010000000000', 'hex'),
    'words',
  ];
  for (const liar of liars)
    expect(await processed(liar)).toMatchObject({ error: { code: 'file-type' } });
});

test('a picture with a page hidden behind it comes out without the page', async () => {
  const page = Buffer.from('<script>alert(1)</script>');
  const { bytes } = await image(Buffer.concat([await photo(), page]));
  expect(bytes.includes('<script>')).toBe(false);
});

test('half a photo, an empty file and a header alone are broken', async () => {
  const whole = await photo(800, 600);
  const heic = readFileSync(fileURLToPath(new URL('../fixtures/phone.heic', import.meta.url)));
  const broken = [
    whole.subarray(0, whole.length / 2),
    Buffer.alloc(0),
    heic.subarray(0, 700),
    phoneVideo().subarray(0, 80),
  ];
  for (const bytes of broken) {
    expect(await processed(bytes)).toMatchObject({ error: { code: 'file-broken' } });
  }
});

test('a small file that unpacks to a gigantic picture is refused before it is unpacked', async () => {
  const bomb = await sharp({
    create: { width: 12_000, height: 11_000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png()
    .toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await processed(bomb)).toMatchObject({ error: { code: 'too-large' } });
});
