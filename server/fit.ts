// Which marks of the fit sheet a reader sees, and what a workspace's people say of its creators.
// Ratings are independent: whoever may rate reads their own marks alone until they say that they are
// done, and of others only the marks of who is done as well. The brand's means never hold a creator's
// own marks.
import { doneOf, type FitDoneRow, type FitMarkRow, fitOfWorkspace } from '#db/fit.ts';
import type { Executor, Tx } from '#db/open.ts';
import { standingFor } from '#db/standing.ts';
import { defaultSheet, type FitSummary, summaryOf } from '#shared/fit.ts';
import { type Actor, can } from '#shared/roles.ts';
import type { Services } from './services.ts';
import { existingBrief } from './telling.ts';

type DoneRow = Pick<FitDoneRow, 'userId' | 'raterId' | 'at'>;

export interface Reading {
  readerId: string;
  mayRate: boolean;
  done: readonly DoneRow[];
}

const doneAt = (done: readonly DoneRow[], of: { userId: string; raterId: string }) =>
  done.find(({ userId, raterId }) => userId === of.userId && raterId === of.raterId)?.at;

/** Whether a reader sees what others marked of one creator. */
export const seesOthers = ({ readerId, mayRate, done }: Reading, userId: string): boolean =>
  !mayRate || doneAt(done, { userId, raterId: readerId }) !== undefined;

/** The marks of a brief that leave the server for one reader. */
export function marksFor<M extends Pick<FitMarkRow, 'userId' | 'raterId'>>(
  marks: readonly M[],
  reading: Reading,
): M[] {
  return marks.filter(
    (mark) =>
      mark.raterId === reading.readerId ||
      (seesOthers(reading, mark.userId) && doneAt(reading.done, mark) !== undefined),
  );
}

/** Given or changed by somebody who had already read what the others marked. */
export function isAfterSeeing(
  mark: Pick<FitMarkRow, 'userId' | 'raterId' | 'at'>,
  done: readonly DoneRow[],
): boolean {
  // Creators never read the brand's marks.
  if (mark.userId === mark.raterId) return false;
  const at = doneAt(done, mark);
  return at !== undefined && mark.at.getTime() > at.getTime();
}

export const byBrand = (mark: Pick<FitMarkRow, 'userId' | 'raterId'>): boolean =>
  mark.raterId !== mark.userId;

export interface CreatorFit {
  userId: string;
  /** The brief it was rated for: of several the one where somebody was done last. */
  briefId: string;
  /** The brand's people who are done. */
  raters: number;
  /** Mean, lowest and highest rater, factors; null while the reader has not rated them alone. */
  summary: FitSummary | null;
}

/**
 * What the brand's people say of these creators of the workspace, or of all, by creator, as this reader
 * may read it.
 */
export async function fitOf(
  db: Executor,
  { workspaceId, readerId, userIds }: FitAsked,
): Promise<Map<string, CreatorFit>> {
  const { sheets, marks, done } = await fitOfWorkspace(db, workspaceId, userIds);
  const marksOf = byRated(marks);
  const doneBy = byRated(done);
  const fits = new Map<string, CreatorFit>();
  const rates = new Map<string, Promise<boolean>>();
  for (const [userId, latest] of latestOf(done)) {
    const { briefId } = latest;
    const here = doneBy.get(ratedKey(latest)) ?? [];
    const mayRate = rates.get(briefId) ?? mayRateIn(db, { readerId, briefId });
    rates.set(briefId, mayRate);
    const reading = { readerId, mayRate: await mayRate, done: here };
    const own = marksOf.get(ratedKey(latest)) ?? [];
    const counted = own.filter((mark) => byBrand(mark) && doneAt(here, mark) !== undefined);
    const raters = new Set(counted.map(({ raterId }) => raterId)).size;
    const sheet = sheets.get(briefId) ?? defaultSheet;
    const summary = seesOthers(reading, userId) ? summaryOf(sheet, counted) : null;
    fits.set(userId, { userId, briefId, raters, summary });
  }
  return fits;
}

interface FitAsked {
  workspaceId: string;
  readerId: string;
  userIds?: readonly string[];
}

interface Rated {
  briefId: string;
  userId: string;
}

const ratedKey = ({ briefId, userId }: Rated): string => `${briefId} ${userId}`;

function byRated<Row extends Rated>(rows: readonly Row[]): Map<string, Row[]> {
  const by = new Map<string, Row[]>();
  for (const row of rows) {
    const own = by.get(ratedKey(row));
    if (own) own.push(row);
    else by.set(ratedKey(row), [row]);
  }
  return by;
}

function latestOf(done: readonly FitDoneRow[]): Map<string, FitDoneRow> {
  const latest = new Map<string, FitDoneRow>();
  for (const row of done) {
    if (row.raterId === row.userId) continue;
    const before = latest.get(row.userId);
    if (!before || row.at > before.at) latest.set(row.userId, row);
  }
  return latest;
}

async function mayRateIn(db: Executor, of: { readerId: string; briefId: string }) {
  const standing = await standingFor(db, of.readerId, { briefId: of.briefId });
  return standing === null || can('fit.rate', standing);
}

interface FitEvent {
  briefId: string;
  /** The creator who is rated. */
  userId: string;
  actor: Actor;
}

/**
 * What only its giver reads is told to them alone: their other tabs. Once they are done the brand's
 * pages load again; the creator's own page never does for what the brand marks.
 */
export async function tellFit(s: Services, tx: Tx, { briefId, userId, actor }: FitEvent) {
  const { workspaceId } = await existingBrief(tx, briefId);
  const row = {
    kind: 'fit',
    topic: `fit:${briefId}`,
    workspaceId,
    briefId,
    actorId: actor.userId,
    at: s.now(),
  };
  await s.live.publish(tx, { ...row, audience: 'person', toUserId: actor.userId });
  const done = await doneOf(tx, briefId);
  if (doneAt(done, { userId, raterId: actor.userId }) === undefined) return;
  await s.live.publish(tx, { ...row, audience: 'brand' });
}
