// The whole distribution: how many people hear it never, once, twice … A bar is reached by the arrow
// keys, and the same figures stand in a table below.
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '#app/components/words.tsx';
import { atLeast } from '#shared/exposure/distribution.ts';
import type { Asked, PlanAnswer } from '#shared/plan-forecast.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { useFigures } from './use-figures.ts';

const [width, height] = [640, 260];
const margin = { top: 12, right: 8, bottom: 36, left: 48 };
/** What hardly anybody hears is one bar: "10 or more". */
const mostBars = 11;
const hardly = 0.0005;

export interface Bin {
  k: number;
  isOrMore: boolean;
  share: number;
  orMore: number;
}

export function binsOf({ distribution }: Pick<PlanAnswer, 'distribution'>): Bin[] {
  const last = distribution.findLastIndex((share) => share >= hardly);
  const bars = Math.min(mostBars, Math.max(2, last + 1));
  return Array.from({ length: bars }, (_, k) => {
    const isOrMore = k === bars - 1 && bars < distribution.length;
    const orMore = atLeast(distribution, k);
    return { k, isOrMore, share: isOrMore ? orMore : (distribution[k] ?? 0), orMore };
  });
}

export function ExposureChart({ asked, exposure }: { asked: Asked; exposure: PlanAnswer }) {
  const w = useWords(planWords);
  const figures = useFigures();
  const bins = binsOf(exposure);
  const [at, setAt] = useState(0);
  const [isOn, setOn] = useState(false);
  const name = ({ k, isOrMore }: Bin) => (isOrMore ? w.orMore({ k: `${k}` }) : `${k}`);
  const say = (bin: Bin) =>
    w.exactly({
      k: name(bin),
      share: figures.share(bin.share),
      people: figures.count(bin.share * asked.population),
    });
  const shown = bins[Math.min(at, bins.length - 1)] as Bin;
  const x = scaleBand({
    domain: bins.map(name),
    range: [margin.left, width - margin.right],
    padding: 0.2,
  });
  const y = scaleLinear({
    domain: [0, Math.max(...bins.map(({ share }) => share))],
    range: [height - margin.bottom, margin.top],
    nice: true,
  });
  const svg = useRef<SVGSVGElement>(null);
  const move = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: bins.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setAt(Math.min(bins.length - 1, Math.max(0, next)));
  };
  const label = { className: 'fill-muted text-13', stroke: 'none' };
  return (
    <div className="flex flex-col gap-3">
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${height}`}
        role="slider"
        tabIndex={0}
        data-first
        aria-label={w.chartTitle}
        aria-valuemin={0}
        aria-valuemax={bins.length - 1}
        aria-valuenow={shown.k}
        aria-valuetext={say(shown)}
        className="w-full max-w-3xl"
        onKeyDown={move}
        onFocus={() => setOn(true)}
        onBlur={() => setOn(false)}
      >
        {bins.map((bin, index) => (
          <Bar
            key={bin.k}
            x={x(name(bin)) ?? 0}
            y={y(bin.share)}
            width={x.bandwidth()}
            height={y(0) - y(bin.share)}
            rx={3}
            strokeWidth={2}
            className={`${bin.k >= asked.frequency ? 'fill-brand' : 'fill-brand/35'} ${isOn && index === at ? 'stroke-ink' : 'stroke-none'}`}
            onPointerEnter={() => setAt(index)}
          />
        ))}
        <AxisBottom
          top={height - margin.bottom}
          scale={x}
          hideTicks
          axisLineClassName="stroke-edge"
          tickLabelProps={() => ({ ...label, textAnchor: 'middle' })}
        />
        <AxisLeft
          left={margin.left}
          scale={y}
          numTicks={4}
          hideTicks
          hideAxisLine
          tickFormat={(value) => figures.share(Number(value))}
          tickLabelProps={() => ({ ...label, textAnchor: 'end', dx: -4, dy: 4 })}
        />
      </svg>
      <p className="text-15 font-medium text-ink" aria-hidden="true">
        {say(shown)}
      </p>
      <p className="text-13 text-muted">
        {w.chartNote({
          level: figures.share(exposure.level),
          draws: figures.count(exposure.draws),
        })}{' '}
        {w.chartKeys}
      </p>
      <table className="w-full max-w-md text-15 tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-13 text-muted">
            <th className="py-1.5 font-medium">{w.tableTimes}</th>
            <th className="py-1.5 text-right font-medium">{w.tableShare}</th>
            <th className="py-1.5 text-right font-medium">{w.tableAtLeast}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.k} className="border-b border-line">
              <th scope="row" className="py-1.5 text-left font-normal">
                {name(bin)}
              </th>
              <td className="py-1.5 text-right">{figures.share(bin.share)}</td>
              <td className="py-1.5 text-right">{figures.share(bin.orMore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
