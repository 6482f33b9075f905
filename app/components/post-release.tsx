// Releasing a creator from a post on the deal's terms: what was agreed stands beside what is said, and
// both keep it.
import type { OpenPost } from '#server/views/drafts.ts';
import { refusing } from '#shared/words/refusing.ts';
import { Button, type ButtonLook } from './button.tsx';
import { DealAgreed } from './deal-agreed.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { Field, TextArea } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { useAgreed } from './use-agreed.ts';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';

interface ReleaseProps {
  page: OpenPost;
  actor: string;
  look?: ButtonLook;
  onDone(): void;
}

export function ReleaseForm({ page, actor, look = 'brand', onDone }: ReleaseProps) {
  const w = useWords(refusing);
  const agreed = useAgreed(page.id);
  const [reason, setReason] = useKeptText(`release-reason-${page.id}`);
  const [owed, setOwed] = useKeptText(`release-owed-${page.id}`);
  const release = usePostAction(actor, 'release', () => {
    setReason('');
    setOwed('');
    onDone();
  });
  const creator = page.creator.name;
  return (
    <div className="flex flex-col gap-4">
      {agreed?.deal && (
        <section className="rounded-2xl border border-line bg-raised px-4 py-3">
          <h3 className="mb-1.5 text-15 font-semibold">{w.agreedOn}</h3>
          <DealAgreed agreed={agreed} />
        </section>
      )}
      <TextArea
        label={w.reason}
        hint={w.reasonHint({ creator })}
        maxLength={600}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Field
        label={w.owed}
        hint={w.owedHint}
        maxLength={300}
        value={owed}
        onChange={(event) => setOwed(event.currentTarget.value)}
      />
      <DecisionProblem problem={release.problem} typed={[reason, owed]} />
      <Button
        look={look}
        disabled={release.isBusy || reason.trim() === '' || owed.trim() === ''}
        onClick={() => release.run({ reason, owed })}
      >
        {w.releaseYes({ creator })}
      </Button>
    </div>
  );
}
