// Numbers counted into bins of one width with round ends, for a picture of how they spread. Pure.

export interface Bin {
  from: number;
  to: number;
  count: number;
}

const roundSteps = [1, 2, 2.5, 5, 10];
const mostBins = 8;

/** The last bin holds its upper end. Empty for no numbers. */
export function histogram(numbers: readonly number[]): Bin[] {
  if (numbers.length === 0) return [];
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const step = stepFor(most - least || most || 1);
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step - 1e-9) - first);
  const bins = Array.from({ length: count }, (_, at) => ({
    from: (first + at) * step,
    to: (first + at + 1) * step,
    count: 0,
  }));
  for (const number of numbers) {
    const bin = bins[Math.min(count - 1, Math.max(0, Math.floor(number / step) - first))];
    if (bin) bin.count += 1;
  }
  return bins;
}

/** The smallest round step that needs no more than eight bins. */
function stepFor(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / mostBins));
  const round = roundSteps.find((one) => range / (one * power) <= mostBins - 1) ?? 10;
  return round * power;
}
