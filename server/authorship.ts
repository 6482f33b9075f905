// Whose each client id of a draft's document is, for laying over its text: the creator's own, and
// those under which the creator accepted a suggestion, whose words are the brand's.
import { clientsOf } from '#db/documents.ts';
import type { Executor } from '#db/open.ts';
import { typedBy, type Writer } from '#shared/authorship.ts';
import { draftDocument } from '#shared/ids.ts';

export type Writers = Map<number, Writer>;

type OfDraft = { id: string; creatorId: string };

export async function writersOf(db: Executor, { id, creatorId }: OfDraft): Promise<Writers> {
  const clients = await clientsOf(db, draftDocument(id));
  return new Map(
    clients.map(({ clientId, userId, suggestionId, authorId }) => [
      clientId,
      suggestionId === null
        ? typedBy(userId, creatorId)
        : { userId: authorId ?? '', side: 'brand', origin: 'accepted', suggestionId },
    ]),
  );
}
