// One creator as a workspace may see them: the figures they show with everything those are made of,
// what others published, questions to ask, and what the brand's own people noted.
import { workspacesOf } from '#db/members.ts';
import { askedSince, type KnownCreator, knownCreators } from '#db/roster.ts';
import { figuresShownTo, type ShownFigures } from '#db/shown.ts';
import type { Base } from '#shared/engagement.ts';
import { benchmarks } from '#shared/engagement/benchmarks.ts';
import { type Company, noCompany, profileOf } from '#shared/engagement/profile.ts';
import { areTied, type RankRange } from '#shared/engagement/ranking.ts';
import { nudgedAfter } from '#shared/nudge.ts';
import type { Platform } from '#shared/platforms.ts';
import { fail, ok } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { readRosterQuery, type RosterRow } from '#shared/roster.ts';
import { countableShownTo, ratiosOf } from '../roster-figures.ts';
import { mayInWorkspace, ownBriefs, rosterOf, type SeenWorkspace } from '../roster.ts';
import type { Services } from '../services.ts';

/** As many posts as the page lists; a figure is made of thirty at most. */
const postsShown = 60;
const tiesShown = 6;

export async function rosterCreator(
  s: Services,
  actor: Actor,
  { userId, search }: { userId: string; search: string },
) {
  const place = await placeOf(s, actor, userId);
  if (!place) return fail('not-found');
  const { workspace, creator } = place;
  const query = readRosterQuery(new URLSearchParams(search));
  const { rows, weights } = await rosterOf(s.db, { workspaceId: workspace.id, base: query.base });
  const row = rows.find((one) => one.userId === userId);
  const shown = await figuresShownTo(s.db, { userId, workspaceId: workspace.id });
  const platforms = platformsShown(row, shown);
  const platform = platforms.find((one) => one === query.platform) ?? platforms[0] ?? null;
  const mayWrite = mayInWorkspace('roster.write', workspace);
  const company = platform ? await companyOf(s, { workspace, userId, platform }) : noCompany;
  const { note, ...person } = creator;
  return ok({
    workspace: { id: workspace.id, name: workspace.name },
    mayWrite,
    creator: person,
    note,
    shown: shown.shown,
    base: query.base,
    weights,
    platforms,
    profile: platform && profileShown(shown, { platform, base: query.base, weights, company }),
    standing: platform && row ? standingOf(rows, { row, platform }) : null,
    benchmarks: benchmarks.filter((one) => one.platform === platform),
    ...(await ownBriefs(s, actor, workspace)),
    mayAsk: mayWrite && shown.shown === 'nothing' && (await mayAsk(s, workspace, creator)),
  });
}

/** The reader's workspace that knows this creator. */
async function placeOf(
  s: Services,
  actor: Actor,
  userId: string,
): Promise<{ workspace: SeenWorkspace; creator: KnownCreator } | null> {
  for (const workspace of await workspacesOf(s.db, actor.userId)) {
    if (!mayInWorkspace('roster.read', workspace)) continue;
    const known = await knownCreators(s.db, workspace.id);
    const creator = known.find((one) => one.userId === userId);
    if (creator) return { workspace, creator };
  }
  return null;
}

/** Those with figures first, and those of which only paid posts or stories are known. */
const platformsShown = (row: RosterRow | undefined, { posts }: ShownFigures): Platform[] => [
  ...new Set([...(row?.figures ?? []), ...posts].map((one) => one.platform)),
];

interface Counted {
  platform: Platform;
  base: Base;
  weights: RosterWeights;
  company: Company;
}
type RosterWeights = Awaited<ReturnType<typeof rosterOf>>['weights'];

function profileShown({ channels, posts }: ShownFigures, { platform, ...counted }: Counted) {
  const nothing = { platform, followers: null, followersAt: null, follows: null };
  const channel = channels.find((one) => one.platform === platform) ?? nothing;
  const own = posts.filter((post) => post.platform === platform);
  const profile = profileOf({ channel, posts: own, ...counted });
  const told = profile.posts.slice(0, postsShown).map(
    // Whose row it is and which file it came from is nobody's business here.
    ({ publishedAt, kind, caption, permalink, sponsored, rate, left, isCounted, ...rest }) => {
      const { likes, comments, saves, shares, views, reach, followers } = rest;
      const counts = { likes, comments, saves, shares, views, reach, followers };
      return { publishedAt, kind, caption, permalink, sponsored, rate, left, isCounted, ...counts };
    },
  );
  return { ...profile, posts: told, postsInAll: own.length };
}

export interface RosterStanding {
  rank: RankRange | null;
  /** The first few whose intervals overlap with theirs, and how many there are. */
  tied: { userId: string; name: string }[];
  tiedInAll: number;
}

function standingOf(
  rows: readonly RosterRow[],
  { row, platform }: { row: RosterRow; platform: Platform },
): RosterStanding {
  const on = (one: RosterRow) => one.figures.find((figure) => figure.platform === platform);
  const own = on(row);
  const interval = own?.rank ? own.spread?.interval : undefined;
  if (!interval) return { rank: null, tied: [], tiedInAll: 0 };
  const tied = rows.filter((one) => {
    const other = on(one);
    return one !== row && other?.rank && other.spread && areTied(other.spread.interval, interval);
  });
  const first = tied.slice(0, tiesShown).map(({ userId, name }) => ({ userId, name }));
  return { rank: own?.rank ?? null, tied: first, tiedInAll: tied.length };
}

/** Ratios of the others who show this workspace something on the same platform. */
async function companyOf(
  s: Services,
  { workspace, userId, platform }: { workspace: SeenWorkspace; userId: string; platform: Platform },
): Promise<Company> {
  const all = await countableShownTo(s.db, workspace.id);
  const here = all.filter(({ posts }) => posts.platform === platform);
  const own = here.find((one) => one.userId === userId)?.followers ?? null;
  const others = here.filter((one) => one.userId !== userId);
  const alike = others.filter(({ followers }) => isAlike(own, followers));
  return {
    commentsPerLike: others.flatMap((one) => ratiosOf(one).commentsPerLike ?? []),
    reachPerFollower: alike.flatMap((one) => ratiosOf(one).reachPerFollower ?? []),
  };
}

/** Half to twice as many followers: tiers begin and end elsewhere with every source. */
const isAlike = (own: number | null, theirs: number | null): boolean =>
  own !== null && theirs !== null && theirs >= own / 2 && theirs <= own * 2;

async function mayAsk(s: Services, workspace: SeenWorkspace, creator: KnownCreator) {
  const { userId, briefs } = creator;
  const asked = await askedSince(s.db, {
    workspaceId: workspace.id,
    userIds: [userId],
    kind: 'figures-asked',
    since: nudgedAfter(s.now()),
  });
  return briefs.length > 0 && asked.size === 0;
}
