import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { account, session } from '#db/schema/people.ts';
import { safePath } from '#server/auth/visitor.ts';
import { changePassword, updateProfile } from '#server/commands/account.ts';
import { signOutDevice, signOutElsewhere } from '#server/commands/devices.ts';
import { myDevices, mySettings } from '#server/views/people.ts';
import { cookieOf, type Doors, openDoors, seedBrief, value } from '#tests/support/doors.ts';

const ploy = { email: 'ploy@rimdaet.example', password: 'correct horse' };

async function signedIn(doors: Doors, address = '203.0.113.9') {
  const cookie = cookieOf(value(await (await doors.visitor({ address })).signIn(ploy)));
  const actor = await doors.s.auth.actorOf(new Headers({ cookie }));
  if (!actor) throw new Error('not signed in');
  return { cookie, actor };
}

test('address and password let in, however the address is written', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const door = await doors.visitor();
  const entered = value(
    await door.signIn({ ...ploy, email: ' PLOY@Rimdaet.example', next: '/me' }),
  );
  expect(entered.to).toBe('/me');
  expect(entered.cookies[0]).toMatch(/HttpOnly; SameSite=Lax/);
  expect(await door.signIn({ ...ploy, password: 'wrong horse' })).toMatchObject({
    error: { code: 'wrong-password' },
  });
  expect(await door.signIn({ ...ploy, email: 'nobody@rimdaet.example' })).toMatchObject({
    error: { code: 'wrong-password' },
  });
  const [row] = await doors.s.db.select().from(session);
  expect(row).toMatchObject({ method: 'password', ipAddress: '203.0.113.9' });
});

test('a password is kept as a memory-hard hash only', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const [row] = await doors.s.db.select().from(account);
  expect(row?.password).not.toContain('correct horse');
  expect(row?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
});

test('too many tries at one account are refused from every address, and over after ten minutes', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  for (let tries = 0; tries < 20; tries++) {
    await (await doors.visitor({ address: `198.51.100.${tries}` })).signIn({
      ...ploy,
      password: 'guess',
    });
  }
  const late = await doors.visitor({ address: '198.51.100.99' });
  expect(await late.signIn(ploy)).toMatchObject({ error: { code: 'too-many' } });
  doors.later(10 * 60_000);
  value(await late.signIn(ploy));
});

test('too many tries from one address are refused for every account', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const door = await doors.visitor({ address: '198.51.100.1' });
  for (let tries = 0; tries < 20; tries++) {
    await door.signIn({ email: `guess${tries}@rimdaet.example`, password: 'guess' });
  }
  expect(await door.signIn(ploy)).toMatchObject({ error: { code: 'too-many' } });
  value(await (await doors.visitor({ address: '198.51.100.2' })).signIn(ploy));
});

test('sessions survive a restart, by a key that only its owner can read', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const { cookie } = await signedIn(doors);
  const actor = await doors.restartedAuth().actorOf({ cookie });
  expect(actor).toMatchObject({ userId: 'ploy' });
  expect(statSync(join(doors.dir, 'auth-key')).mode & 0o777).toBe(0o600);
});

test('behind https the cookie is secure and still names its person', async () => {
  const doors = await openDoors({ COBRIEF_URL: 'https://cobrief.example' });
  await seedBrief(doors);
  const entered = value(await (await doors.visitor()).signIn(ploy));
  expect(entered.cookies[0]).toMatch(/^__Secure-cobrief\.session_token=.*; Secure;/);
  expect(await doors.s.auth.actorOf({ cookie: cookieOf(entered) })).toMatchObject({
    userId: 'ploy',
  });
});

test('a cookie with one changed letter is nobody', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const { cookie } = await signedIn(doors);
  const changed = cookie.replace(/=(.)/, (_, letter) => `=${letter === 'A' ? 'B' : 'A'}`);
  expect(await doors.s.auth.actorOf({ cookie: changed })).toBeNull();
  expect(await doors.s.auth.actorOf({})).toBeNull();
});

test('signing out here ends this session and its sockets, and no other', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const phone = await signedIn(doors);
  const desk = await signedIn(doors);
  const left = await (await doors.visitor({ cookie: phone.cookie })).signOut();
  expect(left.cookies[0]).toContain('Max-Age=0');
  expect(await doors.s.auth.actorOf({ cookie: phone.cookie })).toBeNull();
  expect(await doors.s.auth.actorOf({ cookie: desk.cookie })).not.toBeNull();
  expect(doors.closed).toEqual([{ sessionId: phone.actor.sessionId }]);
});

test('signing out everywhere leaves this device alone', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const phone = await signedIn(doors);
  const desk = await signedIn(doors);
  expect(value(await signOutElsewhere(doors.s, desk.actor))).toEqual({ ended: 1 });
  expect(await doors.s.auth.actorOf({ cookie: phone.cookie })).toBeNull();
  expect(await doors.s.auth.actorOf({ cookie: desk.cookie })).not.toBeNull();
  expect(doors.closed).toEqual([{ sessionId: phone.actor.sessionId }]);
});

test('a person sees their own devices and can send away only those', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const desk = await signedIn(doors);
  const phone = await signedIn(doors);
  const devices = value(await myDevices(doors.s, desk.actor));
  expect(devices.filter((device) => device.here)).toHaveLength(1);
  const mali = { ...desk.actor, userId: 'mali' };
  const { sessionId } = phone.actor;
  expect(await signOutDevice(doors.s, mali, { sessionId })).toMatchObject({
    error: { code: 'not-found' },
  });
  value(await signOutDevice(doors.s, desk.actor, { sessionId }));
  expect(value(await myDevices(doors.s, desk.actor))).toHaveLength(1);
});

test('a session that nobody used for sixty days is over, a used one goes on', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const used = await signedIn(doors);
  const left = await signedIn(doors);
  doors.later(40 * 86_400_000);
  expect(await doors.s.auth.actorOf({ cookie: used.cookie })).not.toBeNull();
  doors.later(40 * 86_400_000);
  expect(await doors.s.auth.actorOf({ cookie: used.cookie })).not.toBeNull();
  expect(await doors.s.auth.actorOf({ cookie: left.cookie })).toBeNull();
});

test('a new password wants the old one and ends every other sign-in', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const desk = await signedIn(doors);
  const phone = await signedIn(doors);
  const password = 'battery staple';
  expect(await changePassword(doors.s, desk.actor, { password })).toMatchObject({
    error: { code: 'wrong-password', field: 'current' },
  });
  value(await changePassword(doors.s, desk.actor, { password, current: ploy.password }));
  expect(await doors.s.auth.actorOf({ cookie: phone.cookie })).toBeNull();
  value(await (await doors.visitor()).signIn({ ...ploy, password }));
});

test('a name in Thai, with emoji or with markup is kept as it was written', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const { cookie, actor } = await signedIn(doors);
  for (const name of ['พลอยไพลิน', 'Ploy 👩‍🎤', '<script>alert(1)</script>']) {
    value(await updateProfile(doors.s, actor, { name }));
    expect(await doors.s.auth.actorOf({ cookie })).toMatchObject({ name });
  }
  for (const name of ['', '   ', 'a\u0000b', 'a\ud800b', 'x'.repeat(81)]) {
    expect(await updateProfile(doors.s, actor, { name })).toMatchObject({
      error: { code: 'bad-input', field: 'name' },
    });
  }
});

test('a creator without an address is shown none', async () => {
  const doors = await openDoors();
  const { ploy: lead } = await seedBrief(doors);
  const mali = { ...lead, userId: 'mali' };
  expect(value(await mySettings(doors.s, mali))).toMatchObject({ email: null, hasPassword: false });
});

test.each([
  ['/posts/1?tab=2#x', '/posts/1?tab=2#x'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/%0d%0aSet-Cookie:a=b', '/%0d%0aSet-Cookie:a=b'],
  [null, '/'],
])('after signing in, %s leads to %s', (next, path) => {
  expect(safePath(next)).toBe(path);
});
