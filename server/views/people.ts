// What the pages about people read: one's own account, devices and tokens, the workspace's people
// and its outbox. Never a password, an address under .invalid, or a secret.
import { openInvitations } from '#db/links.ts';
import { membersOf, workspacesOf } from '#db/members.ts';
import { outboxOf } from '#db/notices.ts';
import { passwordOf, personById } from '#db/people.ts';
import { sessionsOf } from '#db/sessions.ts';
import { tokensOf } from '#db/tokens.ts';
import { ownEmail } from '#shared/account.ts';
import { deviceName } from '#shared/devices.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, nobody, type WorkspaceRole } from '#shared/roles.ts';
import { cameByMailJustNow } from '../auth/proving.ts';
import type { Services } from '../services.ts';

export async function mySettings(s: Services, actor: Actor) {
  const person = await personById(s.db, actor.userId);
  if (!person) return fail('signed-out');
  const hasPassword = (await passwordOf(s.db, actor.userId)) !== null;
  return ok({
    name: person.name,
    locale: person.locale,
    calendar: person.calendar,
    kind: person.kind,
    email: ownEmail(person.email),
    emailVerified: person.emailVerified,
    hasPassword,
    /** The form asks for the current password. */
    asksCurrent: hasPassword && !(await cameByMailJustNow(s, actor)),
    sendsMail: s.mail.sends,
  });
}

export async function myDevices(s: Services, actor: Actor) {
  const sessions = await sessionsOf(s.db, actor.userId, s.now());
  return ok(
    sessions.map((session) => ({
      id: session.id,
      here: session.id === actor.sessionId,
      method: session.method,
      ...deviceName(session.userAgent),
      since: session.createdAt,
      lastSeen: session.updatedAt,
    })),
  );
}

export async function myTokens(s: Services, actor: Actor) {
  const tokens = await tokensOf(s.db, actor.userId);
  return ok(
    tokens.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
  );
}

/** The workspace a settings page is about: the one named, or the person's first. */
async function workspaceOf(
  s: Services,
  actor: Actor,
  workspaceId: string | undefined,
): Promise<Result<{ id: string; name: string; role: WorkspaceRole }>> {
  const own = await workspacesOf(s.db, actor.userId);
  const chosen = workspaceId ? own.find(({ id }) => id === workspaceId) : own[0];
  return chosen ? ok(chosen) : fail('not-allowed');
}

export async function people(s: Services, actor: Actor, { workspaceId }: { workspaceId?: string }) {
  const workspace = await workspaceOf(s, actor, workspaceId);
  if (!workspace.ok) return workspace;
  const { id, name, role } = workspace.value;
  const canManage = can('workspace.manage', { ...nobody, workspace: role });
  const members = await membersOf(s.db, id);
  return ok({
    workspace: { id, name },
    canManage,
    members: members.map((member) => ({
      ...member,
      email: ownEmail(member.email),
      isSelf: member.userId === actor.userId,
    })),
    invitations: canManage ? await openInvitations(s.db, id) : [],
    now: s.now(),
  });
}

const outboxLength = 200;

export async function outbox(s: Services, actor: Actor, { workspaceId }: { workspaceId?: string }) {
  const workspace = await workspaceOf(s, actor, workspaceId);
  if (!workspace.ok) return workspace;
  const { id, name, role } = workspace.value;
  if (!can('outbox.read', { ...nobody, workspace: role })) return fail('not-allowed');
  return ok({
    workspace: { id, name },
    sendsMail: s.mail.sends,
    notices: await outboxOf(s.db, id, outboxLength),
  });
}
