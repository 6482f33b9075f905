// What the pages of a brief share on the brand's side: beginning one, and its frame with the people in it.
import { briefPeople, briefsOf } from '#db/briefs.ts';
import { membersOf, workspacesOf } from '#db/members.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, nobody } from '#shared/roles.ts';
import { seenBrief } from '../brief-case.ts';
import { holidayPlaces, placesByZone } from '../holidays.ts';
import type { Services } from '../services.ts';

/** Where the reader may begin a brief; the first is chosen unless they say otherwise. */
export async function newBriefPage(s: Services, actor: Actor) {
  const own = await workspacesOf(s.db, actor.userId);
  const workspaces = own.filter(({ role }) => can('brief.create', { ...nobody, workspace: role }));
  if (workspaces.length === 0) return fail('not-allowed');
  return ok({ workspaces, places: holidayPlaces, placesByZone: placesByZone() });
}

/** The briefs the reader sees from the brand's side, the newest first. */
export async function myBriefs(s: Services, actor: Actor) {
  const rows = await briefsOf(s.db, actor.userId);
  return ok(
    rows.map(({ id, title, brandName, createdAt }) => ({ id, title, brandName, createdAt })),
  );
}

/** The frame around a brief's pages. */
export async function briefPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const people = await briefPeople(s.db, briefId);
  const mayChangePeople = can('brief.people', standing);
  const { id, title, brandName, product, place, workspaceId, needsClearance } = brief;
  const mayEdit = can('brief.edit', standing);
  return ok({
    brief: { id, title, brandName, product, place, needsClearance },
    /** Whose holidays can be chosen. */
    places: mayEdit ? holidayPlaces : [],
    people: people.map(({ userId, name, role }) => ({ userId, name, role })),
    /** Colleagues of the workspace who could be given a place. */
    addable: mayChangePeople ? await addable(s, workspaceId, people) : [],
    may: {
      edit: mayEdit,
      people: mayChangePeople,
      client: can('client.link', standing),
      again: can('brief.create', standing),
      plan: can('plan.read', standing),
    },
  });
}

async function addable(s: Services, workspaceId: string, people: { userId: string }[]) {
  const inside = new Set(people.map((person) => person.userId));
  const members = await membersOf(s.db, workspaceId);
  return members
    .filter((member) => !inside.has(member.userId))
    .map(({ userId, name }) => ({ userId, name }));
}
