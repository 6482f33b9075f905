// The two homes: what waits for the reader comes first. A group shows its first posts and says how many
// there are; the rest is a page of its own, so that no home grows with the work behind it.
import { workspacesOf } from '#db/members.ts';
import { lateMs } from '#shared/clock.ts';
import {
  dueFirst,
  goesLiveSoon,
  groupOf,
  type HomeGroup,
  homeGroups,
  liveFirst,
  newestFirst,
} from '#shared/home.ts';
import { fail, ok } from '#shared/result.ts';
import { type Actor, can, nobody, type Side } from '#shared/roles.ts';
import { type HomePost, type PostsAtHome, postsAtHome } from '../home-posts.ts';
import type { Services } from '../services.ts';

export type { HomePost } from '../home-posts.ts';

export interface Shown<Row> {
  count: number;
  rows: Row[];
}

export interface HomeBrief {
  id: string;
  title: string;
  product: string;
  waiting: number;
  open: number;
}

export interface HomeJob {
  briefId: string;
  title: string;
  brandName: string;
  state: PostsAtHome['jobs'][number]['creator']['state'];
  /** Posts that are not live yet. */
  open: number;
  /** The day that comes next: one that is owed, or of going live. */
  next: { kind: 'due' | 'live'; at: number; timeZone: string } | null;
}

/** How many of each stand on the home itself. */
const firstRows: Record<HomeGroup, number> = {
  waiting: 25,
  late: 15,
  others: 10,
  done: 5,
  live: 12,
};
const firstPlaces = 12;
const pageLength = 50;

/** `everyPlace`: all briefs, or all jobs, and not the newest alone. */
export async function home(s: Services, actor: Actor, { everyPlace }: { everyPlace: boolean }) {
  const places = everyPlace ? Number.POSITIVE_INFINITY : firstPlaces;
  const all = await postsAtHome(s, actor.userId);
  const side = sideAtHome(all, actor);
  const now = s.now().getTime();
  const groups = groupsOf(all, { side, now });
  const workspaces = await workspacesOf(s.db, actor.userId);
  const jobs = side === 'creator' ? all.jobs.map((job) => jobOf(job, all.ownPosts)) : [];
  const shown = homeGroups.map((name) => [name, first(groups[name], firstRows[name])] as const);
  return ok({
    side,
    groups: Object.fromEntries(shown) as Record<HomeGroup, Shown<HomePost>>,
    /** Of those that wait for the reader. */
    ownLate: groups.waiting.filter(({ clock }) => lateMs(clock, now) > 0).length,
    briefs: first(side === 'brand' ? briefsOf(all, groups.waiting) : [], places),
    offers: jobs.filter(isOffer),
    jobs: first(
      jobs.filter((job) => !isOffer(job)),
      places,
    ),
    mayBegin: workspaces.some(({ role }) => can('brief.create', { ...nobody, workspace: role })),
  });
}

/** One group whole, a page at a time; `page` begins at 1, and one past the end is the last. */
export async function homeGroup(
  s: Services,
  actor: Actor,
  { group: asked, page }: { group: string; page: number },
) {
  const group = homeGroups.find((name) => name === asked);
  if (!group) return fail('not-found');
  const all = await postsAtHome(s, actor.userId);
  const side = sideAtHome(all, actor);
  const posts = groupsOf(all, { side, now: s.now().getTime() })[group];
  const pages = Math.max(1, Math.ceil(posts.length / pageLength));
  const at = Math.min(Math.max(1, page), pages);
  const rows = posts.slice((at - 1) * pageLength, at * pageLength);
  return ok({ side, group, count: posts.length, rows, page: at, pages });
}

/** Whoever sees briefs from the brand's side is at home there. */
function sideAtHome({ places, jobs }: PostsAtHome, { kind }: Actor): Side {
  if (places.length > 0) return 'brand';
  return jobs.length > 0 ? 'creator' : kind;
}

type Groups = Record<HomeGroup, HomePost[]>;

function groupsOf(all: PostsAtHome, reader: { side: Side; now: number }): Groups {
  const posts = reader.side === 'brand' ? all.brandPosts : all.ownPosts;
  const groups: Groups = { waiting: [], late: [], others: [], done: [], live: [] };
  for (const post of posts) groups[groupOf(post, reader)].push(post);
  groups.live = posts.filter((post) => goesLiveSoon(post, reader.now)).sort(liveFirst);
  for (const name of ['waiting', 'late', 'others'] as const) groups[name].sort(dueFirst);
  groups.done.sort(newestFirst);
  return groups;
}

const first = <Row>(rows: Row[], limit: number): Shown<Row> => ({
  count: rows.length,
  rows: rows.slice(0, limit),
});

function briefsOf({ places, brandPosts }: PostsAtHome, waiting: HomePost[]): HomeBrief[] {
  const count = (posts: HomePost[]) => {
    const byBrief = new Map<string, number>();
    for (const { briefId } of posts) byBrief.set(briefId, (byBrief.get(briefId) ?? 0) + 1);
    return byBrief;
  };
  const open = count(brandPosts.filter(({ status }) => status !== 'published'));
  const mine = count(waiting);
  return places.map(({ brief: { id, title, product } }) => ({
    id,
    title,
    product,
    waiting: mine.get(id) ?? 0,
    open: open.get(id) ?? 0,
  }));
}

function jobOf({ creator, brief }: PostsAtHome['jobs'][number], posts: HomePost[]): HomeJob {
  const own = posts.filter((one) => one.briefId === brief.id && one.status !== 'published');
  return {
    briefId: brief.id,
    title: brief.title,
    brandName: brief.brandName,
    state: creator.state,
    open: own.length,
    next: nextDay(own),
  };
}

/** Still to be answered. */
const isOffer = ({ state }: HomeJob): boolean =>
  state === 'invited' || state === 'opened' || state === 'asked';

/** What the brand owes is no day of the creator's. */
function nextDay(posts: HomePost[]): HomeJob['next'] {
  const days = posts.flatMap(({ clock, turn, timeZone }) => {
    const { due, publishDue } = clock;
    const owed = turn === 'creator' && due !== null && due !== publishDue;
    const live = publishDue === null ? [] : [{ kind: 'live' as const, at: publishDue, timeZone }];
    return owed ? [{ kind: 'due' as const, at: due, timeZone }, ...live] : live;
  });
  return days.sort((a, b) => a.at - b.at)[0] ?? null;
}
