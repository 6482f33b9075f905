// The list of creators a workspace knows, a page at a time, and the same list as a file. What a
// creator did not show is not in it; followers are told on request and order nothing.
import { workspacesOf } from '#db/members.ts';
import { askedSince } from '#db/roster.ts';
import { csvFile } from '#shared/csv.ts';
import type { Weights } from '#shared/engagement.ts';
import { safeName } from '#shared/media.ts';
import { nudgedAfter } from '#shared/nudge.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import {
  arrangeRoster,
  figureOf,
  type PlatformFigures,
  readRosterQuery,
  type RosterColumn,
  type RosterFit,
  type RosterQuery,
  type RosterRow,
  rowsAPage,
} from '#shared/roster.ts';
import { platformName } from '#shared/words/platforms.ts';
import { columnNames, roster as words } from '#shared/words/roster.ts';
import type { TakenFile } from '../export/file.ts';
import { type CreatorFit, fitOf } from '../fit.ts';
import { mayInWorkspace, ownBriefs, rosterOf, type SeenWorkspace } from '../roster.ts';
import type { Services } from '../services.ts';

/** Whether there is a list of creators for this person at all. */
export async function mayReadRoster(s: Services, actor: Actor): Promise<Result<boolean>> {
  const own = await workspacesOf(s.db, actor.userId);
  return ok(own.some((workspace) => mayInWorkspace('roster.read', workspace)));
}

/** The workspace a list is of: the one named, or the reader's first. */
async function seenWorkspace(
  s: Services,
  actor: Actor,
  asked: string | null,
): Promise<Result<SeenWorkspace>> {
  const own = await workspacesOf(s.db, actor.userId);
  const chosen = asked ? own.find(({ id }) => id === asked) : own[0];
  return chosen && mayInWorkspace('roster.read', chosen) ? ok(chosen) : fail('not-found');
}

interface Listed {
  workspace: SeenWorkspace;
  query: RosterQuery;
  all: RosterRow[];
  /** Filtered and in order. */
  rows: RosterRow[];
  weights: Weights;
}

async function listed(s: Services, actor: Actor, search: string): Promise<Result<Listed>> {
  const query = readRosterQuery(new URLSearchParams(search));
  const workspace = await seenWorkspace(s, actor, query.workspaceId);
  if (!workspace.ok) return workspace;
  const { id: workspaceId } = workspace.value;
  const { rows: all, weights } = await rosterOf(s.db, { workspaceId, base: query.base });
  const rows = arrangeRoster(all, query, actor.locale);
  return ok({ workspace: workspace.value, query, all, rows, weights });
}

const fitIn = (fit: CreatorFit | undefined): RosterFit | null =>
  fit
    ? { briefId: fit.briefId, raters: fit.raters, mean: fit.summary?.overall.mean ?? null }
    : null;

/** A row of the page: the figure it is looked at by, and what can be asked of them. */
export interface ListedCreator extends Omit<RosterRow, 'figures'> {
  /** Null where nobody rated them. */
  fit: RosterFit | null;
  figure: PlatformFigures | null;
  platforms: PlatformFigures['platform'][];
  mayAsk: boolean;
}

export async function rosterPage(s: Services, actor: Actor, { search }: { search: string }) {
  const list = await listed(s, actor, search);
  if (!list.ok) return list;
  const { workspace, query, all, rows, weights } = list.value;
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const page = Math.min(query.page, pages);
  const shown = rows.slice((page - 1) * rowsAPage, page * rowsAPage);
  const mayWrite = mayInWorkspace('roster.write', workspace);
  const place = { workspaceId: workspace.id, userIds: shown.map(({ userId }) => userId) };
  const fits = await fitOf(s.db, { ...place, readerId: actor.userId });
  const asked = await askedSince(s.db, {
    ...place,
    kind: 'figures-asked',
    since: nudgedAfter(s.now()),
  });
  return ok({
    workspace: { id: workspace.id, name: workspace.name },
    mayWrite,
    query: { ...query, page },
    weights,
    pages,
    count: rows.length,
    of: all.length,
    showing: all.filter((row) => row.shown !== 'nothing').length,
    platforms: [...new Set(all.flatMap(({ figures }) => figures.map((one) => one.platform)))],
    ...(await ownBriefs(s, actor, workspace)),
    rows: shown.map(({ figures, ...row }): ListedCreator => {
      const mayAsk = row.shown === 'nothing' && row.briefs.length > 0 && !asked.has(row.userId);
      const platforms = figures.map(({ platform }) => platform);
      const figure = figureOf({ ...row, figures }, query.platform);
      const fit = fitIn(fits.get(row.userId));
      return { ...row, fit, figure, platforms, mayAsk: mayWrite && mayAsk };
    }),
  });
}

/** What the page shows, all of its pages; rates in percent, days as spreadsheets know them. */
export async function rosterCsv(
  s: Services,
  actor: Actor,
  { search }: { search: string },
): Promise<Result<Omit<TakenFile, 'bytes'> & { bytes: string }>> {
  const list = await listed(s, actor, search);
  if (!list.ok) return list;
  const { workspace, query, rows } = list.value;
  const w = words[actor.locale];
  const fits = await fitOf(s.db, { workspaceId: workspace.id, readerId: actor.userId });
  const columns = columnsFor(query, w, fits);
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row)));
  return ok({
    name: `${safeName(`${workspace.name} · ${w.title}`)}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: csvFile([columns.map(({ name }) => name), ...lines]),
  });
}

interface CsvColumn {
  name: string;
  cell(row: RosterRow): string;
}

function columnsFor(
  query: RosterQuery,
  w: (typeof words)['en'],
  fits: Map<string, CreatorFit>,
): CsvColumn[] {
  const of = (row: RosterRow) => figureOf(row, query.platform);
  const percent = (share: number | undefined) =>
    share === undefined ? '' : (share * 100).toFixed(2);
  const engagement: CsvColumn[] = [
    { name: w.creator, cell: ({ name }) => name },
    { name: w.handle, cell: ({ handle }) => handle },
    { name: w.figuresShown, cell: ({ shown }) => w[`shown-${shown}`] },
    { name: w.csvPlatform, cell: (row) => platformName(of(row)?.platform ?? '') },
    { name: w.csvMedian({ by: w[query.base] }), cell: (row) => percent(of(row)?.spread?.median) },
    { name: w.csvLow, cell: (row) => percent(of(row)?.spread?.interval[0]) },
    { name: w.csvHigh, cell: (row) => percent(of(row)?.spread?.interval[1]) },
    { name: w.csvPosts, cell: (row) => `${of(row)?.spread?.n ?? ''}` },
    { name: w.csvRank, cell: (row) => rankText(of(row)) },
  ];
  const names = columnNames(w);
  const more: Record<RosterColumn, CsvColumn['cell']> = {
    platforms: ({ figures }) => figures.map(({ platform }) => platformName(platform)).join(', '),
    reach: (row) => wholeOf(of(row)?.reach),
    last: (row) => dayOf(of(row)?.lastPost),
    fit: ({ userId }) => fitIn(fits.get(userId))?.mean?.toFixed(1) ?? '',
    briefs: ({ briefs }) => briefs.map(({ title }) => title).join(', '),
  };
  const chosen = query.columns.map((column) => ({ name: names[column], cell: more[column] }));
  return [...engagement, ...chosen];
}

const wholeOf = (count: number | null | undefined): string =>
  count == null ? '' : `${Math.round(count)}`;

const dayOf = (at: number | undefined): string =>
  at ? new Date(at).toISOString().slice(0, 10) : '';

function rankText(figure: PlatformFigures | null): string {
  if (!figure?.rank) return '';
  const { best, worst } = figure.rank;
  return best === worst ? `${best}` : `${best}–${worst}`;
}
