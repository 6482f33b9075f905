// Ground for load tests: more briefs of the same brand, one with many creators, and a list of every
// live document.
import { allBriefs } from '#db/briefs.ts';
import { allDrafts } from '#db/drafts.ts';
import { workspacesOf } from '#db/members.ts';
import { type DocumentName, draftDocument, guidelinesDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import * as commands from '../commands.ts';
import type { Services } from '../services.ts';
import * as rimdaet from './rimdaet.ts';
import { addPosts, agree, writeGuidelines } from './seed.ts';
import { demoPeople, done, draftOf, type Name, send, signIn, type Stage, write } from './stage.ts';

/** Adds that many briefs to the demo, each with one open draft of Mali's: ground for load tests. */
export async function addDemoBriefs(s: Services, count: number): Promise<void> {
  const stage = await stageAgain(s);
  const { people } = stage;
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

const postsEach = 10;

/** Adds one brief with ten posts for so many creators; of each, every third post was sent. */
export async function addDemoCreators(s: Services, count: number): Promise<void> {
  const stage = await stageAgain(s);
  const { briefId } = await writeGuidelines(stage);
  for (let n = 0; n < postsEach; n += 3) await addPosts(stage, briefId, Math.min(3, postsEach - n));
  for (let n = 1; n <= count; n++) {
    const creator = await addCreator(stage, briefId, n);
    for (let post = 1 + (n % 3); post <= postsEach; post += 3) {
      const draftId = await draftOf(stage, creator, briefId, post);
      const words = `Ad. Post ${post} @rimdaet #RimdaetAgain MANY${n}`;
      await write(stage, creator, draftId, { caption: words, frames: [{ text: words }] });
      await send(stage, creator, draftId);
    }
  }
}

async function addCreator(stage: Stage, briefId: string, n: number): Promise<Actor> {
  const { s, people } = stage;
  const name = `Creator ${n}`;
  const deal = { fee: '฿5,000', code: `MANY${n}`, product: '', terms: '' };
  const form = { briefId, name, handle: `@creator.${n}`, locale: 'en' as const, ...deal };
  const { userId } = await done(commands.inviteCreator(s, people.ploy, form));
  const creator = await signIn(s, { userId, name, locale: 'en', kind: 'creator' });
  await agree(stage, briefId, creator);
  return creator;
}

/** The stage of a demo that was seeded before. */
async function stageAgain(s: Services): Promise<Stage> {
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
  return { s, people, workspaceId: workspace.id };
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
