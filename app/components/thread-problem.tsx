// Why a comment was refused, in words that fit it.
import type { Problem as Trouble } from '#shared/errors.ts';
import { errors } from '#shared/words/errors.ts';
import { thread } from '#shared/words/thread.ts';
import { Problem } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export function ThreadProblem({ problem }: { problem: Trouble | null }) {
  const w = useWords(thread);
  const general = errors[useReader().locale];
  if (!problem) return null;
  if (problem.field === 'mentions') return <Problem>{w.notHeard}</Problem>;
  const { title, way } = general[problem.code] ?? general.unknown;
  return <Problem>{`${title}. ${way}`}</Problem>;
}
