// The plan of a brief as a document: made with the brief, and for briefs that were there before plans
// were, when somebody who may write one first comes to it. It begins with nothing in it, so that it
// can never be seeded twice over.
import * as Y from 'yjs';
import { createDocument, documentOf } from '#db/documents.ts';
import type { Tx } from '#db/open.ts';
import { idFrom, planDocument } from '#shared/ids.ts';
import { emptyPlan, type Plan, planSchemaVersion, readPlan } from '#shared/plan.ts';
import type { Services } from './services.ts';

/** Where there is one already nothing happens. */
export async function createPlan(s: Services, tx: Tx, briefId: string): Promise<void> {
  const name = planDocument(briefId);
  if (await documentOf(tx, name)) return;
  const doc = new Y.Doc();
  await createDocument(tx, {
    name,
    briefId,
    schemaVersion: planSchemaVersion,
    epoch: idFrom(s.randomBytes(20)),
    state: Y.encodeStateAsUpdate(doc),
    at: s.now(),
  });
  doc.destroy();
}

/** What a socket to the plan is opened with; null for a reader of a brief that has none yet. */
export async function planPlace(
  s: Services,
  { briefId, mayWrite }: { briefId: string; mayWrite: boolean },
) {
  const name = planDocument(briefId);
  const known = await documentOf(s.db, name);
  if (!known && mayWrite) await s.db.transaction((tx) => createPlan(s, tx, briefId));
  const row = known ?? (await documentOf(s.db, name));
  return row && { name, epoch: row.epoch };
}

/** The plan as it is on disk. */
export const planOf = async (s: Services, briefId: string): Promise<Plan> =>
  (await s.hub.read(planDocument(briefId), readPlan)) ?? emptyPlan;
