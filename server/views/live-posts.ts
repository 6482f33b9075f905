// A post after it went live, for both sides: whether it stands there as approved, and its first
// figures, which are the creator's own telling.
import { livePostOf } from '#db/live-posts.ts';
import type { Executor } from '#db/open.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { Run } from '#shared/difference.ts';
import { type Figures, figuresFrom } from '#shared/figures.ts';
import { liveDifference } from '#shared/live-caption.ts';
import { partText } from '#shared/parts.ts';
import type { DraftCase } from '../drafts.ts';

export interface LivePostView {
  /** Null until the creator pasted it, and where the post has none. */
  caption: { text: string; asApproved: boolean; runs: Run[]; at: number } | null;
  hasCaption: boolean;
  figures: (Figures & { screenshot: string | null; at: number }) | null;
  /** From when figures are asked for. */
  figuresFrom: number;
}

export async function livePostView(db: Executor, found: DraftCase): Promise<LivePostView | null> {
  const { draft, brief, sent, decisions } = found;
  const published = decisions.find((one) => one.event === 'publish');
  if (draft.status !== 'published' || !sent || !published) return null;
  const row = await livePostOf(db, draft.id);
  const approved = partText(partsOfForm(sent.parts), 'caption');
  return {
    caption:
      row?.caption && row.captionAt
        ? {
            text: row.caption,
            ...liveDifference(approved, row.caption),
            at: row.captionAt.getTime(),
          }
        : null,
    hasCaption: approved !== '',
    figures: row?.figuresAt
      ? {
          reach: row.reach,
          likes: row.likes,
          comments: row.comments,
          saves: row.saves,
          screenshot: row.screenshot,
          at: row.figuresAt.getTime(),
        }
      : null,
    figuresFrom: figuresFrom(published.at, brief.timeZone).getTime(),
  };
}
