// Rating on one's own: a question at a time, what 1, 3 and 5 look like, the post that shows it. The
// address says which question, so that going back, reloading and keyboards work as everywhere.
import { Form, Link, useActionData, useSearchParams } from '@remix-run/react';
import { Check } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { type FitRow, fitFactors, fitLimits, scores, vetoScore } from '#shared/fit.ts';
import type { Side } from '#shared/roles.ts';
import { fit } from '#shared/words/fit.ts';
import { factorNames, rowWords } from '#shared/words/fit-rows.ts';
import type { Answer } from './brief-answer.ts';
import { Button, ButtonLink } from './button.tsx';
import { Field, Problem, TextArea } from './field.tsx';
import { Card } from './surface.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export type AskedRow = Pick<FitRow, 'id' | 'factor' | 'kind' | 'words'>;

export interface OwnMark {
  rowId: string;
  score: number;
  evidence: string;
  note: string;
}

export interface Evidence {
  id: string;
  permalink: string;
  caption: string;
  at: number;
}

export interface RatingProps {
  side: Side;
  rows: AskedRow[];
  marks: OwnMark[];
  evidence: Evidence[];
  timeZone: string;
  /** What comes after the last question. */
  end: ReactNode;
}

const endOf = 'end';

export function Rating({ side, rows, marks, evidence, timeZone, end }: RatingProps) {
  const w = useWords(fit);
  const [params] = useSearchParams();
  const asked = params.get('row');
  const given = new Map(marks.map((mark) => [mark.rowId, mark]));
  const open = rows.find(({ id }) => !given.has(id));
  const row = rows.find(({ id }) => id === asked) ?? (asked === endOf ? undefined : open);
  const heading = useFocusOnChange(row?.id ?? endOf);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <Index {...{ side, rows, given }} at={row?.id ?? endOf} />
      <div className="order-first min-w-0 lg:order-none">
        {row ? (
          <Question
            key={row.id}
            {...{ side, row, rows, evidence, timeZone, heading }}
            mark={given.get(row.id)}
          />
        ) : (
          <Card className="flex flex-col gap-4">
            <h3 ref={heading} tabIndex={-1} className="text-22 outline-none">
              {w.doneTitle}
            </h3>
            {end}
          </Card>
        )}
      </div>
    </div>
  );
}

/** After a mark was saved the next question is read out and the keyboard goes on from it. */
function useFocusOnChange(at: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    heading.current?.focus();
  }, [at]);
  return heading;
}

interface IndexProps {
  side: Side;
  rows: AskedRow[];
  given: Map<string, OwnMark>;
  at: string;
}

function Index({ side, rows, given, at }: IndexProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const n = rows.filter(({ id }) => given.has(id)).length;
  const groups = [
    ...fitFactors.map((factor) => ({
      name: factorNames[locale][factor],
      rows: rows.filter((row) => row.kind === 'score' && row.factor === factor),
    })),
    { name: w.safety, rows: rows.filter(({ kind }) => kind === 'veto') },
  ].filter((group) => group.rows.length > 0);
  return (
    <nav aria-label={w.questions} className="flex flex-col gap-4">
      <p aria-live="polite" className="text-15 font-medium text-ink">
        {w.progress({ n, of: rows.length })}
      </p>
      {groups.map((group) => (
        <div key={group.name}>
          <p className="mb-1 text-13 text-muted">{group.name}</p>
          <ul className="flex flex-col">
            {group.rows.map((row) => (
              <IndexLine
                key={row.id}
                {...{ side, row }}
                mark={given.get(row.id)}
                isHere={row.id === at}
              />
            ))}
          </ul>
        </div>
      ))}
      <Link
        to={`?row=${endOf}`}
        preventScrollReset
        aria-current={at === endOf ? 'step' : undefined}
        className="flex min-h-11 items-center rounded-lg px-2 text-15 hover:bg-line/60 aria-[current=step]:bg-line/60 aria-[current=step]:font-semibold"
      >
        {w.finish}
      </Link>
    </nav>
  );
}

function IndexLine({
  side,
  row,
  mark,
  isHere,
}: {
  side: Side;
  row: AskedRow;
  mark: OwnMark | undefined;
  isHere: boolean;
}) {
  const w = useWords(fit);
  const { locale } = useReader();
  const isVeto = row.kind === 'veto';
  return (
    <li>
      <Link
        to={`?row=${row.id}`}
        preventScrollReset
        aria-current={isHere ? 'step' : undefined}
        className="flex min-h-11 items-center justify-between gap-3 rounded-lg px-2 text-15 text-ink no-underline hover:bg-line/60 aria-[current=step]:bg-line/60 aria-[current=step]:font-semibold lg:min-h-9"
      >
        <span className="min-w-0">{rowWords(row, locale, side).short}</span>
        {mark ? (
          <span className="shrink-0 font-semibold tabular-nums">
            <span className="sr-only">{w.marked({ score: mark.score })}</span>
            <span aria-hidden="true">{isVeto ? <Check className="size-4" /> : mark.score}</span>
          </span>
        ) : (
          <span className="shrink-0 text-muted">
            <span className="sr-only">{w.notMarked}</span>
            <span aria-hidden="true">–</span>
          </span>
        )}
      </Link>
    </li>
  );
}

interface QuestionProps {
  side: Side;
  row: AskedRow;
  rows: AskedRow[];
  evidence: Evidence[];
  timeZone: string;
  mark: OwnMark | undefined;
  heading: RefObject<HTMLHeadingElement>;
}

function Question({ side, row, rows, evidence, timeZone, mark, heading }: QuestionProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const [link, setLink] = useState(mark?.evidence ?? '');
  const answer = useActionData<Answer>();
  const problem = (answer?.intent === 'mark-fit' && answer.problem) || null;
  const at = rows.indexOf(row);
  const next = rows[at + 1]?.id ?? endOf;
  const isVeto = row.kind === 'veto';
  const factor = isVeto ? w.safety : factorNames[locale][row.factor];
  const wrong = (field: string, words: string) => (problem?.field === field ? words : null);
  return (
    <Card>
      <Form method="post" preventScrollReset className="flex flex-col gap-5">
        <input type="hidden" name="rowId" value={row.id} />
        <input type="hidden" name="next" value={next} />
        <div>
          <p className="text-13 text-muted">
            {w.questionOf({ n: at + 1, of: rows.length, factor })}
          </p>
          <h3 ref={heading} tabIndex={-1} className="text-22 break-words outline-none">
            {rowWords(row, locale, side).question}
          </h3>
          {isVeto && <p className="mt-1 text-15 text-muted">{w.safetyHint}</p>}
        </div>
        <Scale row={row} score={mark?.score} side={side} error={wrong('score', w.wrongScore)} />
        <div className="flex flex-col gap-2">
          <Field
            name="evidence"
            label={isVeto ? w.evidenceVeto : w.evidence}
            hint={w.evidenceHint}
            error={wrong('evidence', w.wrongEvidence)}
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <RecentPosts {...{ side, evidence, timeZone }} onUse={setLink} />
        </div>
        <TextArea
          name="note"
          label={w.note}
          rows={2}
          defaultValue={mark?.note}
          error={wrong('note', w.wrongNote({ max: fitLimits.note }))}
        />
        {problem && <Unfit field={problem.field} />}
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button type="submit" name="intent" value="mark-fit" look={side}>
            {w.save}
          </Button>
          {at > 0 && (
            <ButtonLink look="plain" preventScrollReset to={`?row=${rows[at - 1]?.id}`}>
              {w.back}
            </ButtonLink>
          )}
          <ButtonLink look="plain" preventScrollReset to={`?row=${next}`}>
            {w.skip}
          </ButtonLink>
        </div>
      </Form>
    </Card>
  );
}

const ofTheForm = ['score', 'evidence', 'note'];

/** What is no fault of a field that is shown. */
function Unfit({ field }: { field: string | undefined }) {
  const w = useWords(fit);
  if (ofTheForm.includes(field ?? '')) return null;
  return <Problem>{field === 'rowId' ? w.rowGone : w.failed}</Problem>;
}

interface ScaleProps {
  row: AskedRow;
  score: number | undefined;
  side: Side;
  error: string | null;
}

function Scale({ row, score, side, error }: ScaleProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const { anchors } = rowWords(row, locale, side);
  const choices =
    row.kind === 'veto'
      ? [
          { value: vetoScore.none, label: '', says: side === 'creator' ? w.ownVetoNo : w.vetoNo },
          { value: vetoScore.veto, label: '', says: side === 'creator' ? w.ownVetoYes : w.vetoYes },
        ]
      : scores.map((value) => ({
          value,
          label: String(value),
          says: value === 2 || value === 4 ? w.between : anchors[value],
        }));
  return (
    <fieldset aria-describedby={error ? `wrong-${row.id}` : undefined}>
      <legend className="mb-1.5 text-15 font-medium text-ink">{w.score}</legend>
      <div className="flex flex-col gap-1.5">
        {choices.map(({ value, label, says }) => (
          <label
            key={value}
            className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-xl border border-edge px-3 py-1.5 hover:border-ink has-checked:border-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink ${hues[side]}`}
          >
            <input
              type="radio"
              name="score"
              value={value}
              defaultChecked={score === value}
              className={`size-5 shrink-0 outline-none ${accents[side]}`}
            />
            {label && <span className="w-3 shrink-0 text-17 font-semibold text-ink">{label}</span>}
            <span className={`text-15 ${says === w.between ? 'text-muted' : 'text-ink'}`}>
              {says}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`wrong-${row.id}`} role="alert" className="mt-1.5 text-15 font-medium text-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const hues = {
  brand: 'has-checked:bg-brand-soft',
  creator: 'has-checked:bg-creator-soft',
} as const;
const accents = { brand: 'accent-brand', creator: 'accent-creator' } as const;

interface RecentPostsProps {
  side: Side;
  evidence: Evidence[];
  timeZone: string;
  onUse(link: string): void;
}

function RecentPosts({ side, evidence, timeZone, onUse }: RecentPostsProps) {
  const w = useWords(fit);
  const format = useFormat();
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-15 text-ink">
        {side === 'creator' ? w.ownRecent : w.recent}
      </summary>
      <ul className="flex flex-col">
        {evidence.map(({ id, permalink, caption, at }) => {
          const day = format.date(at, timeZone);
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={w.use({ what: [day, caption].filter(Boolean).join(' · ') })}
                onClick={() => onUse(permalink)}
                className="flex min-h-11 w-full items-center gap-3 rounded-lg px-2 text-left text-15 text-ink hover:bg-line/60"
              >
                <span className="shrink-0 text-muted">{day}</span>
                <span className="truncate">{caption || permalink}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
