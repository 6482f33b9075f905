// The bands between the top bar and the text: the door, the lock, and what changed since.
import { Link } from '@remix-run/react';
import { DoorOpen, Lock, PenLine, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { post } from '#shared/words/post.ts';
import { Button, ButtonLink } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TurnShape } from './people.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import type { PostState } from './post-state.ts';
import { useWords } from './words.tsx';

export function Band({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-2xl border border-line bg-raised px-4 py-2.5 text-15">
      <span aria-hidden="true">{icon}</span>
      {children}
    </div>
  );
}

/** Just me, or open to the brand: the creator's switch, until the first send. */
export function DoorBand({ page, actor }: { page: OpenPost; actor: string }) {
  const w = useWords(post);
  const isOpen = page.door === 'open';
  const move = usePostAction(actor, isOpen ? 'close-door' : 'open-door');
  if (page.side !== 'creator' || page.round > 0 || page.status !== 'writing') return null;
  const brand = page.brief.brandName;
  const Icon = isOpen ? DoorOpen : UserRound;
  return (
    <Band icon={<Icon className="size-5 text-creator" />}>
      <p className="min-w-40 flex-1">
        <span className="font-semibold">{isOpen ? w.doorOpen({ brand }) : w.justMe}</span>
        {!isOpen && <span className="text-muted"> · {w.justMeNote({ brand })}</span>}
      </p>
      <Button disabled={move.isBusy} onClick={() => move.run()}>
        {isOpen ? w.closeDoor : w.openDoor}
      </Button>
      <PostProblem problem={move.problem} />
    </Band>
  );
}

export interface ChangeProps {
  page: OpenPost;
  state: PostState;
  changing: boolean;
  onChange(): void;
  /** Brings the approved text back; left out where this person may not write. */
  onBack?: (() => void) | undefined;
}

/** Locked while the keys hold; after a change, what to do about it. */
export function ChangeBand({ page, state, changing, onChange, onBack }: ChangeProps) {
  const w = useWords(post);
  const compare = (
    <ButtonLink look="quiet" to={`/posts/${page.id}/compare`}>
      {w.compare}
    </ButtonLink>
  );
  if (state.isChanged) {
    return (
      <Band icon={<PenLine className="size-5 text-both" />}>
        <output className="block min-w-40 flex-1">
          <span className="font-semibold">{w.changed}</span>
          <span className="text-muted"> · {w.changedNote}</span>
        </output>
        {compare}
        {onBack && <Button onClick={onBack}>{w.backToApproved}</Button>}
      </Band>
    );
  }
  if (state.isAhead) {
    const words =
      page.side === 'creator' ? w.changedSentYou : w.changedSent({ creator: page.creator.name });
    return (
      <Band icon={<PenLine className="size-5" />}>
        <p className="min-w-40 flex-1">{words}</p>
        {compare}
      </Band>
    );
  }
  if (state.isHeld && page.may.write && !changing) {
    return (
      <Band icon={<Lock className="size-5 text-both" />}>
        <p className="min-w-40 flex-1">{w.locked}</p>
        <MakeChange onChange={onChange} />
      </Band>
    );
  }
  return null;
}

function MakeChange({ onChange }: { onChange(): void }) {
  const w = useWords(post);
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={w.makeChangeTitle}
      description={w.makeChangeNote}
      trigger={<Button>{w.makeChange}</Button>}
      open={open}
      onOpenChange={setOpen}
    >
      <div className="flex flex-wrap gap-3">
        <Button
          look="creator"
          onClick={() => {
            setOpen(false);
            onChange();
          }}
        >
          {w.makeChangeYes}
        </Button>
        <Button onClick={() => setOpen(false)}>{w.keepLocked}</Button>
      </div>
    </Dialog>
  );
}

/** The brand asks for a round more than was agreed: only a yes makes it. */
export function ExtraRoundBand({ page, actor }: { page: OpenPost; actor: string }) {
  const w = useWords(post);
  const agree = usePostAction(actor, 'agree-extra-round');
  if (!page.extraRoundAsked || page.side !== 'creator') return null;
  return (
    <Band icon={<PenLine className="size-5 text-brand" />}>
      <p className="min-w-40 flex-1">{w.extraWanted({ brand: page.brief.brandName })}</p>
      <Button disabled={agree.isBusy} onClick={() => agree.run()}>
        {w.extraYes}
      </Button>
      <PostProblem problem={agree.problem} />
    </Band>
  );
}

export function PublishedBand({ page }: { page: OpenPost }) {
  const w = useWords(post);
  if (!page.publishedUrl) return null;
  return (
    <Band icon={<TurnShape turn="both" />}>
      <p className="min-w-0 flex-1 font-semibold">{w.published}</p>
      <Link to={page.publishedUrl} rel="noreferrer" target="_blank">
        {w.seePost}
      </Link>
    </Band>
  );
}
