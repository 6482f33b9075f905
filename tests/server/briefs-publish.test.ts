import { digest } from 'lib0/hash/sha256';
import { expect, test } from 'vitest';
import { latestVersion, versionsOf } from '#db/guidelines-versions.ts';
import { publishGuidelines } from '#server/commands/guidelines.ts';
import { acceptOffer, agreeVersion } from '#server/commands/offers.ts';
import { invitePage } from '#server/views/creators.ts';
import { versionPage } from '#server/views/guidelines.ts';
import { guidelinesHash } from '#shared/content-id.ts';
import { filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const other = { ...filled, core: { en: 'Another message', th: 'ข้อความอื่น' } };

test('the same guidelines freeze under the same hash, other ones under another', async () => {
  const house = await openBriefing();
  await house.write(filled);
  const first = await house.publish();
  await house.write(other);
  const second = await house.publish();
  await house.write(filled);
  const third = await house.publish();
  expect([first.n, second.n, third.n]).toEqual([1, 2, 3]);
  expect(second.hash).not.toBe(first.hash);
  expect(third.hash).toBe(first.hash);
});

test('the hash of a version can be taken again from the content it froze', async () => {
  const house = await openBriefing();
  await house.write(filled);
  const { hash } = await house.publish();
  const row = await latestVersion(house.s.db, house.briefId);
  expect(guidelinesHash(row?.content, digest)).toBe(hash);
});

test('guidelines with something missing are not published', async () => {
  const { s, briefId, people } = await openBriefing();
  const empty = await publishGuidelines(s, people.ploy, { briefId, change: 'first', note: '' });
  expect(empty).toMatchObject({ ok: false, error: { code: 'not-now', field: 'guidelines' } });
});

test('publishing what is published already is refused in words of its own', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  await house.publish();
  const again = await publishGuidelines(s, people.ploy, { briefId, change: 'wording', note: '' });
  expect(again).toMatchObject({ ok: false, error: { code: 'not-now', field: 'unchanged' } });
});

test('only what the lead had on screen is published', async () => {
  const house = await openBriefing();
  const { s, briefId, people } = house;
  await house.write(filled);
  const { hash: seen } = await house.publish();
  await house.write(other);
  const late = { briefId, change: 'wording' as const, note: '', seen };
  expect(await publishGuidelines(s, people.ploy, late)).toMatchObject({
    error: { code: 'content-changed' },
  });
  expect(await versionsOf(s.db, briefId)).toHaveLength(1);
});

test('a version says what changed since the one before', async () => {
  const house = await openBriefing();
  await house.write(filled);
  await house.publish();
  await house.write(other);
  await house.publish();
  const { s, briefId, people } = house;
  const page = value(await versionPage(s, people.anan, { briefId, n: 2 }));
  expect(page.changes.map((change) => change.field)).toEqual(['core']);
});

test('a creator agrees to the newest version by its hash and to no other', async () => {
  const house = await openBriefing();
  const { s, briefId } = house;
  const mali = await house.invite('mali');
  expect(await acceptOffer(s, mali, { briefId, n: 1, hash: '' })).toMatchObject({
    error: { code: 'not-published' },
  });
  await house.write(filled);
  const first = await house.publish();
  await house.write(other);
  const second = await house.publish();
  expect(await acceptOffer(s, mali, { briefId, ...first })).toMatchObject({
    error: { code: 'content-changed' },
  });
  await house.accept(mali, second);
});

test('what matters is agreed to again, wording alone is only shown', async () => {
  const house = await openBriefing();
  const { s, briefId } = house;
  const mali = await house.invite('mali');
  const agreement = async () => {
    const page = value(await invitePage(s, mali, { briefId }));
    return page.phase === 'asked' ? page.guidelines?.agreement : null;
  };
  await house.write(filled);
  await house.accept(mali, await house.publish());
  expect(await agreement()).toBe('current');
  await house.write(other);
  await house.publish('wording');
  expect(await agreement()).toBe('wording');
  await house.write(filled);
  const third = await house.publish('matters');
  expect(await agreement()).toBe('again');
  value(await agreeVersion(s, mali, { briefId, ...third }));
  expect(await agreement()).toBe('current');
});
