// Many invited at once, nudged, and replaced: by commands on a real database and a real hub.
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { creatorPlace, creatorsOf } from '#db/creators.ts';
import { draftsOfBrief } from '#db/drafts.ts';
import { daysTakenOver } from '#db/replacements.ts';
import { draft } from '#db/schema/drafts.ts';
import { notice } from '#db/schema/people.ts';
import { event } from '#db/schema/telling.ts';
import { createBrief } from '#server/commands/briefs.ts';
import { askCreatorAgain, inviteCreator, removeCreator } from '#server/commands/creators.ts';
import { writeDeal } from '#server/commands/deals.ts';
import { addDeliverable } from '#server/commands/deliverables.ts';
import { inviteMany } from '#server/commands/invitations.ts';
import { nudgeInvitations } from '#server/commands/nudges.ts';
import { acceptOffer, declineOffer } from '#server/commands/offers.ts';
import { replaceCreator } from '#server/commands/replacements.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { dealCase } from '#server/deals.ts';
import { openCase } from '#server/drafts.ts';
import { creatorsPage, invitePage } from '#server/views/creators.ts';
import { creatorDeal } from '#server/views/deals.ts';
import { inbox } from '#server/views/inbox.ts';
import { invitingPage } from '#server/views/inviting.ts';
import { postCells, postsPage } from '#server/views/posts.ts';
import { emptyDeal } from '#shared/deal.ts';
import { draftDocument } from '#shared/ids.ts';
import { readParts } from '#shared/parts.ts';
import { nextToReview } from '#shared/posts-grid.ts';
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
import { actor, secretOf } from '#tests/support/doors.ts';
import { code, openPostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const dayMs = 86_400_000;
const row = (name: string, more: object = {}) => ({
  userId: null,
  name,
  handle: `@${name}`,
  locale: 'th' as const,
  fee: '9k',
  posts: null,
  mail: '',
  ...more,
});
const rows = (count: number) => Array.from({ length: count }, (_, n) => row(`c${n}`));

async function stateOf({ s, people, briefId }: Briefing, name: string) {
  const page = value(await creatorsPage(s, people.ploy, { briefId }));
  return page.creators.find((one) => one.name === name);
}

/** A brief with two posts, published. */
async function published() {
  const house = await openBriefing();
  const { s, people, briefId } = house;
  await house.write(filled);
  const add = async (format: 'reel' | 'story') =>
    value(await addDeliverable(s, people.ploy, { ...deliverable, briefId, format })).deliverableId;
  const posts = { reel: await add('reel'), story: await add('story') };
  return { ...house, posts, version: await house.publish() };
}

test('two hundred are invited in one transaction, each with a link that lets in and a message of their own', async () => {
  const house = await openBriefing();
  const { s, people, briefId } = house;
  const many = rows(200).map((one, n) => ({
    ...one,
    locale: n % 2 ? ('en' as const) : ('th' as const),
  }));
  const made = value(await inviteMany(s, people.ploy, { briefId, rows: many }));
  expect(made.map(({ name }) => name)).toEqual(many.map(({ name }) => name));
  expect(new Set(made.map(({ link }) => link.url)).size).toBe(200);
  expect(made[1]?.link.message).toContain('Hi c1! Rimdaet');
  expect(made[2]?.link.message).toContain('คุณc2');
  expect(made[2]?.link.message).toContain('openExternalBrowser=1');
  const visitor = await house.visitor();
  expect(value(await visitor.open(secretOf(made[7]?.link.url ?? ''))).to).toBe(
    `/invite/${briefId}`,
  );
  expect((await stateOf(house, 'c7'))?.status).toBe('opened');
  expect((await stateOf(house, 'c8'))?.status).toBe('sent');
});

test('of rows with one that does not fit none is invited, and the row is named', async () => {
  const { s, people, briefId, ...house } = await published();
  const refused = async (bad: object[]) => {
    const result = await inviteMany(s, people.ploy, { briefId, rows: bad as never });
    expect(await creatorsOf(s.db, briefId)).toEqual([]);
    return result.ok ? null : result.error;
  };
  expect(await refused([row('a'), row('b', { handle: '@A' })])).toMatchObject({
    code: 'conflict',
    params: { row: 2 },
  });
  expect(await refused([row('a'), row('b', { posts: ['elsewhere'] })])).toMatchObject({
    code: 'conflict',
    params: { row: 2 },
  });
  expect(await refused([row('a'), row('b', { userId: 'ploy' })])).toMatchObject({
    params: { row: 2 },
  });
  for (const bad of [
    { name: '' },
    { locale: 'jp' },
    { mail: 'nowhere' },
    { posts: [] },
    { fee: 'x'.repeat(121) },
  ]) {
    expect((await refused([row('a', bad)]))?.code).toBe('bad-input');
  }
  expect((await refused(rows(201)))?.code).toBe('bad-input');
  expect((await refused([]))?.code).toBe('bad-input');
  await house.invite('a');
  expect(code(await inviteMany(s, people.ploy, { briefId, rows: [row('a')] }))).toBe('conflict');
});

test('leads and managers invite, nudge and replace, and nobody else does', async () => {
  const { s, people, briefId, ...house } = await published();
  const mali = await house.invite('mali');
  const others = [people.ta, people.anan, people.viewer, people.stranger, mali];
  const by = { name: 'Nid', locale: 'th' as const };
  for (const who of others) {
    for (const result of [
      await inviteMany(s, who, { briefId, rows: rows(1) }),
      await nudgeInvitations(s, who, { briefId, userIds: [mali.userId] }),
      await replaceCreator(s, who, { briefId, userId: mali.userId, ...by }),
      await invitingPage(s, who, { briefId }),
    ]) {
      expect(['not-allowed', 'not-found']).toContain(code(result));
    }
  }
  expect(await creatorsOf(s.db, briefId)).toHaveLength(1);
  value(await inviteMany(s, people.owner, { briefId, rows: rows(1) }));
});

test('a phone number is a link to call for whoever may invite, while an answer is owed', async () => {
  const house = await published();
  const { s, people, briefId, version } = house;
  const written = '+66 (0)81-234 5678';
  const rowWith = row('fon', { phone: written });
  const [made] = value(await inviteMany(s, people.ploy, { briefId, rows: [rowWith, row('mint')] }));
  const fon = actor(made?.userId ?? '', 'fon', 'creator');
  const one = { ...invitation(briefId, 'ben'), phone: '๐๘๙ ๙๙๙ ๘๘๗๗' };
  const { userId: ben } = value(await inviteCreator(s, people.owner, one));
  const by = { name: 'Nid', locale: 'th' as const, phone: '02 555 0100' };
  value(await replaceCreator(s, people.ploy, { briefId, userId: ben, ...by }));
  const calls = async (who: Actor) => {
    const { creators } = value(await creatorsPage(s, who, { briefId }));
    return Object.fromEntries(creators.map(({ name, call }) => [name, call]));
  };
  const all = { fon: 'tel:+66812345678', mint: null, ben: null, Nid: 'tel:025550100' };
  expect(await calls(people.ploy)).toEqual(all);
  expect(await calls(people.owner)).toEqual(all);
  for (const who of [people.ta, people.anan, people.viewer]) {
    expect(Object.values(await calls(who))).toEqual([null, null, null, null]);
  }
  expect(JSON.stringify(value(await invitePage(s, fon, { briefId })))).not.toContain('5678');
  value(await acceptOffer(s, fon, { briefId, ...version }));
  expect((await calls(people.ploy))['fon']).toBe(null);

  // Changed where the deal is written; a form without the field leaves it.
  const of = { briefId, userId: fon.userId };
  const kept = async () => value(await creatorDeal(s, people.ploy, of)).phone;
  expect(await kept()).toBe(written);
  value(await writeDeal(s, people.ploy, { ...dealInput, ...of }));
  expect(await kept()).toBe(written);
  value(await writeDeal(s, people.ploy, { ...dealInput, ...of, phone: ' 02 555 0199 ' }));
  expect(await kept()).toBe('02 555 0199');
  const told = JSON.stringify([await s.db.select().from(event), await s.db.select().from(notice)]);
  expect(told).not.toMatch(/5678|8877|๘๘๗๗|0100|0199/);
});

test('what is no phone number is refused by its field, and nothing is stored', async () => {
  const { s, people, briefId, ...house } = await published();
  const mali = await house.invite('mali');
  const of = { briefId, userId: mali.userId };
  const by = { name: 'Nid', locale: 'th' as const };
  for (const phone of ['on LINE', '123', '0'.repeat(41), '081 234 5678\u0000']) {
    for (const result of [
      await inviteCreator(s, people.ploy, { ...invitation(briefId, 'ben'), phone }),
      await replaceCreator(s, people.ploy, { ...of, ...by, phone }),
      await writeDeal(s, people.ploy, { ...dealInput, ...of, phone }),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'phone' } });
    }
    const many = await inviteMany(s, people.ploy, { briefId, rows: [row('ben', { phone })] });
    expect(code(many)).toBe('bad-input');
  }
  expect((await creatorsOf(s.db, briefId)).map(({ phone }) => phone)).toEqual(['']);
});

test('somebody of another brief is invited under their own account, once', async () => {
  const house = await published();
  const { s, people, briefId } = house;
  const mali = await house.invite('mali');
  const other = value(await createBrief(s, people.ploy, newBrief)).briefId;
  const again = row('Malee', { userId: mali.userId });
  const twice = [again, row('Mal', { userId: mali.userId })];
  expect(code(await inviteMany(s, people.ploy, { briefId: other, rows: twice }))).toBe('conflict');
  const [made] = value(await inviteMany(s, people.ploy, { briefId: other, rows: [again] }));
  expect(made).toMatchObject({ userId: mali.userId, name: 'mali', handle: '@Malee' });
  expect(await creatorPlace(s.db, { briefId, userId: mali.userId })).not.toBe(null);
});

test('posts that are chosen are all a creator sees and gets, and later ones are not theirs', async () => {
  const { s, people, briefId, posts, version } = await published();
  const [made] = value(
    await inviteMany(s, people.ploy, { briefId, rows: [row('mali', { posts: [posts.story] })] }),
  );
  const mali = actor(made?.userId ?? '', 'mali', 'creator');
  const seen = async () => {
    const page = value(await invitePage(s, mali, { briefId }));
    return page.phase === 'asked' ? page.posts.map(({ id }) => id) : [];
  };
  expect(await seen()).toEqual([posts.story]);
  value(await acceptOffer(s, mali, { briefId, ...version }));
  value(await addDeliverable(s, people.ploy, { ...deliverable, briefId }));
  expect((await draftsOfBrief(s.db, briefId)).map((one) => one.deliverableId)).toEqual([
    posts.story,
  ]);
  expect(await seen()).toEqual([posts.story]);
});

test('silence is said after three days, and a nudge goes once a day to whoever owes an answer', async () => {
  const house = await published();
  const { s, people, briefId, version } = house;
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  const guitar = await house.invite('guitar');
  await house.accept(ben, version);
  value(await declineOffer(s, guitar, { briefId, note: '' }));
  house.later(3 * dayMs);
  expect((await stateOf(house, 'mali'))?.status).toBe('no-answer');
  const all = { briefId, userIds: [mali, ben, guitar].map(({ userId }) => userId) };
  const [nudged, ...rest] = value(await nudgeInvitations(s, people.ploy, all));
  expect(rest).toEqual([]);
  // Never came in: a new link, and nothing waits in an inbox that nobody has seen.
  expect(nudged).toMatchObject({ userId: mali.userId, told: false });
  expect(value(await inbox(s, mali)).groups).toEqual([]);
  expect(nudged?.link.message).toContain(nudged?.link.url.split('/l/')[1]);
  expect(await stateOf(house, 'mali')).toMatchObject({ status: 'sent', mayNudge: false });
  expect(code(await nudgeInvitations(s, people.ploy, all))).toBe('not-now');

  const visitor = await house.visitor();
  value(await visitor.open(secretOf(nudged?.link.url ?? '')));
  house.later(dayMs + 1);
  const [again] = value(await nudgeInvitations(s, people.ploy, all));
  expect(again?.told).toBe(true);
  expect(again?.link.url).toContain(`/invite/${briefId}`);
  const [group] = value(await inbox(s, mali)).groups;
  expect(group?.rows[0]?.sentence).toBe('Rimdaet would love your answer: are you in?');
});

test('somebody replaced while writing loses no word, and the next one starts empty and sees nothing', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, ben, briefId, drafts } = house;
  await write(house, mali, { draftId: drafts.mali, text: 'คำของมะลิ' });
  const by = { name: 'Nid', locale: 'th' as const, fee: 'hers' };
  const made = value(await replaceCreator(s, ploy, { briefId, userId: mali.userId, ...by }));
  // From here on nothing of hers comes in, and what was on disk is there.
  await expect(write(house, mali, { draftId: drafts.mali, text: 'later' })).rejects.toThrow(
    /not-allowed|not-found/,
  );
  const caption = () =>
    s.hub.read(draftDocument(drafts.mali), (doc) => JSON.stringify(readParts(doc)));
  expect(await caption()).toContain('คำของมะลิ');
  expect(await creatorPlace(s.db, { briefId, userId: mali.userId })).toMatchObject({
    state: 'removed',
    replacedBy: made.userId,
    fee: '฿9 000',
  });

  const nid: Actor = { ...ben, userId: made.userId, name: 'Nid' };
  const page = JSON.stringify(value(await invitePage(s, nid, { briefId })));
  expect(page).not.toMatch(/9 000|มะลิ|mali/i);
  value(await acceptOffer(s, nid, { briefId, n: 1, hash: '0'.repeat(64) }));
  const theirs = (await draftsOfBrief(s.db, briefId)).filter((one) => one.creatorId === nid.userId);
  expect(theirs.map((one) => one.deliverableId)).toEqual(['post1']);
  const text = await s.hub.read(draftDocument(theirs[0]?.id ?? ''), (doc) =>
    JSON.stringify(readParts(doc)),
  );
  expect(text).not.toContain('มะลิ');
  expect((await openCase(s.db, nid, drafts.mali)).ok).toBe(false);
  expect(code(await replaceCreator(s, ploy, { briefId, userId: mali.userId, ...by }))).toBe(
    'not-now',
  );
});

test('moved days go over with the posts, through everybody who said no in between', async () => {
  const house = await published();
  const { s, people, briefId, posts, version } = house;
  const mali = await house.invite('mali');
  await house.accept(mali, version);
  const day = new Date('2027-01-05T16:59:59Z');
  const hers = (await draftsOfBrief(s.db, briefId)).find((one) => one.deliverableId === posts.reel);
  await moveDay(house, hers?.id ?? '', day);
  const replace = async (userId: string, name: string) =>
    value(await replaceCreator(s, people.ploy, { briefId, userId, name, locale: 'th' })).userId;
  const nid = await replace(mali.userId, 'Nid');
  value(await declineOffer(s, actor(nid, 'Nid', 'creator'), { briefId, note: 'Exams' }));
  const fon = await replace(nid, 'Fon');
  expect((await daysTakenOver(s.db, { briefId, userId: fon })).get(posts.reel)?.draftDue).toEqual(
    day,
  );
  value(await acceptOffer(s, actor(fon, 'Fon', 'creator'), { briefId, ...version }));
  const theirs = (await draftsOfBrief(s.db, briefId)).filter((one) => one.creatorId === fon);
  expect(theirs.find((one) => one.deliverableId === posts.reel)?.draftDue).toEqual(day);
  expect(theirs.find((one) => one.deliverableId === posts.story)?.draftDue).toBe(null);
  expect(await stateOf(house, 'Nid')).toMatchObject({
    status: 'replaced',
    replacedBy: 'Fon',
    note: 'Exams',
  });
  // Asked again she is in the way of nobody, and two who replaced each other end no page in a circle.
  value(await askCreatorAgain(s, people.ploy, { briefId, userId: mali.userId }));
  expect((await stateOf(house, 'mali'))?.status).not.toBe('replaced');
});

test('somebody of the brief takes over what they do not make yet, and nobody takes over twice', async () => {
  const house = await published();
  const { s, people, briefId, posts, version } = house;
  const many = [
    row('mali', { posts: [posts.reel] }),
    row('ben', { posts: [posts.story] }),
    row('all'),
  ];
  const [mali, ben, all] = value(await inviteMany(s, people.ploy, { briefId, rows: many })).map(
    ({ userId, name }) => actor(userId, name, 'creator'),
  );
  if (!mali || !ben || !all) throw new Error('three were invited');
  await house.accept(ben, version);
  const replace = (by: Actor) =>
    replaceCreator(s, people.ploy, {
      briefId,
      userId: mali.userId,
      byUserId: by.userId,
      name: by.name,
      locale: 'th',
    });
  expect(code(await replace(mali))).toBe('bad-input');
  expect(code(await replace(all))).toBe('not-now');
  expect((await creatorPlace(s.db, { briefId, userId: mali.userId }))?.state).toBe('invited');
  expect(value(await replace(ben))).toEqual({ userId: ben.userId, name: 'ben', link: null });
  const theirs = (await draftsOfBrief(s.db, briefId)).filter((one) => one.creatorId === ben.userId);
  expect(theirs.map((one) => one.deliverableId).sort()).toEqual([posts.reel, posts.story].sort());
  const [group] = value(await inbox(s, ben)).groups;
  expect(group?.rows[0]?.sentence).toBe('Ploy has one more post for you');
  value(await removeCreator(s, people.ploy, { briefId, userId: ben.userId }));
  expect((await stateOf(house, 'ben'))?.status).toBe('removed');
  expect(value(await inviteCreator(s, people.ploy, invitation(briefId, 'Nid'))).link).not.toBe(
    null,
  );
});

test('the grid keeps whoever said no, is silent or was replaced, and nothing of theirs is anybody’s turn', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, briefId, drafts } = house;
  const many = [row('silent'), row('no')];
  const invited = value(await inviteMany(s, ploy, { briefId, rows: many }));
  const no = actor(invited[1]?.userId ?? '', 'no', 'creator');
  value(await declineOffer(s, no, { briefId, note: '' }));
  await write(house, mali, { draftId: drafts.mali, text: 'คำของมะลิ #ad' });
  const contentId = await seenId(house, drafts.mali);
  value(await sendDraft(s, mali, { draftId: drafts.mali, contentId, ready: false }));
  const grid = async () => value(await postsPage(s, ploy, { briefId })).rows;
  const lead = { decide: true, clear: false };
  expect(nextToReview(await grid(), lead)?.draftId).toBe(drafts.mali);
  const by = { name: 'Nid', locale: 'th' as const };
  value(await replaceCreator(s, ploy, { briefId, userId: mali.userId, ...by }));

  const rowsNow = await grid();
  const states = rowsNow.map(({ name, invitation: state }) => [name, state] as const);
  expect(Object.fromEntries(states)).toEqual({
    Ben: 'in',
    Nid: 'sent',
    no: 'declined',
    silent: 'sent',
    'มะลิ 🌸': 'replaced',
  });
  expect(nextToReview(rowsNow, lead)).toBe(null);
  // What was sent can still be read, on the page as it was loaded and by the cell that changes.
  const hers = { kind: 'open', draftId: drafts.mali, turn: 'nobody', due: null };
  expect(rowsNow.find(({ userId }) => userId === mali.userId)?.cells['post1']).toMatchObject(hers);
  const [changed] = value(await postCells(s, ploy, { briefId, draftIds: [drafts.mali] }));
  expect(changed?.cell).toMatchObject(hers);
});

test('a fee of a sheet is what is written in the deal, as it stood there, and what is agreed to', async () => {
  const { s, people, briefId, version } = await published();
  const fees = ['฿9,000', '9.000 THB', '9k'];
  const many = fees.map((fee, n) => row(`c${n}`, { fee }));
  const made = value(await inviteMany(s, people.ploy, { briefId, rows: many }));
  for (const [at, fee] of fees.entries()) {
    const who = actor(made[at]?.userId ?? '', `c${at}`, 'creator');
    const of = { briefId, userId: who.userId };
    const place = async () => {
      const found = await creatorPlace(s.db, of);
      if (!found) throw new Error('no place was made');
      return dealCase(s.db, found);
    };
    expect(await place()).toMatchObject({ phase: 'open', written: { ...emptyDeal, fee } });
    value(await acceptOffer(s, who, { briefId, ...version, deal: (await place()).mark }));
    expect(await place()).toMatchObject({ phase: 'agreed', agreed: { fee } });
  }
});

async function moveDay({ s }: Briefing, draftId: string, draftDue: Date): Promise<void> {
  await s.db.transaction(async (tx) => {
    await tx.update(draft).set({ draftDue }).where(eq(draft.id, draftId));
  });
}
