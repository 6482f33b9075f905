// Who is who: the brand is a rounded square, the creator a circle, both together touch.
import type { Side } from '#shared/roles.ts';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first letter as people see it: one emoji, one Thai consonant with its vowel. */
export function initialOf(name: string): string {
  const first = graphemes.segment(name.trim())[Symbol.iterator]().next().value;
  return first?.segment.toLocaleUpperCase() ?? '?';
}

const hues = {
  brand: 'rounded-lg bg-brand-soft text-brand ring-brand/40',
  creator: 'rounded-full bg-creator-soft text-creator ring-creator/40',
} as const;

export function Avatar({
  name,
  side,
  size = 'md',
}: {
  name: string;
  side: Side;
  size?: 'sm' | 'md';
}) {
  const square = size === 'sm' ? 'size-6 text-13' : 'size-8 text-15';
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center font-semibold leading-none ring-1 ${square} ${hues[side]}`}
    >
      {initialOf(name)}
    </span>
  );
}

export function Person({
  name,
  called = name,
  side,
  note,
}: {
  name: string;
  /** "You" instead of the name; the mark stays the one everybody sees. */
  called?: string;
  side: Side;
  note?: string;
}) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Avatar name={name} side={side} size="sm" />
      <span className="truncate font-medium text-ink">{called}</span>
      {note && <span className="truncate text-13 text-muted">{note}</span>}
    </span>
  );
}

/** The two keys: a square for the brand's, a circle for the creator's, filled once turned. */
export function KeyMark({
  brand,
  creator,
  label,
}: {
  brand: boolean;
  creator: boolean;
  label: string;
}) {
  const both = brand && creator;
  return (
    <svg role="img" aria-label={label} viewBox="0 0 36 20" className="h-5 w-9 shrink-0">
      <rect
        x="2"
        y="3"
        width="14"
        height="14"
        rx="4"
        strokeWidth="2"
        className={
          both
            ? 'fill-both stroke-both'
            : brand
              ? 'fill-brand stroke-brand'
              : 'fill-none stroke-edge'
        }
      />
      <circle
        cx={both ? 24 : 26}
        cy="10"
        r="7"
        strokeWidth="2"
        className={
          both
            ? 'fill-both stroke-both'
            : creator
              ? 'fill-creator stroke-creator'
              : 'fill-none stroke-edge'
        }
      />
    </svg>
  );
}

export type Turn = Side | 'both' | 'nobody';

const turns = {
  brand: 'bg-brand-soft text-brand',
  creator: 'bg-creator-soft text-creator',
  both: 'bg-both-soft text-both',
  nobody: 'bg-line/60 text-ink',
} as const;
const shapes = {
  brand: 'size-2.5 rounded-[3px] bg-brand',
  creator: 'size-2.5 rounded-full bg-creator',
  nobody: 'size-2.5 rounded-full border border-edge',
} as const;

/** The shape of whose turn it is; both together touch. */
export function TurnShape({ turn }: { turn: Turn }) {
  if (turn !== 'both') return <span aria-hidden="true" className={`shrink-0 ${shapes[turn]}`} />;
  return (
    <span aria-hidden="true" className="inline-flex shrink-0">
      <span className="size-2.5 rounded-[3px] bg-both" />
      <span className="size-2.5 rounded-full bg-both" />
    </span>
  );
}

/** A state in words, in the hue and the shape of whose turn it is. */
export function StatusPill({ turn, children }: { turn: Turn; children: string }) {
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-1.5 rounded-full px-2.5 py-0.5 text-13 font-medium whitespace-nowrap ${turns[turn]}`}
    >
      <TurnShape turn={turn} />
      {children}
    </span>
  );
}
