// Files that are no brief: each is told apart by its bytes, and answered with a reason.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readBytes } from '#app/bring-in/read-file.ts';
import { passagesOf, wordsOf } from '#shared/bring-in/passages.ts';
import { maxFileBytes, type Unreadable } from '#shared/bring-in/source.ts';
import { bytesOf, picture, wordFile, zipBomb } from '#tests/support/brief-files.ts';

async function why(bytes: Uint8Array): Promise<Unreadable | 'read'> {
  const reading = await readBytes(bytes);
  return reading.ok ? 'read' : reading.why;
}

async function words(bytes: Uint8Array): Promise<string> {
  const reading = await readBytes(bytes);
  if (!reading.ok) throw new Error(reading.why);
  return reading.pieces.map((one) => ('runs' in one ? wordsOf(one.runs) : '---')).join('\n');
}

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  Array.from({ length: text.length }, (_, at) =>
    view.setUint16(at * 2, text.charCodeAt(at), isLittle),
  );
  return bytes;
};
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

test('what is no document is refused, whatever it is called', async () => {
  const program = joined(
    bytesOf('MZ'),
    Uint8Array.of(0x90, 0, 3, 0, 0, 0, 4),
    bytesOf('This program'),
  );
  const cases: [Unreadable, Uint8Array][] = [
    ['not-a-document', picture],
    ['not-a-document', program],
    ['not-a-document', zipSync({ 'holiday.jpg': picture })],
    ['not-a-document', zipSync({ 'notes.xml': strToU8('<a/>') })],
    ['other-office', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['pdf', bytesOf('%PDF-1.7\n')],
    ['rich-text', bytesOf('{\\rtf1 Hello}')],
    ['old-word', joined(ole, new Uint8Array(600))],
    ['locked', joined(ole, new Uint8Array(600), utf16('EncryptedPackage', true))],
  ];
  for (const [reason, bytes] of cases) expect(await why(bytes)).toBe(reason);
});

test('a damaged Word file is refused at every length it may be cut to', async () => {
  const whole = await wordFile(['# Tone', 'Warm']);
  for (let length = 5; length < whole.length; length += 211) {
    expect(await why(whole.slice(0, length))).toBe('broken');
  }
  const noWords = zipSync({ 'word/document.xml': strToU8('<w:document') });
  expect(await why(noWords)).toBe('broken');
});

test('an empty file, and one with nothing but a picture, has no words', async () => {
  expect(await why(new Uint8Array())).toBe('empty');
  expect(await why(bytesOf(' \n\n\t'))).toBe('empty');
  expect(await why(bytesOf('\ufeff'))).toBe('empty');
  expect(await why(await wordFile(['', ' ']))).toBe('empty');
});

test('too large, too long, or a bundle that unpacks to too much', async () => {
  expect(await why(new Uint8Array(maxFileBytes + 1))).toBe('too-large');
  expect(await why(zipBomb())).toBe('unpacks-too-large');
  expect(await why(bytesOf('word '.repeat(100_000)))).toBe('too-long');
  expect(await why(await wordFile(['word '.repeat(100_000)]))).toBe('too-long');
});

test('a bundle that lies about its size gets no more room than it said', async () => {
  const bomb = zipBomb();
  const view = new DataView(bomb.buffer);
  // The size unpacked, in the entry and in the list at the end.
  for (let at = 0; at < bomb.length - 4; at += 1) {
    if (view.getUint32(at, true) === 32 * 1024 * 1024) view.setUint32(at, 100, true);
  }
  expect(await why(bomb)).toBe('broken');
});

test('letters: UTF-8 and UTF-16 with and without a mark are read, old ones are told and not guessed', async () => {
  const text = 'Tone: warm – น้ำเสียง';
  for (const bytes of [
    bytesOf(text),
    bytesOf(`\ufeff${text}`),
    utf16(`\ufeff${text}`, true),
    utf16(`\ufeff${text}`, false),
    utf16('Tone: warm', true),
    utf16('Tone: warm', false),
  ]) {
    expect(text.startsWith(await words(bytes))).toBe(true);
  }
  const windows1252 = joined(bytesOf('Don'), Uint8Array.of(0x92), bytesOf('t'));
  const tis620 = joined(bytesOf('Tone: '), Uint8Array.of(0xb9, 0xe9, 0xd3, 0xe0, 0xca));
  expect(await why(windows1252)).toBe('letters');
  expect(await why(tis620)).toBe('letters');
});

test('markup is the letters it is', async () => {
  const html = '<h1>Tone</h1><script>alert(1)</script>';
  expect(await words(bytesOf(html))).toBe(html);
  expect(
    await words(bytesOf(`# Tone\n\n${html}\n\nand <b>bold</b> [x](javascript:alert(1))`)),
  ).toBe(`Tone\n${html}\nand <b>bold</b> x (javascript:alert(1))`);
  expect(await words(await wordFile([html]))).toBe(html);
  const reading = await readBytes(bytesOf(html));
  expect(reading.ok && passagesOf(reading.pieces, ['en'])[0]?.field).toBe(null);
});
