// Turning a key: the brand approves or the creator says "I'll post this", each on exactly the
// version they have before their eyes here.
import { KeyRound } from 'lucide-react';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { PartKind } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export interface KeyProps {
  page: OpenPost;
  actor: string;
  kinds: readonly PartKind[];
  open: boolean;
  onOpenChange(open: boolean): void;
}

export function KeyDialog({ page, actor, kinds, open, onOpenChange }: KeyProps) {
  const w = useWords(post);
  const isBrand = page.side === 'brand';
  const turn = usePostAction(actor, isBrand ? 'approve' : 'post-it', () => onOpenChange(false));
  const { sent } = page;
  if (!sent) return null;
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
      <div className="flex flex-col gap-4">
        <LastLook>
          <PostReading parts={partsOfForm(sent.form)} kinds={kinds} />
        </LastLook>
        <PostProblem problem={turn.problem} />
        <Button
          look={page.side}
          disabled={turn.isBusy}
          onClick={() => turn.run({ approvalId: sent.approvalId })}
        >
          <KeyRound className="size-4" aria-hidden="true" />
          {isBrand ? w.approve : w.postIt}
        </Button>
      </div>
    </Dialog>
  );
}
