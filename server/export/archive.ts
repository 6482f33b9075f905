// Entries as one zip, made while it is sent: the next entry is asked for when the last has gone out, so
// that an archive of videos needs no room in memory.
import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface Entry {
  /** With `/` between folders. */
  name: string;
  data: Uint8Array | Readable;
}

export function archiveOf(entries: AsyncIterable<Entry>): Readable {
  return Readable.from(zipped(entries), { objectMode: false });
}

async function* zipped(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const { name, data } of entries) {
    // Pictures and videos are packed already; words are worth packing.
    const isFile = data instanceof Readable;
    const entry = isFile ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(entry);
    const pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = isFile ? data : [data];
    for await (const piece of pieces) {
      entry.push(piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
