import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { creatorPlace } from '#db/creators.ts';
import { decisionsOfDraft } from '#db/decisions.ts';
import { addFile } from '#db/files.ts';
import { inboxOf } from '#db/inbox.ts';
import { personById } from '#db/people.ts';
import { document } from '#db/schema/documents.ts';
import { decision, draftVersion } from '#db/schema/drafts.ts';
import { importedPost, postImport, shownTo } from '#db/schema/roster.ts';
import { approveDraft, postIt } from '#server/commands/decisions.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { askToErase, eraseOwnImports, keepAccount } from '#server/commands/erasure.ts';
import { addCaptions } from '#server/commands/voice.ts';
import { eraseDue } from '#server/erasing-people.ts';
import { judgeProof } from '#server/proofs.ts';
import { post, postProof } from '#server/views/drafts.ts';
import { ownData, takeOwnData } from '#server/views/own-data.ts';
import { noticeDays } from '#shared/erasure.ts';
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

const dayMs = 86_400_000;
const later = ({ s }: PostHouse, days: number) => ({
  ...s,
  now: () => new Date(s.now().getTime() + days * dayMs),
});

/** Both keys on Mali's post; Ben only began his. */
async function signed() {
  const house = await openPostHouse();
  const { s, ploy, mali, ben, drafts } = house;
  await write(house, mali, { draftId: drafts.mali, text: '08.10 บีทีเอสอโศก' });
  value(await openDoor(s, mali, { draftId: drafts.mali }));
  const contentId = await seenId(house, drafts.mali);
  const sent = { draftId: drafts.mali, contentId, ready: false };
  const { approvalId } = value(await sendDraft(s, mali, sent));
  const key = { draftId: drafts.mali, approvalId };
  value(await approveDraft(s, ploy, key));
  value(await postIt(s, mali, key));
  await write(house, ben, { draftId: drafts.ben, text: 'burned ear' });
  return house;
}

async function plantImport({ s }: PostHouse, { userId }: Actor) {
  const at = s.now();
  const nothing = { likes: 3, comments: 0, saves: null, shares: null, views: null, reach: 90 };
  await s.db.transaction(async (tx) => {
    await tx.insert(postImport).values({
      id: `import-${userId}`,
      userId,
      format: 'instagram',
      fileName: 'posts.json',
      posts: 1,
      added: 1,
      skipped: [],
      at,
    });
    await tx.insert(importedPost).values({
      ...nothing,
      id: `post-${userId}`,
      userId,
      importId: `import-${userId}`,
      platform: 'instagram',
      key: '1',
      publishedAt: at,
      kind: 'photo',
      caption: 'my own words',
    });
    await tx.insert(shownTo).values({ userId, workspaceId: 'rimdaet', what: 'posts', at });
  });
}

test('imported figures are erased at once, and nothing else with them', async () => {
  const house = await signed();
  const { s, mali, ben } = house;
  await plantImport(house, mali);
  await plantImport(house, ben);
  value(await eraseOwnImports(s, mali));
  expect(await s.db.select().from(importedPost)).toMatchObject([{ userId: ben.userId }]);
  expect(await s.db.select().from(shownTo)).toMatchObject([{ userId: ben.userId }]);
  expect(value(await ownData(s, mali)).counts).toMatchObject({ imports: 0, posts: 0, drafts: 1 });
});

test('erasing an account tells the brand’s leads first, and waits a week', async () => {
  const house = await signed();
  const { s, ploy, mali } = house;
  value(await askToErase(s, mali, {}));
  const told = await inboxOf(s.db, ploy.userId, 9);
  expect(told.find(({ kind }) => kind === 'erasure-asked')?.body).toEqual({ n: noticeDays });
  await eraseDue(later(house, noticeDays - 1));
  expect((await personById(s.db, mali.userId))?.name).toBe(mali.name);
  value(await keepAccount(s, mali));
  await eraseDue(later(house, noticeDays + 1));
  expect((await personById(s.db, mali.userId))?.name).toBe(mali.name);
  expect((await inboxOf(s.db, ploy.userId, 9)).map(({ kind }) => kind)).toContain('erasure-kept');
});

test('what was signed stays and proves; the name is left in the proof alone', async () => {
  const house = await signed();
  const { s, ploy, mali, drafts } = house;
  const proof = value(await postProof(s, ploy, { draftId: drafts.mali }));
  value(await askToErase(s, mali, {}));
  await eraseDue(later(house, noticeDays + 1));
  expect(await judgeProof(s, proof.text)).toMatchObject({ valid: true });
  expect(proof.text).toContain(mali.name);
  const versions = await s.db.select().from(draftVersion);
  expect(JSON.stringify(versions)).toContain('บีทีเอสอโศก');
  const decisions = await decisionsOfDraft(s.db, drafts.mali);
  expect(decisions.map(({ userName }) => userName)).not.toContain(mali.name);
  expect(decisions.map(({ event }) => event)).toEqual([
    'open-door',
    'send',
    'approve',
    'post-it',
    'withdraw',
  ]);
  const page = value(await post(s, ploy, { draftId: drafts.mali }));
  expect(JSON.stringify(page)).not.toContain(mali.name);
  expect((await personById(s.db, mali.userId))?.name).toMatch(/^Creator /);
});

test('what was never sent is gone, words and files, and so is every way in', async () => {
  const house = await signed();
  const { s, ben, briefId, drafts } = house;
  const hash = 'ab'.repeat(32);
  await s.storage.put(hash, Buffer.from('picture'));
  const file = { id: 'picture', draftId: drafts.ben, hash, mime: 'image/png', size: 7 };
  const about = { width: 1, height: 1, name: 'ear.png', uploadedBy: ben.userId };
  await addFile(s.db, { ...file, ...about, createdAt: s.now() });
  await plantImport(house, ben);
  value(await addCaptions(s, ben, { text: 'one two three four five' }));
  value(await askToErase(s, ben, {}));
  await eraseDue(later(house, noticeDays + 1));
  const names = (await s.db.select().from(document)).map(({ name }) => name);
  expect(names).not.toContain(draftDocument(drafts.ben));
  expect(names).toContain(draftDocument(drafts.mali));
  expect(await s.storage.size(hash)).toBeNull();
  expect(await s.db.select().from(importedPost)).toEqual([]);
  const place = await creatorPlace(s.db, { briefId, userId: ben.userId });
  expect(place).toMatchObject({ state: 'removed', handle: '', phone: '' });
  expect(await s.auth.actorOf(new Headers({ cookie: 'x' }))).toBeNull();
  expect((await decisionsOfDraft(s.db, drafts.ben)).at(-1)?.event).toBe('withdraw');
});

test('erasing again, or after it was cut off, changes nothing more', async () => {
  const house = await signed();
  const { s, mali } = house;
  value(await askToErase(s, mali, {}));
  await eraseDue(later(house, noticeDays + 1));
  const before = await s.db.select().from(decision);
  await eraseDue(later(house, noticeDays + 2));
  expect(await s.db.select().from(decision)).toEqual(before);
});

test('nobody of the brand erases or takes a creator’s data, and a decision is still append-only', async () => {
  const { s, ploy } = await signed();
  expect(code(await askToErase(s, ploy, {}))).toBe('not-allowed');
  expect(code(await eraseOwnImports(s, ploy))).toBe('not-allowed');
  expect(code(await takeOwnData(s, ploy))).toBe('not-found');
  await expect(s.db.update(decision).set({ event: 'approve' })).rejects.toThrow('Failed query');
  await expect(s.db.update(decision).set({ at: new Date(0) })).rejects.toThrow('Failed query');
});

test('everything of a creator’s own goes with them in one archive', async () => {
  const house = await signed();
  const { s, mali, ben, drafts } = house;
  const hash = 'cd'.repeat(32);
  await s.storage.put(hash, Buffer.from('the bytes of a picture'));
  const file = { id: 'picture', draftId: drafts.mali, hash, mime: 'image/png', size: 22 };
  const about = { width: 1, height: 1, name: 'หน้าลิฟต์.png', uploadedBy: mali.userId };
  await addFile(s.db, { ...file, ...about, createdAt: s.now() });
  await plantImport(house, mali);
  await plantImport(house, ben);
  const { body } = value(await takeOwnData(s, mali));
  const files = unzipSync(await buffer(body));
  const names = Object.keys(files);
  const all = Object.values(files).map((bytes) => strFromU8(bytes));
  expect(names).toEqual(expect.arrayContaining(['README.txt', 'account.json', 'posts.json']));
  expect(names.some((name) => name.endsWith('หน้าลิฟต์.png'))).toBe(true);
  expect(all.join('\n')).toContain('08.10 บีทีเอสอโศก');
  expect(all).toContain('the bytes of a picture');
  expect(names.filter((name) => name.startsWith('proofs/'))).toHaveLength(1);
  expect(all.join('\n')).not.toContain(ben.userId);
});
