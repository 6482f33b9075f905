// What the models of the textbooks would say of the same posts, beside the plan's own.
import { useWords } from '#app/components/words.tsx';
import { atLeast } from '#shared/exposure/distribution.ts';
import type { Textbook } from '#shared/plan-advice.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { planAdvice } from '#shared/words/plan-advice.ts';
import type { Forecast } from './use-forecast.ts';
import { useFigures } from './use-figures.ts';

interface PlanTextbookProps {
  lines: Textbook[];
  forecast: Forecast;
}

export function PlanTextbook({ lines, forecast }: PlanTextbookProps) {
  const w = useWords(planAdvice);
  const words = useWords(planWords);
  const figures = useFigures();
  if (!forecast.answer.ok || lines.length === 0) return null;
  const { distribution } = forecast.answer;
  const how = (line: Textbook) => {
    if (line.atLeast === null) return w.noAnswer;
    return line.isBinomial ? w.metheringhamPlain : w[`${line.model}How`];
  };
  return (
    <details className="border-t border-line pt-3">
      <summary className="flex min-h-11 items-center text-17 font-semibold text-ink">
        {w.textbook}
      </summary>
      <p className="mb-3 max-w-prose text-15 text-muted">{w.textbookHint}</p>
      <table className="w-full text-15 tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-13 text-muted">
            <th className="py-1.5 font-medium">{w.model}</th>
            {[1, 2, 3].map((k) => (
              <th key={k} className="py-1.5 pl-2 text-right font-medium whitespace-nowrap">
                {k === 1 ? words.oneOrMore : words.kOrMore({ k })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="border-b border-line font-medium">
            <th scope="row" className="py-2 text-left">
              {w.ours}
            </th>
            {[1, 2, 3].map((k) => (
              <td key={k} className="py-2 text-right align-top">
                {figures.share(atLeast(distribution, k))}
              </td>
            ))}
          </tr>
          {lines.map((line) => (
            <tr key={line.model} className="border-b border-line">
              <th scope="row" className="py-2 text-left font-normal">
                {w[line.model]}
                <span className="block text-13 text-muted">{how(line)}</span>
              </th>
              {(line.atLeast ?? [null, null, null]).map((share, at) => (
                <td key={`${at}`} className="py-2 text-right align-top">
                  {share === null ? '–' : figures.share(share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
