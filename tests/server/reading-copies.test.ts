import { describe, expect, test } from 'vitest';
import { eventsAfter } from '#db/events.ts';
import { addMember } from '#db/members.ts';
import { createPerson } from '#db/people.ts';
import { approveDraft, postIt } from '#server/commands/decisions.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { removeReadingCopy, writeReadingCopy } from '#server/commands/reading-copies.ts';
import { mayHear } from '#server/live.ts';
import { judgeProof } from '#server/proofs.ts';
import { type OpenPost, post, postProof } from '#server/views/drafts.ts';
import { takePost } from '#server/views/take-post.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const thai = 'ทาซ้ำได้จริงทุกวัน';
const english = 'You can really put it on again, every day.';

async function send(house: PostHouse, draftId: string): Promise<void> {
  const contentId = await seenId(house, draftId);
  value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }));
}

async function openSent() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: thai });
  value(await openDoor(house.s, house.mali, { draftId }));
  await send(house, draftId);
  const page = await pageOf(house, house.ploy, draftId);
  const versionId = page.sent?.id ?? '';
  const copy = { draftId, versionId, language: 'en' as const, texts: { caption: english } };
  return { ...house, draftId, versionId, copy };
}

async function pageOf({ s }: PostHouse, actor: Actor, draftId: string): Promise<OpenPost> {
  const page = value(await post(s, actor, { draftId }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

describe('a reading copy', () => {
  test('is written by either side, each their own, and seen by both', async () => {
    const house = await openSent();
    const { s, anan, mali, draftId, copy } = house;
    value(await writeReadingCopy(s, anan, copy));
    value(await writeReadingCopy(s, mali, { ...copy, texts: { caption: 'Again. Really.' } }));
    value(await writeReadingCopy(s, anan, { ...copy, texts: { caption: `${english} Yes.` } }));
    for (const actor of [anan, mali]) {
      expect((await pageOf(house, actor, draftId)).readingCopies).toMatchObject([
        {
          n: 1,
          language: 'en',
          texts: { caption: `${english} Yes.` },
          author: { name: 'Anan', side: 'brand', self: actor === anan },
          edited: true,
        },
        { texts: { caption: 'Again. Really.' }, author: { side: 'creator', self: actor === mali } },
      ]);
    }
    value(await removeReadingCopy(s, anan, copy));
    expect((await pageOf(house, mali, draftId)).readingCopies).toHaveLength(1);
  });

  test('is never part of the post: no id, approval or proof knows of it', async () => {
    const house = await openSent();
    const { s, ploy, mali, draftId, copy } = house;
    const before = await seenId(house, draftId);
    const approvalId = (await pageOf(house, ploy, draftId)).sent?.approvalId ?? '';
    value(await writeReadingCopy(s, ploy, copy));
    expect(await seenId(house, draftId)).toBe(before);
    value(await approveDraft(s, ploy, { draftId, approvalId }));
    value(await postIt(s, mali, { draftId, approvalId }));
    value(await writeReadingCopy(s, mali, copy));
    const { text } = value(await postProof(s, mali, { draftId }));
    expect(text).not.toContain(english);
    expect(await judgeProof(s, text)).toMatchObject({ valid: true, standing: 'current' });
    const taken = async (what: string) =>
      new TextDecoder().decode(
        value(await takePost(s, mali, { draftId, what, format: 'md' })).bytes,
      );
    expect(await taken('now')).not.toContain(english);
    expect(await taken('v1')).toContain(
      `## Reading copy in English by Ploy\n\nTo read along. Never part of the post`,
    );
  });

  test('says whose text it translates, so that a page can tell when it is out of date', async () => {
    const house = await openSent();
    const { s, ploy, mali, draftId, copy } = house;
    value(await writeReadingCopy(s, ploy, copy));
    const [first] = (await pageOf(house, mali, draftId)).readingCopies;
    expect(first?.contentId).toBe(await seenId(house, draftId));
    await write(house, mali, { draftId, text: 'one line more' });
    expect(first?.contentId).not.toBe(await seenId(house, draftId));
    await send(house, draftId);
    const page = await pageOf(house, ploy, draftId);
    expect(page.readingCopies).toMatchObject([{ n: 1, texts: { caption: english } }]);
    // Written for the new version, it takes the place of its author's older one.
    const versionId = page.sent?.id ?? '';
    value(await writeReadingCopy(s, ploy, { ...copy, versionId }));
    expect((await pageOf(house, ploy, draftId)).readingCopies).toMatchObject([{ n: 2 }]);
  });

  test('is refused to other creators, viewers, other versions and empty texts', async () => {
    const house = await openSent();
    const { s, ploy, ben, anan, draftId, copy } = house;
    expect(code(await writeReadingCopy(s, ben, copy))).toBe('not-found');
    const viewer = { ...anan, userId: 'tam', name: 'Tam' };
    await s.db.transaction(async (tx) => {
      const at = s.now();
      await createPerson(tx, { id: 'tam', name: 'Tam', kind: 'brand', locale: 'en', at });
      await addMember(tx, {
        workspaceId: 'rimdaet',
        userId: 'tam',
        role: 'viewer',
        createdAt: at,
      });
    });
    expect((await pageOf(house, viewer, draftId)).may.readingCopy).toBe(false);
    expect(code(await writeReadingCopy(s, viewer, copy))).toBe('not-allowed');
    expect(code(await writeReadingCopy(s, ploy, { ...copy, versionId: 'other' }))).toBe(
      'not-found',
    );
    expect(code(await writeReadingCopy(s, ploy, { ...copy, texts: { caption: ' ' } }))).toBe(
      'bad-input',
    );
    const other = { ...copy, language: 'klingon' as 'en' };
    expect(code(await writeReadingCopy(s, ploy, other))).toBe('bad-input');
    expect((await pageOf(house, ploy, draftId)).readingCopies).toEqual([]);
  });

  test('is told to both sides of the post and to no other creator', async () => {
    const { s, ploy, copy } = await openSent();
    value(await writeReadingCopy(s, ploy, copy));
    const told = (await eventsAfter(s.db, 0, 100)).filter(
      ({ kind }) => kind === 'draft.reading-copy',
    );
    expect(told).toHaveLength(1);
    for (const event of told) {
      expect(await mayHear(s.db, 'mali', event)).toBe(true);
      expect(await mayHear(s.db, 'ploy', event)).toBe(true);
      expect(await mayHear(s.db, 'ben', event)).toBe(false);
    }
  });
});
