// Guidelines that change in the middle: what the dialog foretells for twenty creators at different
// steps is what publishing, sending and approving then do.
import { expect, test } from 'vitest';
import { creatorPlace } from '#db/creators.ts';
import { draftsOfBrief, lastVersion } from '#db/drafts.ts';
import { inbox } from '#db/schema/telling.ts';
import { approveDraft, askChanges, postIt } from '#server/commands/decisions.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { agreeVersion, declineOffer } from '#server/commands/offers.ts';
import { openSigning } from '#server/signing.ts';
import { publishingOutlook } from '#server/views/publishing.ts';
import { type FactCreator, publishingEffect } from '#shared/publishing-effect.ts';
import type { Actor } from '#shared/roles.ts';
import { type Briefing, deliverable, filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';
import { type PostHouse, seenId, write } from '#tests/support/post-house.ts';

const stages = ['unsent', 'sent', 'asked', 'approved', 'both', 'published'] as const;
type Stage = (typeof stages)[number];

interface Step {
  /** The version they said yes to: none, the first, or the second that matters. */
  agreed: 'no' | 'never' | 1 | 2;
  posts: [Stage, Stage];
}

/** Every pair of stages that differs in kind, over every way of having agreed: twenty of them. */
const steps: Step[] = Array.from({ length: 20 }, (_, at) => ({
  agreed: at === 18 ? 'no' : at === 19 ? 'never' : at % 2 === 0 ? 1 : 2,
  posts: [stages[at % 6] as Stage, stages[(at + Math.floor(at / 6)) % 6] as Stage],
}));

const core = (words: string) => ({ ...filled, core: { en: words, th: words } });

async function sendNow(house: Briefing, who: Actor, draftId: string, text: string) {
  const posts = house as unknown as PostHouse;
  await write(posts, who, { draftId, text });
  const contentId = await seenId(posts, draftId);
  return value(await sendDraft(house.s, who, { draftId, contentId, ready: false }));
}

async function bring(house: Briefing, who: Actor, draftId: string, stage: Stage): Promise<void> {
  if (stage === 'unsent') return;
  const { s, people } = house;
  const { approvalId } = await sendNow(house, who, draftId, 'first words');
  if (stage === 'asked') {
    const requests = [{ body: 'Please', target: { kind: 'clause', field: 'core' } as const }];
    value(await askChanges(s, people.ploy, { draftId, approvalId, requests }));
  }
  const reach = stages.indexOf(stage);
  if (reach >= 3) value(await approveDraft(s, people.ploy, { draftId, approvalId }));
  if (reach >= 4) value(await postIt(s, who, { draftId, approvalId }));
  const url = 'https://social.example/p/1';
  if (reach >= 5) value(await recordPublished(s, who, { draftId, url }));
}

/** Twenty creators with two posts each, after a first version and a second one that matters. */
async function campaign(): Promise<{ house: Briefing; creators: Actor[] }> {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  Object.assign(s, { signing: await openSigning(house.dir) });
  for (const title of ['One', 'Two']) {
    value(await addDeliverable(s, people.ploy, { ...deliverable, briefId, title }));
  }
  await house.write(core('first'));
  const first = await house.publish();
  const creators: Actor[] = [];
  for (const at of steps.keys()) creators.push(await house.invite(`creator${at}`));
  for (const [at, step] of steps.entries()) {
    if (typeof step.agreed === 'number') await house.accept(creators[at]!, first);
  }
  await house.write(core('second'));
  const second = await house.publish('matters');
  for (const [at, step] of steps.entries()) {
    const who = creators[at]!;
    if (step.agreed === 'no') value(await declineOffer(s, who, { briefId, note: '' }));
    if (step.agreed === 2) value(await agreeVersion(s, who, { briefId, ...second }));
    const drafts = (await draftsOfBrief(s.db, briefId)).filter(
      ({ creatorId }) => creatorId === who.userId,
    );
    for (const [index, { id }] of drafts.entries()) {
      await bring(house, who, id, step.posts[index] ?? 'unsent');
    }
  }
  return { house, creators };
}

const names = (creators: FactCreator[]) => creators.map(({ userId }) => userId).toSorted();

for (const change of ['matters', 'wording'] as const) {
  test(`publishing a version with ${change === 'matters' ? 'something that matters' : 'other wording'} does what was foretold`, async () => {
    const { house, creators } = await campaign();
    const { s, briefId, people } = house;
    const whoIs = new Map(creators.map((one) => [one.userId, one]));
    await house.write(core('third'));
    const facts = value(await publishingOutlook(s, people.ploy, { briefId }));
    const effect = publishingEffect(facts, change);
    expect(effect.agrees.length + effect.told.length + effect.settled.length).toBe(18);
    expect(effect.reads).toHaveLength(1);
    expect(effect.keep.length + effect.review.length + effect.unsent.length).toBe(36);
    const before = new Map<string, string>();
    for (const { post } of [...effect.keep, ...effect.review]) {
      before.set(post.id, JSON.stringify(await lastVersion(s.db, post.id)));
    }

    await s.db.transaction(async (tx) => {
      await tx.delete(inbox);
    });
    const third = await house.publish(change);

    const told = await s.db.select().from(inbox);
    const toldOf = (kind: string) =>
      told.flatMap((row) => (row.kind === kind ? [row.userId] : [])).toSorted();
    expect(toldOf('guidelines-agree')).toEqual(names(effect.agrees));
    expect(toldOf('guidelines-wording')).toEqual(names(effect.told));
    expect(toldOf('guidelines-settled')).toEqual(names(effect.settled));

    // What was sent stands as it was sent, under the version it was sent under.
    for (const { post } of [...effect.keep, ...effect.review]) {
      const version = await lastVersion(s.db, post.id);
      expect(JSON.stringify(version)).toBe(before.get(post.id));
      expect(version?.guidelinesVersion).toBe(post.sentUnder);
    }
    // Whoever reads it first says yes to it and to no other.
    for (const { userId } of effect.reads) {
      await house.accept(whoIs.get(userId)!, third);
      expect(await creatorPlace(s.db, { briefId, userId })).toMatchObject({ state: 'in' });
    }
    // In a review it can still be approved as it is.
    const waiting = effect.review.find(({ post }) => post.status === 'with-brand')!;
    const { approvalId = '' } = (await lastVersion(s.db, waiting.post.id)) ?? {};
    value(await approveDraft(s, people.ploy, { draftId: waiting.post.id, approvalId }));
    // And the next sending goes where it was said to go.
    for (const { creator, post, next } of [...effect.review, ...effect.unsent]) {
      await sendNow(house, whoIs.get(creator.userId)!, post.id, 'more words');
      expect((await lastVersion(s.db, post.id))?.guidelinesVersion).toBe(next);
    }
  });
}

test('only the lead is told what publishing would do', async () => {
  const { s, briefId, people } = await openBriefing();
  for (const who of [people.ta, people.anan, people.viewer]) {
    expect(await publishingOutlook(s, who, { briefId })).toMatchObject({
      error: { code: 'not-allowed' },
    });
  }
});
