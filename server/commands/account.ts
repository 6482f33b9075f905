// What people do with their own account: name and language, address and password.
import { z } from 'zod';
import { createConfirmation } from '#db/confirmations.ts';
import { nearestWorkspace } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { personByEmail, personById, setPassword, updatePerson } from '#db/people.ts';
import { endOtherSessions } from '#db/sessions.ts';
import { emailAddress, isPlaceholder, password, personName } from '#shared/account.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { mail as mailWords } from '#shared/words/mail.ts';
import { locales } from '#shared/words/words.ts';
import { parse } from '../auth/accounts.ts';
import { provesSelf } from '../auth/proving.ts';
import { hashSecret } from '../auth/secrets.ts';
import { disconnect, pageUrl } from '../auth/visitor.ts';
import type { Services } from '../services.ts';

const profileForm = z.object({
  name: personName.optional(),
  locale: z.enum(locales).optional(),
  calendar: z.enum(['gregory', 'buddhist']).optional(),
});

export async function updateProfile(
  s: Services,
  actor: Actor,
  input: z.input<typeof profileForm>,
): Promise<Result<null>> {
  const form = parse(profileForm, input);
  if (!form.ok) return form;
  const { name, locale, calendar } = form.value;
  await s.db.transaction(async (tx) => {
    await updatePerson(tx, actor.userId, {
      ...(name && { name }),
      ...(locale && { locale }),
      ...(calendar && { calendar }),
      updatedAt: s.now(),
    });
    tx.afterCommit(() => s.auth.forget({ userId: actor.userId }));
  });
  return ok(null);
}

/**
 * Another address. Where mail goes out it is changed by the letter that arrives there; without mail
 * at once, unconfirmed: good for signing in with a password, never for a link.
 */
export async function changeEmail(
  s: Services,
  actor: Actor,
  input: { email: string; current?: string | null },
): Promise<Result<{ sentTo: string | null }>> {
  const email = emailAddress.safeParse(input.email);
  if (!email.success) return fail('bad-input', { field: 'email' });
  const proven = await provesSelf(s, actor, input.current);
  if (!proven.ok) return proven;
  return s.db.transaction(async (tx) => {
    const owner = await personByEmail(tx, email.data);
    if (owner && owner.id !== actor.userId) return fail('email-taken', { field: 'email' });
    if (owner?.emailVerified) return ok({ sentTo: null });
    if (s.mail.sends) return askToConfirm(s, tx, actor, email.data);
    const change = { email: email.data, emailVerified: false, updatedAt: s.now() };
    await updatePerson(tx, actor.userId, change);
    return ok({ sentTo: null });
  });
}

const confirmHours = 24;
const hourMs = 3_600_000;

async function askToConfirm(
  s: Services,
  tx: Tx,
  actor: Actor,
  email: string,
): Promise<Result<{ sentTo: string }>> {
  const workspaceId = await nearestWorkspace(tx, actor.userId);
  if (!workspaceId) return fail('not-now');
  const secret = s.auth.newSecret();
  const at = s.now();
  await createConfirmation(tx, {
    id: idFrom(s.randomBytes(20)),
    secretHash: hashSecret(secret),
    userId: actor.userId,
    email,
    at,
    expiresAt: new Date(at.getTime() + confirmHours * hourMs),
  });
  const words = mailWords[actor.locale];
  const url = pageUrl(s, `/confirm/${secret}`);
  await s.mail.notify(tx, {
    workspaceId,
    toUserId: actor.userId,
    toEmail: email,
    subject: words.confirmSubject,
    body: words.confirmBody({ name: actor.name, url, hours: confirmHours }),
    secret: true,
  });
  return ok({ sentTo: email });
}

/** A new password ends every other sign-in of this person. */
export async function changePassword(
  s: Services,
  actor: Actor,
  input: { password: string; current?: string | null },
): Promise<Result<null>> {
  const chosen = password.safeParse(input.password);
  if (!chosen.success) return fail('bad-input', { field: 'password' });
  const person = await personById(s.db, actor.userId);
  if (!person || isPlaceholder(person.email)) return fail('not-now', { field: 'email' });
  const proven = await provesSelf(s, actor, input.current);
  if (!proven.ok) return proven;
  const hash = await s.auth.hashPassword(chosen.data);
  await s.db.transaction(async (tx) => {
    const { userId, sessionId } = actor;
    await setPassword(tx, { id: idFrom(s.randomBytes(20)), userId, hash, at: s.now() });
    const ended = await endOtherSessions(tx, userId, sessionId);
    tx.afterCommit(() => {
      for (const id of ended) disconnect(s, { sessionId: id });
    });
  });
  return ok(null);
}
