import { expect, test } from 'vitest';
import { deliverable, guidelinesVersion } from '#db/schema/campaign.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { post } from '#server/views/drafts.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';

async function send({ s, mali, drafts }: PostHouse, contentId: string) {
  return sendDraft(s, mali, { draftId: drafts.mali, contentId, ready: true });
}

/** Sends what stands there, as a page would that never looked at the rules. */
async function sendNow(house: PostHouse) {
  return send(house, await seenId(house, house.drafts.mali));
}

async function seenIn(house: PostHouse, places: string[]): Promise<void> {
  await house.s.db.transaction(async (tx) => {
    await tx.update(deliverable).set({ seenIn: places, language: 'en' });
  });
}

/** Published anew with these lines; nobody has agreed to any yet, so the newest version counts. */
async function publish(house: PostHouse, fields: Record<string, string[]>): Promise<void> {
  const lines = Object.entries(fields).map(([id, words]) => [id, { id, text: {}, lines: words }]);
  const structure = { languages: ['en'], core: {}, freedom: {}, points: [] };
  await house.s.db.transaction(async (tx) => {
    await tx.insert(guidelinesVersion).values({
      id: 'version2',
      briefId: house.briefId,
      n: 2,
      hash: '2'.repeat(64),
      content: {},
      structure: { ...structure, fields: Object.fromEntries(lines) },
      change: 'matters',
      publishedBy: 'ploy',
      publishedAt: house.s.now(),
    });
  });
}

test('a post without the label of its place is not sent, whatever the page believed', async () => {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await seenIn(house, ['GB']);
  await write(house, house.mali, { draftId, text: '#collab Up early' });
  const refused = await sendNow(house);
  expect(refused).toEqual({
    ok: false,
    error: { code: 'must-fix', field: 'label-not-enough', params: { count: 1 } },
  });
  const page = value(await post(house.s, house.mali, { draftId }));
  expect(page).toMatchObject({ status: 'writing', round: 0, sent: null, activity: [] });
  // Where the same label is on the list, it goes.
  await seenIn(house, ['IN']);
  await write(house, house.mali, { draftId, text: 'Collaboration' });
  value(await sendNow(house));
});

test('what is only worth a look stops nobody', async () => {
  const house = await openPostHouse();
  await seenIn(house, ['TH', 'AU']);
  await write(house, house.mali, { draftId: house.drafts.mali, text: 'No label, and sold out' });
  value(await sendNow(house));
});

test('a missing mention, tag or code and a forbidden word stop the sending, counted', async () => {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await publish(house, {
    mandatory: ['@rimdaet', '#RimdaetAgain', 'Your own code'],
    forbidden: ['waterproof'],
  });
  await write(house, house.mali, { draftId, text: 'Waterproof!' });
  expect(await sendNow(house)).toMatchObject({ error: { code: 'must-fix', params: { count: 4 } } });
});

test('the creator’s code is told to who may read the deal, and to nobody else', async () => {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: 'Up early' });
  value(await sendNow(house));
  const seen = async (who: PostHouse['ploy']) =>
    JSON.stringify(value(await post(house.s, who, { draftId }))).includes('MALI15');
  expect(await seen(house.ploy)).toBe(true);
  expect(await seen(house.mali)).toBe(true);
  expect(await seen(house.anan)).toBe(false);
});
