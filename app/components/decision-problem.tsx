// Why a decision was refused. Where somebody else of one's side was faster: who, and what they decided;
// what was typed for it stays where it is and can be copied.
import type { Problem as Trouble } from '#shared/errors.ts';
import { refusing } from '#shared/words/refusing.ts';
import { CopyButton } from './copy.tsx';
import { Problem } from './field.tsx';
import { PostProblem } from './post-problem.tsx';
import { useWords } from './words.tsx';

interface DecisionProblemProps {
  problem: Trouble | null;
  /** What was written for the decision. */
  typed?: readonly string[];
}

const rivals = ['approve', 'ask-changes', 'clear', 'not-clear', 'release', 'let-go'] as const;

export function DecisionProblem({ problem, typed = [] }: DecisionProblemProps) {
  const w = useWords(refusing);
  const decided = rivals.find((one) => one === problem?.field);
  const name = problem?.params?.['name'];
  if (problem?.code !== 'conflict' || !decided || name === undefined) {
    return <PostProblem problem={problem} />;
  }
  const text = typed.filter((one) => one.trim() !== '').join('\n\n');
  return (
    <div className="flex flex-col items-start gap-3">
      <Problem>
        {w[`faster-${decided}`]({ name: String(name) })} {text !== '' && w.kept}
      </Problem>
      {text !== '' && <CopyButton text={text} label={w.copyTyped} />}
    </div>
  );
}
