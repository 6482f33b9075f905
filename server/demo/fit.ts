// How the demo's people rate the fit. Of Mali three say something and are far apart on one question; of
// Ben only Ta is done, so that whoever comes in as Ploy first rates alone.
import * as commands from '../commands.ts';
import { demoStylePicture } from './pictures.ts';
import { done, type Name, type Stage } from './stage.ts';

type Mark = [rowId: string, score: number, post: string, note?: string];

const ofMali: Partial<Record<Name, Mark[]>> = {
  ploy: [
    ['right-people', 5, 'mali/office-bag', 'Commuters ask her what survives the BTS at noon.'],
    ['keeps-trust', 4, 'mali/did-not-work'],
    ['own-look', 5, 'mali/platform-light', 'I would know her light anywhere.'],
    ['worth-watching', 4, 'mali/three-stations'],
    [
      'sets-trends',
      4,
      'mali/powder-over-sunscreen',
      'Three others filmed the powder test after her.',
    ],
    ['lives-it', 5, 'mali/what-is-in-my-bag'],
    ['same-tone', 4, 'mali/mirror-joke'],
    ['hidden-ads', 5, ''],
    ['works-for-rival', 5, ''],
  ],
  ta: [
    ['right-people', 4, 'mali/office-bag'],
    ['keeps-trust', 4, 'mali/did-not-work'],
    ['own-look', 5, 'mali/platform-light'],
    ['worth-watching', 3, 'mali/rainy-day'],
    ['sets-trends', 2, 'mali/clean-girl', 'She came to “clean girl” half a year late.'],
    ['lives-it', 5, 'mali/songkran'],
    ['hidden-ads', 5, ''],
    ['works-for-rival', 5, ''],
  ],
  mali: [
    ['right-people', 5, 'mali/office-bag'],
    ['own-look', 4, 'mali/platform-light'],
    ['sets-trends', 3, 'mali/powder-over-sunscreen', 'บางทีก็เริ่มก่อน บางทีก็ตามเพื่อนค่ะ'],
    ['lives-it', 5, 'mali/what-is-in-my-bag', 'ใช้ทุกวันอยู่แล้ว'],
  ],
};

const ofBen: Partial<Record<Name, Mark[]>> = {
  ta: [
    ['right-people', 3, 'ben/morning-run'],
    ['knows-subject', 4, 'ben/spf-on-the-bike'],
    ['worth-watching', 4, 'ben/park-loop'],
    ['sets-trends', 3, 'ben/run-club'],
    ['lives-it', 4, 'ben/park-loop'],
    ['hidden-ads', 5, ''],
  ],
};

const brand = { honest: 5, cheerful: 4, 'up-to-date': 4, reliable: 4, outdoorsy: 3 };
const maliBySelf = { honest: 5, cheerful: 4, 'up-to-date': 5, reliable: 3, charming: 3 };
const mali = { honest: 4, cheerful: 5, 'up-to-date': 4, reliable: 4, outdoorsy: 2 };

export async function seedFit(stage: Stage, briefId: string): Promise<void> {
  await hangPictures(stage, briefId);
  await rate(stage, { briefId, of: 'mali', marks: ofMali });
  await rate(stage, { briefId, of: 'ben', marks: ofBen });
  const { s, people } = stage;
  const about = { briefId, userId: people.mali.userId };
  for (const [of, facets] of [['brand', brand] as const, ['creator', mali] as const]) {
    await done(commands.describePersonality(s, people.ploy, { ...about, of, facets }));
  }
  const bySelf = { ...about, of: 'creator', facets: maliBySelf } as const;
  await done(commands.describePersonality(s, people.mali, bySelf));
}

/** What they are rated beside. */
async function hangPictures({ s, people }: Stage, briefId: string): Promise<void> {
  const maliId = people.mali.userId;
  const own = { target: { kind: 'portfolio', id: maliId } as const, userId: maliId };
  await demoStylePicture(s, { ...own, name: 'platform', alt: 'ชานชาลาตอนแปดโมง แดดเข้าด้านเดียว' });
  await demoStylePicture(s, { ...own, name: 'bag', alt: 'ของในกระเป๋าวันทำงาน' });
  const ployId = people.ploy.userId;
  const board = { target: { kind: 'moodboard', id: briefId } as const, userId: ployId };
  const noon = 'Noon light from above with a hard shadow';
  await demoStylePicture(s, { ...board, name: 'noon', alt: noon });
  await demoStylePicture(s, { ...board, name: 'park', alt: 'A park path before it gets hot' });
  const hues = 'Six colours: sun yellow, cream, violet, pale sky, park green and dusk grey';
  await demoStylePicture(s, { ...board, name: 'colours', alt: hues });
}

interface Round {
  briefId: string;
  of: Name;
  marks: Partial<Record<Name, Mark[]>>;
}

/** Everybody on their own, and then done. */
async function rate({ s, people }: Stage, { briefId, of, marks }: Round): Promise<void> {
  const { userId } = people[of];
  for (const who of Object.keys(marks) as Name[]) {
    for (const [rowId, score, post, note = ''] of marks[who] ?? []) {
      const evidence = post && `https://posts.example/${post}`;
      const mark = { briefId, userId, rowId, score, evidence, note };
      await done(commands.markFit(s, people[who], mark));
    }
    await done(commands.finishFit(s, people[who], { briefId, userId }));
  }
}
