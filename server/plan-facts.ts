// What a brief and its creators' own figures say to the plan, for the page and for making posts from
// it. Of a creator's figures only what they show to this workspace.
import type { BriefRow } from '#db/briefs.ts';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftsOfBrief } from '#db/drafts.ts';
import type { Executor } from '#db/open.ts';
import {
  type ChannelRow,
  channelsShownTo,
  type RecentFiguresRow,
  recentShownTo,
} from '#db/shown.ts';
import { isOver, type Status } from '#shared/approval.ts';
import { assigned } from '#shared/assigned.ts';
import { daysOf } from '#shared/days.ts';
import { readRecent } from '#shared/imports/recent.ts';
import { type OwnReach, ownReach } from '#shared/own-reach.ts';
import type { CreatorFacts, PostFacts } from '#shared/plan-inputs.ts';
import { dayIn } from '#shared/zoned-time.ts';

/** Nobody plans with who said no or was let go. */
const isPlanned = ({ state }: CreatorEntry) => state !== 'declined' && state !== 'removed';

export async function creatorFacts(db: Executor, brief: BriefRow): Promise<CreatorFacts[]> {
  const deliverables = await deliverablesOf(db, brief.id);
  const drafts = new Map(
    (await draftsOfBrief(db, brief.id)).map((row) => [
      `${row.creatorId} ${row.deliverableId}`,
      row,
    ]),
  );
  const channels = await channelsShownTo(db, brief.workspaceId);
  const recent = await recentShownTo(db, brief.workspaceId);
  return (await creatorsOf(db, brief.id)).filter(isPlanned).map((creator) => {
    const { userId, name, handle, state } = creator;
    const isTheirs = (row: { userId: string }) => row.userId === userId;
    const figures = figuresOf(deliverables, channels.filter(isTheirs), recent.filter(isTheirs));
    const own = assigned(creator.posts, deliverables);
    const makesStories = own.length > 0 && own.every(({ format }) => format === 'story');
    const posts = own.map((deliverable) =>
      postFacts(deliverable, drafts.get(`${userId} ${deliverable.id}`), brief.timeZone),
    );
    return { userId, name, handle, isIn: state === 'in', ...figures, makesStories, posts };
  });
}

function postFacts(
  deliverable: DeliverableRow,
  draft: DraftRow | undefined,
  timeZone: string,
): PostFacts {
  const { publishDue } = draft ? daysOf(draft, deliverable) : deliverable;
  return {
    deliverableId: deliverable.id,
    day: publishDue ? dayIn(publishDue, timeZone) : '',
    isOver: draft !== undefined && isOver(draft.status as Status),
  };
}

/** Of the platform the brief's posts are for; of several, where most is known. */
function figuresOf(
  deliverables: readonly DeliverableRow[],
  channels: readonly ChannelRow[],
  recent: readonly RecentFiguresRow[],
): { followers: number | null; reach: OwnReach | null } {
  const asked = new Set(deliverables.map(({ platform }) => platform));
  const known = channels
    .filter(({ platform }) => asked.size === 0 || asked.has(platform))
    .map(({ platform, followers }) => {
      const rows = recent.find((row) => row.platform === platform)?.posts ?? [];
      return { followers, reach: ownReach(readRecent(rows), followers) };
    });
  const most = (reach: OwnReach | null) => reach?.shares.length ?? 0;
  const [best] = known.sort((a, b) => most(b.reach) - most(a.reach));
  return best ?? { followers: null, reach: null };
}
