import { expect, test } from 'vitest';
import { approveDraft } from '#server/commands/decisions.ts';
import { recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { keepLiveCaption, recordFigures } from '#server/commands/live-posts.ts';
import { goRound } from '#server/rounds.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
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

const at = (wall: string) => Date.parse(`${wall}+07:00`);
const approved = '#โฆษณา แดดส่องหน้าซีกซ้าย ทาซ้ำทุก 2 ชั่วโมง';

/** Mali's post went live on the 24th; the test sets the clock. */
async function liveHouse() {
  const house = await openPostHouse();
  const { s, mali, ploy, drafts } = house;
  const clock = { now: at('2026-11-24T18:00') };
  s.now = () => new Date((clock.now += 1));
  const draftId = drafts.mali;
  await write(house, mali, { draftId, text: approved });
  const contentId = await seenId(house, draftId);
  const { approvalId } = value(await sendDraft(s, mali, { draftId, contentId, ready: true }));
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  return { ...house, draftId, clock };
}
type LiveHouse = Awaited<ReturnType<typeof liveHouse>>;

async function publish({ s, mali, draftId }: LiveHouse) {
  value(await recordPublished(s, mali, { draftId, url: 'https://www.instagram.com/p/abc' }));
}

async function liveOf({ s, drafts }: PostHouse, who: Actor) {
  const page = value(await post(s, who, { draftId: drafts.mali })) as OpenPost;
  return page.live;
}

const toldTo = async ({ s }: PostHouse, who: Actor) =>
  value(await inbox(s, who)).groups.flatMap(({ rows }) => rows.map((row) => row.sentence));

const numbers = { reach: '12,400', likes: '1.2K', comments: '๓๔', saves: '' };

test('as approved is said to both, and tells nobody anything', async () => {
  const house = await liveHouse();
  await publish(house);
  const { s, mali, ploy, draftId } = house;
  const before = await toldTo(house, ploy);
  const live = `${approved.replaceAll(' ', '\u00a0')} \r\n\u200b`;
  expect(value(await keepLiveCaption(s, mali, { draftId, caption: live })).asApproved).toBe(true);
  for (const who of [mali, ploy]) {
    expect(await liveOf(house, who)).toMatchObject({ caption: { asApproved: true, runs: [] } });
  }
  expect(await toldTo(house, ploy)).toEqual(before);
});

test('a difference is shown to both and told to the leads, and nothing is undone', async () => {
  const house = await liveHouse();
  await publish(house);
  const { s, mali, ploy, draftId } = house;
  const caption = approved.replace('2', '3');
  expect(value(await keepLiveCaption(s, mali, { draftId, caption })).asApproved).toBe(false);
  for (const who of [mali, ploy, house.anan]) {
    const runs = (await liveOf(house, who))?.caption?.runs.filter(({ kind }) => kind !== 'same');
    expect(runs).toEqual([
      { kind: 'removed', text: '2' },
      { kind: 'added', text: '3' },
    ]);
  }
  const page = value(await post(s, ploy, { draftId })) as OpenPost;
  expect(page).toMatchObject({ status: 'published', keys: { brand: {}, creator: {} } });
  expect((await toldTo(house, ploy))[0]).toBe(
    'What มะลิ 🌸 posted reads a little differently from what was approved',
  );
  // Corrected in the app and pasted again, the last one stands.
  value(await keepLiveCaption(s, mali, { draftId, caption: approved }));
  expect((await liveOf(house, ploy))?.caption?.asApproved).toBe(true);
});

test('before it is live there is nothing to compare or to count, and only its creator tells', async () => {
  const house = await liveHouse();
  const { s, mali, ploy, ben, draftId } = house;
  expect(code(await keepLiveCaption(s, mali, { draftId, caption: 'x' }))).toBe('not-now');
  expect(await liveOf(house, mali)).toBeNull();
  await publish(house);
  house.clock.now = at('2026-11-25T09:00');
  for (const [who, refusal] of [
    [ploy, 'not-allowed'],
    [ben, 'not-found'],
  ] as const) {
    expect(code(await keepLiveCaption(s, who, { draftId, caption: 'x' }))).toBe(refusal);
    expect(code(await recordFigures(s, who, { draftId, ...numbers }))).toBe(refusal);
  }
  expect(code(await keepLiveCaption(s, mali, { draftId, caption: ' \n ' }))).toBe('bad-input');
});

test('figures come from the next day on, in any notation, and can be changed', async () => {
  const house = await liveHouse();
  await publish(house);
  const { s, mali, ploy, draftId, clock } = house;
  expect(code(await recordFigures(s, mali, { draftId, ...numbers }))).toBe('not-now');
  clock.now = at('2026-11-25T00:00');
  value(await recordFigures(s, mali, { draftId, ...numbers }));
  const told = { reach: 12_400, likes: 1200, comments: 34, saves: null };
  expect(await liveOf(house, ploy)).toMatchObject({ figures: told });
  expect((await toldTo(house, ploy))[0]).toBe('มะลิ 🌸 told the first figures');
  value(await recordFigures(s, mali, { draftId, ...numbers, saves: '12' }));
  expect(await liveOf(house, ploy)).toMatchObject({ figures: { ...told, saves: 12 } });
  expect((await toldTo(house, ploy)).filter((one) => one.includes('figures'))).toHaveLength(1);
});

test('what cannot be read is named, what can hardly be is asked about, nothing is changed', async () => {
  const house = await liveHouse();
  await publish(house);
  house.clock.now = at('2026-11-25T09:00');
  const { s, mali, draftId } = house;
  const wrong = async (more: object) => {
    const told = await recordFigures(s, mali, { draftId, ...numbers, ...more });
    return told.ok ? 'told' : told.error.field;
  };
  expect(await wrong({ likes: '--' })).toBe('likes');
  expect(await wrong({ reach: '', likes: '', comments: ' ' })).toBe('figures');
  expect(await wrong({ screenshot: 'f'.repeat(64) })).toBe('screenshot');
  expect(await wrong({ likes: '20K' })).toBe('sure');
  expect((await liveOf(house, mali))?.figures).toBeNull();
  expect(await wrong({ likes: '20K', sure: true })).toBe('told');
  expect((await liveOf(house, mali))?.figures).toMatchObject({ reach: 12_400, likes: 20_000 });
});

test('the creator is asked for them once, the morning after, and not where they are there', async () => {
  const house = await liveHouse();
  await publish(house);
  const { s, mali, clock, draftId } = house;
  const asked = async (wall: string) => {
    clock.now = at(wall);
    await goRound(s);
    return (await toldTo(house, mali)).filter((one) => one.startsWith('How did it go?')).length;
  };
  expect(await asked('2026-11-25T08:00')).toBe(0);
  expect(await asked('2026-11-25T10:01')).toBe(1);
  expect(await asked('2026-11-26T10:01')).toBe(1);

  const other = await liveHouse();
  await publish(other);
  other.clock.now = at('2026-11-25T09:00');
  value(await recordFigures(other.s, other.mali, { draftId, ...numbers }));
  other.clock.now = at('2026-11-25T11:00');
  await goRound(other.s);
  const sentences = await toldTo(other, other.mali);
  expect(sentences.filter((one) => one.startsWith('How did it go?'))).toEqual([]);
});
