// Who is where in a brief: the people of its open documents, as one reader may know of them. Whoever
// may open a document may know who is in it, under the rule of the carets: creators see brand
// people and themselves. So nothing is told of a draft behind a closed door.
import { draftPlace } from '#db/drafts.ts';
import type { Database, Executor } from '#db/open.ts';
import { documentStanding } from '#db/standing.ts';
import { parseDocumentName } from '#shared/ids.ts';
import { documentRight, sideOf } from '#shared/roles.ts';
import type { Live } from './live.ts';
import type { Presence } from './sync/hub.ts';

/** Whether this reader may know that somebody is in that document. */
export async function mayKnow(db: Executor, readerId: string, who: Presence): Promise<boolean> {
  const { kind } = parseDocumentName(who.document) ?? {};
  const standing = kind && (await documentStanding(db, readerId, who.document));
  if (!standing || documentRight(kind, standing) === 'none') return false;
  return sideOf(standing) === 'brand' || who.side === 'brand' || who.userId === readerId;
}

/** A connection that breaks and returns is one move, and for others none. */
const settleMs = 250;

/** Tells the open pages of a brief that somebody came or went; who it was they ask for. */
export function tellMoves(db: Database, live: Live): (who: Presence) => void {
  const moving = new Set<string>();
  return (who) => {
    const key = `${who.document} ${who.userId}`;
    if (moving.has(key)) return;
    moving.add(key);
    const timer = setTimeout(() => {
      moving.delete(key);
      void tell(db, live, who).catch(() => undefined);
    }, settleMs);
    timer.unref();
  };
}

async function tell(db: Database, live: Live, who: Presence): Promise<void> {
  const { kind, id } = parseDocumentName(who.document) ?? {};
  const briefId = kind === 'draft' ? (await draftPlace(db, id ?? ''))?.brief.id : id;
  if (!briefId) return;
  live.whisper({ kind: 'here', topic: `here:${briefId}` }, (userId) => mayKnow(db, userId, who));
}
