// What the pages about guidelines read: the live document's place, the versions, one version with
// what changed in it. The live words come over the socket, never from here.
import { agreedVersions, creatorsOf } from '#db/creators.ts';
import { versionByNumber, type VersionRow, versionsOf } from '#db/guidelines-versions.ts';
import { personById } from '#db/people.ts';
import { briefById } from '#db/briefs.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { diffGuidelines } from '#shared/guidelines-changes.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, documentRight } from '#shared/roles.ts';
import { deliverableRows, liveDocument, seenBrief } from '../brief-case.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { guidelinesSuggestions } from './suggestions.ts';

export async function guidelinesPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  const versions = await versionsOf(s.db, briefId);
  const suggested = await guidelinesSuggestions(s.db, { userId: actor.userId, standing }, briefId);
  return ok({
    briefId,
    userId: actor.userId,
    brandName: brief.brandName,
    languages: brief.languages,
    timeZone: brief.timeZone,
    isOpen: brief.guidelinesOpen,
    right: documentRight('guidelines', standing),
    document: await liveDocument(s, briefId),
    ...suggested,
    versions: versions.map(({ n, hash, change, note, publishedAt, publisher }) => {
      return { n, hash, change, note, publishedAt, publisher };
    }),
    deliverables: await deliverableRows(s, brief),
    agreed: await agreedToNewest(s, briefId, versions[0]?.n ?? 0),
    may: {
      ...suggested.may,
      publish: can('guidelines.publish', standing),
      door: can('guidelines.door', standing),
      edit: can('brief.edit', standing),
    },
  });
}

async function agreedToNewest(s: Services, briefId: string, newest: number) {
  const inside = (await creatorsOf(s.db, briefId)).filter((creator) => creator.state === 'in');
  const agreed = await agreedVersions(
    s.db,
    inside.map((creator) => creator.id),
  );
  const current = inside.filter((creator) => agreed.get(creator.id) === newest);
  return { of: inside.length, current: current.length };
}

/** A published version with what changed since the one before; creators of the brief read it too. */
export async function versionPage(
  s: Services,
  actor: Actor,
  { briefId, n }: { briefId: string; n: number },
) {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'version.read' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  const version = Number.isSafeInteger(n) ? await versionByNumber(s.db, briefId, n) : null;
  if (!brief || !version) return fail('not-found');
  const before = n > 1 ? await versionByNumber(s.db, briefId, n - 1) : null;
  const structure = version.structure as Guidelines;
  const publisher = await personById(s.db, version.publishedBy);
  const { hash, change, note, publishedAt } = version;
  return ok({
    brief: { id: briefId, title: brief.title, brandName: brief.brandName },
    version: {
      n,
      hash,
      change,
      note,
      publishedAt,
      publisher: publisher?.name ?? null,
      timeZone: brief.timeZone,
    },
    structure,
    before: before && structureOf(before),
    changes: before ? diffGuidelines(structureOf(before), structure) : [],
    /** The reader came from the invitation, not from the brand's pages. */
    isCreator: allowed.value.creator,
  });
}

const structureOf = (version: VersionRow) => version.structure as Guidelines;
