// An archive as large as a creator's whole Instagram data: pictures stored as they are, a few files of
// JSON packed, the directory at its end. The pictures are holes in the file, which take no disk.
import { ftruncateSync, openSync, closeSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchiveFile {
  name: string;
  bytes: Uint8Array;
}

interface Entry {
  name: Buffer;
  at: number;
  method: 0 | 8;
  crc: number;
  packed: number;
  size: number;
}

/** `pictures`: how many, and of how many bytes each. */
export function writeArchive(
  path: string,
  { files, pictures }: { files: ArchiveFile[]; pictures: { count: number; bytes: number } },
): void {
  const file = openSync(path, 'w');
  const entries: Entry[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    writeSync(file, bytes, 0, bytes.length, at);
    at += bytes.length;
  };
  const crcOfHole = crc32(Buffer.alloc(pictures.bytes));
  for (let n = 0; n < pictures.count; n++) {
    const name = Buffer.from(`instagram-mali-2026-09-21-x/media/posts/202609/${n}.jpg`);
    const size = pictures.bytes;
    const entry: Entry = { name, at, method: 0, crc: crcOfHole, packed: size, size };
    put(localHeader(entry));
    at += size;
    entries.push(entry);
  }
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes);
    const sizes = { packed: packed.length, size: bytes.length };
    const entry: Entry = { name: Buffer.from(name), at, method: 8, crc: crc32(bytes), ...sizes };
    put(localHeader(entry));
    put(packed);
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(directoryHeader));
  const begins = at;
  put(directory);
  put(endOf({ count: entries.length, bytes: directory.length, begins }));
  ftruncateSync(file, at);
  closeSync(file);
}

/** Signature, then 16- and 32-bit numbers as the format orders them. */
function header(signature: number, numbers: [2 | 4, number][]): Buffer {
  const all: [2 | 4, number][] = [[4, signature], ...numbers];
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}

/** Version, UTF-8 names, method, time, sum, sizes and the length of the name. */
const facts = ({ method, crc, packed, size, name }: Entry): [2 | 4, number][] => [
  [2, 20],
  [2, 0x800],
  [2, method],
  [4, 0],
  [4, crc],
  [4, packed],
  [4, size],
  [2, name.length],
];

const localHeader = (entry: Entry): Buffer =>
  Buffer.concat([header(0x04034b50, [...facts(entry), [2, 0]]), entry.name]);

const directoryHeader = (entry: Entry): Buffer =>
  Buffer.concat([
    header(0x02014b50, [
      [2, 20],
      ...facts(entry),
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.at],
    ]),
    entry.name,
  ]);

const endOf = ({ count, bytes, begins }: { count: number; bytes: number; begins: number }) =>
  header(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, bytes],
    [4, begins],
    [2, 0],
  ]);
