// A client's link: who makes one, what it shows and never shows, how long it lives, what is said.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addFile } from '#db/files.ts';
import { briefCreator } from '#db/schema/campaign.ts';
import { draftVersion } from '#db/schema/drafts.ts';
import { clientComment, clientLink } from '#db/schema/outside.ts';
import { inbox } from '#db/schema/telling.ts';
import { type Entrance, entranceFor } from '#server/auth/entrance.ts';
import { createClientFileHandler } from '#server/client-files.ts';
import { makeClientLink, revokeClientLink } from '#server/commands/client-links.ts';
import { approveDraft, askChanges, postIt } from '#server/commands/decisions.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { hashOf } from '#server/media.ts';
import { clientLinksPage } from '#server/views/client-links.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { partText } from '#shared/parts.ts';
import type { Actor } from '#shared/roles.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';

const clientOf = ({ s }: PostHouse, actor: Actor | null = null): Entrance =>
  entranceFor(s, { actor, headers: new Headers(), locale: 'en' });

async function linkTo(house: PostHouse, shows: 'approved' | 'sent' = 'sent'): Promise<string> {
  const { s, ploy, briefId } = house;
  const link = { briefId, name: 'Rimdaet HQ', shows, lasts: '2-weeks' } as const;
  const { url } = value(await makeClientLink(s, ploy, link));
  return new URL(url).pathname.replace('/client/', '');
}

async function send(house: PostHouse, who: 'mali' | 'ben', text: string) {
  const draftId = house.drafts[who];
  await write(house, house[who], { draftId, text });
  const contentId = await seenId(house, draftId);
  return value(await sendDraft(house.s, house[who], { draftId, contentId, ready: false }));
}

async function shown(house: PostHouse, secret: string) {
  return value(await clientOf(house).lookAsClient({ secret, upTo: 24 })).posts;
}

const said = (secret: string, post: { draftId: string; versionId: string; nextId: string }) => ({
  secret,
  draftId: post.draftId,
  versionId: post.versionId,
  id: post.nextId,
  body: 'Lovely.\nCould the case be seen?',
});

test('the lead and managers make links and take them back, nobody else', async () => {
  const house = await openPostHouse();
  const { s, ploy, nan, anan, mali, briefId } = house;
  const link = { briefId, name: 'HQ', shows: 'sent', lasts: '1-month' } as const;
  expect(code(await makeClientLink(s, anan, link))).toBe('not-allowed');
  expect(code(await makeClientLink(s, mali, link))).toBe('not-allowed');
  expect(code(await clientLinksPage(s, anan, { briefId }))).toBe('not-allowed');
  expect(code(await makeClientLink(s, ploy, { ...link, name: ' ' }))).toBe('bad-input');
  const { url, message } = value(await makeClientLink(s, nan, link));
  expect(message).toContain(url);
  const [row] = await s.db.select().from(clientLink);
  expect(JSON.stringify(row)).not.toContain(url.split('/').at(-1));
  const page = value(await clientLinksPage(s, ploy, { briefId }));
  expect(page.links).toMatchObject([{ name: 'HQ', maker: 'Nan', state: 'open', openedAt: null }]);
  const linkId = row?.id ?? '';
  expect(code(await revokeClientLink(s, mali, { briefId, linkId }))).toBe('not-allowed');
  value(await revokeClientLink(s, ploy, { briefId, linkId }));
  expect(code(await revokeClientLink(s, ploy, { briefId, linkId }))).toBe('not-found');
});

test('a client sees the version that was sent and never what is written since', async () => {
  const house = await openPostHouse();
  const secret = await linkTo(house);
  expect(await shown(house, secret)).toEqual([]);
  await send(house, 'mali', 'as it was sent');
  await write(house, house.mali, { draftId: house.drafts.mali, text: 'not for you yet' });
  await write(house, house.ben, { draftId: house.drafts.ben, text: 'behind a closed door' });
  const page = value(await clientOf(house).lookAsClient({ secret, upTo: 24 }));
  expect(page.posts).toHaveLength(1);
  expect(partText(page.posts[0]!.parts, 'caption').trim()).toBe('as it was sent');
  const all = JSON.stringify(page);
  for (const secretWords of ['not for you', 'closed door', '9 000', 'MALI15', 'Ben', 'fee']) {
    expect(all).not.toContain(secretWords);
  }
});

test('a link to approved posts shows them while the approval holds, with both keys and the proof', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali } = house;
  const draftId = house.drafts.mali;
  const secret = await linkTo(house, 'approved');
  const { approvalId } = await send(house, 'mali', 'first words');
  await send(house, 'ben', 'of Ben');
  expect(await shown(house, secret)).toEqual([]);
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  expect(await shown(house, secret)).toMatchObject([
    { state: 'approved', keys: { brand: { name: 'Ploy' }, creator: null }, hasProof: false },
  ]);
  const client = clientOf(house);
  expect(code(await client.proofForClient({ secret, draftId }))).toBe('not-found');
  value(await postIt(s, mali, { draftId, approvalId }));
  expect(await shown(house, secret)).toMatchObject([
    { state: 'both', keys: { creator: { name: 'มะลิ 🌸' } }, hasProof: true },
  ]);
  expect(value(await client.proofForClient({ secret, draftId })).text).toContain('first words');
  expect(code(await client.proofForClient({ secret, draftId: house.drafts.ben }))).toBe(
    'not-found',
  );
  await send(house, 'mali', 'second thoughts');
  expect(await shown(house, secret)).toEqual([]);
  expect(code(await client.proofForClient({ secret, draftId }))).toBe('not-found');
});

test('what the two sides still ask of each other is told as not approved yet', async () => {
  const house = await openPostHouse();
  const { approvalId } = await send(house, 'mali', 'words');
  const requests = [
    { body: 'A secret request', target: { kind: 'clause', field: 'core' } as const },
  ];
  const draftId = house.drafts.mali;
  value(await askChanges(house.s, house.ploy, { draftId, approvalId, requests }));
  const page = await shown(house, await linkTo(house));
  expect(page).toMatchObject([{ state: 'not-yet' }]);
  expect(JSON.stringify(page)).not.toContain('secret request');
});

test('the post of a creator who was let go is shown only if both had approved it', async () => {
  const house = await openPostHouse();
  const secret = await linkTo(house);
  const { approvalId } = await send(house, 'mali', 'words');
  const leave = () =>
    house.s.db.transaction(async (tx) => {
      await tx
        .update(briefCreator)
        .set({ state: 'removed' })
        .where(eq(briefCreator.userId, 'mali'));
    });
  const draftId = house.drafts.mali;
  value(await approveDraft(house.s, house.ploy, { draftId, approvalId }));
  await leave();
  expect(await shown(house, secret)).toEqual([]);
});

test('a comment is said once, reaches the brand side alone and is told in the inbox', async () => {
  const house = await openPostHouse();
  const { s, ploy, mali, anan } = house;
  const secret = await linkTo(house);
  await send(house, 'mali', 'words');
  const [first] = await shown(house, secret);
  const client = clientOf(house);
  value(await client.sayAsClient(said(secret, first!)));
  value(await client.sayAsClient(said(secret, first!)));
  expect(await s.db.select().from(clientComment)).toHaveLength(1);
  expect((await shown(house, secret))[0]?.comments).toMatchObject([
    { body: said(secret, first!).body },
  ]);
  const seenBy = async (who: Actor) => {
    const page = value(await post(s, who, { draftId: house.drafts.mali })) as OpenPost;
    return page.clientComments.map(({ name, n, body }) => ({ name, n, body }));
  };
  const told = [{ name: 'Rimdaet HQ', n: 1, body: 'Lovely.\nCould the case be seen?' }];
  expect(await seenBy(ploy)).toEqual(told);
  expect(await seenBy(anan)).toEqual(told);
  expect(await seenBy(mali)).toEqual([]);
  const rows = (await s.db.select().from(inbox)).filter(({ kind }) => kind === 'client-comment');
  expect(rows.map(({ userId }) => userId).toSorted()).toEqual(['nan', 'ploy']);
  expect(JSON.stringify(rows)).not.toContain('Lovely');
});

test('a comment on a version that was replaced, on a post not shown, or too long, is not taken', async () => {
  const house = await openPostHouse();
  const secret = await linkTo(house);
  await send(house, 'mali', 'words');
  const [first] = await shown(house, secret);
  const client = clientOf(house);
  const one = said(secret, first!);
  expect(code(await client.sayAsClient({ ...one, body: '  ' }))).toBe('bad-input');
  expect(code(await client.sayAsClient({ ...one, body: 'x'.repeat(2001) }))).toBe('bad-input');
  expect(code(await client.sayAsClient({ ...one, draftId: house.drafts.ben }))).toBe('not-found');
  await send(house, 'mali', 'other words');
  expect(code(await client.sayAsClient(one))).toBe('content-changed');
  expect(await house.s.db.select().from(clientComment)).toEqual([]);
});

test('more comments in a moment than anyone writes are turned away', async () => {
  const house = await openPostHouse();
  const secret = await linkTo(house);
  await send(house, 'mali', 'words');
  const client = clientOf(house);
  const outcomes = [];
  for (let n = 0; n < 31; n++) {
    const [now] = await shown(house, secret);
    outcomes.push((await client.sayAsClient(said(secret, now!))).ok);
  }
  expect(outcomes.filter(Boolean)).toHaveLength(30);
  expect(outcomes.at(-1)).toBe(false);
});

test('looking is noted when the page says so, and not when the brand side looks', async () => {
  const house = await openPostHouse();
  const { s, ploy, briefId } = house;
  const secret = await linkTo(house);
  const opened = async () => value(await clientLinksPage(s, ploy, { briefId })).links[0]?.openedAt;
  await shown(house, secret);
  value(await clientOf(house, ploy).seenAsClient({ secret }));
  expect(await opened()).toBeNull();
  value(await clientOf(house).seenAsClient({ secret }));
  const first = await opened();
  expect(first).toBeInstanceOf(Date);
  value(await clientOf(house).seenAsClient({ secret }));
  expect(await opened()).toEqual(first);
});

test('once it is taken back or has ended, nothing at the address answers any more', async () => {
  const house = await openPostHouse();
  const { s, ploy, briefId } = house;
  await send(house, 'mali', 'words');
  const revoked = await linkTo(house);
  const ended = await linkTo(house);
  const [first] = await shown(house, revoked);
  const links = value(await clientLinksPage(s, ploy, { briefId })).links;
  value(await revokeClientLink(s, ploy, { briefId, linkId: links[1]!.id }));
  const now = s.now();
  s.now = () => new Date(now.getTime() + 15 * 86_400_000);
  const client = clientOf(house);
  for (const [secret, why] of [
    [revoked, 'link-revoked'],
    [ended, 'link-expired'],
    ['x'.repeat(43), 'link-unknown'],
  ] as const) {
    expect(code(await client.lookAsClient({ secret, upTo: 24 }))).toBe(why);
    expect(code(await client.seenAsClient({ secret }))).toBe(why);
    expect(code(await client.sayAsClient(said(secret, first!)))).toBe(why);
    const { draftId } = first!;
    expect(code(await client.proofForClient({ secret, draftId }))).toBe(why);
  }
});

test('a picture is served through the link as long as its version is shown', async () => {
  const house = await openPostHouse();
  const { s, ploy, briefId } = house;
  const draftId = house.drafts.mali;
  const secret = await linkTo(house);
  const { approvalId } = await send(house, 'mali', 'words');
  const bytes = Buffer.from('picture');
  const [hash, other] = [await hashOf(bytes), await hashOf(Buffer.from('screenshot'))];
  for (const one of [hash, other]) {
    await s.storage.put(one, bytes);
    const about = { mime: 'image/jpeg', size: 7, width: 1, height: 1, name: 'a.jpg' };
    const row = { id: one.slice(0, 20), draftId, hash: one, ...about, uploadedBy: 'mali' };
    await addFile(s.db, { ...row, createdAt: s.now() });
  }
  const media = [{ kind: 'image', file: hash }];
  await s.db.transaction(async (tx) => {
    const [last] = await tx.select().from(draftVersion);
    const parts = { ...(last!.parts as object), parts: [{ part: 'media', media }] };
    await tx.insert(draftVersion).values({ ...last!, id: 'version2', n: 2, parts });
  });
  const handle = createClientFileHandler(s);
  const server = createServer((req, res) => void handle(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}/client-files/${path}`);
  try {
    const picture = await get(`${secret}/${hash}`);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('cache-control')).toBe('private, no-cache');
    expect(picture.headers.get('referrer-policy')).toBe('no-referrer');
    // In the draft, but not in what was sent: a screenshot, a picture of an idea.
    expect((await get(`${secret}/${other}`)).status).toBe(404);
    expect((await get(`${'x'.repeat(43)}/${hash}`)).status).toBe(404);
    const approvedOnly = await linkTo(house, 'approved');
    expect((await get(`${approvedOnly}/${hash}`)).status).toBe(404);
    value(await approveDraft(s, ploy, { draftId, approvalId }));
    expect((await get(`${approvedOnly}/${hash}`)).status).toBe(200);
    for (const { id: linkId } of value(await clientLinksPage(s, ploy, { briefId })).links) {
      value(await revokeClientLink(s, ploy, { briefId, linkId }));
    }
    expect((await get(`${secret}/${hash}`)).status).toBe(410);
    expect((await get(`${approvedOnly}/${hash}`)).status).toBe(410);
  } finally {
    server.close();
  }
});
