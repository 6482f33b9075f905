import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { databaseError } from '#db/errors.ts';
import { checkpointsOf } from '#db/checkpoints.ts';
import { documentClient } from '#db/schema/documents.ts';
import { draftCheckpoint } from '#db/schema/drafts.ts';
import { approveDraft } from '#server/commands/decisions.ts';
import { closeDoor, openDoor, sendDraft } from '#server/commands/drafts.ts';
import { keepDraftVersion } from '#server/commands/versions.ts';
import { keepQuietDrafts, quietMs } from '#server/versions.ts';
import { draftVersions } from '#server/views/versions.ts';
import { normalFormId } from '#shared/content-id.ts';
import type { Actor } from '#shared/roles.ts';
import { sha256 } from '#server/drafts.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

/** As the sweep finds the house that much later. */
function after(ms: number, { s }: PostHouse) {
  const now = () => new Date(s.now().getTime() + ms);
  return keepQuietDrafts({ ...s, now });
}

async function versionsOf({ s }: PostHouse, who: Actor, draftId: string) {
  const page = value(await draftVersions(s, who, { draftId }));
  return page.moments.map(({ reasons }) => reasons.map((one) => one.kind).join('+'));
}

async function send(house: PostHouse, draftId: string) {
  const contentId = await seenId(house, draftId);
  return value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }));
}

describe('a version is kept by itself', () => {
  test('once nobody has written for ten minutes, with exactly what the draft says', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: '08.10 บีทีเอสอโศก ☀️' });
    await after(quietMs - 60_000, house);
    expect(await checkpointsOf(house.s.db, draftId)).toEqual([]);
    await after(quietMs + 60_000, house);
    const [kept, ...more] = await checkpointsOf(house.s.db, draftId);
    expect(more).toEqual([]);
    const id = await seenId(house, draftId);
    expect(kept).toMatchObject({ name: null, contentId: id, open: false });
    expect(kept && normalFormId(kept.parts, sha256)).toBe(id);
    expect(kept?.authorship).toMatchObject([{ part: 'caption', userId: 'mali', origin: 'typed' }]);
    // The draft nobody wrote in has none.
    expect(await checkpointsOf(house.s.db, house.drafts.ben)).toEqual([]);
  });

  test('once for the same content, also where that was sent', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'One' });
    await after(2 * quietMs, house);
    await after(3 * quietMs, house);
    expect(await versionsOf(house, house.mali, draftId)).toEqual(['quiet']);
    await write(house, house.mali, { draftId, text: 'Two' });
    await send(house, draftId);
    await after(4 * quietMs, house);
    expect(await versionsOf(house, house.mali, draftId)).toEqual(['sent', 'quiet']);
    expect(await checkpointsOf(house.s.db, draftId)).toHaveLength(1);
  });

  test('and can never be rewritten', async () => {
    const house = await openPostHouse();
    const draftId = house.drafts.mali;
    await write(house, house.mali, { draftId, text: 'As it was' });
    await after(2 * quietMs, house);
    const change = house.s.db.transaction((tx) =>
      tx.update(draftCheckpoint).set({ parts: sql`'{}'` }),
    );
    expect(await change.catch(databaseError)).toMatchObject({ kind: 'frozen' });
  });
});

describe('a version under a name', () => {
  test('is the one that was seen, and names what was kept already', async () => {
    const house = await openPostHouse();
    const { s, mali } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Before the shoot' });
    await after(2 * quietMs, house);
    const contentId = await seenId(house, draftId);
    value(await keepDraftVersion(s, mali, { draftId, contentId, name: ' before the shoot ' }));
    expect(await versionsOf(house, mali, draftId)).toEqual(['named']);
    expect(await checkpointsOf(s.db, draftId)).toMatchObject([{ name: 'before the shoot' }]);
    await write(house, mali, { draftId, text: 'After' });
    const stale = keepDraftVersion(s, mali, { draftId, contentId, name: 'stale' });
    expect(code(await stale)).toBe('content-changed');
  });

  test('is the creator’s to give, and nobody else’s', async () => {
    const house = await openPostHouse();
    const { s, mali, ploy, ben } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Mine' });
    value(await openDoor(s, mali, { draftId }));
    const input = { draftId, contentId: await seenId(house, draftId), name: 'x' };
    expect(code(await keepDraftVersion(s, ploy, input))).toBe('not-allowed');
    expect(code(await keepDraftVersion(s, ben, input))).toBe('not-found');
    const long = { ...input, name: 'x'.repeat(81) };
    expect(code(await keepDraftVersion(s, mali, long))).toBe('bad-input');
  });
});

describe('who reads versions', () => {
  test('what was kept behind a closed door stays the creator’s, also once it is open', async () => {
    const house = await openPostHouse();
    const { s, mali, ploy, ben } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Between me and me' });
    await after(2 * quietMs, house);
    expect(code(await draftVersions(s, ploy, { draftId }))).toBe('not-found');
    value(await openDoor(s, mali, { draftId }));
    expect(await versionsOf(house, ploy, draftId)).toEqual([]);
    await write(house, mali, { draftId, text: 'Read along' });
    await after(3 * quietMs, house);
    expect(await versionsOf(house, ploy, draftId)).toEqual(['quiet']);
    expect(await versionsOf(house, mali, draftId)).toEqual(['quiet', 'quiet']);
    const [closed] = await checkpointsOf(s.db, draftId);
    const asked = value(await draftVersions(s, ploy, { draftId, from: closed?.id ?? '' }));
    expect(asked.frozen.map(({ id }) => id)).not.toContain(closed?.id);
    value(await closeDoor(s, mali, { draftId }));
    expect(code(await draftVersions(s, ploy, { draftId }))).toBe('not-found');
    expect(code(await draftVersions(s, ben, { draftId }))).toBe('not-found');
  });

  test('a sent version says to both who sent, approved and wrote it', async () => {
    const house = await openPostHouse();
    const { s, mali, ploy } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Sent' });
    const sent = await send(house, draftId);
    value(await approveDraft(s, ploy, { draftId, approvalId: sent.approvalId }));
    const page = value(await draftVersions(s, ploy, { draftId }));
    expect(page.moments).toMatchObject([
      {
        reasons: [
          { kind: 'sent', n: 1, round: 1 },
          { kind: 'approve', name: 'Ploy' },
        ],
      },
    ]);
    expect(page.frozen[0]?.authorship).toMatchObject([{ side: 'creator', origin: 'typed' }]);
    expect(page.names).toMatchObject({ mali: 'มะลิ 🌸' });
    expect(page.may).toEqual({ write: false, restore: false });
  });

  test('words under an accepted suggestion’s client id are the brand’s', async () => {
    const house = await openPostHouse();
    const { s, mali } = house;
    const draftId = house.drafts.mali;
    await write(house, mali, { draftId, text: 'Mine ' });
    await write(house, mali, { draftId, text: 'Theirs' });
    const page = value(await draftVersions(s, mali, { draftId }));
    const last = page.writers.at(-1)?.[0] ?? 0;
    await s.db.transaction((tx) =>
      tx
        .update(documentClient)
        .set({ suggestionId: 'suggestion1' })
        .where(sql`client_id = ${last}`),
    );
    await send(house, draftId);
    const read = value(await draftVersions(s, mali, { draftId }));
    const sides = read.frozen[0]?.authorship.map(({ side, origin }) => `${side} ${origin}`);
    expect(sides?.toSorted()).toEqual(['brand accepted', 'creator typed']);
  });
});
