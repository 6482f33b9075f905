// The demo, made the way its people would have made it: every step is a command or an edit by the
// one who may do it, so the rules hold for it as for everything else. Runs once, at the first start.
import { changeRequestsOf } from '#db/decisions.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { countPeople } from '#db/people.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { guidelinesDocument, idFrom } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { giveDemoAccess } from '../auth/first-start.ts';
import * as commands from '../commands.ts';
import type { Services } from '../services.ts';
import { seedCampaign } from './campaign.ts';
import { benCaptions, maliCaptions } from './captions.ts';
import { seedFigures } from './figures.ts';
import { seedPlan } from './plan.ts';
import { seedFit } from './fit.ts';
import { demoPicture } from './pictures.ts';
import * as rimdaet from './rimdaet.ts';
import {
  clear,
  done,
  draftOf,
  edit,
  type Name,
  newPerson,
  passage,
  reword,
  send,
  signIn,
  type Stage,
  write,
} from './stage.ts';

export async function seedDemo(s: Services): Promise<void> {
  if ((await countPeople(s.db)) > 0) return;
  const stage = await openStage(s);
  const { briefId } = await writeGuidelines(stage);
  await addPosts(stage, briefId);
  await inviteCreators(stage, briefId);
  await maliPosts(stage, briefId);
  await benPosts(stage, briefId);
  await voices(stage);
  await seedCampaign(stage, briefId);
  await seedPlan(stage, briefId);
  await seedFigures(stage, briefId);
  await seedFit(stage, briefId);
  const everyone = Object.values(stage.people).map(({ userId }) => userId);
  await s.db.transaction((tx) => giveDemoAccess(s, tx, everyone));
}

async function openStage(s: Services): Promise<Stage> {
  const workspaceId = idFrom(s.randomBytes(20));
  await s.db.transaction((tx) =>
    createWorkspace(tx, { id: workspaceId, name: rimdaet.brandName, createdAt: s.now() }),
  );
  const brand = async (name: 'ploy' | 'ta' | 'anan', role: 'owner' | 'viewer' | null) => {
    const actor = await newPerson(s, { ...rimdaet.people[name], kind: 'brand' });
    if (role) {
      const row = { workspaceId, userId: actor.userId, role, createdAt: s.now() };
      await s.db.transaction((tx) => addMember(tx, row));
    }
    return actor;
  };
  const people = {
    ploy: await brand('ploy', 'owner'),
    ta: await brand('ta', null),
    anan: await brand('anan', null),
  } as Record<Name, Actor>;
  return { s, people, workspaceId };
}

export async function writeGuidelines(stage: Stage): Promise<{ briefId: string }> {
  const { s, people, workspaceId } = stage;
  const { ploy, ta, anan } = people;
  const { briefId } = await done(
    commands.createBrief(s, ploy, {
      workspaceId,
      title: rimdaet.briefTitle,
      brandName: rimdaet.brandName,
      product: rimdaet.product,
      languages: ['en', 'th'],
      timeZone: 'Asia/Bangkok',
      place: 'TH',
    }),
  );
  const { briefTitle: title, brandName, product } = rimdaet;
  const form = { briefId, title, brandName, product, needsClearance: true };
  await done(commands.editBrief(s, ploy, form));
  await s.db.transaction(async (tx) => {
    const createdAt = s.now();
    await addBriefMember(tx, { briefId, userId: ta.userId, role: 'colleague', createdAt });
    await addBriefMember(tx, { briefId, userId: anan.userId, role: 'reviewer', createdAt });
  });
  await edit(stage, ploy, {
    document: guidelinesDocument(briefId),
    by(doc) {
      const fragment = doc.getXmlFragment('guidelines');
      fragment.delete(0, fragment.length);
      const ids = () => idFrom(s.randomBytes(20));
      seedGuidelines(doc, { languages: ['en', 'th'], ids, fill: rimdaet.guidelines });
    },
  });
  await done(commands.publishGuidelines(s, ploy, { briefId, change: 'first', note: '' }));
  return { briefId };
}

const dayMs = 86_400_000;

export async function addPosts({ s, people }: Stage, briefId: string, count = 3): Promise<void> {
  const day = (days: number) =>
    new Date(s.now().getTime() + days * dayMs).toISOString().slice(0, 10);
  const posts = [
    { title: '', format: 'reel', language: 'th', seenIn: ['TH'], first: 5 },
    { title: '', format: 'story', language: 'th', seenIn: ['TH'], first: 12 },
    { title: '', format: 'photo', language: 'en', seenIn: ['TH', 'GB'], first: 19 },
  ] as const;
  for (const { first, seenIn, ...post } of posts.slice(0, count)) {
    await done(
      commands.addDeliverable(s, people.ploy, {
        ...post,
        briefId,
        platform: 'instagram',
        seenIn: [...seenIn],
        callToAction: '',
        draftDue: day(first),
        reviewDue: day(first + 2),
        publishDue: day(first + 5),
      }),
    );
  }
}

async function inviteCreators(stage: Stage, briefId: string): Promise<void> {
  const { s, people } = stage;
  for (const key of ['mali', 'ben'] as const) {
    const { name, handle, locale, deal } = rimdaet.creators[key];
    const { userId } = await done(
      commands.inviteCreator(s, people.ploy, { briefId, name, handle, locale, ...deal }),
    );
    const actor = await signIn(s, { userId, name, locale, kind: 'creator' });
    people[key] = actor;
    await agree(stage, briefId, actor);
  }
}

export async function agree({ s }: Stage, briefId: string, creator: Actor): Promise<void> {
  const version = await latestVersion(s.db, briefId);
  if (!version) throw new Error('the demo has no published guidelines');
  await done(commands.acceptOffer(s, creator, { briefId, n: version.n, hash: version.hash }));
}

async function maliPosts(stage: Stage, briefId: string): Promise<void> {
  const { s, people } = stage;
  const { ploy, anan, mali } = people;
  const reel = await draftOf(stage, mali, briefId, 1);
  const cover = await demoPicture(s, {
    draftId: reel,
    userId: mali.userId,
    name: 'platform',
    alt: 'ชานชาลาตอนเช้า แดดส่องมาจากทางซ้าย กับแท่งกันแดดสีม่วง',
  });
  await write(stage, mali, reel, { caption: rimdaet.maliReelFirst, media: [cover] });
  await done(commands.openDoor(s, mali, { draftId: reel }));
  const promise = await passage(stage, reel, { part: 'caption', words: rimdaet.maliPromise });
  const place = { draftId: reel };
  const { threadId } = await done(
    commands.startThread(s, anan, {
      place,
      audience: 'brand',
      anchor: promise,
      body: '“แน่นอน” is an absolute promise.',
    }),
  );
  await reword(stage, mali, {
    draftId: reel,
    part: 'caption',
    from: rimdaet.maliPromise,
    to: 'บนหน้าเรารองพื้นยังอยู่',
  });
  await done(commands.resolve(s, anan, { threadId }));
  const line = await passage(stage, reel, {
    part: 'caption',
    words: 'ปาดทับแป้งไปเลย ไม่ต้องส่องกระจก',
  });
  const kept = await done(
    commands.startThread(s, ploy, {
      place,
      audience: 'everyone',
      anchor: line,
      body: 'ลองแบบนี้ไหมคะ “เนื้อสัมผัสบางเบา ซึมไว ไม่เหนียวเหนอะหนะ”',
    }),
  );
  await done(
    commands.reply(s, mali, {
      threadId: kept.threadId,
      body: 'อ่านแล้วเหมือนหลังกล่องเลยค่ะ 😂 ขอใช้คำเดิมนะคะ',
    }),
  );
  const approvalId = await send(stage, mali, reel);
  await clear(stage, { draftId: reel, approvalId });
  await done(commands.approveDraft(s, ploy, { draftId: reel, approvalId }));
  await done(commands.postIt(s, mali, { draftId: reel, approvalId }));
  await maliStories(stage, briefId);
}

async function maliStories(stage: Stage, briefId: string): Promise<void> {
  const { s, people } = stage;
  const { ploy, mali } = people;
  const stories = await draftOf(stage, mali, briefId, 2);
  await write(stage, mali, stories, { frames: rimdaet.maliFrames.map((text) => ({ text })) });
  const approvalId = await send(stage, mali, stories);
  const stock = await passage(stage, stories, { part: 'frames', words: 'ของหมดไม่รู้ด้วยนะ' });
  await done(
    commands.askChanges(s, ploy, {
      draftId: stories,
      approvalId,
      requests: [
        {
          body: 'เฟรม 2 กับ 3 ยังไม่มีคำว่าโฆษณา เพิ่มทุกเฟรมได้ไหมคะ',
          target: { kind: 'clause', field: 'disclosure' },
        },
        {
          body: 'เรายังมีของอยู่ คำนี้อาจฟังเหมือนใกล้หมดแล้ว',
          target: { kind: 'passage', anchor: stock },
        },
      ],
    }),
  );
  await answer(stage, mali, {
    draftId: stories,
    n: 2,
    answer: 'my-way',
    note: 'ใช้ได้ถึงสิ้นเดือนนะ',
  });
}

/** Both pasted what they wrote before; Mali lets her brands see how she writes. */
async function voices({ s, people: { mali, ben } }: Stage): Promise<void> {
  const between = '\n---\n';
  await done(commands.addCaptions(s, mali, { text: maliCaptions.join(between) }));
  await done(commands.addCaptions(s, ben, { text: benCaptions.join(between) }));
  await done(commands.showVoice(s, mali, { shown: true }));
}

/** Answers the n-th change that was asked for. */
async function answer(
  { s }: Stage,
  creator: Actor,
  { draftId, n, ...given }: { draftId: string; n: number; answer: 'done' | 'my-way'; note: string },
): Promise<void> {
  const request = (await changeRequestsOf(s.db, draftId)).find(({ ordinal }) => ordinal === n);
  if (!request) throw new Error(`the demo has no request ${n}`);
  await done(commands.answerChange(s, creator, { requestId: request.id, ...given }));
}

async function benPosts(stage: Stage, briefId: string): Promise<void> {
  const { s, people } = stage;
  const { ploy, ben } = people;
  const photo = await draftOf(stage, ben, briefId, 3);
  const cover = await demoPicture(s, {
    draftId: photo,
    userId: ben.userId,
    name: 'park',
    alt: 'A park path at sunrise with a violet sunscreen stick beside it',
  });
  await write(stage, ben, photo, { caption: rimdaet.benPhotoFirst, media: [cover] });
  await sayAd(stage, photo);
  const approvalId = await send(stage, ben, photo);
  await done(
    commands.askChanges(s, ploy, {
      draftId: photo,
      approvalId,
      requests: [
        {
          body: '“Never burn” is an absolute promise. Could it go?',
          target: { kind: 'clause', field: 'donts' },
        },
      ],
    }),
  );
  await answer(stage, ben, { draftId: photo, n: 1, answer: 'done', note: '' });
  await reword(stage, ben, { draftId: photo, part: 'caption', from: rimdaet.benPromise, to: '' });
  await clear(stage, { draftId: photo, approvalId: await send(stage, ben, photo) });
}

/** With the door open, before anything was sent: a label that the rules would have stopped. */
async function sayAd(stage: Stage, photo: string): Promise<void> {
  const { s, people } = stage;
  const { ploy, ben } = people;
  await done(commands.openDoor(s, ben, { draftId: photo }));
  const anchor = await passage(stage, photo, { part: 'caption', words: rimdaet.benLabelFirst });
  const { threadId } = await done(
    commands.startThread(s, ploy, {
      place: { draftId: photo },
      audience: 'everyone',
      anchor,
      body: 'In the UK “#collab” does not say it is an ad. Could it start with “Ad”?',
    }),
  );
  await reword(stage, ben, {
    draftId: photo,
    part: 'caption',
    from: rimdaet.benLabelFirst,
    to: rimdaet.benLabel,
  });
  await done(commands.resolve(s, ploy, { threadId }));
}
