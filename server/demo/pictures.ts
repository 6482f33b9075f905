// The demo's pictures, drawn and not photographed: nobody's face, and nothing to clear rights for.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { addFile } from '#db/files.ts';
import { describeStylePicture } from '#db/style-pictures.ts';
import { idFrom } from '#shared/ids.ts';
import type { UploadedFile } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import type { UploadTarget } from '#shared/upload-target.ts';
import { storeMedia } from '../finishing.ts';
import { processMedia } from '../media.ts';
import type { Services } from '../services.ts';
import { keepUpload } from '../upload-target.ts';

export type PictureName = 'platform' | 'park' | 'bag' | 'noon' | 'colours';

interface Picture {
  draftId: string;
  userId: string;
  name: PictureName;
  alt: string;
}

/** Stores a drawing as this creator's upload and returns it as the cover of their post. */
export async function demoPicture(s: Services, picture: Picture): Promise<Medium> {
  const { kind: _kind, ...stored } = await storeDrawing(s, picture.name);
  await addFile(s.db, {
    ...stored,
    id: idFrom(s.randomBytes(20)),
    draftId: picture.draftId,
    name: `${picture.name}.png`,
    uploadedBy: picture.userId,
    createdAt: s.now(),
  });
  const id = idFrom(s.randomBytes(20));
  return { id, kind: 'image', file: stored.hash, link: null, alt: picture.alt, cover: true };
}

/** Puts a drawing into a portfolio or onto a moodboard. */
export async function demoStylePicture(
  s: Services,
  { target, userId, name, alt }: Omit<Picture, 'draftId'> & { target: UploadTarget },
): Promise<void> {
  const stored = await storeDrawing(s, name);
  const id = idFrom(s.randomBytes(20));
  await s.db.transaction(async (tx) => {
    await keepUpload(tx, { id, target, name: `${name}.png`, userId, at: s.now(), stored });
    await describeStylePicture(tx, id, alt);
  });
}

async function storeDrawing(s: Services, name: PictureName): Promise<UploadedFile> {
  const directory = await mkdtemp(join(tmpdir(), 'cobrief-demo-'));
  try {
    const path = join(directory, 'picture.png');
    await sharp(Buffer.from(drawings[name])).png().toFile(path);
    const processed = await processMedia(path);
    if (!processed.ok) throw new Error(`the demo picture ${name} is broken`);
    return await storeMedia(s.storage, processed.value);
  } finally {
    await rm(directory, { recursive: true });
  }
}

const stick = (x: number, y: number, turn: number) => `
  <g transform="translate(${x} ${y}) rotate(${turn})">
    <rect x="-70" y="-40" width="140" height="330" rx="34" fill="#5341b1"/>
    <rect x="-70" y="150" width="140" height="14" fill="#3d2f8c"/>
    <path d="M-56 -40 v-70 q0 -46 56 -46 t56 46 v70 z" fill="#fff8ea"/>
    <circle cx="0" cy="60" r="34" fill="#f6c76b"/>
    <rect x="0" y="26" width="40" height="68" fill="#5341b1"/>
  </g>`;

/** A platform at eight in the morning: the sun takes one side only. */
const platform = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1350">
  <defs><linearGradient id="sky" x1="0" x2="1"><stop offset="0" stop-color="#ffdf9e"/><stop offset=".55" stop-color="#fbeedb"/><stop offset="1" stop-color="#cfd9ea"/></linearGradient></defs>
  <rect width="1080" height="1350" fill="url(#sky)"/>
  <circle cx="-40" cy="470" r="420" fill="#f9b64f"/>
  <circle cx="-40" cy="470" r="330" fill="#fcd07f"/>
  ${[620, 740, 830, 930, 1010].map((x, i) => `<rect x="${x}" y="${520 - ((i * 83) % 230)}" width="86" height="900" fill="${i % 2 ? '#8d95b5' : '#a5adc8'}"/>`).join('')}
  <rect y="930" width="1080" height="34" fill="#4a4560"/>
  <rect y="964" width="1080" height="386" fill="#6d6787"/>
  <rect y="1030" width="1080" height="18" fill="#f6c76b"/>
  ${stick(430, 760, -14)}
</svg>`;

/** The park before it is hot: one loop, one coconut stall. */
const park = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1350">
  <defs><linearGradient id="sky" y2="1" x2="0"><stop offset="0" stop-color="#9fcfd0"/><stop offset="1" stop-color="#fdeccb"/></linearGradient></defs>
  <rect width="1080" height="1350" fill="url(#sky)"/>
  <circle cx="800" cy="640" r="190" fill="#fbc56a"/>
  <path d="M0 800 Q 270 700 560 780 T 1080 760 V1350 H0 z" fill="#3d8f7f"/>
  <path d="M0 930 Q 300 830 620 900 T 1080 900 V1350 H0 z" fill="#0c7365"/>
  <path d="M250 1350 Q 420 1010 760 930 L 860 946 Q 560 1050 520 1350 z" fill="#f3dcb4"/>
  ${[130, 300, 960].map((x, i) => `<g><rect x="${x - 9}" y="${560 + i * 30}" width="18" height="320" fill="#5b4636"/><ellipse cx="${x}" cy="${550 + i * 30}" rx="110" ry="130" fill="${i % 2 ? '#2f7d6d' : '#27695c'}"/></g>`).join('')}
  ${stick(690, 1020, 12)}
</svg>`;

/** What is in the bag: the stick between keys, a card and a fan. */
const bag = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1350">
  <rect width="1080" height="1350" fill="#f3dcb4"/>
  <path d="M120 420 h840 l60 930 H60 z" fill="#8d95b5"/>
  <path d="M330 420 q 0 -260 210 -260 t 210 260" fill="none" stroke="#6d6787" stroke-width="44"/>
  <rect x="250" y="620" width="250" height="160" rx="20" fill="#fdeccb" transform="rotate(-9 370 700)"/>
  <circle cx="330" cy="1010" r="80" fill="none" stroke="#f6c76b" stroke-width="26"/>
  <path d="M400 1050 l150 120" stroke="#f6c76b" stroke-width="26"/>
  ${stick(720, 850, 16)}
</svg>`;

/** Noon from above: a hard shadow and nowhere to hide. */
const noon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1350">
  <rect width="1080" height="1350" fill="#fcd07f"/>
  <path d="M0 0 H1080 V520 L0 900 z" fill="#fff3d6"/>
  <path d="M380 640 l520 360 -70 120 -520 -380 z" fill="#c98a2b" opacity=".55"/>
  ${stick(420, 560, -8)}
</svg>`;

/** Colours to keep to. */
const colours = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 1350">
  ${['#f9b64f', '#fdeccb', '#5341b1', '#cfd9ea', '#0c7365', '#6d6787'].map((hue, i) => `<rect x="${(i % 2) * 540}" y="${Math.floor(i / 2) * 450}" width="540" height="450" fill="${hue}"/>`).join('')}
</svg>`;

const drawings: Record<PictureName, string> = { platform, park, bag, noon, colours };
