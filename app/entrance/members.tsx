// The people of a workspace: their roles, the invitations that are open, and a form for another.
import { Form } from '@remix-run/react';
import { Rows } from '#app/components/surface.tsx';
import { useFormat, useWords } from '#app/components/words.tsx';
import type { BriefRole, WorkspaceRole } from '#shared/roles.ts';
import { auth } from '#shared/words/auth.ts';
import { Button } from '#app/components/button.tsx';

const roles = ['owner', 'manager', 'viewer'] as const satisfies WorkspaceRole[];

export interface MemberProps {
  userId: string;
  name: string;
  email: string | null;
  role: WorkspaceRole;
  isSelf: boolean;
}

interface Managed {
  workspaceId: string;
  canManage: boolean;
}

export function Members({ members, ...managed }: Managed & { members: MemberProps[] }) {
  return (
    <Rows>
      {members.map((member) => (
        <Member key={member.userId} {...member} {...managed} />
      ))}
    </Rows>
  );
}

function Member({
  userId,
  name,
  email,
  role,
  isSelf,
  workspaceId,
  canManage,
}: MemberProps & Managed) {
  const w = useWords(auth);
  const roleName = useRoleName();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
      <div className="min-w-40 flex-1">
        <p className="break-words text-17 text-ink">
          {name}
          {isSelf && <span className="text-13 text-muted"> · {w.you}</span>}
        </p>
        {email && <p className="break-all text-13 text-muted">{email}</p>}
      </div>
      {canManage ? (
        <>
          <Form method="post" className="flex items-center gap-2">
            <input type="hidden" name="workspaceId" value={workspaceId} />
            <input type="hidden" name="userId" value={userId} />
            <RoleSelect label={w.roleOf({ name })} role={role} />
            <Button type="submit" name="intent" value="role">
              {w.save}
            </Button>
          </Form>
          {!isSelf && <Remove {...{ userId, name, workspaceId }} />}
        </>
      ) : (
        <span className="text-15 text-muted">{roleName(role)}</span>
      )}
    </li>
  );
}

/** Asks once more, in place: what is said there is what happens. */
function Remove({
  userId,
  name,
  workspaceId,
}: {
  userId: string;
  name: string;
  workspaceId: string;
}) {
  const w = useWords(auth);
  return (
    <details className="w-full sm:w-auto">
      <summary
        className="inline-flex min-h-11 cursor-pointer items-center rounded-xl px-2 text-15 text-muted underline underline-offset-[.3em] sm:min-h-10"
        aria-label={w.removeOf({ name })}
      >
        {w.remove}
      </summary>
      <Form method="post" className="flex flex-col gap-3 py-2">
        <input type="hidden" name="workspaceId" value={workspaceId} />
        <input type="hidden" name="userId" value={userId} />
        <p className="text-15 text-ink">{w.removeSure({ name })}</p>
        <Button type="submit" name="intent" value="remove">
          {w.removeYes}
        </Button>
      </Form>
    </details>
  );
}

function RoleSelect({ label, role }: { label: string; role: WorkspaceRole }) {
  const roleName = useRoleName();
  return (
    <select
      name="role"
      aria-label={label}
      defaultValue={role}
      className="h-11 rounded-xl border border-edge bg-raised px-3 pr-8 text-17 text-ink"
    >
      {roles.map((one) => (
        <option key={one} value={one}>
          {roleName(one)}
        </option>
      ))}
    </select>
  );
}

export function InviteForm({ workspaceId }: { workspaceId: string }) {
  const w = useWords(auth);
  const hints = { owner: w.roleOwnerHint, manager: w.roleManagerHint, viewer: w.roleViewerHint };
  const roleName = useRoleName();
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="workspaceId" value={workspaceId} />
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1 text-15 font-medium text-ink">{w.role}</legend>
        {roles.map((role) => (
          <label key={role} className="flex min-h-11 items-center gap-3 text-15 text-ink">
            <input
              type="radio"
              name="role"
              value={role}
              defaultChecked={role === 'manager'}
              className="size-5 accent-ink"
            />
            <span>
              {roleName(role)} <span className="text-muted">· {hints[role]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" look="brand" name="intent" value="invite">
          {w.inviteButton}
        </Button>
      </div>
    </Form>
  );
}

export interface InvitationProps {
  id: string;
  role: WorkspaceRole | BriefRole | null;
  briefTitle: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface InvitationsProps {
  workspaceId: string;
  invitations: InvitationProps[];
  now: Date;
}

export function Invitations({ workspaceId, invitations, now }: InvitationsProps) {
  const w = useWords(auth);
  const format = useFormat();
  const roleName = useRoleName();
  if (invitations.length === 0) return <p className="text-15 text-muted">{w.waitingNone}</p>;
  return (
    <Rows>
      {invitations.map(({ id, role, briefTitle, invitedBy, createdAt, expiresAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-40 flex-1">
            <p className="text-17 text-ink">
              {role && roleName(role)}
              {briefTitle && ` ${w.invitedFor({ brief: briefTitle })}`}
            </p>
            <p className="text-13 text-muted">
              {w.invitedBy({ name: invitedBy ?? '', when: format.relative(createdAt) })}
              {expiresAt <= now && ` · ${w.expired}`}
            </p>
          </div>
          <Form method="post">
            <input type="hidden" name="workspaceId" value={workspaceId} />
            <input type="hidden" name="linkId" value={id} />
            <Button type="submit" name="intent" value="take-back">
              {w.takeBack}
            </Button>
          </Form>
        </li>
      ))}
    </Rows>
  );
}

function useRoleName(): (role: WorkspaceRole | BriefRole) => string {
  const w = useWords(auth);
  const names = {
    owner: w.roleOwner,
    manager: w.roleManager,
    viewer: w.roleViewer,
    lead: w.roleLead,
    colleague: w.roleColleague,
    reviewer: w.roleReviewer,
  };
  return (role) => names[role];
}
