// What a brief and its creators' own figures say to the plan, for the page and for making posts from
// it. Of a creator's figures only what they show to this workspace.
import type { BriefRow } from '#db/briefs.ts';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { type DeliverableRow, deliverablesOf } from '#db/deliverables.ts';
import { type DraftRow, draftsOfBrief } from '#db/drafts.ts';
import { latestVersion } from '#db/guidelines-versions.ts';
import type { Executor } from '#db/open.ts';
import { plannedPointsOf } from '#db/planned-points.ts';
import {
  type ChannelRow,
  channelsShownTo,
  type RecentFiguresRow,
  recentShownTo,
} from '#db/shown.ts';
import { isOver, type Status } from '#shared/approval.ts';
import { assigned } from '#shared/assigned.ts';
import { daysOf } from '#shared/days.ts';
import { type Guidelines, readGuidelines } from '#shared/guidelines.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import { readRecent } from '#shared/imports/recent.ts';
import { type OwnReach, ownReach } from '#shared/own-reach.ts';
import type { CreatorFacts, PostFacts } from '#shared/plan-inputs.ts';
import type { MakingFacts } from '#shared/plan-posts.ts';
import type { Services } from './services.ts';
import { dayIn } from '#shared/zoned-time.ts';

/** Nobody plans with who said no or was let go. */
const isPlanned = ({ state }: CreatorEntry) => state !== 'declined' && state !== 'removed';

export async function creatorFacts(db: Executor, brief: BriefRow): Promise<CreatorFacts[]> {
  const deliverables = await deliverablesOf(db, brief.id);
  const noted = new Map(
    (await plannedPointsOf(db, brief.id)).map((row) => [`${row.userId} ${row.deliverableId}`, row]),
  );
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
      postFacts(deliverable, {
        draft: drafts.get(`${userId} ${deliverable.id}`),
        points: noted.get(`${userId} ${deliverable.id}`)?.points ?? [],
        timeZone: brief.timeZone,
      }),
    );
    return { userId, name, handle, isIn: state === 'in', ...figures, makesStories, posts };
  });
}

/** All that making posts from the plan is worked out from, beside the plan. */
export async function makingFacts(
  db: Executor,
  { brief, today, points }: { brief: BriefRow; today: string; points: string[] },
): Promise<MakingFacts> {
  const deliverables = await deliverablesOf(db, brief.id);
  return {
    creators: await creatorFacts(db, brief),
    deliverables: deliverables.map(({ id, publishDue }) => {
      return { id, day: publishDue ? dayIn(publishDue, brief.timeZone) : '' };
    }),
    points,
    today,
  };
}

/** Those the creators know; before anything is published, those that are being written. */
export async function briefPoints(s: Services, briefId: string) {
  const version = await latestVersion(s.db, briefId);
  const published = version?.structure as Guidelines | undefined;
  const points =
    published?.points ??
    (await s.hub.read(guidelinesDocument(briefId), (doc) => readGuidelines(doc).structure.points));
  return (points ?? []).map(({ id, need, text }) => ({ id, need, text }));
}

function postFacts(
  deliverable: DeliverableRow,
  { draft, points, timeZone }: { draft: DraftRow | undefined; points: string[]; timeZone: string },
): PostFacts {
  const { publishDue } = draft ? daysOf(draft, deliverable) : deliverable;
  return {
    deliverableId: deliverable.id,
    day: publishDue ? dayIn(publishDue, timeZone) : '',
    isOver: draft !== undefined && isOver(draft.status as Status),
    isOut: draft?.status === 'published',
    points,
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
