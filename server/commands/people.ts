// Who works here: inviting colleagues, changing and taking away their place, and the links by which
// creators are invited. Every change of rights bumps the documents' acl epoch first.
import { z } from 'zod';
import { bumpAcl } from '#db/documents.ts';
import { revokeLink, revokeOpenLinks, waitsForNewLink } from '#db/links.ts';
import {
  briefDoor,
  countOwners,
  creatorState,
  membersOf,
  removeMember as removeMemberRow,
  setMemberRole as setMemberRoleRow,
  workspaceById,
} from '#db/members.ts';
import type { Tx } from '#db/open.ts';
import { isClaimed, type PersonRow, personById } from '#db/people.ts';
import { standingFor } from '#db/standing.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can, type WorkspaceRole } from '#shared/roles.ts';
import { mail as mailWords } from '#shared/words/mail.ts';
import { parse } from '../auth/accounts.ts';
import { makeLink } from '../auth/links.ts';
import { type HandedLink, handInvitation, handOver } from '../handing.ts';
import type { Services } from '../services.ts';

const workspaceRole = z.enum(['owner', 'manager', 'viewer']);
const invitationForm = z.union([
  z.object({ workspaceId: z.string(), role: workspaceRole }),
  z.object({ briefId: z.string(), role: z.enum(['lead', 'colleague', 'reviewer']) }),
]);

/** Invites a colleague to the workspace or to one brief, by a link that can be copied. */
export async function inviteMember(
  s: Services,
  actor: Actor,
  input: z.input<typeof invitationForm>,
): Promise<Result<HandedLink>> {
  const form = parse(invitationForm, input);
  if (!form.ok) return form;
  const place = form.value;
  const briefId = 'briefId' in place ? place.briefId : null;
  const standing = await standingFor(s.db, actor.userId, place);
  const action = briefId ? 'brief.people' : 'workspace.manage';
  if (!standing || !can(action, standing)) return fail('not-allowed');
  const brief = briefId ? await briefDoor(s.db, briefId) : null;
  const workspaceId = 'workspaceId' in place ? place.workspaceId : brief?.workspaceId;
  const workspace = workspaceId ? await workspaceById(s.db, workspaceId) : null;
  if (!workspace) return fail('not-found');
  const url = await makeLink(s, s.db, {
    purpose: 'invite-member',
    workspaceId: workspace.id,
    ...(briefId && { briefId }),
    role: place.role,
    createdBy: actor.userId,
  });
  const name = brief?.title ?? workspace.name;
  return ok(
    handOver(url, (to) => mailWords[actor.locale].inviteMember({ workspace: name, url: to })),
  );
}

export async function revokeInvitation(
  s: Services,
  actor: Actor,
  { workspaceId, linkId }: { workspaceId: string; linkId: string },
): Promise<Result<null>> {
  if (!(await manages(s, actor, workspaceId))) return fail('not-allowed');
  const revoked = await revokeLink(s.db, { id: linkId, workspaceId }, s.now());
  return revoked ? ok(null) : fail('not-found');
}

export async function setMemberRole(
  s: Services,
  actor: Actor,
  input: { workspaceId: string; userId: string; role: string },
): Promise<Result<null>> {
  const role = workspaceRole.safeParse(input.role);
  if (!role.success) return fail('bad-input', { field: 'role' });
  return changeMember(s, actor, input, {
    keepsOwner: role.data === 'owner',
    change: (tx, whom) => setMemberRoleRow(tx, { ...whom, role: role.data }),
  });
}

/** Takes a person out of the workspace and its briefs; their open pages close within a second. */
export async function removeMember(
  s: Services,
  actor: Actor,
  input: { workspaceId: string; userId: string },
): Promise<Result<null>> {
  return changeMember(s, actor, input, { keepsOwner: false, change: removeMemberRow });
}

interface Change {
  keepsOwner: boolean;
  change(tx: Tx, whom: { workspaceId: string; userId: string }): Promise<boolean>;
}

async function changeMember(
  s: Services,
  actor: Actor,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  { keepsOwner, change }: Change,
): Promise<Result<null>> {
  if (!(await manages(s, actor, workspaceId))) return fail('not-allowed');
  return s.db.transaction(async (tx) => {
    await bumpAcl(tx, { workspaceId });
    const role = await memberRole(tx, workspaceId, userId);
    if (!role) return fail('not-found');
    const isLast = role === 'owner' && (await countOwners(tx, workspaceId)) === 1;
    if (isLast && !keepsOwner) return fail('not-now', { field: 'role' });
    await change(tx, { workspaceId, userId });
    await s.live.publish(tx, {
      kind: 'people.changed',
      topic: `workspace:${workspaceId}`,
      workspaceId,
      audience: 'brand',
      actorId: actor.userId,
      at: s.now(),
    });
    tx.afterCommit(() => s.hub.rightsChanged({}));
    return ok(null);
  });
}

async function manages(s: Services, actor: Actor, workspaceId: string): Promise<boolean> {
  const standing = await standingFor(s.db, actor.userId, { workspaceId });
  return standing !== null && can('workspace.manage', standing);
}

async function memberRole(
  tx: Tx,
  workspaceId: string,
  userId: string,
): Promise<WorkspaceRole | null> {
  const members = await membersOf(tx, workspaceId);
  return members.find((member) => member.userId === userId)?.role ?? null;
}

/**
 * A link for a creator of this brief, to be copied. As often as wanted until the creator first opens
 * one (each replaces the one before); after that only as the answer to "ask for a new link", which
 * both sides see, and never for a claimed account.
 */
export async function copyInvitation(
  s: Services,
  actor: Actor,
  { briefId, userId }: { briefId: string; userId: string },
): Promise<Result<HandedLink>> {
  const standing = await standingFor(s.db, actor.userId, { briefId });
  if (!standing || !can('creator.invite', standing)) return fail('not-allowed');
  return s.db.transaction(async (tx) => {
    const brief = await briefDoor(tx, briefId);
    const person = await personById(tx, userId);
    const state = await creatorState(tx, { briefId, userId });
    if (!brief || !person || !state || state === 'removed') return fail('not-found');
    const again = state !== 'invited';
    if (again && !(await mayInviteAgain(tx, person, briefId))) return fail('link-used');
    const purpose = again ? 'reinvite-creator' : 'invite-creator';
    const purposes: ('invite-creator' | 'reinvite-creator')[] = [
      'invite-creator',
      'reinvite-creator',
    ];
    await revokeOpenLinks(tx, { purposes, userId, briefId }, s.now());
    const link = await handInvitation(s, tx, { actor, person, brief, purpose });
    const { workspaceId } = brief;
    if (again) await tellInvitedAgain(s, tx, { actor, person, briefId, workspaceId });
    return ok(link);
  });
}

async function mayInviteAgain(tx: Tx, person: PersonRow, briefId: string): Promise<boolean> {
  if (await isClaimed(tx, person)) return false;
  return waitsForNewLink(tx, { briefId, userId: person.id });
}

async function tellInvitedAgain(
  s: Services,
  tx: Tx,
  {
    actor,
    person,
    briefId,
    workspaceId,
  }: { actor: Actor; person: PersonRow; briefId: string; workspaceId: string },
): Promise<void> {
  const event = {
    kind: 'creator.reinvited',
    topic: `brief:${briefId}`,
    workspaceId,
    briefId,
    actorId: actor.userId,
    at: s.now(),
    body: { name: person.name },
  };
  await s.live.publish(tx, { ...event, audience: 'brand' });
  await s.live.publish(tx, { ...event, audience: 'person', toUserId: person.id });
}
