// The facts of a brief's posts, from rows alone; of a text, what was sent and the marks it carries.
// Nothing is known here of a post that was never sent but that it is there.
import { lastVersions } from '#db/client-links.ts';
import type { DraftVersionRow } from '#db/drafts.ts';
import {
  reportedDecisions,
  reportedFigures,
  reportedPosts,
  reportedRequests,
  reportedSuggestions,
} from '#db/report.ts';
import type { Status } from '#shared/approval.ts';
import { ownWords } from '#shared/authorship.ts';
import { partsOfForm } from '#shared/content-id.ts';
import { coveredPassages, exactPassages } from '#shared/coverage.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import { draftDocument } from '#shared/ids.ts';
import { partText, readParts } from '#shared/parts.ts';
import { type PostFact, tookMs } from '#shared/report.ts';
import type { Services } from './services.ts';

export async function postFacts(
  s: Services,
  { briefId, structure }: { briefId: string; structure: Guidelines | null },
): Promise<PostFact[]> {
  const posts = await reportedPosts(s.db, briefId);
  const sent = posts.filter(({ draft }) => draft.open && draft.round > 0);
  const ids = sent.map(({ draft }) => draft.id);
  const versions = await lastVersions(s.db, ids);
  const decisions = byDraft(await reportedDecisions(s.db, ids));
  const requests = byDraft(await reportedRequests(s.db, ids));
  const suggested = byDraft(await reportedSuggestions(s.db, ids));
  const figures = new Map((await reportedFigures(s.db, ids)).map((row) => [row.draftId, row]));
  const points = await pointsOf(s, ids, structure);
  return posts.map(({ draft, deliverable, creator }): PostFact => {
    const moments = (decisions.get(draft.id) ?? []).map(({ event, at }) => {
      return { event, at: at.getTime() };
    });
    const offers = suggested.get(draft.id) ?? [];
    const { ordinal, title, platform, format } = deliverable;
    const live = figures.get(draft.id);
    return {
      draftId: draft.id,
      creator,
      ordinal,
      title,
      platform,
      format,
      status: draft.status as Status,
      rounds: draft.round,
      plannedAt: (draft.publishDue ?? deliverable.publishDue)?.getTime() ?? null,
      publishedAt: moments.find(({ event }) => event === 'publish')?.at ?? null,
      url: draft.status === 'published' ? draft.publishedUrl : null,
      tookMs: tookMs(moments),
      own: ownOf(versions.get(draft.id)),
      points: points.get(draft.id) ?? [],
      figures: live?.figuresAt ? live : null,
      asked: (requests.get(draft.id) ?? []).map(({ body, answer, note }) => ({
        body,
        answer,
        note,
      })),
      suggestions: {
        accepted: offers.filter(({ status }) => status === 'accepted').length,
        kept: offers.filter(({ status }) => status === 'kept').length,
      },
    };
  });
}

function byDraft<Row extends { draftId: string | null }>(rows: Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const own = found.get(row.draftId ?? '');
    if (own) own.push(row);
    else found.set(row.draftId ?? '', [row]);
  }
  return found;
}

/** Null for what was sent before anybody's ranges were kept with it. */
function ownOf(version: DraftVersionRow | undefined): PostFact['own'] {
  if (!version?.authorship) return null;
  const parts = partsOfForm(version.parts);
  const counts = ownWords(version.authorship, (part) => partText(parts, part));
  const own = counts.typed + counts.broughtBack;
  return { own, all: own + counts.accepted + counts.pasted };
}

/** Which talking points each text carries now: marks live in the document, and legal text in its words. */
async function pointsOf(
  s: Services,
  draftIds: string[],
  structure: Guidelines | null,
): Promise<Map<string, string[]>> {
  const known = structure?.points ?? [];
  const exact = new Map(
    known.flatMap(({ id, need, text }) =>
      need === 'exact' ? Object.values(text).map((words) => [id, words] as const) : [],
    ),
  );
  const found = new Map<string, string[]>();
  for (const draftId of draftIds) {
    const parts = await s.hub.read(draftDocument(draftId), readParts);
    if (!parts) continue;
    const passages = [...coveredPassages(parts), ...exactPassages(parts, exact)];
    const carried = new Set(passages.map(({ pointId }) => pointId));
    found.set(
      draftId,
      known.flatMap(({ id }) => (carried.has(id) ? [id] : [])),
    );
  }
  return found;
}
