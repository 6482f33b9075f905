// One figure of the plan in its field: what somebody typed, or what stands in for it, in a quieter ink.
// While it is being typed in it is the person's own; what can be read goes into the plan a moment after
// the last key, what cannot stays in the field with the reason.
import { useEffect, useId, useRef, useState } from 'react';
import { Avatar } from '#app/components/people.tsx';
import { useWords } from '#app/components/words.tsx';
import { planBounds } from '#shared/plan.ts';
import { fieldKind, type PlanField, readTyped, shownIn, type Typed } from '#shared/plan-fields.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { usePlanHands, useTellPlace, useWhoIsAt } from './plan-context.tsx';

export interface PlanNumberProps {
  field: PlanField;
  /** Where it is, for the others: `mali/reach`. */
  place: string;
  label: string;
  /** Whose figure it is, where that is only read out. */
  of?: string;
  /** What counts, and whether somebody typed it. */
  value: number | null;
  isTyped: boolean;
  note?: string | undefined;
  /** The label stands above in sight; otherwise it is read out only. */
  isLabelled?: boolean;
  className?: string;
  onType(value: number | null): void;
}

const settleMs = 300;

export function PlanNumber(props: PlanNumberProps) {
  const { field, place, label, of, value, isTyped, note } = props;
  const { isLabelled = false, className = '' } = props;
  const { writer } = usePlanHands();
  const id = useId();
  const tell = useTellPlace();
  const typing = useTyping(field, props.onType);
  const shown = typing.text ?? (value === null ? '' : shownIn(field, value));
  const problem = useProblem(field, typing.problem);
  const isPercent = fieldKind[field] === 'percent';
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <label
        htmlFor={id}
        className={isLabelled ? 'text-15 font-medium text-ink' : 'text-13 text-muted md:sr-only'}
      >
        {label}
      </label>
      <span className="relative block" data-place={place}>
        <input
          id={id}
          aria-label={of && `${label}, ${of}`}
          inputMode={isPercent || field === 'cost' ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={shown}
          readOnly={!writer}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem || note ? `${id}-note` : undefined}
          onFocus={(event) => {
            tell(place);
            event.currentTarget.select();
          }}
          onBlur={() => {
            tell(null);
            typing.settle();
          }}
          onKeyDown={(event) => event.key === 'Enter' && typing.settle()}
          onChange={(event) => typing.change(event.currentTarget.value)}
          className={`h-11 w-full rounded-xl border border-edge bg-raised px-3 text-17 tabular-nums read-only:border-line aria-invalid:border-2 aria-invalid:border-ink md:h-10 md:text-15 ${isPercent ? 'pr-8' : ''} ${isTyped || typing.text !== null ? 'text-ink' : 'text-muted'}`}
        />
        {isPercent && (
          <span
            aria-hidden="true"
            className="absolute inset-y-0 right-3 flex items-center text-muted"
          >
            %
          </span>
        )}
        <WhoIsAt place={place} />
      </span>
      {(problem || note) && (
        <span
          id={`${id}-note`}
          role={problem ? 'alert' : undefined}
          className={`text-13 ${problem ? 'font-medium text-ink' : 'text-muted'}`}
        >
          {problem ?? note}
        </span>
      )}
    </div>
  );
}

function WhoIsAt({ place }: { place: string }) {
  const w = useWords(planWords);
  const names = useWhoIsAt(place);
  if (names === '') return null;
  return (
    <span className="absolute -top-2 -right-2 z-10" title={w.isHere({ names })}>
      <Avatar name={names} side="brand" size="sm" />
      <span className="sr-only">{w.isHere({ names })}</span>
    </span>
  );
}

/** The text in hand, null while there is none. */
function useTyping(field: PlanField, onType: (value: number | null) => void) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<(Typed & { ok: false })['why'] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef({ text, onType });
  useEffect(() => {
    latest.current = { text, onType };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  function write(): boolean {
    clearTimeout(timer.current);
    const now = latest.current;
    if (now.text === null) return true;
    const read = readTyped(field, now.text);
    setProblem(read.ok ? null : read.why);
    if (read.ok) now.onType(read.value);
    return read.ok;
  }
  return {
    text,
    problem,
    change(next: string) {
      latest.current = { ...latest.current, text: next };
      setText(next);
      setProblem(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(write, settleMs);
    },
    /** What could be read is shown as it counts; the rest stays to be mended. */
    settle() {
      if (write()) setText(null);
    },
  };
}

function useProblem(field: PlanField, why: (Typed & { ok: false })['why'] | null): string | null {
  const w = useWords(planWords);
  if (why === null) return null;
  if (why === 'unreadable') return w.unreadable;
  if (why === 'not-whole') return w.whole;
  const { least, most } = planBounds[field];
  const unit = fieldKind[field] === 'percent' ? ' %' : '';
  return why === 'too-small'
    ? w.tooSmall({ least: shownIn(field, least) + unit })
    : w.tooLarge({ most: shownIn(field, most) + unit });
}
