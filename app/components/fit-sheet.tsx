// The sheet itself: how much each question weighs, seen by everybody on the brand's side and changed by
// who writes the guidelines, with questions of the team's own.
import { Form, useActionData } from '@remix-run/react';
import { useState } from 'react';
import {
  type FitRow,
  type FitSheet,
  fitFactors,
  fitLimits,
  inOrder,
  shareOf,
} from '#shared/fit.ts';
import { fit } from '#shared/words/fit.ts';
import { factorNames, rowWords } from '#shared/words/fit-rows.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { Field, Problem, Select, TextArea } from './field.tsx';
import { Card } from './surface.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export interface SheetProps {
  sheet: FitSheet;
  mayChange: boolean;
}

export function SheetEditor({ sheet, mayChange }: SheetProps) {
  const w = useWords(fit);
  const given = useActionData<Answer>();
  const isOurs = ['weigh-fit', 'add-fit-row', 'drop-fit-row'].includes(given?.intent ?? '');
  const wrong = isOurs ? given?.problem : null;
  return (
    // What was refused in here stays in sight.
    <details open={wrong ? true : undefined}>
      <summary className="inline-flex min-h-11 items-center text-17 text-ink">{w.weights}</summary>
      <div className="mt-3 flex flex-col gap-4">
        <p className="max-w-prose text-15 text-muted">{w.weightsHint}</p>
        <Weights sheet={sheet} mayChange={mayChange} />
        {wrong?.field === 'weights' && (
          <Problem>{w.wrongWeights({ max: fitLimits.weight })}</Problem>
        )}
        {wrong?.field === 'sheet' && <Problem>{w.sheetFull}</Problem>}
        {mayChange && <OwnRow key={sheet.rows.length} />}
      </div>
    </details>
  );
}

function Weights({ sheet, mayChange }: SheetProps) {
  const w = useWords(fit);
  return (
    <Form method="post" preventScrollReset className="flex flex-col items-start gap-3">
      <ul className="w-full divide-y divide-line overflow-hidden rounded-2xl border border-line bg-raised">
        {inOrder(sheet.rows).map((row) => (
          <WeightLine key={row.id} {...{ row, sheet, mayChange }} />
        ))}
      </ul>
      {mayChange && (
        <Button type="submit" name="intent" value="weigh-fit">
          {w.saveWeights}
        </Button>
      )}
    </Form>
  );
}

function WeightLine({ row, sheet, mayChange }: SheetProps & { row: FitRow }) {
  const w = useWords(fit);
  const format = useFormat();
  const { locale } = useReader();
  const { short } = rowWords(row, locale);
  const isVeto = row.kind === 'veto';
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-1.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block text-15 break-words text-ink">{short}</span>
        <span className="block text-13 text-muted">
          {isVeto ? w.safety : factorNames[locale][row.factor]}
          {!isVeto && ` · ${w.share({ share: format.wholePercent(shareOf(sheet, row)) })}`}
        </span>
      </span>
      {mayChange && row.words && (
        <Button
          type="submit"
          name="drop"
          value={row.id}
          look="plain"
          aria-label={w.dropOf({ row: short })}
        >
          {w.drop}
        </Button>
      )}
      {!isVeto &&
        (mayChange ? (
          <input
            key={row.weight}
            name={`weight.${row.id}`}
            type="number"
            inputMode="decimal"
            min={0}
            max={fitLimits.weight}
            step="any"
            defaultValue={row.weight}
            aria-label={w.weightOf({ row: short })}
            className="h-11 w-20 rounded-xl border border-edge bg-raised px-3 text-right text-17 tabular-nums text-ink md:h-10"
          />
        ) : (
          <span className="text-15 tabular-nums text-ink">{row.weight}</span>
        ))}
    </li>
  );
}

/** Typed anew after it was added: the sheet has one row more. */
function OwnRow() {
  const w = useWords(fit);
  const { locale } = useReader();
  const given = useActionData<Answer>();
  const problem = given?.intent === 'add-fit-row' ? given.problem : null;
  const [kind, setKind] = useState('score');
  const wrong = (field: string) => (problem?.field === field ? w.wrongWords : null);
  return (
    <Card>
      <Form method="post" preventScrollReset className="flex flex-col gap-4">
        <h4 className="text-15 font-semibold text-ink">{w.add}</h4>
        <Field
          name="question"
          label={w.question}
          maxLength={fitLimits.question}
          error={wrong('question')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            name="kind"
            label={w.kind}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          >
            <option value="score">{w.kindScore}</option>
            <option value="veto">{w.kindVeto}</option>
          </Select>
          {kind === 'score' && (
            <Select name="factor" label={w.factor}>
              {fitFactors.map((factor) => (
                <option key={factor} value={factor}>
                  {factorNames[locale][factor]}
                </option>
              ))}
            </Select>
          )}
        </div>
        {kind === 'score' && (
          <div className="grid gap-4 sm:grid-cols-3">
            {(['one', 'three', 'five'] as const).map((name) => (
              <TextArea
                key={name}
                name={name}
                label={w[name]}
                rows={2}
                maxLength={fitLimits.anchor}
                error={wrong(name)}
              />
            ))}
          </div>
        )}
        <Button type="submit" name="intent" value="add-fit-row" className="self-start">
          {w.add}
        </Button>
      </Form>
    </Card>
  );
}
