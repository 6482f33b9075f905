// The counted posts of a creator over time: a point a post, the median and its interval across. The
// arrow keys go from post to post; the words of the one looked at stand below.
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { scaleLinear, scaleTime } from '@visx/scale';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Figure, Rate } from '#shared/engagement.ts';
import { dateFormat, dateTag } from '#shared/words/dates.ts';
import { engagementWords } from '#shared/words/engagement.ts';
import { ChartFrame, ChartTable } from './chart-frame.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export interface OverTimeProps {
  figure: Figure;
  /** The words of a counted post, where they are shown; by its index in the figure. */
  wordsOf(index: number): string;
  timeZone: string;
}

const height = 240;
const margin = { top: 12, right: 12, bottom: 28, left: 52 };
const longest = 140;

export function OverTime({ figure, wordsOf, timeZone }: OverTimeProps) {
  const w = useWords(engagementWords);
  const format = useFormat();
  const { rate } = format;
  const points = [...figure.rates].reverse();
  const said = (point: Rate) => {
    const text = wordsOf(point.index).replace(/\s+/g, ' ').trim();
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  };
  const lineOf = (point: Rate) =>
    [format.date(point.at, timeZone), rate(point.rate), said(point) || w.noWords].join(' · ');
  const rows = points.map((point) => [
    format.date(point.at, timeZone),
    said(point) || '–',
    rate(point.rate),
    format.number(point.answers),
    format.number(point.of),
  ]);
  return (
    <ChartFrame table={<ChartTable head={[w.day, w.post, w.share, w.answers, w.of]} rows={rows} />}>
      {(width) => <Plot {...{ figure, points, width, lineOf, timeZone }} />}
    </ChartFrame>
  );
}

interface PlotProps {
  figure: Figure;
  /** The oldest first. */
  points: Rate[];
  width: number;
  lineOf(point: Rate): string;
  timeZone: string;
}

function Plot({ figure: { spread }, points, width, lineOf, timeZone }: PlotProps) {
  const w = useWords(engagementWords);
  const [looked, setLooked] = useState<number | null>(null);
  const circles = useRef(new Map<number, SVGCircleElement>());
  const { x, y } = scalesFor(points, width);
  const right = width - margin.right;
  const here = looked === null ? undefined : points[looked];

  function pressed(event: KeyboardEvent): void {
    const to = nextPoint(event.key, looked ?? points.length - 1, points.length);
    if (to === null) return;
    event.preventDefault();
    circles.current.get(to)?.focus();
  }

  return (
    <figure className="m-0">
      {/* Its keys are those of the points inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        width={width}
        height={height}
        role="group"
        aria-label={w.chartOf({ n: points.length })}
        onKeyDown={pressed}
        className="block max-w-full overflow-visible"
      >
        <GridRows
          scale={y}
          left={margin.left}
          width={right - margin.left}
          numTicks={4}
          stroke="var(--line)"
        />
        {spread && (
          <g aria-hidden="true">
            <rect
              x={margin.left}
              width={right - margin.left}
              y={y(spread.interval[1])}
              height={Math.max(1, y(spread.interval[0]) - y(spread.interval[1]))}
              className="fill-creator/15"
            />
            <line
              x1={margin.left}
              x2={right}
              y1={y(spread.median)}
              y2={y(spread.median)}
              strokeWidth={2}
              className="stroke-creator"
            />
          </g>
        )}
        <Axes {...{ x, y, timeZone }} />
        {points.map((point, at) => (
          <circle
            key={point.index}
            ref={(circle) => {
              if (circle) circles.current.set(at, circle);
              else circles.current.delete(at);
            }}
            role="img"
            aria-label={lineOf(point)}
            // One stop for the Tab key; the arrow keys go on from there.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={at === (looked ?? points.length - 1) ? 0 : -1}
            cx={x(point.at)}
            cy={y(point.rate)}
            r={looked === at ? 7 : 5}
            onFocus={() => setLooked(at)}
            onPointerEnter={() => setLooked(at)}
            className="fill-creator stroke-raised outline-offset-2"
            strokeWidth={1.5}
          />
        ))}
      </svg>
      <figcaption className="min-h-12 text-15 break-words">
        {here ? lineOf(here) : <span className="text-muted">{w.choose}</span>}
      </figcaption>
    </figure>
  );
}

function nextPoint(key: string, at: number, count: number): number | null {
  const to = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined || to < 0 || to >= count ? null : to;
}

const dayMs = 86_400_000;

function scalesFor(points: Rate[], width: number) {
  const times = points.map(({ at }) => at.getTime());
  const most = Math.max(...points.map(({ rate }) => rate), 0);
  return {
    x: scaleTime({
      domain: [new Date(Math.min(...times) - dayMs), new Date(Math.max(...times) + dayMs)],
      range: [margin.left, width - margin.right],
    }),
    // From nothing: a scale that begins higher makes small differences look large.
    y: scaleLinear({
      domain: [0, most > 0 ? most * 1.1 : 1],
      range: [height - margin.bottom, margin.top],
    }),
  };
}

interface AxesProps extends ReturnType<typeof scalesFor> {
  timeZone: string;
}

/** As wide as a short date is, and the room beside it. */
const dateWidth = 76;

/** As many days as have room. The scale chooses round ones, of their number it takes no care. */
function daysOn(x: AxesProps['x']): Date[] {
  const [first, last] = x.range() as [number, number];
  const most = Math.floor((last - first) / dateWidth);
  const round = x.ticks(most);
  const days: Date[] = [];
  // A first of a month alone says too little.
  for (const day of round.length > 1 ? round : x.ticks(2 * most)) {
    const before = days.at(-1);
    if (!before || x(day) - x(before) >= dateWidth) days.push(day);
  }
  return days;
}

function Axes({ x, y, timeZone }: AxesProps) {
  const { rate } = useFormat();
  const [first = 0, second = 0] = y.ticks(4);
  const short = dateFormat(dateTag(useReader()), { day: 'numeric', month: 'short', timeZone });
  const label = { fill: 'var(--muted)', fontFamily: 'inherit', fontSize: 13 };
  return (
    <g aria-hidden="true">
      <AxisLeft
        scale={y}
        left={margin.left}
        numTicks={4}
        hideAxisLine
        hideTicks
        tickFormat={(share) => rate(Number(share), second - first)}
        tickLabelProps={{ ...label, textAnchor: 'end', dx: -4, dy: 4 }}
      />
      <AxisBottom
        scale={x}
        top={height - margin.bottom}
        tickValues={daysOn(x)}
        stroke="var(--edge)"
        hideTicks
        tickFormat={(at) => short.format(at as Date)}
        tickLabelProps={{ ...label, textAnchor: 'middle' }}
      />
    </g>
  );
}
