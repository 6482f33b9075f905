// A post after it went live, for both sides: whether it stands there as approved, and its first
// figures, which are the creator's own telling, beside those of their own file where one knows the post.
import { confirmedOf } from '#db/heard.ts';
import { livePostOf } from '#db/live-posts.ts';
import type { Executor } from '#db/open.ts';
import { whatIsShown } from '#db/shown.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { Run } from '#shared/difference.ts';
import { figureNames, type Figures, figuresFrom } from '#shared/figures.ts';
import { liveDifference } from '#shared/live-caption.ts';
import { partText } from '#shared/parts.ts';
import type { DraftCase } from '../drafts.ts';

export interface LivePostView {
  /** Null until the creator pasted it, and where the post has none. */
  caption: { text: string; asApproved: boolean; runs: Run[]; at: number } | null;
  hasCaption: boolean;
  figures: (Figures & { screenshot: string | null; at: number }) | null;
  /** By the creator's own file; null where the reader may not see it. */
  confirmed: (Figures & { at: number; isShown: boolean }) | null;
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
    confirmed: await confirmedView(db, found),
    figuresFrom: figuresFrom(published.at, brief.timeZone).getTime(),
  };
}

/** For the creator, and for the brand where they show it their figures. */
async function confirmedView(
  db: Executor,
  { draft, brief, side }: DraftCase,
): Promise<LivePostView['confirmed']> {
  const row = await confirmedOf(db, draft.id);
  if (!row || figureNames.every((name) => row[name] === null)) return null;
  const pair = { userId: draft.creatorId, workspaceId: brief.workspaceId };
  const isShown = (await whatIsShown(db, pair)) !== 'nothing';
  if (side === 'brand' && !isShown) return null;
  const { reach, likes, comments, saves, at } = row;
  return { reach, likes, comments, saves, at: at.getTime(), isShown };
}
