// Who opens a post has seen what was told about it: its rows are read, and no letter follows.
import { hasUnread, markRead } from '#db/inbox.ts';
import { ringBell } from './inbox.ts';
import { log } from './log.ts';
import type { Services } from './services.ts';

const postPath = /^\/posts\/([a-z0-9]{8,40})$/;

export async function noteSeen(s: Services, userId: string, path: string): Promise<void> {
  const draftId = postPath.exec(path)?.[1];
  if (!draftId) return;
  await seen(s, userId, draftId).catch((error: unknown) => {
    log({ at: 'seeing', error: String(error) });
  });
}

async function seen(s: Services, userId: string, draftId: string): Promise<void> {
  // Most looks find nothing: they cost a read and no turn of the writer.
  if (!(await hasUnread(s.db, userId, draftId))) return;
  await s.db.transaction(async (tx) => {
    const workspaceId = await markRead(tx, userId, { scope: { draftId }, at: s.now() });
    if (workspaceId) await ringBell(s, tx, { userId, workspaceId });
  });
}
