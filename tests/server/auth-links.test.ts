import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { copyDatabase } from '#db/backup.ts';
import { brief, briefCreator } from '#db/schema/campaign.ts';
import { link, notice, session } from '#db/schema/people.ts';
import { event } from '#db/schema/telling.ts';
import { demoLink, giveDemoAccess, makeSetupLink } from '#server/auth/first-start.ts';
import { makeLink } from '#server/auth/links.ts';
import { copyInvitation, inviteMember } from '#server/commands/people.ts';
import type { Services } from '#server/services.ts';
import { actor, cookieOf, openDoors, secretOf, seedBrief, value } from '#tests/support/doors.ts';

const day = 86_400_000;

async function invited(environment?: Record<string, string>) {
  const doors = await openDoors(environment);
  const { ploy, briefId } = await seedBrief(doors);
  const copy = () => copyInvitation(doors.s, ploy, { briefId, userId: 'mali' });
  const { url, message, lineUrl } = value(await copy());
  return { doors, ploy, briefId, copy, url, message, lineUrl, token: secretOf(url) };
}

async function inviteToSecondBrief(s: Services) {
  const at = s.now();
  await s.db.insert(brief).values({
    id: 'winter00',
    workspaceId: 'rimdaet',
    title: 'Winter',
    brandName: 'Rimdaet',
    languages: ['en'],
    timeZone: 'Asia/Bangkok',
    createdAt: at,
  });
  await s.db.insert(briefCreator).values({
    id: 'winter-mali',
    briefId: 'winter00',
    userId: 'mali',
    state: 'invited',
    invitedAt: at,
  });
}

test('a link fetched three times by a preview bot still lets its person in', async () => {
  const { doors, token } = await invited();
  for (let fetched = 0; fetched < 3; fetched++) {
    const page = await (await doors.visitor({ address: '198.51.100.1' })).look(token);
    expect(page).toMatchObject({ state: 'open', from: 'Rimdaet', locale: 'th' });
  }
  const entered = value(await (await doors.visitor()).open(token));
  expect(entered.to).toBe('/invite/summer00');
  const actorIn = await doors.s.auth.actorOf(new Headers({ cookie: cookieOf(entered) }));
  expect(actorIn).toMatchObject({ userId: 'mali', name: 'มะลิ 🌸', kind: 'creator', locale: 'th' });
});

test('the message for a chat is in the creator’s language and opens outside the chat app', async () => {
  const { url, message, lineUrl } = await invited();
  expect(message).toContain(`${url}?openExternalBrowser=1`);
  expect(message).toContain('สวัสดี');
  expect(new URL(lineUrl).searchParams.get('text')).toBe(message);
});

test('an invitation the brand has a copy of is over once the creator opened it', async () => {
  const { doors, copy, token } = await invited();
  value(await (await doors.visitor()).open(token));
  const again = await (await doors.visitor({ address: '198.51.100.7' })).open(token);
  expect(again).toMatchObject({ ok: false, error: { code: 'link-used' } });
  expect(await copy()).toMatchObject({ ok: false, error: { code: 'link-used' } });
  expect(await doors.s.db.select({ state: briefCreator.state }).from(briefCreator)).toEqual([
    { state: 'opened' },
  ]);
});

test('of two that press at once one gets in', async () => {
  const { doors, token } = await invited();
  const first = await doors.visitor();
  const second = await doors.visitor({ address: '198.51.100.7' });
  const pressed = await Promise.all([first.open(token), second.open(token)]);
  expect(pressed.filter((result) => result.ok)).toHaveLength(1);
  expect(await doors.s.db.select().from(session)).toHaveLength(1);
});

test('an expired, a revoked and an unknown link each say what they are', async () => {
  const { doors, copy, token } = await invited();
  const fresh = secretOf(value(await copy()).url);
  const visitor = await doors.visitor();
  expect(await visitor.look(token)).toMatchObject({ state: 'dead', code: 'link-revoked' });
  expect(await visitor.open(token)).toMatchObject({ error: { code: 'link-revoked' } });
  expect(await visitor.look('nonsense')).toMatchObject({ code: 'link-unknown', ask: null });
  expect(await visitor.open('nonsense')).toMatchObject({ error: { code: 'link-unknown' } });
  doors.later(31 * day);
  expect(await visitor.look(fresh)).toMatchObject({ code: 'link-expired', ask: 'Ploy' });
  expect(await visitor.open(fresh)).toMatchObject({ error: { code: 'link-expired' } });
});

test('asking for a new link lands with the lead, and the answer is seen by both sides', async () => {
  const { doors, copy, token } = await invited();
  value(await (await doors.visitor()).open(token));
  const lost = await doors.visitor({ address: '198.51.100.7' });
  expect(await lost.look(token)).toMatchObject({ code: 'link-used', ask: 'Ploy', to: null });
  expect(value(await lost.ask(token))).toEqual({ asked: 'Ploy' });
  const [told] = await doors.s.db.select().from(notice);
  expect(told).toMatchObject({ toUserId: 'ploy', secret: false });
  doors.later(1000);
  const entered = value(await lost.open(secretOf(value(await copy()).url)));
  expect(entered.to).toBe('/invite/summer00');
  const sessions = await doors.s.db.select({ method: session.method }).from(session);
  expect(new Set(sessions.map((row) => row.method))).toEqual(
    new Set(['invitation', 're-invitation']),
  );
  const events = await doors.s.db.select().from(event).where(eq(event.kind, 'creator.reinvited'));
  expect(events.map((row) => [row.audience, row.toUserId])).toEqual([
    ['brand', null],
    ['person', 'mali'],
  ]);
  expect(await copy()).toMatchObject({ error: { code: 'link-used' } });
});

test('asking is limited, and a link that still works needs no asking', async () => {
  const { doors, token } = await invited();
  const visitor = await doors.visitor();
  expect(await visitor.ask(token)).toMatchObject({ error: { code: 'not-now' } });
  value(await visitor.open(token));
  for (let asked = 0; asked < 3; asked++) value(await visitor.ask(token));
  expect(await visitor.ask(token)).toMatchObject({ error: { code: 'too-many' } });
});

test('an invitation to somebody who is in already asks them to sign in, and opens nothing', async () => {
  const { doors, ploy, token } = await invited();
  const { s } = doors;
  value(await (await doors.visitor()).open(token));
  await inviteToSecondBrief(s);
  const second = value(await copyInvitation(s, ploy, { briefId: 'winter00', userId: 'mali' }));
  const secret = secretOf(second.url);
  const stranger = await doors.visitor({ address: '198.51.100.7' });
  const answer = value(await stranger.open(secret));
  expect(answer).toEqual({ to: `/sign-in?next=%2Fl%2F${secret}`, cookies: [] });
  expect(await stranger.look(secret)).toMatchObject({ state: 'open' });
});

test('who is signed in as somebody else is told, and continuing ends that session', async () => {
  const { doors, token } = await invited();
  const ployIn = value(
    await (await doors.visitor()).signIn({
      email: 'ploy@rimdaet.example',
      password: 'correct horse',
    }),
  );
  const cookie = cookieOf(ployIn);
  const visitor = await doors.visitor({ cookie });
  expect(await visitor.look(token)).toMatchObject({ switchesFrom: 'Ploy' });
  value(await visitor.open(token));
  expect(await doors.s.auth.actorOf(new Headers({ cookie }))).toBeNull();
  expect(doors.closed).toHaveLength(1);
});

test('no secret of a link lies in the database in plain', async () => {
  const { doors, url, token } = await invited();
  value(await (await doors.visitor()).open(token));
  await doors.s.db.transaction((tx) => giveDemoAccess(doors.s, tx, ['mali']));
  await copyDatabase(doors.dir, join(doors.dir, 'copy.sqlite'));
  const bytes = readFileSync(join(doors.dir, 'copy.sqlite'));
  expect(bytes.includes('Rimdaet')).toBe(true);
  expect(bytes.includes(token)).toBe(false);
  expect(bytes.includes(secretOf(url))).toBe(false);
  expect(bytes.includes(secretOf(demoLink(doors.s, 'mali')))).toBe(false);
  expect(bytes.includes(doors.s.auth.demoToken('mali'))).toBe(false);
});

test('a demo link works every time in the demo, and nowhere else', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  await doors.s.db.transaction((tx) => giveDemoAccess(doors.s, tx, ['ploy']));
  await doors.s.db.transaction((tx) => giveDemoAccess(doors.s, tx, ['ploy']));
  expect(await doors.s.db.select().from(link)).toHaveLength(1);
  const token = secretOf(demoLink(doors.s, 'ploy'));
  for (let pressed = 0; pressed < 2; pressed++) {
    value(await (await doors.visitor()).open(token));
  }
  doors.s.config.demo = false;
  expect(await (await doors.visitor()).open(token)).toMatchObject({
    error: { code: 'link-unknown' },
  });
});

test('the set-up link makes the owner once, and none is made afterwards', async () => {
  const { s, visitor } = await openDoors({ COBRIEF_DEMO: '0' });
  const old = secretOf((await makeSetupLink(s)) as string);
  const token = secretOf((await makeSetupLink(s)) as string);
  const form = {
    name: 'Ploy <b>ริมแดด</b> 🌊',
    workspace: 'Rimdaet',
    email: ' Ploy@Rimdaet.EXAMPLE ',
    password: 'correct horse',
  };
  const door = await visitor();
  expect(await door.makeOwner({ token: old, ...form })).toMatchObject({
    error: { code: 'link-revoked' },
  });
  expect(await door.makeOwner({ token, ...form, password: 'short' })).toMatchObject({
    error: { code: 'bad-input', field: 'password' },
  });
  const entered = value(await door.makeOwner({ token, ...form }));
  const owner = await s.auth.actorOf(new Headers({ cookie: cookieOf(entered) }));
  expect(owner).toMatchObject({ name: 'Ploy <b>ริมแดด</b> 🌊', kind: 'brand' });
  expect(await door.makeOwner({ token, ...form })).toMatchObject({ error: { code: 'link-used' } });
  expect(await makeSetupLink(s)).toBeNull();
  value(await door.signIn({ email: 'ploy@rimdaet.example', password: 'correct horse' }));
});

test('a colleague joins with an account of their own, and a creator’s account cannot', async () => {
  const { doors, ploy, token } = await invited();
  const { s } = doors;
  const invitation = value(await inviteMember(s, ploy, { workspaceId: 'rimdaet', role: 'viewer' }));
  const secret = secretOf(invitation.url);
  const mali = cookieOf(value(await (await doors.visitor()).open(token)));
  expect(
    await (await doors.visitor({ cookie: mali })).join({ token: secret, as: 'me' }),
  ).toMatchObject({ error: { code: 'wrong-person' } });
  const as = { name: 'Nok', email: 'nok@rimdaet.example', password: 'long enough' };
  const taken = { ...as, email: 'ploy@rimdaet.example' };
  const door = await doors.visitor();
  expect(await door.join({ token: secret, as: taken })).toMatchObject({
    error: { code: 'email-taken', field: 'email' },
  });
  value(await door.join({ token: secret, as }));
  expect(await door.join({ token: secret, as })).toMatchObject({ error: { code: 'link-used' } });
});

test('somebody without the right cannot make a link', async () => {
  const { doors, briefId } = await invited();
  const stranger = actor('mali', 'Mali', 'creator');
  expect(await copyInvitation(doors.s, stranger, { briefId, userId: 'mali' })).toMatchObject({
    error: { code: 'not-allowed' },
  });
  expect(
    await inviteMember(doors.s, stranger, { workspaceId: 'rimdaet', role: 'owner' }),
  ).toMatchObject({ error: { code: 'not-allowed' } });
});

test('a sign-in link in somebody’s hands for longer than its time is over', async () => {
  const { doors } = await invited();
  const url = await makeLink(doors.s, doors.s.db, { purpose: 'sign-in', userId: 'ploy' });
  doors.later(16 * 60_000);
  expect(await (await doors.visitor()).open(secretOf(url))).toMatchObject({
    error: { code: 'link-expired' },
  });
});
