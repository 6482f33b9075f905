// The fit sheet: how well a creator and a brand go together, rated by people with a post as evidence.
// It adds nothing up that people disagree about, and never reads a photograph. Pure.
//
// The factors are the trade's; rows on subject and trust follow Ohanian 1990, on being worth watching
// and originality Ao et al. 2023 and Leung et al. 2022. The latter found fit and posting activity to
// help up to a point only: a perfect likeness is noted here and never rewarded.

export const fitFactors = ['profile', 'visuals', 'trends', 'lifestyle'] as const;
export type FitFactor = (typeof fitFactors)[number];

/** One question of the sheet, scored 1 to 5. A veto row is answered yes or no and stays out of the mean. */
export interface FitRow {
  id: string;
  factor: FitFactor;
  kind: 'score' | 'veto';
  /** The question and what 1, 3 and 5 look like; null where the sheet's own words are used. */
  words: { question: string; anchors: Record<1 | 3 | 5, string> } | null;
  /** Share in the mean before all weights are divided by their sum. */
  weight: number;
}

export interface FitSheet {
  rows: FitRow[];
  /** Facets of the brand's personality this team leaves out. */
  hiddenFacets: string[];
}

const scored = {
  profile: ['right-people', 'knows-subject', 'keeps-trust', 'steady-rhythm'],
  visuals: ['own-look', 'well-made', 'worth-watching'],
  trends: ['sets-trends', 'own-ideas', 'gets-answers'],
  lifestyle: ['lives-it', 'same-values', 'same-tone', 'same-places'],
} as const satisfies Record<FitFactor, readonly string[]>;
const vetoes = ['harmful-words', 'hidden-ads', 'works-for-rival'] as const;

export type DefaultRowId = (typeof scored)[FitFactor][number] | (typeof vetoes)[number];

/** The sheet every brief begins with: all rows weigh the same. */
export const defaultSheet: FitSheet = {
  rows: [
    ...fitFactors.flatMap((factor) => scored[factor].map((id) => row(id, factor, 'score'))),
    ...vetoes.map((id) => row(id, 'profile', 'veto')),
  ],
  hiddenFacets: [],
};

function row(id: DefaultRowId, factor: FitFactor, kind: FitRow['kind']): FitRow {
  return { id, factor, kind, words: null, weight: 1 };
}

export const scores = [1, 2, 3, 4, 5] as const;
/** How a veto row is kept: said no to, or nothing found. */
export const vetoScore = { veto: 1, none: 5 } as const;

export const fitLimits = {
  rows: 30,
  question: 160,
  anchor: 240,
  note: 1000,
  evidence: 600,
  weight: 10,
};

/** A link as it is kept, or null where it is none: http or https, with a host and no spaces. */
export function evidenceLink(text: string): string | null {
  const link = text.trim();
  const isLink = /^https?:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/i.test(link);
  return isLink && link.length <= fitLimits.evidence ? link : null;
}

/** Factor by factor as they are asked, vetoes last; a team's own rows stand with their factor. */
export function inOrder<R extends Pick<FitRow, 'factor' | 'kind'>>(rows: readonly R[]): R[] {
  const place = ({ kind, factor }: R) =>
    kind === 'veto' ? fitFactors.length : fitFactors.indexOf(factor);
  return [...rows].sort((a, b) => place(a) - place(b));
}

/** Every score is shown by a post; that nothing spoke against somebody is not. */
export const needsEvidence = (row: Pick<FitRow, 'kind'>, score: number): boolean =>
  row.kind === 'score' || score === vetoScore.veto;

export interface Given {
  raterId: string;
  rowId: string;
  score: number;
}

/** What several people together say. `low` and `high` are the furthest apart of them. */
export interface Stand {
  mean: number | null;
  /** People whose marks are in it. */
  raters: number;
  low: number | null;
  high: number | null;
}

/** One row: the mean of its marks, the lowest and the highest of them. */
export function standOfRow(row: Pick<FitRow, 'id'>, marks: readonly Given[]): Stand {
  return standOfValues(marks.filter(({ rowId }) => rowId === row.id).map(({ score }) => score));
}

/**
 * Several rows: the mean of the rows' means by weight, over rows that anybody marked. `low` and `high`
 * are the lowest and highest of the raters' own means over the rows each of them marked.
 */
export function standOf(rows: readonly FitRow[], marks: readonly Given[]): Stand {
  const own = ownMeans(rows, marks).map(({ mean }) => mean);
  return { ...standOfValues(own), mean: weighted(rows, marks) };
}

/**
 * Each rater's own mean over the rows they marked. Where somebody skipped a row, all of them may lie to
 * one side of the mean of the rows, which is why they are shown by name and not as its range.
 */
export function ownMeans(rows: readonly FitRow[], marks: readonly Given[]) {
  const raters = [...new Set(marks.map(({ raterId }) => raterId))];
  return raters.flatMap((raterId) => {
    const mean = weighted(
      rows,
      marks.filter((mark) => mark.raterId === raterId),
    );
    return mean === null ? [] : [{ raterId, mean }];
  });
}

/** Σ weight · mean of the row / Σ weight, over scored rows with a mark; null without one. */
function weighted(rows: readonly FitRow[], marks: readonly Given[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const row of rows) {
    if (row.kind !== 'score') continue;
    const { mean } = standOfRow(row, marks);
    if (mean === null) continue;
    sum += row.weight * mean;
    weights += row.weight;
  }
  return weights === 0 ? null : sum / weights;
}

function standOfValues(values: readonly number[]): Stand {
  if (values.length === 0) return { mean: null, raters: 0, low: null, high: null };
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return { mean, raters: values.length, low: Math.min(...values), high: Math.max(...values) };
}

/** Two marks or more between the lowest and the highest: worth talking about. */
export const isApart = ({ low, high }: Pick<Stand, 'low' | 'high'>): boolean =>
  low !== null && high !== null && high - low >= 2;

/** Everybody says five in everything: likeness without a difference, which research does not reward. */
export const isSame = (stand: Stand): boolean => stand.mean === 5;

/** Whoever found something that rules a creator out. It outweighs every mean. */
export function vetoesIn<G extends Given>(sheet: FitSheet, marks: readonly G[]): G[] {
  const rows = new Set(sheet.rows.filter(({ kind }) => kind === 'veto').map(({ id }) => id));
  return marks.filter(({ rowId, score }) => rows.has(rowId) && score === vetoScore.veto);
}

export interface FitSummary {
  overall: Stand;
  factors: Record<FitFactor, Stand>;
  /** Rows on which the brand's people are far apart. */
  apart: number;
  vetoes: number;
}

/** What the brand's people say of one creator; the creator's own marks are no part of it. */
export function summaryOf(sheet: FitSheet, marks: readonly Given[]): FitSummary {
  const { rows } = sheet;
  const of = (factor: FitFactor) =>
    standOf(
      rows.filter((row) => row.factor === factor),
      marks,
    );
  return {
    overall: standOf(rows, marks),
    factors: Object.fromEntries(fitFactors.map((factor) => [factor, of(factor)])) as Record<
      FitFactor,
      Stand
    >,
    apart: rows.filter((row) => row.kind === 'score' && isApart(standOfRow(row, marks))).length,
    vetoes: vetoesIn(sheet, marks).length,
  };
}

/** A row's part in the mean once every row is marked, 0 to 1. */
export function shareOf(sheet: FitSheet, row: Pick<FitRow, 'kind' | 'weight'>): number {
  if (row.kind === 'veto') return 0;
  const all = sheet.rows.reduce((sum, one) => sum + (one.kind === 'score' ? one.weight : 0), 0);
  return all === 0 ? 0 : row.weight / all;
}

export type SheetChange =
  | { kind: 'weights'; weights: Record<string, number> }
  | { kind: 'add'; row: FitRow }
  | { kind: 'drop'; rowId: string }
  | { kind: 'facets'; hidden: string[] };

/** The sheet after a change, or null where it cannot be: no rows left, none that counts, too many. */
export function changedSheet(sheet: FitSheet, change: SheetChange): FitSheet | null {
  const next = applied(sheet, change);
  const counts = next.rows.some(({ kind, weight }) => kind === 'score' && weight > 0);
  return counts && next.rows.length <= fitLimits.rows ? next : null;
}

function applied(sheet: FitSheet, change: SheetChange): FitSheet {
  const { rows } = sheet;
  switch (change.kind) {
    case 'weights':
      return {
        ...sheet,
        rows: rows.map((row) => ({ ...row, weight: change.weights[row.id] ?? row.weight })),
      };
    case 'add':
      return { ...sheet, rows: [...rows, change.row] };
    case 'drop':
      return { ...sheet, rows: rows.filter(({ id }) => id !== change.rowId) };
    case 'facets':
      return { ...sheet, hiddenFacets: change.hidden };
  }
}
