// A brief with as many posts that wait for the brand as a test wants, made in a data directory before a
// server of its own is started on it: everything by commands, as its people would.
import type { BriefRole } from '#shared/roles.ts';
import { workspacesOf } from '#db/members.ts';
import * as commands from '#server/commands.ts';
import { readConfig } from '#server/config.ts';
import { addPosts, agree, seedDemo, writeGuidelines } from '#server/demo/seed.ts';
import {
  demoPeople,
  done,
  draftOf,
  type Name,
  send,
  signIn,
  type Stage,
  write,
} from '#server/demo/stage.ts';
import { giveDemoAccess } from '#server/auth/first-start.ts';
import { startServer } from '#server/start.ts';
import type { Actor } from '#shared/roles.ts';

export interface Reviews {
  briefId: string;
  /** Of each creator in turn, all of one creator's posts after the other. */
  drafts: string[];
}

const captionOf = (n: number) =>
  `โฆษณา แท่งนี้ทาซ้ำมา ${n} รอบแล้ว ยังอยู่ในกระเป๋า @rimdaet #RimdaetAgain โค้ด AGAIN15`;

export interface ReviewsAsked {
  dataDir: string;
  creators: string[];
  needsClearance?: boolean;
  /** Beside Ploy, who leads. */
  roles?: Partial<Record<'ta', BriefRole>>;
}

export async function makeReviews(asked: ReviewsAsked): Promise<Reviews> {
  const read = readConfig({ DATA_DIR: asked.dataDir, PORT: '0' });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  const running = await startServer(read.config, null);
  try {
    const { services: s } = running;
    await seedDemo(s);
    const known = await demoPeople(s);
    const actor = (name: string) => {
      const person = known.find((one) => one.name === name);
      if (!person) throw new Error(`the demo has no ${name}`);
      return signIn(s, { userId: person.userId, name, locale: 'en', kind: 'brand' });
    };
    const people = {
      ploy: await actor('Ploy'),
      ta: await actor('Ta'),
      anan: await actor('Anan'),
    } as Record<Name, Actor>;
    const [workspace] = await workspacesOf(s.db, people.ploy.userId);
    const stage: Stage = { s, people, workspaceId: workspace?.id ?? '' };
    return await fill(stage, asked);
  } finally {
    await running.close();
  }
}

async function fill(stage: Stage, { creators, needsClearance = false, roles = {} }: ReviewsAsked) {
  const { s, people } = stage;
  const { briefId } = await writeGuidelines(stage);
  const title = 'Twelve in a row';
  const named = { briefId, title, brandName: 'Rimdaet', product: '', needsClearance };
  await done(commands.editBrief(s, people.ploy, named));
  for (const [name, role] of Object.entries(roles)) {
    const { userId } = people[name as Name];
    await done(commands.setBriefPersonRole(s, people.ploy, { briefId, userId, role }));
  }
  await addPosts(stage, briefId);
  const drafts: string[] = [];
  for (const name of creators) drafts.push(...(await creatorWithPosts(stage, { briefId, name })));
  return { briefId, drafts };
}

async function creatorWithPosts(
  stage: Stage,
  { briefId, name }: { briefId: string; name: string },
): Promise<string[]> {
  const { s, people } = stage;
  const deal = {
    fee: '฿9 000',
    product: '2 sticks',
    code: 'AGAIN15',
    terms: 'Half on approval, half once it is live',
  };
  const { userId } = await done(
    commands.inviteCreator(s, people.ploy, {
      briefId,
      name,
      handle: `@${name}`,
      locale: 'en',
      ...deal,
    }),
  );
  const creator = await signIn(s, { userId, name, locale: 'en', kind: 'creator' });
  await agree(stage, briefId, creator);
  await s.db.transaction((tx) => giveDemoAccess(s, tx, [userId]));
  const drafts: string[] = [];
  for (const n of [1, 2, 3]) {
    const draftId = await draftOf(stage, creator, briefId, n);
    const text = captionOf(n);
    await write(
      stage,
      creator,
      draftId,
      n === 2 ? { frames: [{ text }] } : { caption: `Ad ${text}` },
    );
    await send(stage, creator, draftId);
    drafts.push(draftId);
  }
  return drafts;
}
