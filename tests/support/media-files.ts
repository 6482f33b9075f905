// Real files made on the spot: photos with a place in them, and the smallest videos that count as such.
import sharp, { type Sharp } from 'sharp';

export const gps = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '13/1 45/1 0/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '100/1 30/1 0/1',
};

/** Left half red, right half blue, with a camera's name and a place in Bangkok. */
export async function photo(width = 96, height = 64): Promise<Buffer> {
  return halves(width, height)
    .withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: gps })
    .jpeg()
    .toBuffer();
}

export function halves(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const, background: '#f00' };
  return sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    { input: { create: half }, left: 0, top: 0 },
  ]);
}

export function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

const uint32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
};

const upright = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
/** A phone held upright films sideways and says so here. */
const sideways = [0, 0x10000, 0, 0x10000 * -1 + 2 ** 32, 0, 0, 0, 0, 0x40000000];

interface Track {
  handler: string;
  samples: Buffer;
  turned?: boolean;
  more?: Buffer[];
}

function track({ handler, samples, turned = false, more = [] }: Track, offset: number): Buffer {
  const tkhd = Buffer.concat([
    uint32(3, 0, 0, 1, 0, 100, 0, 0, 0, 0),
    uint32(...(turned ? sideways : upright)),
    uint32(handler === 'vide' ? 1920 << 16 : 0, handler === 'vide' ? 1080 << 16 : 0),
  ]);
  const table = box(
    'stbl',
    box('stsd', uint32(0, 0)),
    box('stsz', uint32(0, samples.length, 1)),
    box('stsc', uint32(0, 1, 1, 1, 1)),
    box('stco', uint32(0, 1, offset)),
  );
  const hdlr = box('hdlr', uint32(0, 0), handler, uint32(0, 0, 0), '\0');
  return box('trak', box('tkhd', tkhd), box('mdia', hdlr, box('minf', table)), ...more);
}

export const place = '+13.7563+100.5018/';
const picture = Buffer.from('PICTURE-PICTURE-');
const sound = Buffer.from('SOUND---SOUND---');
const timedPlace = Buffer.from('13.7563,100.5018');

/** As an iPhone writes them: places in user data, in keys, in a box of its own and in a timed track. */
export function phoneVideo(options: { brand?: string; turned?: boolean } = {}): Buffer {
  const ftyp = box('ftyp', options.brand ?? 'isom', uint32(512), 'isomiso2mp41');
  const mdat = box('mdat', picture, sound, timedPlace);
  const media = ftyp.length + 8;
  const movie = box(
    'moov',
    box('mvhd', uint32(...Array.from({ length: 25 }, () => 0))),
    track(
      { handler: 'vide', samples: picture, ...(options.turned ? { turned: true } : {}) },
      media,
    ),
    track(
      { handler: 'soun', samples: sound, more: [box('udta', box('loci', uint32(0), place))] },
      media + 16,
    ),
    track({ handler: 'meta', samples: timedPlace }, media + 32),
    box('udta', box('\xa9xyz', Buffer.from([0, place.length, 0x15, 0xc7]), place)),
    box('meta', box('keys', 'mdtacom.apple.quicktime.location.ISO6709'), box('ilst', place)),
  );
  return Buffer.concat([ftyp, mdat, box('uuid', 'sixteen-bytes-id', place), movie]);
}

const element = (id: number[], ...content: (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  return Buffer.concat([Buffer.from([...id, 0x40 | (body.length >> 8), body.length & 255]), body]);
};

export function recordedWebm(): Buffer {
  const tags = element([0x12, 0x54, 0xc3, 0x67], element([0x73, 0x73], `LOCATION${place}`));
  const video = element([0xe0], element([0xb0], '\x02\x80'), element([0xba], '\x01\xe0'));
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], video));
  const cluster = element([0x1f, 0x43, 0xb6, 0x75], element([0xa3], 'PICTURE'));
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], 'webm'));
  return Buffer.concat([head, element([0x18, 0x53, 0x80, 0x67], tags, tracks, cluster)]);
}
