import { expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { voiceCaptionsOf } from '#db/voice.ts';
import { eq } from 'drizzle-orm';
import { briefCreator } from '#db/schema/campaign.ts';
import { draft } from '#db/schema/drafts.ts';
import { user } from '#db/schema/people.ts';
import { voice, voiceCaption } from '#db/schema/voice.ts';
import {
  addCaptions,
  removeAllCaptions,
  removeCaption,
  showVoice,
  takePublished,
} from '#server/commands/voice.ts';
import { approveDraft, postIt } from '#server/commands/decisions.ts';
import { openDoor, recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { mayHear } from '#server/live.ts';
import { post } from '#server/views/drafts.ts';
import { myVoice, postVoice } from '#server/views/voice.ts';
import { maxCaptionLength, maxCaptions } from '#shared/captions.ts';
import { featuresOf } from '#shared/voice-features.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const captions = [1, 2, 3, 4, 5].map(
  (n) => `07.${n}0 SECRETPLATFORM, and I am late again ${'🫠'.repeat(n)}`,
);
const five = captions.join('\n\n');

const all = { all: true };
const own = async ({ s }: PostHouse, who: PostHouse['mali']) => value(await myVoice(s, who, all));

test('a creator keeps captions, sees the card and takes them away again', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const two = captions.slice(0, 2).join('\n\n');
  expect(value(await addCaptions(s, mali, { text: `${two}\n\nHi there` }))).toEqual({
    added: 2,
    skipped: [{ text: 'Hi there', why: 'short' }],
  });
  expect(await own(house, mali)).toMatchObject({ card: null, count: 2, shown: false });

  const again = value(await addCaptions(s, mali, { text: five }));
  expect(again.added).toBe(3);
  expect(again.skipped.map(({ why }) => why)).toEqual(['twice', 'twice']);
  const kept = await own(house, mali);
  expect(kept.card).toMatchObject({ captions: 5, bands: null, openers: [['scene', 5]] });
  expect(kept.card?.ranges.emoji).toEqual({ least: 1, most: 5 });
  expect(kept.captions.map(({ text }) => text)).toEqual([2, 3, 4, 0, 1].map((n) => captions[n]));

  for (const { id } of kept.captions.slice(0, 3)) value(await removeCaption(s, mali, { id }));
  expect(await own(house, mali)).toMatchObject({ card: null, count: 2 });
  value(await removeAllCaptions(s, mali));
  expect(await own(house, mali)).toMatchObject({ card: null, count: 0, captions: [] });
});

test('nobody but the creator reads, adds or removes a caption', async () => {
  const house = await openPostHouse();
  const { s, mali, ben, ploy, anan } = house;
  value(await addCaptions(s, mali, { text: five }));
  const [first] = (await own(house, mali)).captions;
  for (const other of [ben, ploy, anan]) {
    expect(code(await removeCaption(s, other, { id: first?.id ?? '' }))).toBe('not-found');
    value(await removeAllCaptions(s, other));
  }
  expect(await own(house, ben)).toMatchObject({ count: 0, card: null });
  for (const brand of [ploy, anan]) {
    expect(code(await myVoice(s, brand, all))).toBe('not-found');
    expect(code(await addCaptions(s, brand, { text: five }))).toBe('not-allowed');
    expect(code(await takePublished(s, brand))).toBe('not-allowed');
    expect(code(await showVoice(s, brand, { shown: true }))).toBe('not-allowed');
  }
  expect((await own(house, mali)).count).toBe(5);
});

test('the brand is given the card only while the creator shows it, and never a caption', async () => {
  const house = await openPostHouse();
  const { s, mali, ben, ploy, anan } = house;
  const draftId = house.drafts.mali;
  value(await addCaptions(s, mali, { text: five }));
  value(await openDoor(s, mali, { draftId }));
  const seen = async (who: PostHouse['ploy']) => value(await postVoice(s, who, { draftId }));

  expect(await seen(mali)).toMatchObject({ isOwn: true, card: { captions: 5 } });
  for (const brand of [ploy, anan]) expect(await seen(brand)).toEqual({ isOwn: false, card: null });
  value(await showVoice(s, mali, { shown: true }));
  for (const brand of [ploy, anan]) {
    expect(await seen(brand)).toMatchObject({ isOwn: false, card: { captions: 5 } });
    const told = [await seen(brand), value(await post(s, brand, { draftId }))];
    expect(JSON.stringify(told).toLowerCase()).not.toContain('secretplatform');
  }
  expect(code(await postVoice(s, ben, { draftId }))).toBe('not-found');
  value(await showVoice(s, mali, { shown: false }));
  expect(await seen(ploy)).toEqual({ isOwn: false, card: null });

  value(await showVoice(s, mali, { shown: true }));
  await s.db.update(briefCreator).set({ state: 'removed' }).where(eq(briefCreator.userId, 'mali'));
  expect(await seen(ploy)).toEqual({ isOwn: false, card: null });
});

test('open pages hear that a card changed, and of a card that is not shown only the creator', async () => {
  const house = await openPostHouse();
  const { s, mali, ploy, ben } = house;
  value(await openDoor(s, mali, { draftId: house.drafts.mali }));
  const hearers = async (change: () => Promise<unknown>) => {
    const before = (await eventsAfter(s.db, 0, 500)).length;
    await change();
    const heard = new Set<string>();
    for (const event of (await eventsAfter(s.db, 0, 500)).slice(before)) {
      for (const { userId } of [mali, ploy, ben]) {
        if (await mayHear(s.db, userId, event)) heard.add(userId);
      }
    }
    return [...heard].toSorted();
  };
  expect(await hearers(() => addCaptions(s, mali, { text: five }))).toEqual(['mali']);
  expect(await hearers(() => showVoice(s, mali, { shown: true }))).toEqual(['mali', 'ploy']);
  expect(await hearers(() => removeAllCaptions(s, mali))).toEqual(['mali', 'ploy']);
});

test('captions of posts published here can be taken over, once', async () => {
  const house = await openPostHouse();
  const { s, mali, ploy } = house;
  const draftId = house.drafts.mali;
  await write(house, mali, { draftId, text: '08.10 on the platform, and late' });
  const contentId = await seenId(house, draftId);
  const { approvalId } = value(await sendDraft(s, mali, { draftId, contentId, ready: false }));
  expect((await own(house, mali)).published).toBe(0);
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  value(await postIt(s, mali, { draftId, approvalId }));
  value(await recordPublished(s, mali, { draftId, url: 'https://www.instagram.com/p/abc123' }));
  expect((await own(house, mali)).published).toBe(1);
  expect(value(await takePublished(s, mali)).added).toBe(1);
  expect(await own(house, mali)).toMatchObject({
    published: 0,
    captions: [{ text: '08.10 on the platform, and late', origin: 'published' }],
  });
  expect(value(await takePublished(s, mali)).added).toBe(0);
});

test('what cannot be kept is refused with a reason', async () => {
  const { s, mali } = await openPostHouse();
  for (const text of ['', ' \n\n ']) {
    expect(await addCaptions(s, mali, { text })).toMatchObject({
      error: { code: 'bad-input', field: 'text' },
    });
  }
  const tooMuch = 'word '.repeat((maxCaptions * (maxCaptionLength + 10)) / 5 + 1);
  expect(code(await addCaptions(s, mali, { text: tooMuch }))).toBe('too-large');
  const block = 'word '.repeat(2000).trim();
  expect(value(await addCaptions(s, mali, { text: block }))).toEqual({
    added: 0,
    skipped: [{ text: block, why: 'long' }],
  });
});

test('two devices that paste the same at once keep it once', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  const both = await Promise.all([1, 2].map(() => addCaptions(s, mali, { text: five })));
  expect(new Set(both.map((one) => value(one).added))).toEqual(new Set([0, 5]));
  expect((await own(house, mali)).card?.captions).toBe(5);
});

test('a card and features that an older version counted are counted anew', async () => {
  const house = await openPostHouse();
  const { s, mali } = house;
  value(await addCaptions(s, mali, { text: five }));
  const card = (await own(house, mali)).card;
  const old = { ...featuresOf('not these words'), version: 0 };
  await s.db.update(voiceCaption).set({ features: old });
  await s.db.update(voice).set({ card: card && { ...card, version: 0, captions: 99 } });
  expect((await own(house, mali)).card).toEqual(card);
});

test('captions go with the person they belong to', async () => {
  const { s, mali } = await openPostHouse();
  value(await addCaptions(s, mali, { text: five }));
  expect(await voiceCaptionsOf(s.db, mali.userId)).toHaveLength(5);
  await s.db.delete(draft).where(eq(draft.creatorId, mali.userId));
  await s.db.delete(user).where(eq(user.id, mali.userId));
  expect(await voiceCaptionsOf(s.db, mali.userId)).toEqual([]);
});
