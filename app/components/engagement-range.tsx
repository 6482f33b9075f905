// Where a rate likely lies, as a small bar. Only for engagement.
import type { Spread } from '#shared/engagement/spread.ts';

const [width, height] = [120, 14];

/** The interval as a bar, the median as a line in it, from nothing to `most`. Its words stand beside it. */
export function RangeBar({
  spread: { interval, median },
  most,
}: {
  spread: Pick<Spread, 'interval' | 'median'>;
  most: number;
}) {
  const x = (share: number) => 1 + (Math.min(share, most) / (most || 1)) * (width - 2);
  const [low, high] = [x(interval[0]), x(interval[1])];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="h-3.5 w-30 shrink-0"
      aria-hidden="true"
      preserveAspectRatio="none"
    >
      <line x1={0} x2={width} y1={height / 2} y2={height / 2} className="stroke-line" />
      <rect
        x={low}
        y={3}
        width={Math.max(2, high - low)}
        height={height - 6}
        rx={4}
        className="fill-creator/40"
      />
      <line
        x1={x(median)}
        x2={x(median)}
        y1={0}
        y2={height}
        strokeWidth={2.5}
        className="stroke-creator"
      />
    </svg>
  );
}
