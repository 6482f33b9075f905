import { expect, test } from 'vitest';
import { deviceCode, session } from '#db/schema/people.ts';
import { giveDemoAccess } from '#server/auth/first-start.ts';
import { addDevice, createToken, revokeToken } from '#server/commands/devices.ts';
import { myTokens } from '#server/views/people.ts';
import { deviceName } from '#shared/devices.ts';
import { actor, cookieOf, openDoors, secretOf, seedBrief, value } from '#tests/support/doors.ts';

const mali = actor('mali', 'Mali', 'creator');

async function withDevice() {
  const doors = await openDoors();
  await seedBrief(doors);
  return { doors, device: value(await addDevice(doors.s, mali)) };
}

test('six digits let the person’s other phone in, once', async () => {
  const { doors, device } = await withDevice();
  const { digits } = device;
  const phone = await doors.visitor();
  const spoken = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  const entered = value(await phone.enterCode({ digits: spoken, next: '/invite/summer00' }));
  expect(entered.to).toBe('/invite/summer00');
  expect(await doors.s.auth.actorOf({ cookie: cookieOf(entered) })).toMatchObject({
    userId: 'mali',
  });
  expect(await phone.enterCode({ digits })).toMatchObject({ error: { code: 'code-wrong' } });
  expect(await doors.s.db.select({ method: session.method }).from(session)).toEqual([
    { method: 'code' },
  ]);
});

test('Thai digits are digits', async () => {
  const { doors, device } = await withDevice();
  const digits = device.digits.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'.charAt(Number(digit)));
  const entered = value(await (await doors.visitor()).enterCode({ digits }));
  expect(entered.cookies).toHaveLength(1);
});

test('after five tries even the right digits are refused for ten minutes', async () => {
  const { doors, device } = await withDevice();
  const phone = await doors.visitor();
  const wrong = device.digits === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries++) {
    expect(await phone.enterCode({ digits: wrong })).toMatchObject({
      error: { code: 'code-wrong', field: 'digits' },
    });
  }
  expect(await phone.enterCode({ digits: device.digits })).toMatchObject({
    error: { code: 'too-many' },
  });
});

test('digits are over after ten minutes and when new ones are made', async () => {
  const { doors, device } = await withDevice();
  const phone = await doors.visitor();
  const next = value(await addDevice(doors.s, mali));
  expect(await phone.enterCode({ digits: device.digits })).toMatchObject({
    error: { code: 'code-wrong' },
  });
  expect(await phone.open(secretOf(device.url))).toMatchObject({ error: { code: 'link-revoked' } });
  doors.later(10 * 60_000);
  expect(await phone.enterCode({ digits: next.digits })).toMatchObject({
    error: { code: 'code-wrong' },
  });
  expect(await phone.open(secretOf(next.url))).toMatchObject({ error: { code: 'link-expired' } });
});

test('the QR code’s link signs in once, and the digits are kept as a keyed hash', async () => {
  const { doors, device } = await withDevice();
  const phone = await doors.visitor();
  value(await phone.open(secretOf(device.url)));
  expect(await phone.open(secretOf(device.url))).toMatchObject({ error: { code: 'link-used' } });
  expect(device.qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  const [row] = await doors.s.db.select().from(deviceCode);
  expect(row?.codeHash).toMatch(/^[0-9a-f]{64}$/);
});

test('an access token stands for its person until it is revoked', async () => {
  const { doors } = await withDevice();
  const { token } = value(await createToken(doors.s, mali, { name: 'my script' }));
  expect(await doors.s.auth.actorOfToken(token)).toMatchObject({ userId: 'mali' });
  expect(await doors.s.auth.actorOfToken(`${token}x`)).toBeNull();
  const [row] = value(await myTokens(doors.s, mali));
  expect(JSON.stringify(row)).not.toContain(token);
  const id = row?.id as string;
  const ploy = actor('ploy', 'Ploy', 'brand');
  expect(await revokeToken(doors.s, ploy, { id })).toMatchObject({ error: { code: 'not-found' } });
  value(await revokeToken(doors.s, mali, { id }));
  expect(await doors.s.auth.actorOfToken(token)).toBeNull();
  expect(doors.closed).toEqual([{ sessionId: `token:${id}` }]);
});

test('a demo person’s token is the same at every start', async () => {
  const { doors } = await withDevice();
  await doors.s.db.transaction((tx) => giveDemoAccess(doors.s, tx, ['mali']));
  const token = doors.restartedAuth().demoToken('mali');
  expect(await doors.s.auth.actorOfToken(token)).toMatchObject({ userId: 'mali' });
});

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
test.each([
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) ${safari} Version/17.0 Mobile Safari/604.1`,
    'Safari',
    'iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Line/13.0',
    'LINE',
    'Android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0',
    'Edge',
    'Windows',
  ],
  [null, null, null],
])('%s is called %s on %s', (userAgent, browser, system) => {
  expect(deviceName(userAgent)).toEqual({ browser, system });
});
