// Keeping versions of a draft besides those that were sent: by themselves once nobody has written
// for a while, or because a person asks. What is kept is on disk and never changes.
import {
  checkpointsOf,
  type CheckpointRow,
  createCheckpoint,
  dropCheckpoints,
  nameCheckpoint,
  noteKept,
  quietDrafts,
} from '#db/checkpoints.ts';
import { documentOf } from '#db/documents.ts';
import { draftById, type DraftRow, lastVersion } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { contentId, normalForm } from '#shared/content-id.ts';
import { toLetGo } from '#shared/checkpoints.ts';
import { draftDocument, idFrom } from '#shared/ids.ts';
import { isEmptyDraft } from '#shared/parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { readDraft, sha256 } from './drafts.ts';
import type { Services } from './services.ts';

export const quietMs = 10 * 60_000;
const maxPerSweep = 50;
const sweepEveryMs = 60_000;

/** Keeps what every draft that grew quiet says. What cannot be kept now is tried again next time. */
export async function keepQuietDrafts(s: Services): Promise<void> {
  const before = new Date(s.now().getTime() - quietMs);
  for (const draftId of await quietDrafts(s.db, { before, limit: maxPerSweep })) {
    await keepVersion(s, { draftId, name: null });
  }
}

/** Looks once a minute, one look at a time; `end` waits for the one under way. */
export function sweepQuietDrafts(
  s: Services,
  log: (entry: Record<string, unknown>) => void,
): { end(): Promise<void> } {
  let sweep = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    sweep = keepQuietDrafts(s)
      .catch((error: unknown) => log({ at: 'versions', error: String(error) }))
      .finally(() => (isBusy = false));
  }, sweepEveryMs);
  timer.unref();
  return {
    end() {
      clearInterval(timer);
      return sweep;
    },
  };
}

export interface Keeping {
  draftId: string;
  /** Null for one kept by itself. */
  name: string | null;
  /** The content that is meant; anything else is refused with `content-changed`. */
  seen?: string;
}

/** Keeps what the draft says now. The same content twice in a row is one version. */
export async function keepVersion(s: Services, keeping: Keeping): Promise<Result<null>> {
  const document = draftDocument(keeping.draftId);
  // A door that moves while the text is read would show what was written behind it.
  const rights = await documentOf(s.db, document);
  const now = await readDraft(s, keeping.draftId);
  if (!rights || !now) return fail('not-found');
  const id = contentId(now.parts, sha256);
  if (keeping.seen !== undefined && keeping.seen !== id) return fail('content-changed');
  return s.db.transaction(async (tx) => {
    const draft = await draftById(tx, keeping.draftId);
    const still = await documentOf(tx, document);
    if (!draft || still?.aclEpoch !== rights.aclEpoch) return fail('not-now');
    if (!isEmptyDraft(now.parts)) await keep(s, tx, draft, { ...now, ...keeping, contentId: id });
    await noteKept(tx, draft.id, now.seq);
    return ok(null);
  });
}

type Read = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

async function keep(
  s: Services,
  tx: Tx,
  draft: DraftRow,
  now: Read & { name: string | null; contentId: string },
): Promise<void> {
  const { name, contentId: id } = now;
  const kept = await checkpointsOf(tx, draft.id);
  const last = kept.at(-1);
  const sent = await lastVersion(tx, draft.id);
  // By the log's numbers, not by the clock, which may be set back.
  const newest = sent && (!last || sent.seq > last.seq) ? sent : last;
  const isSame = newest?.contentId === id;
  if (name === null && isSame) return;
  if (name !== null && isSame && last?.contentId === id && last.name === null) {
    return nameCheckpoint(tx, { id: last.id, name, open: draft.open });
  }
  const row = rowOf(s, draft, now);
  await createCheckpoint(tx, row);
  await dropCheckpoints(tx, toLetGo([...kept, row], row.at));
}

function rowOf(
  s: Services,
  draft: DraftRow,
  now: Read & { name: string | null; contentId: string },
): CheckpointRow {
  return {
    id: idFrom(s.randomBytes(20)),
    draftId: draft.id,
    name: now.name,
    contentId: now.contentId,
    parts: normalForm(now.parts),
    authorship: now.authorship,
    seq: now.seq,
    open: draft.open,
    userId: draft.creatorId,
    at: s.now(),
  };
}
