// What every page of a brief starts from: the brief a reader may see, its posts, its live document.
import { briefById, type BriefRow } from '#db/briefs.ts';
import { begunDeliverables, deliverablesOf, sentDeliverables } from '#db/deliverables.ts';
import { documentOf } from '#db/documents.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor, Standing } from '#shared/roles.ts';
import { dayIn } from '#shared/zoned-time.ts';
import { judge } from './rights.ts';
import type { Services } from './services.ts';

/** The brief that a reader of the brand's side may see, with their standing. */
export async function seenBrief(
  s: Services,
  actor: Actor,
  briefId: string,
): Promise<Result<{ brief: BriefRow; standing: Standing }>> {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'brief.read' });
  if (!allowed.ok) return allowed;
  const brief = await briefById(s.db, briefId);
  return brief ? ok({ brief, standing: allowed.value }) : fail('not-found');
}

/** What a socket to the live guidelines is opened with. */
export async function liveDocument(s: Services, briefId: string) {
  const row = await documentOf(s.db, guidelinesDocument(briefId));
  if (!row) throw new Error('a brief without its guidelines document');
  const { name, epoch, schemaVersion } = row;
  return { name, epoch, schemaVersion };
}

/** Deliverables with their days, and what may still be done with each. */
export async function deliverableRows(s: Services, { id, timeZone }: BriefRow) {
  const rows = await deliverablesOf(s.db, id);
  const sent = await sentDeliverables(s.db, id);
  const begun = await begunDeliverables(s.db, id);
  const day = (at: Date | null) => (at ? dayIn(at, timeZone) : '');
  return rows.map((row) => ({
    ...row,
    days: {
      draftDue: day(row.draftDue),
      reviewDue: day(row.reviewDue),
      publishDue: day(row.publishDue),
    },
    isSent: sent.has(row.id),
    isBegun: begun.has(row.id),
  }));
}
