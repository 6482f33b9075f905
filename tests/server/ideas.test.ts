import { expect, test } from 'vitest';
import { addFile } from '#db/files.ts';
import { decisionsOfDraft } from '#db/decisions.ts';
import { deliverable, guidelinesVersion } from '#db/schema/campaign.ts';
import { removeDeliverable } from '#server/commands/deliverables.ts';
import { askAboutIdea, goForIdea, sendIdea } from '#server/commands/ideas.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { goRound } from '#server/rounds.ts';
import { postsPage } from '#server/views/posts.ts';
import { post } from '#server/views/drafts.ts';
import { home } from '#server/views/home.ts';
import { inbox } from '#server/views/inbox.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const point = { id: 'p1', need: 'must', claim: null, evidence: '', text: { en: 'Again' } };

async function ideaHouse() {
  const house = await openPostHouse();
  const { s, briefId } = house;
  await s.db.transaction(async (tx) => {
    await tx.update(deliverable).set({ ideaFirst: true });
    const structure = { languages: ['en'], core: {}, freedom: {}, points: [point], fields: {} };
    await tx.insert(guidelinesVersion).values({
      id: 'version2',
      briefId,
      n: 2,
      hash: '1'.repeat(64),
      content: {},
      structure,
      change: 'wording',
      publishedBy: 'ploy',
      publishedAt: s.now(),
    });
  });
  return { ...house, draftId: house.drafts.mali };
}
type IdeaHouse = Awaited<ReturnType<typeof ideaHouse>>;

const text = 'Half my face in the sun at Asok, and what the other half says';
const send = ({ s, mali, draftId }: IdeaHouse, more: object = {}) =>
  sendIdea(s, mali, { draftId, text, pointId: 'p1', ...more });

const pageOf = async ({ s, drafts }: PostHouse, who: Actor) =>
  value(await post(s, who, { draftId: drafts.mali }));

/** The id of what was sent last, as the lead's page shows it. */
async function ideaId(house: IdeaHouse): Promise<string> {
  const { idea } = await pageOf(house, house.ploy);
  return idea?.steps.findLast(({ kind }) => kind === 'idea')?.id ?? '';
}

const toldTo = async ({ s }: PostHouse, who: Actor) =>
  value(await inbox(s, who)).groups.flatMap(({ rows }) => rows.map((row) => row.sentence));

test('idea, question, answer, go: each is told to the other side and stays readable for both', async () => {
  const house = await ideaHouse();
  const { s, mali, ploy, nan, draftId } = house;
  expect((await pageOf(house, mali)).idea).toMatchObject({ stage: 'not-begun', steps: [] });
  value(await send(house));
  expect(await pageOf(house, ploy)).toMatchObject({
    door: 'closed',
    turn: 'brand',
    idea: { stage: 'with-brand', may: { send: false, decide: true } },
  });
  for (const lead of [ploy, nan])
    expect(await toldTo(house, lead)).toEqual(['มะลิ 🌸 sent an idea']);
  const asked = { draftId, ideaId: await ideaId(house), question: 'Is the station allowed?' };
  value(await askAboutIdea(s, ploy, asked));
  expect(await pageOf(house, mali)).toMatchObject({ turn: 'creator', idea: { stage: 'asked' } });
  value(await send(house, { text: `${text}. Yes, I asked.` }));
  value(await goForIdea(s, nan, { draftId, ideaId: await ideaId(house) }));
  expect(await toldTo(house, mali)).toEqual([
    'Nan says: go for it',
    'Ploy has a question about your idea',
  ]);
  for (const who of [mali, ploy, house.anan]) {
    const { idea, turn } = await pageOf(house, who);
    expect(turn).toBe('creator');
    expect(idea).toMatchObject({ stage: 'go', isOpen: false, may: { send: false, decide: false } });
    expect(idea?.steps).toMatchObject([
      { kind: 'idea', text, pointId: 'p1', side: 'creator' },
      { kind: 'question', question: 'Is the station allowed?', name: 'Ploy' },
      { kind: 'idea', text: `${text}. Yes, I asked.` },
      { kind: 'go', name: 'Nan', side: 'brand' },
    ]);
  }
});

test('an idea that was sent is seen through a closed door, and not a word more', async () => {
  const house = await ideaHouse();
  const { s, mali, ploy, ben, draftId, briefId } = house;
  await write(house, mali, { draftId, text: 'my half-done words' });
  expect((await pageOf(house, ploy)).idea?.steps).toEqual([]);
  value(await send(house));
  const page = await pageOf(house, ploy);
  expect(page.door).toBe('closed');
  expect(JSON.stringify(page)).toContain(text);
  expect(JSON.stringify(page)).not.toContain('half-done');
  expect(code(await post(s, ben, { draftId }))).toBe('not-found');
  const { rows } = value(await postsPage(s, ploy, { briefId }));
  const row = rows.find(({ userId }) => userId === mali.userId);
  const [cell] = Object.values(row?.cells ?? {});
  expect(cell).toMatchObject({ kind: 'idea', stage: 'with-brand', turn: 'brand' });
  const waiting = async (who: Actor) =>
    value(await home(s, who, { everyPlace: false })).groups.waiting.rows;
  expect(await waiting(ploy)).toMatchObject([{ draftId, turn: 'brand', idea: 'with-brand' }]);
  expect(await waiting(ben)).toMatchObject([{ idea: 'not-begun', turn: 'creator' }]);
});

test('only its creator sends it and only a lead answers it', async () => {
  const house = await ideaHouse();
  const { s, anan, ploy, ben, mali, draftId } = house;
  expect(code(await sendIdea(s, ploy, { draftId, text }))).toBe('not-allowed');
  expect(code(await sendIdea(s, ben, { draftId, text }))).toBe('not-found');
  value(await send(house));
  const seen = { draftId, ideaId: await ideaId(house) };
  expect(code(await goForIdea(s, anan, seen))).toBe('not-allowed');
  expect(code(await goForIdea(s, mali, seen))).toBe('not-allowed');
  expect(code(await goForIdea(s, ben, seen))).toBe('not-found');
});

test('an answer is to the wording that was read, and the second of two leads is told', async () => {
  const house = await ideaHouse();
  const { s, ploy, nan, draftId } = house;
  value(await send(house));
  const first = await ideaId(house);
  value(await send(house, { text: 'Something else altogether' }));
  const stale = await goForIdea(s, ploy, { draftId, ideaId: first });
  expect(stale).toMatchObject({ error: { code: 'content-changed', field: 'idea' } });
  const seen = { draftId, ideaId: await ideaId(house) };
  const both = await Promise.all([
    goForIdea(s, ploy, seen),
    askAboutIdea(s, nan, { ...seen, question: 'Where?' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'not-now' } }]);
});

test('400 characters as people count them, a point of these guidelines, a picture of this draft', async () => {
  const house = await ideaHouse();
  const { s, ben, drafts } = house;
  const wrong = async (more: object) => {
    const sent = await send(house, more);
    return sent.ok ? 'sent' : sent.error.field;
  };
  const family = '👨‍👩‍👧‍👦';
  expect(await wrong({ text: family.repeat(401) })).toBe('text');
  expect(await wrong({ text: '  \n ' })).toBe('text');
  expect(await wrong({ text: 'half a \ud800 surrogate' })).toBe('text');
  expect(await wrong({ pointId: 'p9' })).toBe('pointId');
  const hash = 'a'.repeat(64);
  await addFile(s.db, {
    id: 'file1',
    draftId: drafts.ben,
    hash,
    mime: 'image/jpeg',
    size: 1,
    width: 1,
    height: 1,
    name: 'a.jpg',
    uploadedBy: ben.userId,
    createdAt: s.now(),
  });
  expect(await wrong({ picture: hash })).toBe('picture');
  expect((await decisionsOfDraft(s.db, drafts.mali)).length).toBe(0);
  expect(await wrong({ text: family.repeat(400) })).toBe('sent');
});

test('the words can be sent before the go, and then they are what is talked about', async () => {
  const house = await ideaHouse();
  const { s, mali, ploy, draftId } = house;
  value(await send(house));
  await write(house, mali, { draftId, text: 'All of it. #ad' });
  expect((await pageOf(house, mali)).idea).toMatchObject({ stage: 'with-brand', isOpen: true });
  const contentId = await seenId(house, draftId);
  value(await sendDraft(s, mali, { draftId, contentId, ready: false }));
  const page = await pageOf(house, ploy);
  expect(page).toMatchObject({ status: 'with-brand', idea: { stage: 'writing', isOpen: false } });
  expect(page.idea?.steps).toHaveLength(1);
  const late = { draftId, ideaId: await ideaId(house) };
  expect(code(await goForIdea(s, ploy, late))).toBe('not-now');
  expect(code(await send(house))).toBe('not-now');
});

test('leads who owe an answer to an idea are reminded, and its creator is not', async () => {
  const house = await ideaHouse();
  const { s, mali, ploy } = house;
  let now = Date.parse('2026-11-24T10:00+07:00');
  s.now = () => new Date((now += 1));
  value(await send(house));
  // Nobody is told that they have not begun: the lead owes an answer, the creator has said something.
  now = Date.parse('2026-11-24T15:00+07:00');
  await goRound(s);
  expect(await toldTo(house, ploy)).toHaveLength(1);
  now = Date.parse('2026-11-25T14:00+07:00');
  await goRound(s);
  await goRound(s);
  expect(await toldTo(house, ploy)).toHaveLength(2);
  expect(await toldTo(house, mali)).toEqual([]);
});

test('a post with an idea cannot be taken away', async () => {
  const house = await ideaHouse();
  value(await send(house));
  const removed = await removeDeliverable(house.s, house.ploy, { deliverableId: 'post1' });
  expect(removed).toMatchObject({ error: { code: 'not-now', field: 'begun' } });
});
