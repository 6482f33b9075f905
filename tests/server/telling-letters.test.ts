import { expect, test } from 'vitest';
import { outboxOf } from '#db/notices.ts';
import { updatePerson } from '#db/people.ts';
import { approveDraft, askChanges } from '#server/commands/decisions.ts';
import { sendDraft } from '#server/commands/drafts.ts';
import { chooseTelling, readInbox } from '#server/commands/inbox.ts';
import { reply, startThread } from '#server/commands/threads.ts';
import { entranceFor } from '#server/auth/entrance.ts';
import { finishLetter } from '#server/letters.ts';
import { createMail } from '#server/mail.ts';
import { goRound } from '#server/rounds.ts';
import { inbox } from '#server/views/inbox.ts';
import { type MailServer, mailServer } from '#tests/support/mail-server.ts';
import { openPostHouse, type PostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const minuteMs = 60_000;
const at = (wall: string) => Date.parse(`${wall}+07:00`);
const whole = { kind: 'whole' } as const;
const request = { body: 'Say two hours', target: { kind: 'clause', field: 'points' } } as const;

/** A house with mail, whose clock the test sets. Mali and Ploy have confirmed addresses. */
async function mailHouse(server: MailServer, wall = '2026-11-24T13:00') {
  const house = await openPostHouse(server.environment);
  const { s, drafts } = house;
  let nowMs = at(wall);
  s.now = () => new Date((nowMs += 1));
  for (const [id, locale] of [
    ['mali', 'th'],
    ['ploy', 'en'],
  ] as const) {
    const email = `${id}@example.com`;
    const change = { email, emailVerified: true, locale, updatedAt: s.now() };
    await updatePerson(s.db, id, change);
  }
  const draftId = drafts.mali;
  return {
    ...house,
    draftId,
    async after(minutes: number) {
      nowMs += minutes * minuteMs;
      await goRound(s);
      await s.mail.settled();
    },
    async send() {
      await write(house, house.mali, { draftId, text: 'half-done words' });
      const contentId = await seenId(house, draftId);
      const sent = await sendDraft(s, house.mali, { draftId, contentId, ready: false });
      return value(sent).approvalId;
    },
  };
}

const say = (house: PostHouse & { draftId: string }, body: string) =>
  startThread(house.s, house.ploy, {
    place: { draftId: house.draftId },
    audience: 'everyone',
    anchor: whole,
    body,
  });

const lettersTo = (server: MailServer, name: string) =>
  server.letters.filter(({ to }) => to.includes(`${name}@example.com`));

test('a storm becomes one letter in the reader’s language, after three quiet minutes', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const approvalId = await house.send();
  const input = { draftId: house.draftId, approvalId };
  value(await askChanges(house.s, house.ploy, { ...input, requests: [request] }));
  await house.after(2);
  value(await say(house, 'a comment that no letter quotes'));
  value(await say(house, 'another'));
  // Comments are for the daily letter, yet they ride along with what goes at once.
  await house.after(0.5);
  expect(lettersTo(server, 'mali')).toEqual([]);
  await house.after(1);
  const [letter, ...more] = lettersTo(server, 'mali');
  expect(more).toEqual([]);
  expect(letter?.subject).toBe('3 เรื่องจาก Rimdaet');
  expect(letter?.text).toContain('Ploy ขอแก้ 1 ข้อ');
  expect(letter?.text.match(/Ploy คอมเมนต์/g)).toHaveLength(2);
  expect(letter?.text).not.toMatch(/no letter quotes|half-done|Say two hours/);
  expect(letter?.html).toContain('<a href="http://127.0.0.1:3000/l/');
  expect(letter?.head).toMatch(/List-Unsubscribe:\s+<http:\/\/127.0.0.1:3000\/quiet\/mali\./);
  await house.after(24 * 60);
  expect(lettersTo(server, 'mali')).toHaveLength(1);
});

test('a storm that never pauses is told after a quarter of an hour at the latest', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const choices = { waits: 'at-once', talk: 'at-once', rest: 'none', signsIn: false } as const;
  value(await chooseTelling(house.s, house.mali, choices));
  await house.send();
  for (let minute = 0; minute < 14; minute += 2) {
    value(await say(house, `minute ${minute}`));
    await house.after(2);
  }
  expect(lettersTo(server, 'mali')).toEqual([]);
  value(await say(house, 'and on'));
  await house.after(2);
  expect(lettersTo(server, 'mali')).toHaveLength(1);
});

test('talk comes once a day, at nine where the brief is at home', async () => {
  const server = await mailServer();
  const house = await mailHouse(server, '2026-11-24T13:00');
  await house.send();
  value(await say(house, 'no hurry'));
  await house.after(19 * 60);
  expect(lettersTo(server, 'mali')).toEqual([]);
  await house.after(70);
  expect(lettersTo(server, 'mali')).toMatchObject([{ subject: 'Reel · รีล: Ploy คอมเมนต์' }]);
});

test('what its reader has open, or has read, is not mailed; what they left unread is', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const { s, ploy, mali, draftId } = house;
  const tab = {};
  s.looking.note(tab, 'ploy', `/posts/${draftId}`);
  const approvalId = await house.send();
  await house.after(5);
  s.looking.gone(tab);
  await house.after(60);
  expect(lettersTo(server, 'ploy')).toEqual([]);
  // Elsewhere in Cobrief the bell rings; once she is gone, the letter follows.
  s.looking.note(tab, 'mali', '/');
  value(await askChanges(s, ploy, { draftId, approvalId, requests: [request] }));
  await house.after(60);
  expect(lettersTo(server, 'mali')).toEqual([]);
  s.looking.gone(tab);
  await house.after(1);
  expect(lettersTo(server, 'mali')).toHaveLength(1);
  value(await say(house, 'read in the drawer'));
  value(await readInbox(s, mali, { all: true }));
  await house.after(24 * 60);
  expect(lettersTo(server, 'mali')).toHaveLength(1);
});

test('a mail server that is down gets the letter later, once, also after a restart', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const { s } = house;
  await server.goAway();
  await house.send();
  await house.after(4);
  await house.after(1);
  const [waiting] = await outboxOf(s.db, 'rimdaet', 10);
  expect(waiting).toMatchObject({ to: 'Ploy', sentAt: null, failedAt: null, tries: 2 });
  await server.comeBack();
  // As after a restart: the queue is rows, and this one has never heard of the letter.
  const { db, config, randomBytes } = s;
  const options = { db, smtp: config.smtp, randomBytes, now: () => s.now() };
  s.mail = createMail({ ...options, finish: (row) => finishLetter(s, row) });
  await s.mail.resume();
  expect(server.letters).toEqual([]);
  await house.after(5);
  await house.after(60);
  await house.after(60);
  expect(lettersTo(server, 'ploy')).toHaveLength(1);
  const [sent] = await outboxOf(s.db, 'rimdaet', 10);
  expect(sent?.sentAt).not.toBeNull();
});

test('a letter that may have arrived is never sent again', async () => {
  const server = await mailServer({ breaks: true });
  const house = await mailHouse(server);
  await house.send();
  await house.after(4);
  expect(server.letters).toHaveLength(1);
  const [row] = await outboxOf(house.s.db, 'rimdaet', 10);
  expect(row).toMatchObject({ sentAt: null, dueAt: null });
  expect(row?.failedAt).not.toBeNull();
});

test('a letter’s link signs a creator in at the place, once, and lies in no outbox', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const { s, ploy, draftId } = house;
  const approvalId = await house.send();
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  await house.after(4);
  const secret = /\/l\/(\S+)/.exec(lettersTo(server, 'mali')[0]?.text ?? '')?.[1] as string;
  const outbox = JSON.stringify(await outboxOf(s.db, 'rimdaet', 10));
  expect(outbox).not.toContain(secret);
  expect(outbox).toContain(`/posts/${draftId}`);
  const door = entranceFor(s, { actor: null, headers: new Headers(), locale: 'en' });
  expect(value(await door.open(secret)).to).toBe(`/posts/${draftId}`);
  expect(await door.open(secret)).toMatchObject({ error: { code: 'link-used' } });
  // A brand signs in by password unless somebody asks for more.
  expect(lettersTo(server, 'ploy')[0]?.text).not.toContain('/l/');
});

test('an address that nobody confirmed gets nothing', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const change = { emailVerified: false, updatedAt: house.s.now() };
  await updatePerson(house.s.db, 'ploy', change);
  await house.send();
  await house.after(24 * 60);
  expect(server.letters).toEqual([]);
});

test('who stops letters from a letter gets none, and the inbox goes on', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const { s, ploy } = house;
  await house.send();
  await house.after(4);
  const token = /\/quiet\/([^>]+)>/.exec(server.letters[0]?.head ?? '')?.[1] as string;
  const door = entranceFor(s, { actor: null, headers: new Headers(), locale: 'en' });
  const forged = token.replace('ploy.', 'mali.');
  expect(await door.stopLetters(forged)).toMatchObject({ error: { code: 'link-unknown' } });
  value(await door.stopLetters(token));
  await house.send();
  await house.after(20 * 60);
  expect(lettersTo(server, 'ploy')).toHaveLength(1);
  expect(value(await inbox(s, ploy)).unread).toBe(2);
});

test('a creator hears nothing of what the brand says to itself, by bell or by letter', async () => {
  const server = await mailServer();
  const house = await mailHouse(server);
  const { s, ploy, anan, mali, draftId } = house;
  await house.send();
  const place = { draftId };
  const private_ = { place, audience: 'brand', anchor: whole, body: 'not for her' } as const;
  const { threadId } = value(await startThread(s, anan, private_));
  value(await reply(s, ploy, { threadId, body: 'nor this' }));
  await house.after(21 * 60);
  expect(value(await inbox(s, mali))).toEqual({ unread: 0, groups: [] });
  expect(lettersTo(server, 'mali')).toEqual([]);
  const toPloy = value(await inbox(s, ploy)).groups.flatMap(({ rows }) => rows);
  expect(toPloy.map(({ sentence }) => sentence)).toEqual([
    'Anan commented, brand side only',
    'มะลิ 🌸 sent version 1',
  ]);
});
