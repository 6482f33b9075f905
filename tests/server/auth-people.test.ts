import { expect, test } from 'vitest';
import { documentOf } from '#db/documents.ts';
import { createPerson } from '#db/people.ts';
import { document } from '#db/schema/documents.ts';
import { standingFor } from '#db/standing.ts';
import {
  inviteMember,
  removeMember,
  revokeInvitation,
  setMemberRole,
} from '#server/commands/people.ts';
import { people } from '#server/views/people.ts';
import type { DocumentName } from '#shared/ids.ts';
import { can } from '#shared/roles.ts';
import { actor, type Doors, openDoors, secretOf, seedBrief, value } from '#tests/support/doors.ts';

const workspaceId = 'rimdaet';
const nok = { name: 'นก', email: 'nok@rimdaet.example', password: 'long enough' };

async function withColleague() {
  const doors = await openDoors();
  const { ploy, briefId } = await seedBrief(doors);
  const name = `guidelines:${briefId}` as const;
  const at = doors.s.now();
  const row = { name, briefId, epoch: 'e', schemaVersion: 1, createdAt: at };
  await doors.s.db.insert(document).values(row);
  const { url } = value(await inviteMember(doors.s, ploy, { workspaceId, role: 'manager' }));
  value(await (await doors.visitor()).join({ token: secretOf(url), as: nok }));
  const { members } = value(await people(doors.s, ploy, {}));
  const userId = members.find((member) => member.email === nok.email)?.userId as string;
  return { doors, ploy, briefId, name, userId };
}

async function aclEpoch({ s }: Doors, name: DocumentName): Promise<number> {
  return (await documentOf(s.db, name))?.aclEpoch ?? Number.NaN;
}

test('an invited colleague is a member with the role of the invitation', async () => {
  const { doors, ploy } = await withColleague();
  const page = value(await people(doors.s, ploy, {}));
  expect(page.members.map(({ name, role }) => [name, role])).toEqual([
    ['Ploy', 'owner'],
    ['นก', 'manager'],
  ]);
  expect(page.invitations).toEqual([]);
});

test('an invitation that was taken back lets nobody in', async () => {
  const { doors, ploy } = await withColleague();
  const { url } = value(await inviteMember(doors.s, ploy, { workspaceId, role: 'viewer' }));
  const [waiting] = value(await people(doors.s, ploy, {})).invitations;
  value(await revokeInvitation(doors.s, ploy, { workspaceId, linkId: waiting?.id as string }));
  expect(value(await people(doors.s, ploy, {})).invitations).toEqual([]);
  const door = await doors.visitor();
  const as = { ...nok, email: 'other@rimdaet.example' };
  expect(await door.join({ token: secretOf(url), as })).toMatchObject({
    error: { code: 'link-revoked' },
  });
  expect(await door.look(secretOf(url))).toMatchObject({ code: 'link-revoked', ask: 'Ploy' });
});

test('whoever is removed loses every right, and open documents are fenced in the same step', async () => {
  const { doors, ploy, briefId, name, userId } = await withColleague();
  const before = await aclEpoch(doors, name);
  value(await removeMember(doors.s, ploy, { workspaceId, userId }));
  expect(await aclEpoch(doors, name)).toBe(before + 1);
  const standing = await standingFor(doors.s.db, userId, { briefId });
  expect(standing && can('brief.read', standing)).toBe(false);
});

test('a role is changed by an owner alone, and the last owner stays one', async () => {
  const { doors, ploy, userId } = await withColleague();
  const colleague = actor(userId, nok.name, 'brand');
  const promotion = { workspaceId, userId, role: 'owner' };
  expect(await setMemberRole(doors.s, colleague, promotion)).toMatchObject({
    error: { code: 'not-allowed' },
  });
  const stepDown = { workspaceId, userId: 'ploy', role: 'viewer' };
  expect(await setMemberRole(doors.s, ploy, stepDown)).toMatchObject({
    error: { code: 'not-now', field: 'role' },
  });
  expect(await removeMember(doors.s, ploy, stepDown)).toMatchObject({ error: { code: 'not-now' } });
  value(await setMemberRole(doors.s, ploy, promotion));
  value(await setMemberRole(doors.s, ploy, stepDown));
});

test('an invitation to one brief gives a place in that brief only', async () => {
  const { doors, ploy, briefId } = await withColleague();
  const { url } = value(await inviteMember(doors.s, ploy, { briefId, role: 'reviewer' }));
  const as = { ...nok, email: 'legal@rimdaet.example' };
  const door = await doors.visitor();
  expect(value(await door.join({ token: secretOf(url), as })).to).toBe(`/briefs/${briefId}`);
  expect(value(await people(doors.s, ploy, {})).members).toHaveLength(2);
});

test('a person who belongs to no workspace sees nobody’s people', async () => {
  const { doors } = await withColleague();
  const at = doors.s.now();
  const stranger = { id: 'stranger', name: 'S', kind: 'brand', locale: 'en', at } as const;
  await createPerson(doors.s.db, stranger);
  const who = actor('stranger', 'S', 'brand');
  expect(await people(doors.s, who, { workspaceId })).toMatchObject({
    error: { code: 'not-allowed' },
  });
});
