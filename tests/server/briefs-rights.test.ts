import { expect, test } from 'vitest';
import { eventsOfBriefs } from '#db/events.ts';
import {
  addBriefPerson,
  createBrief,
  editBrief,
  removeBriefPerson,
  setBriefPersonRole,
} from '#server/commands/briefs.ts';
import {
  answerQuestion,
  inviteCreator,
  removeCreator,
  revokeCreatorInvitation,
} from '#server/commands/creators.ts';
import { writeDeal } from '#server/commands/deals.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { publishGuidelines, setGuidelinesDoor } from '#server/commands/guidelines.ts';
import { acceptOffer, askQuestion, declineOffer } from '#server/commands/offers.ts';
import { briefPage } from '#server/views/briefs.ts';
import { postsPage } from '#server/views/posts.ts';
import { creatorsPage, invitePage } from '#server/views/creators.ts';
import { guidelinesPage, versionPage } from '#server/views/guidelines.ts';
import { mayHear } from '#server/live.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import {
  type Briefing,
  dealInput,
  deliverable,
  filled,
  invitation,
  newBrief,
  openBriefing,
} from '#tests/support/briefing.ts';

type Who = keyof Briefing['people'] | 'mali';
const everyone: Who[] = ['owner', 'ploy', 'ta', 'anan', 'viewer', 'stranger', 'mali'];

/** Who is let through by the right, whatever else then comes of it. */
async function allowed(
  house: Briefing,
  mali: Actor,
  attempt: (who: Actor) => Promise<Result<unknown>>,
): Promise<Who[]> {
  const through: Who[] = [];
  for (const who of everyone) {
    const result = await attempt(who === 'mali' ? mali : house.people[who]);
    const refused = !result.ok && ['not-allowed', 'not-found'].includes(result.error.code);
    if (!refused) through.push(who);
  }
  return through;
}

test('each command lets through exactly the people its right names', async () => {
  const house = await openBriefing();
  const { s, briefId } = house;
  await house.write(filled);
  const mali = await house.invite('mali');
  const leadsAndManagers: Who[] = ['owner', 'ploy'];
  const may = (attempt: (who: Actor) => Promise<Result<unknown>>) => allowed(house, mali, attempt);
  const edit = { briefId, title: 'B', brandName: 'R', product: '' };
  const deal = { ...dealInput, briefId, userId: mali.userId };

  expect(await may((who) => createBrief(s, who, newBrief))).toEqual(leadsAndManagers);
  expect(await may((who) => editBrief(s, who, edit))).toEqual(leadsAndManagers);
  expect(await may((who) => addDeliverable(s, who, { ...deliverable, briefId }))).toEqual(
    leadsAndManagers,
  );
  expect(
    await may((who) => addBriefPerson(s, who, { briefId, userId: 'viewer', role: 'colleague' })),
  ).toEqual(leadsAndManagers);
  expect(
    await may((who) => setBriefPersonRole(s, who, { briefId, userId: 'ta', role: 'colleague' })),
  ).toEqual(leadsAndManagers);
  expect(await may((who) => inviteCreator(s, who, invitation(briefId, 'ben')))).toEqual(
    leadsAndManagers,
  );
  expect(await may((who) => writeDeal(s, who, deal))).toEqual(leadsAndManagers);
  expect(
    await may((who) => answerQuestion(s, who, { briefId, userId: mali.userId, text: 'Yes' })),
  ).toEqual(leadsAndManagers);
  expect(
    await may((who) => revokeCreatorInvitation(s, who, { briefId, userId: mali.userId })),
  ).toEqual(leadsAndManagers);
  expect(await may((who) => setGuidelinesDoor(s, who, { briefId, open: false }))).toEqual(['ploy']);
  const publishing = { briefId, change: 'wording' as const, note: '' };
  expect(await may((who) => publishGuidelines(s, who, publishing))).toEqual(['ploy']);
  expect(await may((who) => askQuestion(s, who, { briefId, text: 'When?' }))).toEqual(['mali']);
  expect(await may((who) => declineOffer(s, who, { briefId, note: '' }))).toEqual(['mali']);
  expect(await may((who) => acceptOffer(s, who, { briefId, n: 9, hash: '' }))).toEqual(['mali']);
});

test('each page opens for exactly the people its right names', async () => {
  const house = await openBriefing();
  const { s, briefId } = house;
  await house.write(filled);
  const mali = await house.invite('mali');
  await house.publish();
  const brandSide: Who[] = ['owner', 'ploy', 'ta', 'anan', 'viewer'];
  for (const page of [briefPage, guidelinesPage, postsPage, creatorsPage]) {
    expect(await allowed(house, mali, (who) => page(s, who, { briefId }))).toEqual(brandSide);
  }
  expect(await allowed(house, mali, (who) => versionPage(s, who, { briefId, n: 1 }))).toEqual([
    ...brandSide,
    'mali',
  ]);
  expect(await allowed(house, mali, (who) => invitePage(s, who, { briefId }))).toEqual(['mali']);
});

test('somebody with nothing to do with a brief does not hear that it exists', async () => {
  const { s, briefId, people } = await openBriefing();
  const there = await briefPage(s, people.stranger, { briefId });
  const nowhere = await briefPage(s, people.stranger, { briefId: 'nosuchbrief' });
  expect(there).toEqual(nowhere);
});

test('a colleague who was taken out sees nothing more, and their open page hears of it', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  expect((await removeBriefPerson(s, people.ploy, { briefId, userId: 'ta' })).ok).toBe(true);
  expect(await guidelinesPage(s, people.ta, { briefId })).toMatchObject({ ok: false });
  const events = await eventsOfBriefs(s.db, [briefId], 10);
  const told = await Promise.all(events.map((event) => mayHear(s.db, 'ta', event)));
  expect(events.filter((_, index) => told[index]).map((event) => event.kind)).toEqual([
    'brief.people',
  ]);
});

test('a brief keeps one lead and has at most two', async () => {
  const { s, briefId, people } = await openBriefing();
  const alone = await removeBriefPerson(s, people.owner, { briefId, userId: 'ploy' });
  expect(alone).toMatchObject({ ok: false, error: { code: 'not-now', field: 'lastLead' } });
  const lower = { briefId, userId: 'ploy', role: 'colleague' as const };
  expect(await setBriefPersonRole(s, people.owner, lower)).toMatchObject({ ok: false });
  const second = { briefId, userId: 'ta', role: 'lead' as const };
  expect((await setBriefPersonRole(s, people.ploy, second)).ok).toBe(true);
  const third = { briefId, userId: 'anan', role: 'lead' as const };
  expect(await setBriefPersonRole(s, people.ploy, third)).toMatchObject({
    error: { code: 'not-now', field: 'role' },
  });
});

test('fees are read by leads, managers and their own creator, by nobody else', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  const seenBy = async (who: Actor) => JSON.stringify(await creatorsPage(s, who, { briefId }));
  expect(await seenBy(people.ploy)).toContain('fee of mali');
  expect(await seenBy(people.owner)).toContain('fee of mali');
  for (const who of [people.ta, people.anan, people.viewer]) {
    expect(await seenBy(who)).not.toContain('fee of');
  }
  const own = JSON.stringify(await invitePage(s, ben, { briefId }));
  expect(own).toContain('fee of ben');
  expect(own).not.toContain('fee of mali');
  expect(own).not.toContain(mali.userId);
});

test('a removed creator sees that they are out and nothing else', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  const mali = await house.invite('mali');
  await house.accept(mali, version);
  expect((await removeCreator(s, people.ploy, { briefId, userId: mali.userId })).ok).toBe(true);
  const page = await invitePage(s, mali, { briefId });
  expect(page).toMatchObject({ ok: true, value: { phase: 'removed' } });
  expect(JSON.stringify(page)).not.toContain('fee of');
  expect(await versionPage(s, mali, { briefId, n: 1 })).toMatchObject({ ok: false });
  expect(await askQuestion(s, mali, { briefId, text: 'Why?' })).toMatchObject({ ok: false });
});
