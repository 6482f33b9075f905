import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addFile,
  countFiles,
  type FileRow,
  fileOfDraft,
  filesByHash,
  filesOfDraft,
} from '#db/files.ts';
import { type MediaHouse, openMediaHouse } from '#tests/support/media-house.ts';

let house: MediaHouse;
beforeEach(async () => {
  house = await openMediaHouse();
});
afterEach(() => house.close());

const row = (id: string, draftId: string, hash = 'a'.repeat(64)): FileRow => ({
  id,
  draftId,
  hash,
  mime: 'image/jpeg',
  size: 10,
  width: 2,
  height: null,
  name: 'ทะเล 🌊.jpg',
  uploadedBy: 'mali',
  createdAt: new Date(1_000),
});

test('a file is found by its draft and by its bytes', async () => {
  await addFile(house.db, row('1', 'draft-mali'));
  await addFile(house.db, row('2', 'draft-ben'));
  const hash = 'a'.repeat(64);
  expect(await fileOfDraft(house.db, { draftId: 'draft-mali', hash })).toEqual(
    row('1', 'draft-mali'),
  );
  expect((await filesByHash(house.db, hash)).map(({ draftId }) => draftId)).toEqual([
    'draft-mali',
    'draft-ben',
  ]);
  expect(await fileOfDraft(house.db, { draftId: 'draft-mali', hash: 'b'.repeat(64) })).toBeNull();
});

test('the same bytes twice in one draft are one file, under the first name', async () => {
  await addFile(house.db, row('1', 'draft-mali'));
  await addFile(house.db, { ...row('2', 'draft-mali'), name: 'again.jpg' });
  expect(await filesOfDraft(house.db, 'draft-mali')).toEqual([row('1', 'draft-mali')]);
  expect(await countFiles(house.db, 'draft-mali')).toBe(1);
  expect(await countFiles(house.db, 'draft-ben')).toBe(0);
});
