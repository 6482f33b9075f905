// What everybody said, question by question: who marked what, how far apart they are, and the post
// each of them shows. Nothing is averaged away: the marks stand beside their mean.
import { Link } from '@remix-run/react';
import { ExternalLink } from 'lucide-react';
import type { ShownMark } from '#server/views/fit.ts';
import {
  type FitFactor,
  type FitRow,
  type FitSheet,
  type FitSummary,
  fitFactors,
  isApart,
  isSame,
  ownMeans,
  scores,
  type Stand,
  standOfRow,
  vetoScore,
} from '#shared/fit.ts';
import { fit } from '#shared/words/fit.ts';
import { factorNames, rowWords } from '#shared/words/fit-rows.ts';
import { initialOf } from './people.tsx';
import { Card } from './surface.tsx';
import { useReader, useWords } from './words.tsx';

export interface ResultsProps {
  name: string;
  readerId: string;
  sheet: FitSheet;
  marks: ShownMark[];
  summary: FitSummary;
  mayRate: boolean;
}

export function FitResults(props: ResultsProps) {
  const { name, marks, summary } = props;
  const w = useWords(fit);
  return (
    <div className="flex flex-col gap-8">
      <Overall {...props} />
      {fitFactors.map((factor) => (
        <Factor key={factor} {...props} factor={factor} />
      ))}
      <Vetoes {...props} />
      <details>
        <summary className="inline-flex min-h-11 items-center text-15 text-ink">
          {w.formula}
        </summary>
        <p className="max-w-prose text-15 text-muted">{w.formulaText({ name })}</p>
      </details>
      {(isSame(summary.factors.lifestyle) || isSame(summary.overall)) && marks.length > 0 && (
        <p className="max-w-prose border-l-2 border-ink pl-3 text-15 text-ink">{w.same}</p>
      )}
      <p className="text-13 text-muted">{w.noPhotos}</p>
    </div>
  );
}

function Overall({ sheet, marks, summary }: ResultsProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const own = (rows: FitRow[]) =>
    ownMeans(rows, ofBrand(marks)).map(({ raterId, mean }) => {
      const name = marks.find((mark) => mark.raterId === raterId)?.rater ?? '';
      return `${name} ${mean.toFixed(1)}`;
    });
  const apart = sheet.rows.filter(
    (row) => row.kind === 'score' && isApart(standOfRow(row, ofBrand(marks))),
  );
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-5">
        <Figure name={w.overall} stand={summary.overall} own={own(sheet.rows)} isLarge />
        {fitFactors.map((factor) => (
          <Figure
            key={factor}
            name={factorNames[locale][factor]}
            stand={summary.factors[factor]}
            own={own(sheet.rows.filter((row) => row.factor === factor))}
          />
        ))}
      </dl>
      {summary.overall.raters > 1 && (
        <p className="mt-4 text-15 text-ink">
          {apart.length === 0 ? w.together : w.apartRows({ n: apart.length })}{' '}
          {apart.map((row, n) => (
            <span key={row.id}>
              {n > 0 && ' · '}
              <a href={`#${row.id}`}>{rowWords(row, locale).short}</a>
            </span>
          ))}
        </p>
      )}
    </Card>
  );
}

const ofBrand = (marks: readonly ShownMark[]) => marks.filter(({ bySelf }) => !bySelf);

interface FigureProps {
  name: string;
  stand: Stand;
  /** Each rater by name with their own mean. */
  own: string[];
  isLarge?: boolean;
}

function Figure({ name, stand, own, isLarge = false }: FigureProps) {
  const w = useWords(fit);
  const { mean } = stand;
  return (
    <div className={isLarge ? 'col-span-2 lg:col-span-1' : ''}>
      <dt className="text-13 text-muted">{name}</dt>
      <dd>
        <span
          className={`block tabular-nums text-ink ${isLarge ? 'text-28 font-semibold' : 'text-22'}`}
        >
          {mean === null ? '–' : mean.toFixed(1)}
        </span>
        <span className="block text-13 text-muted">
          {mean === null ? w.noMean : own.join(', ')}
        </span>
      </dd>
    </div>
  );
}

function Factor({ factor, ...props }: ResultsProps & { factor: FitFactor }) {
  const { locale } = useReader();
  const rows = props.sheet.rows.filter((row) => row.kind === 'score' && row.factor === factor);
  if (rows.length === 0) return null;
  const marked = rows.filter(({ id }) => props.marks.some(({ rowId }) => rowId === id));
  return (
    <section>
      <h3 className="mb-3 text-17">{factorNames[locale][factor]}</h3>
      <ul className="grid gap-3 lg:grid-cols-2">
        {marked.map((row) => (
          <RowResult key={row.id} {...props} row={row} />
        ))}
      </ul>
      <Unmarked rows={rows.filter((row) => !marked.includes(row))} mayRate={props.mayRate} />
    </section>
  );
}

/** Questions nobody answered take a line and not a card each. */
function Unmarked({ rows, mayRate }: { rows: FitRow[]; mayRate: boolean }) {
  const w = useWords(fit);
  const { locale } = useReader();
  if (rows.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 text-15 text-muted">
      {w.notMarked}:
      {rows.map((row) => {
        const { short } = rowWords(row, locale);
        return mayRate ? (
          <Link
            key={row.id}
            to={`?row=${row.id}`}
            className="inline-flex min-h-11 items-center lg:min-h-8"
          >
            {short}
          </Link>
        ) : (
          <span key={row.id}>{short}</span>
        );
      })}
    </p>
  );
}

function RowResult({ row, ...props }: ResultsProps & { row: FitRow }) {
  const w = useWords(fit);
  const { locale } = useReader();
  const marks = props.marks.filter(({ rowId }) => rowId === row.id);
  const stand = standOfRow(row, ofBrand(marks));
  const { short, question } = rowWords(row, locale);
  return (
    <li
      id={row.id}
      className="flex scroll-mt-20 flex-col gap-3 rounded-2xl border border-line bg-raised p-4 target:border-ink"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h4 className="text-15 font-semibold break-words text-ink">{short}</h4>
          {question !== short && <p className="text-13 break-words text-muted">{question}</p>}
        </div>
        <p className="text-15 tabular-nums text-ink">
          {stand.mean === null
            ? w.noMean
            : w.meanOf({ mean: stand.mean.toFixed(1), n: stand.raters })}
          {isApart(stand) && <Apart />}
        </p>
      </div>
      {marks.length > 0 && <Strip marks={marks} />}
      <MarkList {...props} row={row} marks={marks} />
    </li>
  );
}

function Apart() {
  const w = useWords(fit);
  return (
    <span className="ml-2 inline-block rounded-full border-2 border-ink px-2 text-13 font-semibold">
      ↔ {w.apart}
    </span>
  );
}

/** Where the marks lie from 1 to 5: squares are the brand's people, the circle is the creator. */
function Strip({ marks }: { marks: ShownMark[] }) {
  const brands = ofBrand(marks).map(({ score }) => score);
  const [low, high] = [Math.min(...brands), Math.max(...brands)];
  return (
    <div aria-hidden="true" className="relative grid grid-cols-5 rounded-lg bg-line/40 py-1.5">
      {brands.length > 1 && high > low && (
        <span
          className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-brand"
          style={{ left: `${(low - 0.5) * 20}%`, right: `${(5.5 - high) * 20}%` }}
        />
      )}
      {scores.map((score) => (
        <span key={score} className="relative flex min-h-6 items-center justify-center gap-1">
          {marks.some((mark) => mark.score === score) ? (
            marks
              .filter((mark) => mark.score === score)
              .map((mark) => <Dot key={mark.raterId} mark={mark} />)
          ) : (
            <span className="text-13 text-muted">{score}</span>
          )}
        </span>
      ))}
    </div>
  );
}

const Dot = ({ mark }: { mark: ShownMark }) => (
  <span
    className={`inline-flex size-6 items-center justify-center text-13 leading-none font-semibold ring-1 ${mark.bySelf ? 'rounded-full bg-creator-soft text-creator ring-creator/40' : 'rounded-lg bg-brand-soft text-brand ring-brand/40'}`}
  >
    {initialOf(mark.rater)}
  </span>
);

function MarkList({ row, marks, readerId, mayRate }: ResultsProps & { row: FitRow }) {
  const w = useWords(fit);
  const { locale } = useReader();
  const { short } = rowWords(row, locale);
  const own = marks.find(({ raterId }) => raterId === readerId);
  return (
    <>
      {marks.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-15">
          {marks.map((mark) => (
            <MarkLine key={mark.raterId} mark={mark} row={row} />
          ))}
        </ul>
      )}
      {mayRate && (
        <Link
          to={`?row=${row.id}`}
          aria-label={w.changeRow({ row: short })}
          className="inline-flex min-h-11 items-center self-start text-15 text-ink lg:min-h-8"
        >
          {own ? w.changeOne : w.markOne}
        </Link>
      )}
    </>
  );
}

function MarkLine({ mark, row }: { mark: ShownMark; row: FitRow }) {
  const w = useWords(fit);
  const { rater, score, evidence, note, bySelf, isAfterSeeing } = mark;
  const said = score === vetoScore.veto ? w.vetoYes : w.vetoNo;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="font-medium break-words text-ink">
        {rater}
        {bySelf && <span className="font-normal text-muted">, {w.oneself}</span>}
      </span>
      <span className="font-semibold tabular-nums text-ink">
        {row.kind === 'veto' ? said : score}
      </span>
      {evidence && (
        <a
          href={evidence}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={w.openPost({ name: rater })}
          className="inline-flex min-h-11 items-center gap-1 px-1 lg:min-h-8"
        >
          {w.post}
          <ExternalLink className="size-3.5" aria-hidden="true" />
        </a>
      )}
      {isAfterSeeing && <span className="text-13 text-muted">{w.changed}</span>}
      {note && (
        <span className="basis-full break-words whitespace-pre-line text-muted">{note}</span>
      )}
    </li>
  );
}

function Vetoes(props: ResultsProps) {
  const w = useWords(fit);
  const rows = props.sheet.rows.filter(({ kind }) => kind === 'veto');
  const marked = rows.filter(({ id }) => props.marks.some(({ rowId }) => rowId === id));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className="text-17">{w.safety}</h3>
      <p className="mb-3 text-15 text-muted">{w.safetyHint}</p>
      <ul className="grid gap-3 lg:grid-cols-2">
        {marked.map((row) => (
          <Veto key={row.id} {...props} row={row} />
        ))}
      </ul>
      <Unmarked rows={rows.filter((row) => !marked.includes(row))} mayRate={props.mayRate} />
    </section>
  );
}

function Veto({ row, ...props }: ResultsProps & { row: FitRow }) {
  const w = useWords(fit);
  const { locale } = useReader();
  const marks = props.marks.filter(({ rowId }) => rowId === row.id);
  const by = marks.filter(({ score, bySelf }) => !bySelf && score === vetoScore.veto);
  const { short, question } = rowWords(row, locale);
  return (
    <li
      id={row.id}
      className={`flex flex-col gap-2 rounded-2xl bg-raised p-4 ${by.length > 0 ? 'border-2 border-ink' : 'border border-line'}`}
    >
      <h4 className="text-15 font-semibold break-words text-ink">{short}</h4>
      {question !== short && <p className="text-13 break-words text-muted">{question}</p>}
      {by.length > 0 && (
        <p className="text-15 font-semibold text-ink">
          {w.vetoed({ who: by.map(({ rater }) => rater).join(', ') })}
        </p>
      )}
      <MarkList {...props} row={row} marks={marks} />
    </li>
  );
}
