// What a suite found, as figures and as targets met or not, and how both are printed. It measures
// nothing.
import type { ServerName } from './servers.ts';

export interface Target {
  work: string;
  must: string;
  /** What was found, in words. */
  found: string;
  /** Null where a figure it needs is missing. */
  met: boolean | null;
}

export interface Findings {
  columns: string[];
  /** One line a server or case, as long as `columns`. */
  rows: string[][];
  targets: Target[];
  /** What must be known to read the figures. */
  notes: string[];
}

export interface Suite {
  name: string;
  /** The question it answers. */
  question: string;
  run(options: { seconds: number }): Promise<Findings>;
}

export const labels: Record<ServerName, string> = {
  relay: 'bare relay',
  'y-websocket': 'y-websocket',
  hocuspocus: 'Hocuspocus',
  cobrief: 'Cobrief',
  bytes: 'bare bytes',
};

export type Outcome<T> = { figures: T } | { fault: string };
export type Outcomes<T> = Partial<Record<ServerName, Outcome<T>>>;

/** One server that fails costs its own row, not the others'. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  return work().then(
    (figures) => ({ figures }),
    (error: Error) => ({ fault: error.message }),
  );
}

export function figuresOf<T>(outcome: Outcome<T> | undefined): T | null {
  return outcome && 'figures' in outcome ? outcome.figures : null;
}

/** A row a server; one without figures says why. */
export function rowsOf<T>(
  outcomes: Outcomes<T>,
  { columns, cells }: { columns: string[]; cells(figures: T): string[] },
): string[][] {
  return Object.entries(outcomes).map(([name, outcome]) => {
    const label = labels[name as ServerName];
    if ('figures' in outcome) return [label, ...cells(outcome.figures)];
    return [label, `no figure: ${outcome.fault}`, ...columns.slice(2).map(() => '')];
  });
}

/** Compares two figures, either of which may be missing. */
export function atMost(
  ours: number | null | undefined,
  limit: number | null | undefined,
): boolean | null {
  return ours == null || limit == null ? null : ours <= limit;
}

export const times = (ours?: number | null, theirs?: number | null): string =>
  ours == null || theirs == null ? 'not measured' : `${(ours / theirs).toFixed(2)} ×`;

export const fixed = (value: number | null | undefined, digits: number, unit: string): string =>
  value == null ? 'not measured' : `${value.toFixed(digits)} ${unit}`;

export function table(columns: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

export function targetTable(targets: Target[]): string {
  const verdict = { true: 'met', false: 'not met', null: 'not measured' };
  return table(
    ['work', 'ours must', 'found', ''],
    targets.map(({ work, must, found, met }) => [work, must, found, verdict[`${met}`]]),
  );
}

export function section(
  { question, name }: Pick<Suite, 'question' | 'name'>,
  { columns, rows, notes }: Findings,
): string {
  const parts = [`### ${name}: ${question}`, table(columns, rows), ...notes];
  return parts.join('\n\n');
}
