// The fit of creators and a brand as one reader may see it: their own marks, and the others' once both
// are done. The creator's page holds the questions and their own marks; of the brand's only how its people
// see the brand, once the creator has described themself and is done.
import { briefById } from '#db/briefs.ts';
import { type CreatorEntry, creatorPlace, creatorsOf } from '#db/creators.ts';
import {
  doneOf,
  marksOf,
  type NamedDone,
  type NamedMark,
  personalitiesOf,
  sheetOf,
} from '#db/fit.ts';
import { importedPostsOf } from '#db/imports.ts';
import { figuresShownTo, type ImportedPostRow } from '#db/shown.ts';
import { type PictureOwner, stylePicturesOf } from '#db/style-pictures.ts';
import { csvFile } from '#shared/csv.ts';
import {
  evidenceLink,
  type FitSheet,
  fitFactors,
  type FitSummary,
  type Stand,
  summaryOf,
  vetoesIn,
} from '#shared/fit.ts';
import { safeName } from '#shared/media.ts';
import { meanProfile, type Profile } from '#shared/personality.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { type Actor, can } from '#shared/roles.ts';
import { fit as fitWords } from '#shared/words/fit.ts';
import { factorNames } from '#shared/words/fit-rows.ts';
import { seenBrief } from '../brief-case.ts';
import type { TakenFile } from '../export/file.ts';
import { byBrand, isAfterSeeing, marksFor, type Reading, seesOthers } from '../fit.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { shownPicture } from '../style-pictures.ts';

type OfBrief = { briefId: string };

async function readingOf(s: Services, actor: Actor, briefId: string) {
  const seen = await seenBrief(s, actor, briefId);
  if (!seen.ok) return seen;
  const { brief, standing } = seen.value;
  if (!can('fit.read', standing)) return fail('not-allowed');
  const done = await doneOf(s.db, briefId);
  const mayRate = can('fit.rate', standing);
  const reading: Reading = { readerId: actor.userId, mayRate, done };
  const sheet = await sheetOf(s.db, briefId);
  const all = await marksOf(s.db, briefId);
  const marks = marksFor(all, reading).filter(({ rowId }) => isAsked(sheet, rowId));
  return ok({ brief, standing, reading, done, sheet, all, marks });
}

/** Marks of a row that was taken out are kept and no longer shown. */
const isAsked = ({ rows }: FitSheet, rowId: string): boolean => rows.some(({ id }) => id === rowId);

const shownMark = (mark: NamedMark, done: readonly NamedDone[]) => ({
  raterId: mark.raterId,
  rater: mark.rater,
  bySelf: !byBrand(mark),
  rowId: mark.rowId,
  score: mark.score,
  evidence: mark.evidence,
  note: mark.note,
  isAfterSeeing: isAfterSeeing(mark, done),
});
export type ShownMark = ReturnType<typeof shownMark>;

export async function fitPage(
  s: Services,
  actor: Actor,
  { briefId, userId }: { briefId: string; userId: string },
) {
  const read = await readingOf(s, actor, briefId);
  if (!read.ok) return read;
  const { brief, standing, reading, done, sheet } = read.value;
  const creator = (await creatorsOf(s.db, briefId)).find((one) => one.userId === userId);
  if (!creator) return fail('not-found');
  const marks = read.value.marks.filter((mark) => mark.userId === userId);
  const sees = seesOthers(reading, userId);
  const here = done.filter((row) => row.userId === userId);
  const counted = marks.filter(
    (mark) => byBrand(mark) && here.some((row) => row.raterId === mark.raterId),
  );
  return ok({
    briefId,
    userId,
    readerId: actor.userId,
    name: creator.name,
    brandName: brief.brandName,
    timeZone: brief.timeZone,
    sheet,
    marks: marks.map((mark) => shownMark(mark, done)),
    isDone: here.some(({ raterId }) => raterId === actor.userId),
    seesOthers: sees,
    people: raters(
      read.value.all.filter((mark) => mark.userId === userId),
      here,
    ),
    summary: sees ? summaryOf(sheet, counted) : null,
    personality: await personality(s, { briefId, userId, reading }),
    evidence: await evidenceOf(s, { workspaceId: brief.workspaceId, userId }),
    portfolio: await picturesOf(s, { userId, briefId: null }),
    moodboard: await picturesOf(s, { userId: null, briefId }),
    may: {
      rate: reading.mayRate && creator.state !== 'removed',
      sheet: can('fit.sheet', standing),
      deal: can('deal.write', standing),
    },
  });
}

/** Who has begun or is done: that much everybody may know. */
function raters(marks: readonly NamedMark[], done: readonly NamedDone[]) {
  const people = new Map<string, { raterId: string; name: string; isDone: boolean }>();
  for (const { raterId, rater } of [...marks, ...done]) {
    const isDone = done.some((row) => row.raterId === raterId);
    people.set(raterId, { raterId, name: rater, isDone });
  }
  return [...people.values()].sort((a, b) => Number(b.isDone) - Number(a.isDone));
}

const evidenceLength = 8;
/** Not every file says where a post stands. */
const evidenceReach = 40;

/** Posts to take as evidence, where the creator shows them to the workspace. */
async function evidenceOf(s: Services, pair: { workspaceId: string; userId: string }) {
  return linked((await figuresShownTo(s.db, pair)).posts);
}

const linked = (posts: readonly ImportedPostRow[]) =>
  posts
    .filter(({ permalink }) => evidenceLink(permalink) !== null)
    .slice(0, evidenceLength)
    .map(({ id, permalink, caption, publishedAt }) => ({
      id,
      permalink,
      caption: caption.slice(0, 80),
      at: publishedAt.getTime(),
    }));

const picturesOf = async (s: Services, owner: PictureOwner) =>
  (await stylePicturesOf(s.db, owner)).map(shownPicture);

async function personality(
  s: Services,
  { briefId, userId, reading }: { briefId: string; userId: string; reading: Reading },
) {
  const rows = await personalitiesOf(s.db, { briefId, userId });
  // Judged as the marks of this creator are; of the brand they are said on this creator's page too.
  const seen = marksFor(
    rows.map((row) => ({ ...row, userId })),
    reading,
  ).filter((row) => Object.keys(row.facets).length > 0);
  const of = (subject: string, bySelf: boolean) =>
    seen.filter((row) => row.subject === subject && (row.raterId === userId) === bySelf);
  const own = (subject: string): Profile =>
    of(subject, false).find((row) => row.raterId === reading.readerId)?.facets ?? {};
  const mean = (subject: string, bySelf: boolean) =>
    meanProfile(of(subject, bySelf).map((row) => row.facets as Profile));
  return {
    own: { brand: own(''), creator: own(userId) },
    brand: mean('', false),
    creator: mean(userId, false),
    self: mean(userId, true),
    people: new Set(seen.filter(({ raterId }) => raterId !== userId).map(({ raterId }) => raterId))
      .size,
  };
}

/** How the creator sees themself and, once that is given, how the brand's people see the brand. */
async function ownPersonality(
  s: Services,
  of: { briefId: string; userId: string; done: readonly NamedDone[] },
) {
  const reading = { readerId: of.userId, mayRate: true, done: of.done };
  const { self, brand } = await personality(s, { ...of, reading });
  return { self, brand: Object.keys(self).length > 0 ? brand : {} };
}

export async function ownFit(s: Services, actor: Actor, { briefId }: OfBrief) {
  const allowed = await judge(s.db, { actor, place: { briefId }, action: 'fit.own' });
  if (!allowed.ok) return allowed;
  const { userId } = actor;
  const brief = await briefById(s.db, briefId);
  if (!brief || !(await creatorPlace(s.db, { briefId, userId }))) return fail('not-found');
  const sheet = await sheetOf(s.db, briefId);
  const own = (await marksOf(s.db, briefId)).filter(
    (mark) => mark.userId === userId && mark.raterId === userId && isAsked(sheet, mark.rowId),
  );
  const done = await doneOf(s.db, briefId);
  return ok({
    briefId,
    userId,
    brandName: brief.brandName,
    title: brief.title,
    timeZone: brief.timeZone,
    // Weights are the brand's business.
    rows: sheet.rows.map(({ id, factor, kind, words }) => ({ id, factor, kind, words })),
    marks: own.map((mark) => shownMark(mark, [])),
    /** Their own posts, whatever they show to whom. */
    portfolio: await picturesOf(s, { userId, briefId: null }),
    moodboard: await picturesOf(s, { userId: null, briefId }),
    evidence: linked(await importedPostsOf(s.db, userId, evidenceReach)),
    personality: await ownPersonality(s, { briefId, userId, done }),
    hiddenFacets: sheet.hiddenFacets,
    isDone: done.some((row) => row.userId === userId && row.raterId === userId),
  });
}

export interface Compared {
  userId: string;
  name: string;
  /** The brand's people who are done. */
  raters: number;
  /** The reader has marked something and is not done yet. */
  isBegun: boolean;
  summary: FitSummary | null;
  vetoedBy: string[];
}

async function compared(s: Services, actor: Actor, briefId: string) {
  const read = await readingOf(s, actor, briefId);
  if (!read.ok) return read;
  const { brief, reading, done, sheet, marks } = read.value;
  const creators = (await creatorsOf(s.db, briefId)).filter(({ state }) => state !== 'removed');
  const rowOf = ({ userId, name }: CreatorEntry): Compared => {
    const here = done.filter((row) => row.userId === userId);
    const brands = here.filter(byBrand).map(({ raterId }) => raterId);
    const seen = marks.filter((mark) => mark.userId === userId);
    const counted = seen.filter(({ raterId }) => brands.includes(raterId));
    const sees = seesOthers(reading, userId);
    return {
      userId,
      name,
      raters: brands.length,
      isBegun: !sees && seen.length > 0,
      summary: sees ? summaryOf(sheet, counted) : null,
      vetoedBy: sees ? vetoesIn(sheet, counted).map(({ rater }) => rater) : [],
    };
  };
  return ok({ brief, rows: creators.map(rowOf) });
}

export async function fitCompare(s: Services, actor: Actor, { briefId }: OfBrief) {
  const read = await compared(s, actor, briefId);
  return read.ok ? ok({ briefId, rows: read.value.rows }) : read;
}

/** The same table for a spreadsheet. */
export async function fitCsv(
  s: Services,
  actor: Actor,
  { briefId }: OfBrief,
): Promise<Result<Omit<TakenFile, 'bytes'> & { bytes: string }>> {
  const read = await compared(s, actor, briefId);
  if (!read.ok) return read;
  const { brief, rows } = read.value;
  const w = fitWords[actor.locale];
  const columns = [w.overall, ...fitFactors.map((factor) => factorNames[actor.locale][factor])];
  const header = [
    w.name,
    w.raters,
    ...columns.flatMap((name) => [name, `${name}, ${w.csvLow}`, `${name}, ${w.csvHigh}`]),
    w.csvApart,
    w.csvVeto,
  ];
  const lines = rows.map(({ name, raters, summary, vetoedBy }) => [
    name,
    String(raters),
    ...[summary?.overall, ...fitFactors.map((factor) => summary?.factors[factor])].flatMap(cells),
    summary ? String(summary.apart) : '',
    [...new Set(vetoedBy)].join(', '),
  ]);
  return ok({
    name: `${safeName(`${brief.title} · ${w.compareTitle}`)}.csv`,
    type: 'text/csv; charset=utf-8',
    bytes: csvFile([header, ...lines]),
  });
}

const cells = (stand: Stand | undefined): string[] =>
  [stand?.mean, stand?.low, stand?.high].map((value) =>
    value === null || value === undefined ? '' : value.toFixed(2),
  );
