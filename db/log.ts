// The sync engine's UpdateLog on this database: appends go through the writer thread,
// loads come from the reading connection.
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { UpdateLog } from '#server/sync/persistence.ts';
import type { Executor } from './open.ts';
import { document, documentClient, documentSnapshot, documentUpdate } from './schema/documents.ts';
import type { Writer } from './writer-thread.ts';

export function updateLog(writer: Writer, db: Executor): UpdateLog {
  return {
    async load(name) {
      const [row] = await db.select().from(document).where(eq(document.name, name));
      if (!row) return null;
      const [snapshot] = await db
        .select({ seq: documentSnapshot.seq, state: documentSnapshot.state })
        .from(documentSnapshot)
        .where(eq(documentSnapshot.document, name))
        .orderBy(desc(documentSnapshot.seq))
        .limit(1);
      const tail = await db
        .select({ seq: documentUpdate.seq, update: documentUpdate.content })
        .from(documentUpdate)
        .where(and(eq(documentUpdate.document, name), gt(documentUpdate.seq, snapshot?.seq ?? 0)))
        .orderBy(asc(documentUpdate.seq));
      const { epoch, schemaVersion } = row;
      return { epoch, schemaVersion, snapshot: snapshot ?? null, tail };
    },
    async clients(name) {
      const rows = await db
        .select({ clientId: documentClient.clientId, userId: documentClient.userId })
        .from(documentClient)
        .where(eq(documentClient.document, name));
      return new Map(rows.map((row) => [row.clientId, row.userId]));
    },
    append: (batch) =>
      writer.call({ op: 'append', batch, at: Date.now() }) as ReturnType<UpdateLog['append']>,
    async saveSnapshot(snapshot) {
      await writer.call({ op: 'snapshot', ...snapshot, at: Date.now() });
    },
  };
}
