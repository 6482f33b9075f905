// The rest of the demo's campaign: eighteen more creators, each post as far as crowd.ts says. Every
// step happens on its own day before the first start, by whoever may do it.
import { setCreatorState, creatorPlace } from '#db/creators.ts';
import { draftPlace } from '#db/drafts.ts';
import { dueDates } from '#shared/deliverable.ts';
import type { FilledParts } from '#shared/parts.ts';
import type { Actor } from '#shared/roles.ts';
import * as commands from '../commands.ts';
import type { Services } from '../services.ts';
import { type CrowdMember, crowd, type Stage as Progress, unanswered } from './crowd.ts';
import { brings } from './plan.ts';
import { agree } from './seed.ts';
import { clear, done, draftOf, passage, reword, send, signIn, type Stage, write } from './stage.ts';

const dayMs = 86_400_000;

/** The same stage, so many days before the first start. */
function daysAgo(stage: Stage, days: number): Stage {
  const at = new Date(stage.s.now().getTime() - days * dayMs);
  return { ...stage, s: { ...stage.s, now: () => at } satisfies Services };
}

export async function seedCampaign(stage: Stage, briefId: string): Promise<void> {
  const posts: [Progress, Post][] = [];
  for (const member of crowd) {
    const creator = await join(stage, briefId, member);
    for (const [place, progress] of member.stages.entries()) {
      const draftId = await draftOf(stage, creator, briefId, place + 1);
      posts.push([
        progress,
        { creator, draftId, parts: partsOf(member)[place] ?? {}, member, place },
      ]);
    }
  }
  const isRecent = ([progress]: [Progress, Post]) => progress.startsWith('with-');
  for (const [progress, post] of posts.filter((one) => !isRecent(one)))
    await bring(stage, progress, post);
  // What happened days ago was read then.
  await done(commands.readInbox(stage.s, stage.people.ploy, { all: true }));
  for (const [progress, post] of posts.filter(isRecent)) await bring(stage, progress, post);
  await leaveOpen(stage, briefId);
  const client = { briefId, name: 'Rimdaet HQ', shows: 'approved', lasts: '1-month' } as const;
  await done(commands.makeClientLink(stage.s, stage.people.ploy, client));
}

const product = 'Everywhere Stick 15 g × 2';

async function ask(
  stage: Stage,
  briefId: string,
  member: Omit<CrowdMember, 'stages'> | typeof unanswered,
) {
  const { name, handle, locale, fee, code } = member;
  const form = { briefId, name, handle, locale, fee, code, product, terms: '' };
  return done(commands.inviteCreator(stage.s, stage.people.ploy, form));
}

async function join(stage: Stage, briefId: string, member: CrowdMember): Promise<Actor> {
  const { userId } = await ask(daysAgo(stage, 16), briefId, member);
  const { name, locale } = member;
  const then = daysAgo(stage, 15);
  const creator = await signIn(then.s, { userId, name, locale, kind: 'creator' });
  await agree(then, briefId, creator);
  return creator;
}

/** She opened the link three days ago. */
async function leaveOpen(stage: Stage, briefId: string): Promise<void> {
  const then = daysAgo(stage, 3);
  const { userId } = await ask(then, briefId, unanswered);
  await then.s.db.transaction(async (tx) => {
    const place = await creatorPlace(tx, { briefId, userId });
    if (place) await setCreatorState(tx, place.id, { state: 'opened' });
  });
}

const partsOf = ({ caption, frames, photo }: CrowdMember): FilledParts[] => [
  { caption },
  { frames: frames.map((text) => ({ text })) },
  { caption: photo ?? '' },
];

interface Post {
  creator: Actor;
  draftId: string;
  parts: FilledParts;
  member: CrowdMember;
  /** 0 is the reel. */
  place: number;
}

async function bring(stage: Stage, progress: Progress, post: Post): Promise<void> {
  const { creator, draftId } = post;
  if (progress === 'not-begun') return;
  if (progress === 'not-this-time') {
    await done(commands.withdrawDraft(daysAgo(stage, 6).s, creator, { draftId }));
    return;
  }
  await write(daysAgo(stage, 9 - post.place), creator, draftId, post.parts);
  if (progress === 'alone') return;
  await done(commands.openDoor(daysAgo(stage, 5).s, creator, { draftId }));
  if (progress === 'writing') return;
  if (progress === 'approved' && post.place === 0) await bringForward(daysAgo(stage, 5), post);
  await decided(stage, progress, post);
}

/** Not all reels on one day: what was approved first goes live in the days to come, one after the other. */
async function bringForward(stage: Stage, { draftId, member }: Post): Promise<void> {
  const place = await draftPlace(stage.s.db, draftId);
  if (!place) throw new Error('the demo lost a draft');
  const { brief, deliverable, draft } = place;
  await done(
    commands.moveDates(stage.s, stage.people.ploy, {
      briefId: brief.id,
      cells: [{ creatorId: draft.creatorId, deliverableId: deliverable.id }],
      which: [...dueDates],
      to: { days: -4 - (crowd.indexOf(member) % 4) },
    }),
  );
}

/** Published a week after it was sent, approved within two days, the rest since yesterday. */
const sentDaysAgo = {
  published: 8,
  approved: 4,
  'changes-asked': 3,
  'with-brand': 1,
  'with-legal': 1,
};

async function decided(
  stage: Stage,
  progress: keyof typeof sentDaysAgo,
  post: Post,
): Promise<void> {
  const { creator, draftId, member } = post;
  const { ploy } = stage.people;
  const sentAt = sentDaysAgo[progress];
  const approvalId = await send(daysAgo(stage, sentAt), creator, draftId);
  if (progress === 'with-legal') return;
  const next = daysAgo(stage, sentAt - 1);
  if (progress === 'changes-asked') return askForChange(next, post, approvalId);
  await clear(daysAgo(stage, sentAt - 0.5), { draftId, approvalId });
  if (progress === 'with-brand') return;
  await done(commands.approveDraft(next.s, ploy, { draftId, approvalId }));
  await done(commands.postIt(next.s, creator, { draftId, approvalId }));
  if (progress === 'published') {
    const url = `https://www.instagram.com/reel/${member.code.toLowerCase()}/`;
    await done(commands.recordPublished(daysAgo(stage, 2).s, creator, { draftId, url }));
    await tellFirstFigures(stage, post);
  }
  if (member.name === 'June') {
    await reword(stage, creator, { draftId, part: 'caption', from: '📖', to: '📚' });
  }
}

/** Near what was planned, as it goes; one of the four has not looked yet. */
const heardAgainstPlan = [0.86, 1.12, 0.78];

async function tellFirstFigures(stage: Stage, { creator, draftId, member }: Post): Promise<void> {
  const published = crowd.filter(({ stages }) => stages.includes('published'));
  const against = heardAgainstPlan[published.indexOf(member)];
  const [followers = 0, , share = 0] = brings[member.name] ?? [];
  if (against === undefined) return;
  const reach = Math.round(followers * share * against);
  const of = (part: number) => String(Math.round(reach * part));
  const figures = { reach: String(reach), likes: of(0.13), comments: of(0.011), saves: of(0.02) };
  await done(commands.recordFigures(stage.s, creator, { draftId, ...figures }));
}

async function askForChange(stage: Stage, post: Post, approvalId: string): Promise<void> {
  const { draftId, member, place } = post;
  if (!member.asked) throw new Error(`the demo asks ${member.name} for nothing`);
  const { words, body } = member.asked;
  const part = place === 1 ? 'frames' : 'caption';
  const anchor = await passage(stage, draftId, { part, words });
  const requests = [{ body, target: { kind: 'passage' as const, anchor } }];
  await done(commands.askChanges(stage.s, stage.people.ploy, { draftId, approvalId, requests }));
}
