// What a verb of the operator's command is. Verbs print; they know no environment and never exit.
import type { Config } from '../config.ts';

export interface Verb {
  /** What follows its name on the command line. */
  usage: string;
  does: string;
  /**
   * Resolves with the exit code.
   * @throws UsageError, Refusal, DataDirectoryError
   */
  run(args: string[], config: Config): Promise<number>;
}

/** It was called in a way it does not know. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Why nothing was done, in words for the console. */
export class Refusal extends Error {
  override name = 'Refusal';
}

const sayEveryMs = 2_000;

/** Says on stderr how far a long piece of work is; a short one says nothing. */
export function progress(what: string): (done: number, of: number) => void {
  let next = performance.now() + sayEveryMs;
  return (done, of) => {
    if (performance.now() < next) return;
    next = performance.now() + sayEveryMs;
    process.stderr.write(`${what}: ${done} of ${of}\n`);
  };
}
