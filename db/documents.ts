// Live documents as rows: made once with their seed, fenced by an epoch and by who may write.
import { eq, inArray, sql } from 'drizzle-orm';
import type { DocumentName } from '#shared/ids.ts';
import type { Executor, Tx } from './open.ts';
import { prepared } from './prepared.ts';
import { brief } from './schema/campaign.ts';
import { document, documentClient, documentSnapshot } from './schema/documents.ts';
import { suggestion } from './schema/talk.ts';

export interface NewDocument {
  name: DocumentName;
  briefId: string;
  schemaVersion: number;
  epoch: string;
  /** The seed as one Yjs update (V1). A document is seeded here and nowhere else. */
  state: Uint8Array;
  /** Whose words the seed is, by the client ids that wrote it. */
  authors?: Map<number, string>;
  at: Date;
}

export async function createDocument(tx: Tx, seed: NewDocument): Promise<void> {
  const { name, briefId, schemaVersion, epoch, at } = seed;
  await tx.insert(document).values({ name, briefId, schemaVersion, epoch, createdAt: at });
  await tx
    .insert(documentSnapshot)
    .values({ document: name, seq: 0, at, state: Buffer.from(seed.state) });
  for (const [clientId, userId] of seed.authors ?? []) {
    await tx.insert(documentClient).values({ document: name, clientId, userId, at });
  }
}

export type DocumentRow = typeof document.$inferSelect;

const documentByName = prepared((db) =>
  db
    .select()
    .from(document)
    .where(eq(document.name, sql.placeholder('name')))
    .prepare(),
);

export async function documentOf(db: Executor, name: DocumentName): Promise<DocumentRow | null> {
  const [row] = await documentByName(db).all({ name });
  return row ?? null;
}

/**
 * Fences off every append that was authorised before now. Called first in each transaction that
 * changes who may write what; after the commit, tell the hub with `rightsChanged`.
 */
export async function bumpAcl(
  tx: Tx,
  scope: { name: DocumentName } | { briefId: string } | { workspaceId: string },
): Promise<void> {
  const touched =
    'name' in scope
      ? eq(document.name, scope.name)
      : 'briefId' in scope
        ? eq(document.briefId, scope.briefId)
        : inArray(
            document.briefId,
            tx.select({ id: brief.id }).from(brief).where(eq(brief.workspaceId, scope.workspaceId)),
          );
  await tx
    .update(document)
    .set({ aclEpoch: sql`${document.aclEpoch} + 1` })
    .where(touched);
}

export type DocumentClient = Pick<
  typeof documentClient.$inferSelect,
  'clientId' | 'userId' | 'suggestionId'
> & { authorId: string | null };

/** Everyone who ever wrote in a document, by client id; where they accepted a suggestion, whose. */
export async function clientsOf(db: Executor, name: DocumentName): Promise<DocumentClient[]> {
  const { clientId, userId, suggestionId } = documentClient;
  return db
    .select({ clientId, userId, suggestionId, authorId: suggestion.authorId })
    .from(documentClient)
    .leftJoin(suggestion, eq(suggestion.id, documentClient.suggestionId))
    .where(eq(documentClient.document, name));
}
