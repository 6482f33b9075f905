// How many of a creator's posts had which share: bars of one width, each with its count.
import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { histogram } from '#shared/engagement/histogram.ts';
import type { Figure } from '#shared/engagement.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { ChartFrame, ChartTable } from './chart-frame.tsx';
import { useFormat, useWords } from './words.tsx';

const height = 180;
const margin = { top: 22, right: 16, bottom: 28, left: 16 };

export function SpreadChart({ figure }: { figure: Figure }) {
  const w = useWords(engagementWords);
  const format = useFormat();
  const { rate } = format;
  const bins = histogram(figure.rates.map((one) => one.rate));
  const rows = bins.map(({ from, to, count }) => [rate(from), rate(to), format.number(count)]);
  return (
    <ChartFrame table={<ChartTable head={[w.from, w.to, w.count]} rows={rows} />}>
      {(width) => <Bars {...{ figure, bins, width }} />}
    </ChartFrame>
  );
}

interface BarsProps {
  figure: Figure;
  bins: ReturnType<typeof histogram>;
  width: number;
}

function Bars({ figure: { spread }, bins, width }: BarsProps) {
  const w = useWords(engagementWords);
  const format = useFormat();
  const { rate } = format;
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
    ({ from, to, count }) => `${rate(from)}–${rate(to)}: ${format.number(count)}`,
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
        <line
          x1={x(spread.median)}
          x2={x(spread.median)}
          y1={margin.top - 4}
          y2={height - margin.bottom}
          strokeWidth={2}
          strokeDasharray="4 3"
          className="stroke-ink"
        />
      )}
      <AxisBottom
        scale={x}
        top={height - margin.bottom}
        tickValues={[...bins.map(({ from }) => from), bins.at(-1)?.to ?? 1].filter(
          (_, at) => width > 420 || at % 2 === 0,
        )}
        stroke="var(--edge)"
        hideTicks
        tickFormat={(share) => rate(Number(share))}
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
