import { expect, test } from 'vitest';
import { notice } from '#db/schema/people.ts';
import { changeEmail, changePassword } from '#server/commands/account.ts';
import { outbox } from '#server/views/people.ts';
import { actor, cookieOf, type Doors, openDoors, seedBrief, value } from '#tests/support/doors.ts';
import { mailServer, type Received } from '#tests/support/mail-server.ts';

const secretIn = (letter: Received | undefined) =>
  /\/(?:l|confirm)\/(\S+)/.exec(letter?.text ?? '')?.[1];

async function notify(doors: Doors, toUserId: string) {
  await doors.s.db.transaction((tx) =>
    doors.s.mail.notify(tx, {
      workspaceId: 'rimdaet',
      toUserId,
      subject: 'สวัสดี\r\nBcc: everyone@evil.example',
      body: 'Two changes 🌊',
    }),
  );
  await doors.s.mail.settled();
}

test('a notice goes out after the commit and its row says so', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  await seedBrief(doors);
  await notify(doors, 'ploy');
  expect(letters).toMatchObject([{ to: ['ploy@rimdaet.example'] }]);
  expect(letters[0]?.text).toContain('Two changes 🌊');
  const [row] = await doors.s.db.select().from(notice);
  expect(row?.sentAt).not.toBeNull();
});

test('a placeholder address is never mailed', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  await seedBrief(doors);
  await notify(doors, 'mali');
  expect(letters).toEqual([]);
  const [row] = await doors.s.db.select().from(notice);
  expect(row).toMatchObject({ toEmail: null, sentAt: null, failedAt: null });
});

test('a letter that was not taken is marked as failed', async () => {
  const { environment } = await mailServer({ refuses: true });
  const doors = await openDoors(environment);
  await seedBrief(doors);
  await notify(doors, 'ploy');
  const [row] = await doors.s.db.select().from(notice);
  expect(row).toMatchObject({ sentAt: null });
  expect(row?.failedAt).not.toBeNull();
});

test('nothing goes out when the transaction is rolled back', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  await seedBrief(doors);
  const failing = doors.s.db.transaction(async (tx) => {
    const words = { subject: 'never', body: 'never' };
    await doors.s.mail.notify(tx, { workspaceId: 'rimdaet', toUserId: 'ploy', ...words });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await doors.s.mail.settled();
  expect(letters).toEqual([]);
});

test('a sign-in link is mailed to a confirmed address and lies in no outbox', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  const { ploy } = await seedBrief(doors);
  const door = await doors.visitor();
  value(await door.mailSignInLink({ email: 'PLOY@rimdaet.example' }));
  await doors.s.mail.settled();
  const secret = secretIn(letters[0]) as string;
  const { notices } = value(await outbox(doors.s, ploy, {}));
  expect(JSON.stringify(notices)).not.toContain(secret);
  expect(notices).toMatchObject([{ secret: true, body: '' }]);
  const entered = value(await door.open(secret));
  const actorIn = await doors.s.auth.actorOf({ cookie: cookieOf(entered) });
  expect(actorIn).toMatchObject({ userId: 'ploy' });
  if (!actorIn) throw new Error('not signed in');
  value(await changePassword(doors.s, actorIn, { password: 'battery staple' }));
});

test('asking for a sign-in link answers the same for an address that nobody has', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  await seedBrief(doors);
  const door = await doors.visitor();
  expect(await door.mailSignInLink({ email: 'nobody@rimdaet.example' })).toEqual({
    ok: true,
    value: null,
  });
  await doors.s.mail.settled();
  expect(letters).toEqual([]);
});

test('without a mail server no sign-in link is made', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const door = await doors.visitor();
  expect(await door.mailSignInLink({ email: 'ploy@rimdaet.example' })).toMatchObject({
    error: { code: 'unavailable' },
  });
});

test('an address is a creator’s own once the letter that was sent there is answered', async () => {
  const { letters, environment } = await mailServer();
  const doors = await openDoors(environment);
  await seedBrief(doors);
  const mali = actor('mali', 'มะลิ', 'creator');
  const email = 'mali@example.com';
  expect(value(await changeEmail(doors.s, mali, { email }))).toEqual({ sentTo: email });
  await doors.s.mail.settled();
  const door = await doors.visitor();
  expect(await changePassword(doors.s, mali, { password: 'long enough' })).toMatchObject({
    error: { code: 'not-now', field: 'email' },
  });
  const secret = secretIn(letters[0]) as string;
  expect(await door.lookAtConfirmation(secret)).toBe(email);
  expect(value(await door.confirmEmail(secret))).toEqual({ email });
  expect(await door.confirmEmail(secret)).toMatchObject({ error: { code: 'link-expired' } });
  value(await changePassword(doors.s, mali, { password: 'long enough' }));
  value(await door.signIn({ email, password: 'long enough' }));
});

test('an address that somebody has cannot be taken', async () => {
  const doors = await openDoors();
  await seedBrief(doors);
  const mali = actor('mali', 'Mali', 'creator');
  expect(await changeEmail(doors.s, mali, { email: 'ploy@rimdaet.example' })).toMatchObject({
    error: { code: 'email-taken', field: 'email' },
  });
  expect(await changeEmail(doors.s, mali, { email: 'x@creators.invalid' })).toMatchObject({
    error: { code: 'bad-input', field: 'email' },
  });
});

test('only the owner reads the outbox', async () => {
  const doors = await openDoors();
  const { ploy } = await seedBrief(doors);
  await notify(doors, 'ploy');
  expect(value(await outbox(doors.s, ploy, {})).notices).toHaveLength(1);
  const mali = actor('mali', 'Mali', 'creator');
  expect(await outbox(doors.s, mali, {})).toMatchObject({ error: { code: 'not-allowed' } });
});
