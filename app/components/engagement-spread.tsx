// How many of a creator's posts had which share: bars of one width, each with its count.
import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { histogram } from '#shared/engagement/histogram.ts';
import type { Figure } from '#shared/engagement.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { ChartFrame, ChartTable } from './chart-frame.tsx';
import { useFormat, useWords } from './words.tsx';

const height = 236;
/** Above the bars are the axis' name, the median's words and the highest bar's count; below, the other. */
const margin = { top: 58, right: 20, bottom: 48, left: 20 };

export function SpreadChart({ figure }: { figure: Figure }) {
  const w = useWords(engagementWords);
  const format = useFormat();
  const { rate } = format;
  const bins = histogram(figure.rates.map((one) => one.rate));
  const step = stepOf(bins);
  const rows = bins.map(({ from, to, count }) => [
    rate(from, step),
    rate(to, step),
    format.number(count),
  ]);
  return (
    <ChartFrame table={<ChartTable head={[w.from, w.to, w.count]} rows={rows} />}>
      {(width) => <Bars {...{ figure, bins, width }} />}
    </ChartFrame>
  );
}

const stepOf = ([bin]: ReturnType<typeof histogram>): number => (bin ? bin.to - bin.from : 0);

interface BarsProps {
  figure: Figure;
  bins: ReturnType<typeof histogram>;
  width: number;
}

function Bars({ figure: { spread }, bins, width }: BarsProps) {
  const w = useWords(engagementWords);
  const format = useFormat();
  const { rate } = format;
  const step = stepOf(bins);
  const first = bins[0]?.from ?? 0;
  const x = scaleLinear({
    domain: [first, bins.at(-1)?.to ?? 1],
    range: [margin.left, width - margin.right],
  });
  const y = scaleLinear({
    domain: [0, Math.max(1, ...bins.map(({ count }) => count))],
    range: [height - margin.bottom, margin.top],
  });
  const told = bins.map(
    ({ from, to, count }) => `${rate(from, step)}–${rate(to, step)}: ${format.number(count)}`,
  );
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={`${w.spreadOf}. ${told.join(', ')}`}
      className="block max-w-full overflow-visible"
    >
      {bins.map(({ from, to, count }) => (
        <g key={from}>
          <Bar
            x={x(from) + 1}
            width={Math.max(1, x(to) - x(from) - 2)}
            y={y(count)}
            height={Math.max(0, height - margin.bottom - y(count))}
            rx={4}
            className="fill-creator/70"
          />
          {count > 0 && (
            <text
              x={(x(from) + x(to)) / 2}
              y={y(count) - 6}
              textAnchor="middle"
              className="fill-ink text-13"
            >
              {format.number(count)}
            </text>
          )}
        </g>
      ))}
      {spread && (
        <Median at={x(spread.median)} isRight={x(spread.median) > width / 2}>
          {`${w.median} ${rate(spread.median)}`}
        </Median>
      )}
      <text x={margin.left} y={13} className="fill-muted text-13">
        {w.count}
      </text>
      <text x={width - margin.right} y={height - 6} textAnchor="end" className="fill-muted text-13">
        {w.rate}
      </text>
      <AxisBottom
        scale={x}
        top={height - margin.bottom}
        tickValues={[...bins.map(({ from }) => from), bins.at(-1)?.to ?? 1].filter(
          (_, at) => width > 420 || at % 2 === 0,
        )}
        stroke="var(--edge)"
        hideTicks
        tickFormat={(share) => rate(Number(share), step)}
        tickLabelProps={{
          fill: 'var(--muted)',
          fontFamily: 'inherit',
          fontSize: 13,
          textAnchor: 'middle',
        }}
      />
    </svg>
  );
}

/** The line with its words on the side where there is room. */
function Median({ at, isRight, children }: { at: number; isRight: boolean; children: string }) {
  const top = margin.top - 26;
  return (
    <>
      <line
        x1={at}
        x2={at}
        y1={top - 8}
        y2={height - margin.bottom}
        strokeWidth={2}
        strokeDasharray="4 3"
        className="stroke-ink"
      />
      <text
        x={at + (isRight ? -6 : 6)}
        y={top}
        textAnchor={isRight ? 'end' : 'start'}
        className="fill-ink text-13 font-medium"
      >
        {children}
      </text>
    </>
  );
}
