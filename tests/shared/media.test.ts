import { expect, test } from 'vitest';
import { checkBeforeSending, downloadName, maxBytes, mediaLink, safeName } from '#shared/media.ts';
import { media, mediaProblem } from '#shared/words/media.ts';

test('a name keeps its letters in every script and loses what could do harm', () => {
  expect(safeName('ทะเล 🌊.jpg')).toBe('ทะเล 🌊.jpg');
  expect(safeName('../../etc/passwd')).toBe('passwd');
  expect(safeName('..\\.hidden')).toBe('hidden');
  expect(safeName('\u202egpj.exe\u0000\ud800')).toBe('gpj.exe');
  expect(safeName(' . ')).toBe('file');
  expect(Array.from(safeName('🌊'.repeat(300)))).toHaveLength(100);
});

test('a file is saved under its name with the ending of what it became', () => {
  expect(downloadName('IMG_2041.HEIC', 'image/jpeg')).toBe('IMG_2041.jpg');
  expect(downloadName('page.html.png', 'image/png')).toBe('page.html.png');
  expect(downloadName('.jpg', 'image/jpeg')).toBe('jpg.jpg');
  expect(downloadName('thing.html', 'text/html')).toBe('thing.bin');
});

test('a link is https with a host and nothing hidden in it', () => {
  for (const link of ['https://drive.example.com/v?id=1#t', 'https://example.com']) {
    expect(mediaLink(` ${link} `)).toBe(link);
  }
  const refused = [
    '',
    'http://example.com',
    'javascript:alert(1)',
    'https://',
    'https://localhost/x',
    'https://bank.example@evil.example/',
    'https://example.com/a b',
    `https://example.com/${'a'.repeat(2000)}`,
  ];
  for (const link of refused) expect(mediaLink(link)).toBeNull();
});

test('what is certainly refused is refused before it is sent, what is unknown is sent', () => {
  expect(checkBeforeSending({ type: 'image/jpeg', size: 1 }).ok).toBe(true);
  expect(checkBeforeSending({ type: '', size: maxBytes.video }).ok).toBe(true);
  const refused = [
    [{ type: 'application/pdf', size: 1 }, 'file-type'],
    [{ type: 'image/svg+xml', size: 1 }, 'file-type'],
    [{ type: 'image/png', size: 0 }, 'file-broken'],
    [{ type: 'image/png', size: maxBytes.image + 1 }, 'too-large'],
    [{ type: 'video/mp4', size: maxBytes.video + 1 }, 'too-large'],
    [{ type: '', size: maxBytes.video + 1 }, 'too-large'],
  ] as const;
  for (const [file, code] of refused)
    expect(checkBeforeSending(file)).toMatchObject({ error: { code } });
});

test('every way to fail has words with its limit, in both languages', () => {
  const tooLarge = { code: 'too-large', params: { limit: 25 } } as const;
  expect(mediaProblem(media.en, tooLarge)).toContain('25 MB');
  expect(mediaProblem(media.th, tooLarge)).toContain('25 MB');
  expect(mediaProblem(media.en, { code: 'too-large' })).not.toContain('0 MB');
  expect(mediaProblem(media.en, { code: 'unavailable' })).toBe(media.en.cutOff);
});
