// The demo, made the way its people would have made it: every step is a command or an edit by the
// one who may do it, so the rules hold for it as for everything else. Runs once, at the first start.
import type * as Y from 'yjs';
import { deliverablesOf } from '#db/deliverables.ts';
import { changeRequestsOf } from '#db/decisions.ts';
import { allBriefs } from '#db/briefs.ts';
import { allDrafts, draftsOfCreator } from '#db/drafts.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import { peopleWithDemoLinks } from '#db/links.ts';
import { addBriefMember, addMember, createWorkspace, workspacesOf } from '#db/members.ts';
import { countPeople, createPerson } from '#db/people.ts';
import { createSession } from '#db/sessions.ts';
import { type AnchorPart, anchorOf, linearText } from '#shared/anchors.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { contentId } from '#shared/content-id.ts';
import { type DocumentName, draftDocument, guidelinesDocument, idFrom } from '#shared/ids.ts';
import { type FilledParts, mediaList, textFragment, textParts, writeParts } from '#shared/parts.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import { giveDemoAccess } from '../auth/first-start.ts';
import * as commands from '../commands.ts';
import { readDraft, sha256 } from '../drafts.ts';
import type { Services } from '../services.ts';
import { demoPicture } from './pictures.ts';
import * as rimdaet from './rimdaet.ts';

export async function seedDemo(s: Services): Promise<void> {
  if ((await countPeople(s.db)) > 0) return;
  const stage = await openStage(s);
  const { briefId } = await writeGuidelines(stage);
  await addPosts(stage, briefId);
  await inviteCreators(stage, briefId);
  await maliPosts(stage, briefId);
  await benPosts(stage, briefId);
  const everyone = Object.values(stage.people).map(({ userId }) => userId);
  await s.db.transaction((tx) => giveDemoAccess(s, tx, everyone));
}

export interface DemoPerson {
  userId: string;
  name: string;
  email: string;
  role: string;
}

/** The people the demo has links for; none where this is not a demo. */
export async function demoPeople(s: Services): Promise<DemoPerson[]> {
  const roles: Record<string, string> = {
    Ploy: 'brand, leads',
    Ta: 'brand, writes with her',
    Anan: 'brand, legal',
    Mali: 'creator, in Thai',
    Ben: 'creator, in English',
  };
  const rows = await peopleWithDemoLinks(s.db);
  return rows.map((row) => ({ ...row, role: roles[row.name] ?? '' }));
}

/** Adds that many briefs to the demo, each with one open draft of Mali's: ground for load tests. */
export async function addDemoBriefs(s: Services, count: number): Promise<void> {
  const known = await demoPeople(s);
  const actorOf = async (name: string, kind: Actor['kind']) => {
    const person = known.find((one) => one.name === name);
    if (!person) throw new Error(`this demo has no ${name}`);
    return signIn(s, { userId: person.userId, name, locale: 'en', kind });
  };
  const people = {
    ploy: await actorOf('Ploy', 'brand'),
    ta: await actorOf('Ta', 'brand'),
    anan: await actorOf('Anan', 'brand'),
    mali: await actorOf('Mali', 'creator'),
  } as Record<Name, Actor>;
  const [workspace] = await workspacesOf(s.db, people.ploy.userId);
  if (!workspace) throw new Error('this demo has no workspace');
  const stage = { s, people, workspaceId: workspace.id };
  for (let n = 0; n < count; n++) {
    const { briefId } = await writeGuidelines(stage);
    await addPosts(stage, briefId, 1);
    const { name, handle, locale, deal } = rimdaet.creators.mali;
    const { userId } = people.mali;
    const invited = { briefId, userId, name, handle, locale, ...deal };
    await done(commands.inviteCreator(s, people.ploy, invited));
    await agree(stage, briefId, people.mali);
    const draftId = await draftOf(stage, people.mali, briefId, 1);
    await done(commands.openDoor(s, people.mali, { draftId }));
  }
}

export interface DemoDocument {
  name: DocumentName;
  brief: string;
  creator?: string;
}

/** Every live document of the installation. */
export async function demoDocuments(s: Services): Promise<DemoDocument[]> {
  const drafts = await allDrafts(s.db);
  const briefs = await allBriefs(s.db);
  return [
    ...briefs.map(({ id }) => ({ name: guidelinesDocument(id), brief: id })),
    ...drafts.map(({ id, briefId, creatorId }) => ({
      name: draftDocument(id),
      brief: briefId,
      creator: creatorId,
    })),
  ];
}

type Name = 'ploy' | 'ta' | 'anan' | 'mali' | 'ben';

interface Stage {
  s: Services;
  people: Record<Name, Actor>;
  workspaceId: string;
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

async function newPerson(
  s: Services,
  person: { name: string; email: string; locale: Locale; kind: Actor['kind'] },
): Promise<Actor> {
  const userId = idFrom(s.randomBytes(20));
  const { name, email, locale, kind } = person;
  await createPerson(s.db, { id: userId, name, email, locale, kind, at: s.now() });
  return signIn(s, { userId, name, locale, kind });
}

/** A sign-in of the demo, over as soon as it began: decisions name how their person was known. */
async function signIn(
  s: Services,
  person: Pick<Actor, 'userId' | 'name' | 'locale' | 'kind'>,
): Promise<Actor> {
  const sessionId = idFrom(s.randomBytes(20));
  await createSession(s.db, {
    id: sessionId,
    userId: person.userId,
    token: idFrom(s.randomBytes(20)),
    expiresAt: s.now(),
    ipAddress: null,
    userAgent: null,
    method: 'demo',
    createdAt: s.now(),
  });
  return { ...person, sessionId, calendar: 'gregory' };
}

/** A step of the demo cannot fail: if it does, the seed is wrong and says where. */
async function done<T>(step: Promise<Result<T>>): Promise<T> {
  const result = await step;
  if (result.ok) return result.value;
  throw new Error(`the demo could not be made: ${JSON.stringify(result.error)}`);
}

async function edit(
  { s }: Stage,
  { userId, sessionId }: Actor,
  change: { document: DocumentName; by(doc: Y.Doc): void },
): Promise<void> {
  const identity = { userId, sessionId, via: 'token' as const };
  const fate = await s.hub.submit({ identity, document: change.document, edit: change.by });
  if (fate.kind !== 'saved') throw new Error(`the demo could not be written: ${fate.kind}`);
}

async function writeGuidelines(stage: Stage): Promise<{ briefId: string }> {
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
    }),
  );
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

async function addPosts({ s, people }: Stage, briefId: string, count = 3): Promise<void> {
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

async function agree({ s }: Stage, briefId: string, creator: Actor): Promise<void> {
  const version = await latestVersion(s.db, briefId);
  if (!version) throw new Error('the demo has no published guidelines');
  await done(commands.acceptOffer(s, creator, { briefId, n: version.n, hash: version.hash }));
}

async function draftOf(
  { s }: Stage,
  creator: Actor,
  briefId: string,
  post: number,
): Promise<string> {
  const deliverable = (await deliverablesOf(s.db, briefId)).find(({ ordinal }) => ordinal === post);
  const drafts = await draftsOfCreator(s.db, creator.userId);
  const found = drafts.find(({ deliverableId }) => deliverableId === deliverable?.id);
  if (!found) throw new Error(`the demo has no post ${post}`);
  return found.id;
}

async function write(stage: Stage, creator: Actor, draftId: string, parts: FilledParts) {
  const ids = () => idFrom(stage.s.randomBytes(20));
  await edit(stage, creator, {
    document: draftDocument(draftId),
    by(doc) {
      for (const part of textParts) {
        const fragment = textFragment(doc, part);
        fragment.delete(0, fragment.length);
      }
      mediaList(doc).delete(0, mediaList(doc).length);
      writeParts(doc, parts, ids);
    },
  });
}

/** Replaces words where they stand, as a person would: what is around them keeps its anchors. */
async function reword(
  stage: Stage,
  creator: Actor,
  change: { draftId: string; part: AnchorPart; from: string; to: string },
): Promise<void> {
  await edit(stage, creator, {
    document: draftDocument(change.draftId),
    by(doc) {
      for (const { type, at } of linearText(doc, change.part).pieces) {
        const text = linearText(doc, change.part).text.slice(at, at + type.length);
        const index = text.indexOf(change.from);
        if (index < 0) continue;
        type.delete(index, change.from.length);
        type.insert(index, change.to);
        return;
      }
    },
  });
}

async function send({ s }: Stage, creator: Actor, draftId: string, ready = false): Promise<string> {
  const now = await readDraft(s, draftId);
  if (!now) throw new Error('the demo lost a draft');
  const seen = contentId(now.parts, sha256);
  return (await done(commands.sendDraft(s, creator, { draftId, contentId: seen, ready })))
    .approvalId;
}

async function passage({ s }: Stage, draftId: string, where: { part: AnchorPart; words: string }) {
  const anchor = await s.hub.read(draftDocument(draftId), (doc) => {
    const from = linearText(doc, where.part).text.indexOf(where.words);
    return anchorOf(doc, { part: where.part, from, to: from + where.words.length });
  });
  if (!anchor) throw new Error(`the demo has no passage ${where.words}`);
  return anchor;
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
  const approvalId = await send(stage, ben, photo);
  await done(
    commands.askChanges(s, ploy, {
      draftId: photo,
      approvalId,
      requests: [
        {
          body: 'In the UK “#collab” does not say it is an ad. Could it start with “Ad”?',
          target: { kind: 'clause', field: 'disclosure' },
        },
      ],
    }),
  );
  await answer(stage, ben, { draftId: photo, n: 1, answer: 'done', note: '' });
  await reword(stage, ben, {
    draftId: photo,
    part: 'caption',
    from: rimdaet.benLabelFirst,
    to: 'Ad.',
  });
  await send(stage, ben, photo);
}
