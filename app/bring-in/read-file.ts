// A file somebody chose, as the words in it. Recognised by its bytes and never by its name; whatever
// it is, the answer is pieces or a reason. Runs in the page of who chose it: no server unpacks it.
import {
  type FileReading,
  maxFileBytes,
  maxReadCharacters,
  type Unreadable,
} from '#shared/bring-in/source.ts';
import { type Piece, wordsOf } from '#shared/bring-in/passages.ts';
import { encodingOf } from '#app/encoding.ts';
import { readDocx } from './docx.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { readPlain } from './plain.ts';

const no = (why: Unreadable): FileReading => ({ ok: false, why });

export async function readFile(file: Blob): Promise<FileReading> {
  if (file.size > maxFileBytes) return no('too-large');
  return readBytes(new Uint8Array(await file.arrayBuffer()));
}

export async function readBytes(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length > maxFileBytes) return no('too-large');
  if (bytes.length === 0) return no('empty');
  const sign = signOf(bytes);
  if (sign === 'zip') return judged(await readDocx(bytes));
  if (sign !== null) return no(sign);
  const text = textOf(bytes);
  if (typeof text !== 'string') return no(text.why);
  if (text.length > maxReadCharacters) return no('too-long');
  return judged({ ok: true, pieces: isMarkdown(text) ? readMarkdown(text) : readPlain(text) });
}

function judged(reading: FileReading): FileReading {
  if (!reading.ok) return reading;
  const count = reading.pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  if (count === 0) return no('empty');
  return count > maxReadCharacters ? no('too-long') : reading;
}

const lengthOf = (piece: Piece) => (piece.kind === 'rule' ? 0 : wordsOf(piece.runs).trim().length);

const latin1 = new TextDecoder('latin1');
const beginsWith = (bytes: Uint8Array, sign: string) =>
  latin1.decode(bytes.subarray(0, sign.length)) === sign;

function signOf(bytes: Uint8Array): 'zip' | Unreadable | null {
  if (beginsWith(bytes, 'PK')) return 'zip';
  if (beginsWith(bytes, '%PDF-')) return 'pdf';
  if (beginsWith(bytes, '{\\rtf')) return 'rich-text';
  // What Office wrote before 2007, and the envelope it puts a locked file in.
  if (!beginsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return null;
  return latin1.decode(bytes).includes(utf16('EncryptedPackage')) ? 'locked' : 'old-word';
}

const utf16 = (words: string) => Array.from(words, (letter) => `${letter}\0`).join('');

/** Signs no text has: what a picture or a program is full of. */
// oxlint-disable-next-line no-control-regex
const noText = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function textOf(bytes: Uint8Array): string | { why: Unreadable } {
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return noText.test(text) ? { why: 'not-a-document' } : text;
  } catch {
    return { why: noText.test(latin1.decode(bytes)) ? 'not-a-document' : 'letters' };
  }
}
