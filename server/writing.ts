// A creator's sign of life: that they wrote and when, which the brand sees while the text is just
// theirs. Taken from what was appended, never from what it says.
import { draftPlace, noteWriting } from '#db/drafts.ts';
import type { Database } from '#db/open.ts';
import { parseDocumentName } from '#shared/ids.ts';
import type { Live } from './live.ts';
import type { UpdateLog } from './sync/persistence.ts';

export interface WritingOptions {
  db: Database;
  live: Live;
  now(): Date;
  log(entry: Record<string, unknown>): void;
}

/** Told at most this often a draft: nobody needs to watch another's fingers. */
const everyMs = 60_000;

/** The same log; what is appended to a draft is also noted, after it is on disk. */
export function noteWriters(log: UpdateLog, options: WritingOptions): UpdateLog {
  const told = new Map<string, number>();

  function written(draftId: string, userId: string): void {
    const at = options.now().getTime();
    if (at - (told.get(draftId) ?? 0) < everyMs) return;
    told.set(draftId, at);
    note(options, draftId, userId).catch((error: unknown) => {
      options.log({ at: 'writing', draft: draftId, error: String(error) });
    });
  }

  return {
    ...log,
    async append(batch) {
      const outcomes = await log.append(batch);
      batch.forEach(({ document, userId }, index) => {
        const parsed = parseDocumentName(document);
        if (parsed?.kind === 'draft' && outcomes[index]?.kind === 'appended') {
          written(parsed.id, userId);
        }
      });
      return outcomes;
    },
  };
}

async function note({ db, live, now }: WritingOptions, draftId: string, userId: string) {
  const at = now();
  await db.transaction(async (tx) => {
    const isNews = await noteWriting(tx, { draftId, at, everyMs });
    const place = isNews ? await draftPlace(tx, draftId) : null;
    if (!place) return;
    await live.publish(tx, {
      kind: 'draft.write',
      topic: `draft:${draftId}`,
      workspaceId: place.brief.workspaceId,
      briefId: place.brief.id,
      draftId,
      audience: 'brand',
      actorId: userId,
      at,
    });
  });
}
