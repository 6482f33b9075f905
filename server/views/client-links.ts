// A brief's client links as its lead and managers see them; and what clients said, for the brand side.
import { clientCommentsOf, clientLinksOf } from '#db/client-links.ts';
import type { Executor } from '#db/open.ts';
import { clientLinkState } from '#shared/client-link.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, type Standing } from '#shared/roles.ts';
import type { Services } from '../services.ts';
import { seenBrief } from '../brief-case.ts';

export async function clientLinksPage(s: Services, actor: Actor, { briefId }: { briefId: string }) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('client.link', standing)) return fail('not-allowed');
  const rows = await clientLinksOf(s.db, briefId);
  return ok({
    timeZone: brief.timeZone,
    links: rows.map((row) => ({
      id: row.id,
      name: row.name,
      shows: row.shows,
      maker: row.maker,
      comments: row.comments,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      openedAt: row.openedAt,
      state: clientLinkState(row, s.now()),
    })),
  });
}

export interface ClientCommentView {
  id: string;
  /** Whose link it came through. */
  name: string;
  /** The version they saw. */
  n: number;
  body: string;
  at: number;
}

/** Nothing for whoever does not hear the brand side: a creator never reads what a client said. */
export async function clientCommentsFor(
  db: Executor,
  standing: Standing,
  draftId: string,
): Promise<ClientCommentView[]> {
  if (!can('thread.brand', standing)) return [];
  const rows = await clientCommentsOf(db, draftId);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
