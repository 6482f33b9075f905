// The doors: what somebody can do before, or without, being signed in. Each answers with where to
// go and the cookies to set; a link is used up in the transaction that writes the session.
import { z } from 'zod';
import { confirmationByHash, consumeConfirmation } from '#db/confirmations.ts';
import { consumeDeviceCode } from '#db/devices.ts';
import { nearestWorkspace } from '#db/members.ts';
import { personByEmail, updatePerson } from '#db/people.ts';
import { emailAddress, foldEmail } from '#shared/account.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { mail as mailWords } from '#shared/words/mail.ts';
import { lookAsClient, proofForClient, sayAsClient, seenAsClient } from '../client.ts';
import { readFeed } from '../feed.ts';
import { stopLetters } from '../quiet.ts';
import type { Services } from '../services.ts';
import { joinAs, makeOwner } from './accounts.ts';
import { askForLink } from './asking.ts';
import { lookAtLink, makeLink } from './links.ts';
import { openLink } from './opening.ts';
import { hashSecret } from './secrets.ts';
import {
  addressOf,
  type Entered,
  enter,
  leave,
  mayTry,
  safePath,
  type Visitor,
} from './visitor.ts';

const signInForm = z.object({
  email: z.string().max(200),
  password: z.string().max(1000),
  next: z.string().nullish(),
});

export async function signIn(
  s: Services,
  visitor: Visitor,
  input: z.input<typeof signInForm>,
): Promise<Result<Entered>> {
  const form = signInForm.safeParse(input);
  if (!form.success) return fail('wrong-password');
  const email = foldEmail(form.data.email);
  const tried = await s.db.transaction((tx) => mayTry(s, tx, 'signIn', email));
  if (!tried) return fail('too-many');
  const { password } = form.data;
  const signedIn = await s.auth.signIn({ email, password, headers: visitor.headers });
  if (!signedIn.ok) return signedIn;
  const { actor } = visitor;
  if (actor) await s.db.transaction((tx) => leave(s, tx, actor));
  return ok({ to: safePath(form.data.next), cookies: signedIn.value.cookies });
}

const signInLinkMinutes = 15;

/**
 * Mails a sign-in link to a confirmed address. The answer is the same whether or not there is such
 * an address: nobody learns here who has an account.
 */
export async function mailSignInLink(
  s: Services,
  visitor: Visitor,
  input: { email: string },
): Promise<Result<null>> {
  if (!s.mail.sends) return fail('unavailable');
  const email = emailAddress.safeParse(input.email);
  if (!email.success) return fail('bad-input', { field: 'email' });
  return s.db.transaction(async (tx) => {
    const tried =
      (await mayTry(s, tx, 'mailedLink', email.data)) &&
      (await mayTry(s, tx, 'mailedLink', addressOf(visitor)));
    if (!tried) return fail('too-many');
    const person = await personByEmail(tx, email.data);
    const workspaceId = person && (await nearestWorkspace(tx, person.id));
    if (!person?.emailVerified || !workspaceId) return ok(null);
    const url = await makeLink(s, tx, { purpose: 'sign-in', userId: person.id });
    const words = mailWords[person.locale];
    await s.mail.notify(tx, {
      workspaceId,
      toUserId: person.id,
      subject: words.signInSubject,
      body: words.signInBody({ name: person.name, url, minutes: signInLinkMinutes }),
      secret: true,
    });
    return ok(null);
  });
}

/** Six digits from a device that is signed in. Thai digits and spaces are read as they are meant. */
export async function enterCode(
  s: Services,
  visitor: Visitor,
  input: { digits: string; next?: string | null },
): Promise<Result<Entered>> {
  const digits = plainDigits(input.digits);
  if (!/^\d{6}$/.test(digits)) return fail('code-wrong', { field: 'digits' });
  return s.db.transaction(async (tx) => {
    const tried =
      (await mayTry(s, tx, 'code', addressOf(visitor))) && (await mayTry(s, tx, 'codeEverywhere'));
    if (!tried) return fail('too-many', { field: 'digits' });
    const codeHash = s.auth.keyedHash('device code', digits);
    const userId = await consumeDeviceCode(tx, codeHash, s.now());
    if (!userId) return fail('code-wrong', { field: 'digits' });
    const cookies = await enter(s, tx, visitor, { userId, method: 'code' });
    return ok({ to: safePath(input.next), cookies });
  });
}

function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\s-]/g, '');
}

export async function signOut(s: Services, visitor: Visitor): Promise<Entered> {
  const { actor } = visitor;
  if (actor) await s.db.transaction((tx) => leave(s, tx, actor));
  return { to: '/sign-in', cookies: await s.auth.signOutCookies() };
}

/** The address that a confirmation link is about, or null when the link is over. */
export async function lookAtConfirmation(
  s: Services,
  _visitor: Visitor,
  token: string,
): Promise<string | null> {
  const waiting = await confirmationByHash(s.db, hashSecret(token), s.now());
  return waiting?.email ?? null;
}

export async function confirmEmail(
  s: Services,
  _visitor: Visitor,
  token: string,
): Promise<Result<{ email: string }>> {
  return s.db.transaction(async (tx) => {
    const confirmed = await consumeConfirmation(tx, hashSecret(token), s.now());
    if (!confirmed) return fail('link-expired');
    const { userId, email } = confirmed;
    const owner = await personByEmail(tx, email);
    if (owner && owner.id !== userId) return fail('email-taken');
    await updatePerson(tx, userId, { email, emailVerified: true, updatedAt: s.now() });
    tx.afterCommit(() => s.auth.forget({ userId }));
    return ok({ email });
  });
}

/** Whether this installation can mail sign-in links at all. */
export async function mailsLinks(s: Services): Promise<boolean> {
  return s.mail.sends;
}

const doors = {
  signIn,
  mailSignInLink,
  mailsLinks,
  enterCode,
  signOut,
  look: lookAtLink,
  open: openLink,
  ask: askForLink,
  makeOwner,
  join: joinAs,
  lookAtConfirmation,
  confirmEmail,
  stopLetters,
  lookAsClient,
  seenAsClient,
  sayAsClient,
  proofForClient,
  readFeed,
} as const;

type BoundDoors = {
  [Name in keyof typeof doors]: (typeof doors)[Name] extends (
    s: Services,
    visitor: Visitor,
    ...input: infer Input
  ) => infer Out
    ? (...input: Input) => Out
    : never;
};

/** Every door, bound to the request of one visitor: what routes get as `context.entrance`. */
export type Entrance = BoundDoors;

export function entranceFor(s: Services, visitor: Visitor): Entrance {
  const bound = Object.entries(doors).map(([name, door]) => [
    name,
    (...input: unknown[]) => (door as (...all: unknown[]) => unknown)(s, visitor, ...input),
  ]);
  return Object.fromEntries(bound) as Entrance;
}
