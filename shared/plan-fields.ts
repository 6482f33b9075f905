// The plan's fields as people type them: counts, shares as percent, money. What cannot be read, or
// cannot be, comes back with the reason and is never changed in silence.
import { readFee } from './fees.ts';
import { readCount } from './figures.ts';
import { planBounds } from './plan.ts';

export type PlanField = keyof typeof planBounds;
export type FieldKind = 'count' | 'percent' | 'money';

export const fieldKind: Record<PlanField, FieldKind> = {
  audience: 'count',
  followers: 'count',
  inTarget: 'percent',
  posts: 'count',
  reach: 'percent',
  cost: 'money',
  share: 'percent',
  frequency: 'count',
  budget: 'money',
  postCap: 'count',
  postsEach: 'count',
  overlapShare: 'percent',
};

export type Typed =
  /** Null: the field was emptied. */
  | { ok: true; value: number | null }
  | { ok: false; why: 'unreadable' | 'not-whole' | 'too-small' | 'too-large' };

export function readTyped(field: PlanField, typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  const value = numberIn(fieldKind[field], text);
  if (value === null) return { ok: false, why: whyUnread(field, text) };
  const { least, most } = planBounds[field];
  if (value < least) return { ok: false, why: 'too-small' };
  return value > most ? { ok: false, why: 'too-large' } : { ok: true, value };
}

/** A number that is understood, and is none for this field. */
function whyUnread(field: PlanField, text: string): 'unreadable' | 'not-whole' | 'too-small' {
  const [, above] = /^[-−–]\s*(\S.*)$/.exec(text) ?? [];
  if (above !== undefined) {
    const read = readTyped(field, above);
    return !read.ok && read.why === 'unreadable' ? 'unreadable' : 'too-small';
  }
  const isPart = fieldKind[field] === 'count' && /^\d+[.,]\d{1,2}$/.test(latin(text));
  return isPart ? 'not-whole' : 'unreadable';
}

function numberIn(kind: FieldKind, text: string): number | null {
  if (kind === 'money') return readFee(text)?.amount ?? null;
  if (kind === 'percent') return percentIn(text);
  const read = readCount(text);
  return read.ok ? read.value : null;
}

/** 31 · 31.5 · 31,5 % */
function percentIn(text: string): number | null {
  const [, digits] = /^(\d{1,3}(?:[.,]\d{1,3})?)\s*%?$/.exec(latin(text)) ?? [];
  if (digits === undefined) return null;
  // In thousandths of a percent, so that 31.4 is 0.314 and nothing longer.
  return Math.round(Number(digits.replace(',', '.')) * 1_000) / 100_000;
}

const latin = (text: string) =>
  text.normalize('NFKC').replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));

/** As it stands in its field. */
export function shownIn(field: PlanField, value: number): string {
  const kind = fieldKind[field];
  if (kind === 'percent') return `${Math.round(value * 1_000) / 10}`;
  return kind === 'count' && value >= 10_000
    ? value.toString().replace(/\B(?=(\d{3})+$)/g, ',')
    : `${value}`;
}
