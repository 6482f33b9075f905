// Accounts that begin at a link: the owner's at the set-up link of an empty installation, a
// colleague's at an invitation. There is no other way to sign up.
import { z } from 'zod';
import { bumpAcl } from '#db/documents.ts';
import { consumeLink, type LinkPurpose, type LinkRow, linkByHash } from '#db/links.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { createPerson, personByEmail, setPassword } from '#db/people.ts';
import type { SessionMethod } from '#db/sessions.ts';
import { emailAddress, password, personName } from '#shared/account.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import type { Services } from '../services.ts';
import { linkProblem, pageAfter } from './links.ts';
import { hashSecret } from './secrets.ts';
import { type Entered, enter, type Visitor } from './visitor.ts';

const accountForm = z.object({ name: personName, email: emailAddress, password });
const ownerForm = accountForm.extend({ workspace: personName });

type AccountForm = z.output<typeof accountForm>;

/** The first account of an empty installation, with its workspace. */
export async function makeOwner(
  s: Services,
  visitor: Visitor,
  { token, ...input }: { token: string } & z.input<typeof ownerForm>,
): Promise<Result<Entered>> {
  const form = parse(ownerForm, input);
  if (!form.ok) return form;
  const passwordHash = await s.auth.hashPassword(form.value.password);
  return s.db.transaction(async (tx) => {
    const link = await liveLink(s, tx, token, 'setup');
    if (!link.ok) return link;
    const entered = await startAccount(s, tx, visitor, {
      account: form.value,
      passwordHash,
      method: 'set-up',
    });
    if (!entered.ok) return entered;
    await consumeLink(tx, link.value.id, s.now());
    const { userId, cookies } = entered.value;
    const workspaceId = idFrom(s.randomBytes(20));
    const createdAt = s.now();
    await createWorkspace(tx, { id: workspaceId, name: form.value.workspace, createdAt });
    await addMember(tx, { workspaceId, userId, role: 'owner', createdAt });
    return ok({ to: '/', cookies });
  });
}

/** A colleague takes up an invitation: with a new account, or as who is signed in already. */
export async function joinAs(
  s: Services,
  visitor: Visitor,
  { token, as }: { token: string; as: 'me' | z.input<typeof accountForm> },
): Promise<Result<Entered>> {
  const form = as === 'me' ? null : parse(accountForm, as);
  if (form && !form.ok) return form;
  const passwordHash = form ? await s.auth.hashPassword(form.value.password) : '';
  return s.db.transaction(async (tx) => {
    const link = await liveLink(s, tx, token, 'invite-member');
    if (!link.ok) return link;
    const entered = form
      ? await startAccount(s, tx, visitor, {
          account: form.value,
          passwordHash,
          method: 'invitation',
        })
      : signedInColleague(visitor);
    if (!entered.ok) return entered;
    await consumeLink(tx, link.value.id, s.now());
    await givePlace(s, tx, link.value, entered.value.userId);
    return ok({ to: pageAfter(link.value), cookies: entered.value.cookies });
  });
}

interface NewAccount {
  account: AccountForm;
  passwordHash: string;
  method: SessionMethod;
}

async function startAccount(
  s: Services,
  tx: Tx,
  visitor: Visitor,
  { account: { name, email }, passwordHash, method }: NewAccount,
): Promise<Result<{ userId: string; cookies: string[] }>> {
  if (await personByEmail(tx, email)) return fail('email-taken', { field: 'email' });
  const userId = idFrom(s.randomBytes(20));
  const at = s.now();
  await createPerson(tx, { id: userId, name, email, kind: 'brand', locale: visitor.locale, at });
  await setPassword(tx, { id: idFrom(s.randomBytes(20)), userId, hash: passwordHash, at });
  return ok({ userId, cookies: await enter(s, tx, visitor, { userId, method }) });
}

/** A creator's account never gets a place on the brand side. */
function signedInColleague({ actor }: Visitor): Result<{ userId: string; cookies: string[] }> {
  if (!actor) return fail('signed-out');
  if (actor.kind !== 'brand') return fail('wrong-person');
  return ok({ userId: actor.userId, cookies: [] });
}

async function givePlace(s: Services, tx: Tx, link: LinkRow, userId: string): Promise<void> {
  const { workspaceId, briefId, role } = link;
  if (!workspaceId || !role) throw new Error('an invitation without a place to give');
  const scope = briefId ? { briefId } : { workspaceId };
  const createdAt = s.now();
  await bumpAcl(tx, scope);
  if (briefId) await addBriefMember(tx, { briefId, userId, role: role as BriefRole, createdAt });
  else await addMember(tx, { workspaceId, userId, role: role as WorkspaceRole, createdAt });
  await s.live.publish(tx, {
    kind: 'people.joined',
    topic: briefId ? `brief:${briefId}` : `workspace:${workspaceId}`,
    workspaceId,
    briefId,
    audience: 'brand',
    actorId: userId,
    at: createdAt,
    body: { role },
  });
  tx.afterCommit(() => s.hub.rightsChanged({}));
}

async function liveLink(
  s: Services,
  tx: Tx,
  token: string,
  purpose: LinkPurpose,
): Promise<Result<LinkRow>> {
  const row = await linkByHash(tx, hashSecret(token));
  const problem = linkProblem(s, row);
  if (!row || problem) return fail(problem ?? 'link-unknown');
  return row.purpose === purpose ? ok(row) : fail('link-unknown');
}

/** The form, or the first field that is wrong with it. */
export function parse<Form extends z.ZodType>(form: Form, input: unknown): Result<z.output<Form>> {
  const parsed = form.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return fail('bad-input', { field: String(parsed.error.issues[0]?.path[0] ?? '') });
}
