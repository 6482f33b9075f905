// A reviewer's word on the version before their eyes: cleared, or not and why. The brand's side alone
// reads it.
import { useState } from 'react';
import { partsOfForm } from '#shared/content-id.ts';
import { clearance } from '#shared/words/clearance.ts';
import { post } from '#shared/words/post.ts';
import { Button } from './button.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { GoOn, type KeyProps, NewerSent, useFirst } from './post-decide.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';

type Saying = KeyProps & { sent: NonNullable<KeyProps['page']['sent']> };

export function ClearDialog({ page, ...props }: KeyProps) {
  const w = useWords(clearance);
  const { sent } = page;
  if (!sent) return null;
  return (
    <Dialog
      title={w.clearTitle({ creator: page.creator.name, n: sent.round })}
      description={w.clearNote}
      open={props.open}
      onOpenChange={props.onOpenChange}
    >
      <Clear {...props} page={page} sent={sent} />
    </Dialog>
  );
}

function Clear({ page, actor, kinds, sent, onOpenChange }: Saying) {
  const w = useWords(post);
  const clear = usePostAction(actor, 'clear', () => onOpenChange(false));
  const seen = useSeen({ page, sent });
  const first = useFirst();
  return (
    <div className="flex flex-col gap-4">
      {seen.isNewer && <NewerSent />}
      <LastLook>
        <PostReading parts={partsOfForm(sent.form)} kinds={kinds} />
      </LastLook>
      <DecisionProblem problem={clear.problem} />
      {seen.isNewer ? (
        <GoOn onPress={seen.look} />
      ) : (
        <Button
          look="brand"
          disabled={clear.isBusy}
          {...first}
          onClick={() => clear.run({ approvalId: sent.approvalId, seen: seen.state })}
        >
          {w.clear}
        </Button>
      )}
    </div>
  );
}

/** What was sent last, and how it stood, when the dialog was opened: nobody decides on what came since. */
function useSeen({ page, sent }: Pick<Saying, 'page' | 'sent'>) {
  const now = { id: sent.id, state: page.clearance?.state };
  const [seen, setSeen] = useState(now);
  return { state: seen.state, isNewer: seen.id !== sent.id, look: () => setSeen(now) };
}

export function NotClearDialog({ page, ...props }: KeyProps) {
  const w = useWords(clearance);
  const { sent } = page;
  if (!sent) return null;
  return (
    <Dialog
      title={w.notClearTitle({ creator: page.creator.name, n: sent.round })}
      description={w.notClearDialogNote}
      open={props.open}
      onOpenChange={props.onOpenChange}
    >
      <NotClear {...props} page={page} sent={sent} />
    </Dialog>
  );
}

function NotClear({ page, actor, sent, onOpenChange }: Saying) {
  const w = useWords(clearance);
  const say = useWords(post);
  const [reason, setReason] = useKeptText(`not-clear-${sent.id}`);
  const seen = useSeen({ page, sent });
  const refuse = usePostAction(actor, 'not-clear', () => {
    onOpenChange(false);
    setReason('');
  });
  return (
    <div className="flex flex-col gap-4">
      {seen.isNewer && <NewerSent />}
      <TextArea
        label={w.reason}
        maxLength={600}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DecisionProblem problem={refuse.problem} typed={[reason]} />
      {seen.isNewer ? (
        <GoOn onPress={seen.look} />
      ) : (
        <Button
          look="brand"
          disabled={refuse.isBusy || reason.trim() === ''}
          onClick={() => refuse.run({ approvalId: sent.approvalId, seen: seen.state, reason })}
        >
          {say.notClear}
        </Button>
      )}
    </div>
  );
}
