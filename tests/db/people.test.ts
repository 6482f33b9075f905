import { expect, test } from 'vitest';
import { consumeLink, createLink, linkByHash, revokeOpenLinks } from '#db/links.ts';
import { removeMember } from '#db/members.ts';
import { createNotice } from '#db/notices.ts';
import { isClaimed, personById, setPassword, updatePerson } from '#db/people.ts';
import { briefMember } from '#db/schema/campaign.ts';
import { account, notice } from '#db/schema/people.ts';
import { takeTry } from '#db/tries.ts';
import { openDoors, seedBrief } from '#tests/support/doors.ts';

const at = new Date(1_000_000);
const later = new Date(2_000_000);

async function seeded() {
  const doors = await openDoors();
  await seedBrief(doors);
  return doors.s.db;
}

test('a link is used up once, and a used one cannot be taken back', async () => {
  const db = await seeded();
  const row = { id: 'l', secretHash: 'h', purpose: 'sign-in', userId: 'mali' } as const;
  await createLink(db, { ...row, createdAt: at, expiresAt: later });
  const used = await db.transaction(async (tx) => [
    await consumeLink(tx, 'l', at),
    await consumeLink(tx, 'l', at),
  ]);
  expect(used).toEqual([true, false]);
  await revokeOpenLinks(db, { purposes: ['sign-in'], userId: 'mali' }, at);
  expect(await linkByHash(db, 'h')).toMatchObject({ usedAt: at, revokedAt: null });
});

test('a link that has expired or was taken back is not used up', async () => {
  const db = await seeded();
  const row = { purpose: 'sign-in', userId: 'mali', createdAt: at } as const;
  await createLink(db, { ...row, id: 'old', secretHash: 'a', expiresAt: at });
  await createLink(db, { ...row, id: 'back', secretHash: 'b', expiresAt: later });
  await revokeOpenLinks(db, { purposes: ['sign-in'] }, at);
  const used = await db.transaction(async (tx) => [
    await consumeLink(tx, 'old', at),
    await consumeLink(tx, 'back', at),
  ]);
  expect(used).toEqual([false, false]);
});

test('tries fill a window and are free again when it is over', async () => {
  const db = await seeded();
  const limit = { max: 2, windowMs: 1000 };
  const tryAt = (ms: number) =>
    db.transaction((tx) => takeTry(tx, 'door', { ...limit, at: new Date(ms) }));
  expect([await tryAt(0), await tryAt(500), await tryAt(999)]).toEqual([true, true, false]);
  expect(await tryAt(1000)).toBe(true);
});

test('an account is claimed by a password or a confirmed address, not by an unconfirmed one', async () => {
  const db = await seeded();
  const claimed = async () => {
    const mali = await personById(db, 'mali');
    return mali && isClaimed(db, mali);
  };
  expect(await claimed()).toBe(false);
  await updatePerson(db, 'mali', { email: 'mali@example.com', updatedAt: at });
  expect(await claimed()).toBe(false);
  await updatePerson(db, 'mali', { emailVerified: true, updatedAt: at });
  expect(await claimed()).toBe(true);
  await updatePerson(db, 'mali', { emailVerified: false, updatedAt: at });
  await db.transaction((tx) => setPassword(tx, { id: 'p', userId: 'mali', hash: 'h', at }));
  expect(await claimed()).toBe(true);
});

test('a second password replaces the first', async () => {
  const db = await seeded();
  for (const hash of ['one', 'two']) {
    await db.transaction((tx) => setPassword(tx, { id: hash, userId: 'mali', hash, at }));
  }
  const rows = await db.select().from(account);
  expect(rows.filter((row) => row.userId === 'mali')).toMatchObject([{ password: 'two' }]);
});

test('who leaves the workspace leaves its briefs', async () => {
  const db = await seeded();
  const whom = { workspaceId: 'rimdaet', userId: 'ploy' };
  expect(await db.transaction((tx) => removeMember(tx, whom))).toBe(true);
  expect(await db.select().from(briefMember)).toEqual([]);
});

test('a secret notice is kept without its words', async () => {
  const db = await seeded();
  const row = { workspaceId: 'rimdaet', toUserId: 'ploy', toEmail: null, subject: 'A way in' };
  await createNotice(db, { ...row, id: 'n', body: 'https://…', secret: true, createdAt: at });
  expect(await db.select().from(notice)).toMatchObject([{ body: '', secret: true }]);
});
