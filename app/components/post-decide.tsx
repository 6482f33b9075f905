// Turning a key: the brand approves or the creator says "I'll post this", each on exactly the
// version they have before their eyes here.
import { KeyRound } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useSearchParams } from '@remix-run/react';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { PartKind } from '#shared/parts.ts';
import { deeds } from '#shared/words/deeds.ts';
import { together } from '#shared/words/together.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { usePostAction } from './post-action.ts';
import { DecisionProblem } from './decision-problem.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export interface KeyProps {
  page: OpenPost;
  actor: string;
  kinds: readonly PartKind[];
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function KeyDialog(props: KeyProps) {
  const { page, open, onOpenChange } = props;
  const w = useWords(deeds);
  const { sent } = page;
  if (!sent) return null;
  const isBrand = page.side === 'brand';
  const title = isBrand
    ? w.approveTitle({ creator: page.creator.name, n: sent.round })
    : w.postItTitle;
  return (
    <Dialog
      title={title}
      description={isBrand ? w.approveNote : w.postItNote}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Turn {...props} sent={sent} />
    </Dialog>
  );
}

function Turn({
  page,
  actor,
  kinds,
  sent,
  onOpenChange,
}: KeyProps & { sent: NonNullable<OpenPost['sent']> }) {
  const w = useWords(deeds);
  const isBrand = page.side === 'brand';
  const turn = usePostAction(actor, isBrand ? 'approve' : 'post-it', () => onOpenChange(false));
  // What was sent last when the dialog was opened: nobody turns a key on what they did not look at.
  const [seen, setSeen] = useState(sent.id);
  const isNewer = seen !== sent.id;
  const first = useFirst();
  return (
    <div className="flex flex-col gap-4">
      {isNewer && <NewerSent />}
      <LastLook of={sent.id}>
        <PostReading parts={partsOfForm(sent.form)} kinds={kinds} />
      </LastLook>
      <DecisionProblem problem={turn.problem} />
      {isNewer ? (
        <GoOn onPress={() => setSeen(sent.id)} />
      ) : (
        <Button
          look={page.side}
          disabled={turn.isBusy}
          {...first}
          onClick={() => turn.run({ approvalId: sent.approvalId })}
        >
          <KeyRound className="size-4" aria-hidden="true" />
          {isBrand ? w.approve : w.postIt}
        </Button>
      )}
    </div>
  );
}

/**
 * In a queue the key on the keyboard follows the one on the screen: Enter is at hand. A key that is
 * held down since the button before opened this one presses nothing.
 */
export function useFirst() {
  const inQueue = useSearchParams()[0].has('queue');
  if (!inQueue) return {};
  return {
    'data-first': '',
    onKeyDown: (event: KeyboardEvent) => event.repeat && event.preventDefault(),
  };
}

/** Said where a newer version takes the place of the one somebody is looking at. */
export function NewerSent() {
  const w = useWords(together);
  return (
    <output className="block rounded-xl bg-line/60 px-3 py-2 text-15 font-medium">{w.newer}</output>
  );
}

/** Instead of the key, until the newer version was looked at. */
export function GoOn({ onPress }: { onPress(): void }) {
  const w = useWords(together);
  return <Button onClick={onPress}>{w.goOn}</Button>;
}
