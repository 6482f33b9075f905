// A file a creator chose, understood: opened, unpacked as far as needed, recognised. Runs in a worker
// of the page; nothing here reaches a server, and nothing is kept.
import { maxFileBytes } from '#shared/imports/limits.ts';
import {
  type OtherKind,
  sourceOf,
  understand,
  type Understood,
} from '#shared/imports/recognise.ts';
import { signOf } from './signs.ts';
import { NoLetters, textSink, TooLarge } from './text.ts';

export interface Progress {
  directory(done: number, total: number): void;
  files(done: number, total: number): void;
}

const other = (what: OtherKind): Understood => ({ kind: 'other', what });

export async function readFile(file: Blob, progress: Progress): Promise<Understood> {
  if (file.size === 0) return other('empty');
  const sign = signOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (sign === 'zip') {
    // Fetched for archives alone: what takes them apart is larger than all the rest.
    const { readArchive } = await import('./archive.ts');
    const reading = await readArchive(file, progress);
    return reading.ok ? understand(reading.opened.sources, reading.opened) : other(reading.what);
  }
  if (sign !== 'text') return other(sign);
  if (file.size > maxFileBytes) return other('too-large');
  const text = await textOf(file, progress);
  if (typeof text !== 'string') return text;
  return understand([sourceOf(text)], { handle: '' });
}

async function textOf(file: Blob, progress: Progress): Promise<string | Understood> {
  const sink = textSink(maxFileBytes, (bytes) => progress.files(bytes, file.size));
  try {
    await file.stream().pipeTo(sink.stream);
    return sink.text();
  } catch (fault) {
    if (fault instanceof NoLetters) return other('letters');
    if (fault instanceof TooLarge) return other('too-large');
    throw fault;
  }
}
