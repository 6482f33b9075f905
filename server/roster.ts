// The creators a workspace knows with what each of them shows it, counted: one row a creator, from the
// short rows of their last posts. Whoever asks has judged the right to it.
import type { Executor } from '#db/open.ts';
import { knownCreators, type KnownCreator, openBriefs, weightsOf } from '#db/roster.ts';
import { type Base, leastPosts, type Weights, weightsFrom } from '#shared/engagement.ts';
import { rankRanges } from '#shared/engagement/ranking.ts';
import { type Action, type Actor, can, nobody, type WorkspaceRole } from '#shared/roles.ts';
import type { PlatformFigures, RosterRow } from '#shared/roster.ts';
import { countRecent, countableShownTo } from './roster-figures.ts';
import type { Services } from './services.ts';

export interface SeenWorkspace {
  id: string;
  name: string;
  role: WorkspaceRole;
}

export const mayInWorkspace = (action: Action, { role }: Pick<SeenWorkspace, 'role'>): boolean =>
  can(action, { ...nobody, workspace: role });

export interface Roster {
  rows: RosterRow[];
  weights: Weights;
}

/** Everybody in no order; ranks are among those with enough posts on the same platform. */
export async function rosterOf(
  db: Executor,
  { workspaceId, base }: { workspaceId: string; base: Base },
): Promise<Roster> {
  const known = await knownCreators(db, workspaceId);
  const weights = await workspaceWeights(db, workspaceId);
  const figures = await figuresOf(db, { workspaceId, base, weights });
  const rowOf = ({ userId, name, handle, briefs, shown }: KnownCreator): RosterRow => ({
    userId,
    name,
    handle,
    briefs,
    shown,
    figures: figures.get(userId) ?? [],
  });
  return { rows: known.map(rowOf), weights };
}

export const workspaceWeights = async (db: Executor, workspaceId: string): Promise<Weights> =>
  weightsFrom(await weightsOf(db, workspaceId));

async function figuresOf(
  db: Executor,
  { workspaceId, base, weights }: { workspaceId: string; base: Base; weights: Weights },
): Promise<Map<string, PlatformFigures[]>> {
  const figures = new Map<string, PlatformFigures[]>();
  for (const row of await countableShownTo(db, workspaceId)) {
    const counted = countRecent(row, { base, weights });
    const own = figures.get(row.userId);
    if (own) own.push({ ...counted, rank: null });
    else figures.set(row.userId, [{ ...counted, rank: null }]);
  }
  const all = [...figures.values()];
  for (const own of all) own.sort((a, b) => (b.spread?.n ?? 0) - (a.spread?.n ?? 0));
  rank(all.flat());
  return figures;
}

function rank(figures: PlatformFigures[]): void {
  for (const platform of new Set(figures.map((one) => one.platform))) {
    const ranked = figures.filter(
      (one) => one.platform === platform && (one.spread?.n ?? 0) >= leastPosts,
    );
    const ranges = rankRanges(ranked.map(({ spread }) => spread?.interval ?? [0, 0]));
    for (const [at, one] of ranked.entries()) one.rank = ranges[at] ?? null;
  }
}

/** The briefs that the reader may invite creators to, and whose days a page of creators is told in. */
export async function ownBriefs(s: Services, actor: Actor, workspace: SeenWorkspace) {
  const place = { workspaceId: workspace.id, userId: actor.userId };
  const briefs = await openBriefs(s.db, place);
  const timeZone = briefs[0]?.timeZone ?? 'UTC';
  const toAddTo = briefs
    .filter(({ role }) =>
      can('creator.invite', { ...nobody, workspace: workspace.role, brief: role }),
    )
    .map(({ id, title }) => ({ id, title }));
  return { timeZone, briefs: toAddTo };
}
