// What a suite of the browser's benchmark is, and how figures of ours and of the plain page are shown.
import type { Findings } from '../report.ts';
import { quantile } from '../typing.ts';
import type { Stage } from './stage.ts';

export interface WebSuite {
  name: string;
  /** The question it answers. */
  question: string;
  run(stage: Stage): Promise<Findings>;
}

/** Every figure is the median of so many. */
export const rounds = 10;

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A suite that failed costs its own rows, not the others'. */
export function unmeasured({ question }: WebSuite, error: Error): Findings {
  const [fault] = error.message.split('\n');
  return {
    columns: ['page', 'figures'],
    rows: [['both', `no figure: ${fault}`]],
    targets: [{ work: question, must: '', found: 'not measured', met: null }],
    notes: [],
  };
}
