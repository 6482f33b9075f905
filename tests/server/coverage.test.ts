import { expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { guidelinesVersion } from '#db/schema/campaign.ts';
import { clearJudgement, judgePassage } from '#server/commands/coverage.ts';
import { closeDoor, openDoor } from '#server/commands/drafts.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { anchorOf, linearText, type TextAnchor } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const words = 'put it on again every two hours';

async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  const point = { id: 'p1', need: 'must', claim: null, evidence: '', text: { en: 'Again' } };
  await house.s.db.transaction((tx) =>
    tx.insert(guidelinesVersion).values({
      id: 'version2',
      briefId: house.briefId,
      n: 2,
      hash: '1'.repeat(64),
      content: {},
      structure: { languages: ['en'], core: {}, freedom: {}, points: [point], fields: {} },
      change: 'wording',
      publishedBy: 'ploy',
      publishedAt: house.s.now(),
    }),
  );
  await write(house, house.mali, { draftId, text: `I ${words}, always.` });
  const anchor = await anchorFor(house);
  return { house, s: house.s, draftId, anchor };
}

async function anchorFor({ s, drafts }: PostHouse): Promise<TextAnchor> {
  const found = await s.hub.read(draftDocument(drafts.mali), (doc) => {
    const { text } = linearText(doc, 'caption');
    const from = text.indexOf(words);
    return anchorOf(doc, { part: 'caption', from, to: from + words.length });
  });
  if (!found) throw new Error('the words are not there');
  return found;
}

async function pageOf({ s, drafts }: PostHouse, who: Actor): Promise<OpenPost> {
  const page = value(await post(s, who, { draftId: drafts.mali }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

test('the brand says where a point stands, both sides see it, and the draft stays as it was', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  value(await openDoor(s, house.mali, { draftId }));
  const before = await seenId(house, draftId);
  const said = { draftId, pointId: 'p1', anchor };
  value(await judgePassage(s, house.ploy, { ...said, verdict: 'confirmed' }));
  for (const who of [house.ploy, house.mali]) {
    expect((await pageOf(house, who)).judgements).toMatchObject([
      { pointId: 'p1', verdict: 'confirmed', name: 'Ploy', anchor: { quote: words } },
    ]);
  }
  // The last word counts.
  value(await judgePassage(s, house.nan, { ...said, verdict: 'questioned' }));
  expect((await pageOf(house, house.mali)).judgements).toMatchObject([
    { verdict: 'questioned', name: 'Nan' },
  ]);
  value(await clearJudgement(s, house.ploy, { draftId, pointId: 'p1' }));
  expect((await pageOf(house, house.mali)).judgements).toEqual([]);
  expect(await seenId(house, draftId)).toBe(before);
});

test('every word about a passage is told to open pages, without the words', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  value(await openDoor(s, house.mali, { draftId }));
  value(
    await judgePassage(s, house.ploy, { draftId, pointId: 'p1', anchor, verdict: 'confirmed' }),
  );
  const told = (await eventsAfter(s.db, 0, 100)).at(-1);
  expect(told).toMatchObject({ kind: 'draft.coverage', topic: `draft:${draftId}` });
  expect(JSON.stringify(told)).not.toContain('two hours');
});

test('behind a closed door there is nothing to judge, and not even that is told', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  const said = { draftId, pointId: 'p1', anchor, verdict: 'confirmed' } as const;
  expect(code(await judgePassage(s, house.ploy, said))).toBe('not-found');
  expect(code(await clearJudgement(s, house.ploy, said))).toBe('not-found');
  value(await openDoor(s, house.mali, { draftId }));
  value(await judgePassage(s, house.ploy, said));
  value(await closeDoor(s, house.mali, { draftId }));
  const page = value(await post(s, house.ploy, { draftId }));
  expect(JSON.stringify(page)).not.toContain('two hours');
});

test('nobody speaks for the brand but who speaks to creators: no creator, reviewer or stranger', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  value(await openDoor(s, house.mali, { draftId }));
  const said = { draftId, pointId: 'p1', anchor, verdict: 'confirmed' } as const;
  expect(code(await judgePassage(s, house.mali, said))).toBe('not-allowed');
  expect(code(await judgePassage(s, house.anan, said))).toBe('not-allowed');
  expect(code(await judgePassage(s, house.ben, said))).toBe('not-found');
  expect(code(await clearJudgement(s, house.anan, said))).toBe('not-allowed');
  expect(code(await clearJudgement(s, house.ben, said))).toBe('not-found');
  expect((await pageOf(house, house.mali)).judgements).toEqual([]);
});

test('the creator says no to a place, so that it is not marked again', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  value(await openDoor(s, house.mali, { draftId }));
  value(
    await judgePassage(s, house.ploy, { draftId, pointId: 'p1', anchor, verdict: 'confirmed' }),
  );
  value(await clearJudgement(s, house.mali, { draftId, pointId: 'p1' }));
  expect((await pageOf(house, house.ploy)).judgements).toEqual([]);
});

test('a point that is not in the guidelines and words that are gone are refused', async () => {
  const { house, s, draftId, anchor } = await openHouse();
  value(await openDoor(s, house.mali, { draftId }));
  const said = { draftId, pointId: 'p1', anchor, verdict: 'confirmed' } as const;
  const strange = await judgePassage(s, house.ploy, { ...said, pointId: 'p9' });
  expect(code(strange)).toBe('bad-input');
  const gone = { ...anchor, quote: 'words that never stood there' };
  expect(code(await judgePassage(s, house.ploy, { ...said, anchor: gone }))).toBe(
    'content-changed',
  );
});
