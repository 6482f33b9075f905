// The fit sheet of a brief, the marks people gave its creators, who is done, and how they see the
// personality of both. Who may read which mark is decided by whoever asks.
import { and, asc, eq, inArray } from 'drizzle-orm';
import { defaultSheet, type FitSheet } from '#shared/fit.ts';
import type { Executor, Tx } from './open.ts';
import { brief } from './schema/campaign.ts';
import { user } from './schema/people.ts';
import { fitDone, fitMark, fitSheet, personality } from './schema/roster.ts';

export type FitMarkRow = typeof fitMark.$inferSelect;
export type FitDoneRow = typeof fitDone.$inferSelect;
export type PersonalityRow = typeof personality.$inferSelect;
export type NamedMark = FitMarkRow & { rater: string };
export type NamedDone = FitDoneRow & { rater: string };

interface Rated {
  briefId: string;
  userId: string;
}

/** The brief's own, or the one that every brief begins with. */
export async function sheetOf(db: Executor, briefId: string): Promise<FitSheet> {
  const [row] = await db
    .select({ sheet: fitSheet.sheet })
    .from(fitSheet)
    .where(eq(fitSheet.briefId, briefId));
  return row?.sheet ?? defaultSheet;
}

export async function saveSheet(
  tx: Tx,
  row: { briefId: string; sheet: FitSheet; changedBy: string; at: Date },
): Promise<void> {
  const { sheet, changedBy, at } = row;
  await tx
    .insert(fitSheet)
    .values(row)
    .onConflictDoUpdate({ target: fitSheet.briefId, set: { sheet, changedBy, at } });
}

export async function saveMark(tx: Tx, row: FitMarkRow): Promise<void> {
  const { score, evidence, note, at } = row;
  const target = [fitMark.briefId, fitMark.userId, fitMark.raterId, fitMark.rowId];
  await tx
    .insert(fitMark)
    .values(row)
    .onConflictDoUpdate({ target, set: { score, evidence, note, at } });
}

/** Whether just this stands there already. */
export async function sameMark(db: Executor, row: FitMarkRow): Promise<boolean> {
  const [found] = await db
    .select()
    .from(fitMark)
    .where(
      and(
        eq(fitMark.briefId, row.briefId),
        eq(fitMark.userId, row.userId),
        eq(fitMark.raterId, row.raterId),
        eq(fitMark.rowId, row.rowId),
      ),
    );
  return found?.score === row.score && found.evidence === row.evidence && found.note === row.note;
}

/** Every mark of a brief, with the name of whoever gave it, the oldest first. */
export async function marksOf(db: Executor, briefId: string): Promise<NamedMark[]> {
  const rows = await db
    .select({ mark: fitMark, rater: user.name })
    .from(fitMark)
    .innerJoin(user, eq(user.id, fitMark.raterId))
    .where(eq(fitMark.briefId, briefId))
    .orderBy(asc(fitMark.at), asc(fitMark.raterId), asc(fitMark.rowId));
  return rows.map(({ mark, rater }) => ({ ...mark, rater }));
}

export async function doneOf(db: Executor, briefId: string): Promise<NamedDone[]> {
  const rows = await db
    .select({ row: fitDone, rater: user.name })
    .from(fitDone)
    .innerJoin(user, eq(user.id, fitDone.raterId))
    .where(eq(fitDone.briefId, briefId))
    .orderBy(asc(fitDone.at), asc(fitDone.raterId));
  return rows.map(({ row, rater }) => ({ ...row, rater }));
}

/** Whoever has said it stays done: what they have seen cannot be unseen. True where it is new. */
export async function sayDone(tx: Tx, row: FitDoneRow): Promise<boolean> {
  const said = await tx.insert(fitDone).values(row).onConflictDoNothing().returning();
  return said.length > 0;
}

export async function savePersonality(tx: Tx, row: PersonalityRow): Promise<void> {
  const { facets, at } = row;
  await tx
    .insert(personality)
    .values(row)
    .onConflictDoUpdate({
      target: [personality.briefId, personality.subject, personality.raterId],
      set: { facets, at },
    });
}

/** How people see the brand and one creator. */
export async function personalitiesOf(
  db: Executor,
  { briefId, userId }: Rated,
): Promise<(PersonalityRow & { rater: string })[]> {
  const rows = await db
    .select({ row: personality, rater: user.name })
    .from(personality)
    .innerJoin(user, eq(user.id, personality.raterId))
    .where(and(eq(personality.briefId, briefId), inArray(personality.subject, ['', userId])))
    .orderBy(asc(personality.at));
  return rows.map(({ row, rater }) => ({ ...row, rater }));
}

/** A workspace in a query a table: sheets, marks and who is done; of these creators, or of all. */
export async function fitOfWorkspace(
  db: Executor,
  workspaceId: string,
  userIds?: readonly string[],
) {
  const inWorkspace = eq(brief.workspaceId, workspaceId);
  const sheets = await db
    .select({ briefId: fitSheet.briefId, sheet: fitSheet.sheet })
    .from(fitSheet)
    .innerJoin(brief, eq(brief.id, fitSheet.briefId))
    .where(inWorkspace);
  const marks = await db
    .select({ mark: fitMark })
    .from(fitMark)
    .innerJoin(brief, eq(brief.id, fitMark.briefId))
    .where(and(inWorkspace, userIds && inArray(fitMark.userId, [...userIds])));
  const done = await db
    .select({ done: fitDone })
    .from(fitDone)
    .innerJoin(brief, eq(brief.id, fitDone.briefId))
    .where(and(inWorkspace, userIds && inArray(fitDone.userId, [...userIds])));
  return {
    sheets: new Map(sheets.map(({ briefId, sheet }) => [briefId, sheet])),
    marks: marks.map(({ mark }) => mark),
    done: done.map((row) => row.done),
  };
}
