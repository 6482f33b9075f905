// The slim band of a review queue on a post: where the sitting stands, what just happened, and the way
// to the next one. Nothing is decided here: that is the post's own two buttons, or their keys.
import { Link, useNavigate, useSearchParams } from '@remix-run/react';
import { ArrowRight, Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { QueueView } from '#server/views/queue.ts';
import { type Sitting, sittingOf, sittingQuery, skipping } from '#shared/queue.ts';
import { formatName } from '#shared/words/platforms.ts';
import { queue } from '#shared/words/queue.ts';
import type { DialogName } from './post-actions.tsx';
import type { Action } from './post-state.ts';
import { Kbd, QueueHelp, useQueueKeys } from './queue-keys.tsx';
import { useQueue } from './use-queue.ts';
import { useReader, useWords } from './words.tsx';

interface BandProps {
  page: OpenPost;
  /** What the post's own button would do. */
  action: Action;
  dialog: DialogName | null;
  onPress(dialog: DialogName): void;
}

export default function QueueBand(props: BandProps) {
  const [params] = useSearchParams();
  const sitting = sittingOf((name) => params.get(name));
  return sitting && <Band {...props} sitting={sitting} />;
}

/** Beside the columns of the page, which stick below it. */
const heightRem = 2.75;

function Band({ page, action, dialog, onPress, sitting }: BandProps & { sitting: Sitting }) {
  const w = useWords(queue);
  const navigate = useNavigate();
  const view = useQueue(sitting, page.id);
  const [helps, setHelps] = useState(false);
  const isOver = view !== null && (view.last !== null || action === 'none');
  const to = view && onwards(view, isOver ? sitting : skipping(sitting, page.id));
  const next = useRef<HTMLAnchorElement>(null);
  const { on, setOn } = useQueueKeys((key) => {
    if (key === '?') setHelps(true);
    else if (key === 'a' || key === 'r') act(key, action, onPress);
    else if (to) navigate(to);
  });

  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--queue', `${heightRem}rem`);
    return () => void style.removeProperty('--queue');
  }, []);
  // Decided: Enter goes on, as N does. Not while somebody has a dialog or a field before them.
  useEffect(() => {
    if (isOver && dialog === null && !isBusyElsewhere())
      next.current?.focus({ preventScroll: true });
  }, [isOver, dialog]);

  return (
    <nav
      aria-label={w.title}
      className={`z-20 border-b border-line bg-paper md:sticky md:top-12 ${isOver ? 'sticky top-[93px]' : ''}`}
    >
      <div className="mx-auto flex min-h-11 w-full max-w-[1280px] items-center gap-x-3 px-4 text-15 md:px-5">
        <p className="shrink-0 tabular-nums">
          <span className="sr-only">{w.title}: </span>
          <span className="font-semibold">{view ? w.place(view) : '…'}</span>
        </p>
        <output className="flex min-w-0 flex-1 items-center gap-1.5">
          {isOver && <Outcome page={page} view={view} />}
        </output>
        <QueueHelp
          isReviewer={page.may.clear}
          on={on}
          onTurn={setOn}
          open={helps}
          onOpenChange={setHelps}
        />
        {to && view && (
          <Link
            ref={next}
            to={to}
            className={`inline-flex min-h-11 min-w-0 items-center justify-end gap-2 rounded-lg px-2 font-semibold text-ink no-underline hover:bg-line/60 md:min-h-9 ${isOver ? 'max-w-[55%]' : 'shrink-0'}`}
          >
            <Onwards view={view} isOver={isOver} />
            {on && (
              <span className="max-md:hidden" aria-hidden="true">
                <Kbd>{isOver ? 'N' : 'S'}</Kbd>
              </span>
            )}
          </Link>
        )}
      </div>
    </nav>
  );
}

/** The address of the next post, or of the end. */
function onwards({ next }: QueueView, sitting: Sitting): string {
  return `${next ? `/posts/${next.draftId}` : '/review'}${sittingQuery(sitting)}`;
}

function act(key: 'a' | 'r', action: Action, onPress: BandProps['onPress']): void {
  if (action === 'clear') onPress(key === 'a' ? 'clear' : 'not-clear');
  else if (action === 'approve' && key === 'a') onPress('key');
  else if ((action === 'approve' || action === 'ask') && key === 'r') onPress('ask');
}

function isBusyElsewhere(): boolean {
  const busy =
    'dialog[open], input:focus, textarea:focus, select:focus, [contenteditable=true]:focus';
  return document.querySelector(busy) !== null;
}

function Onwards({ view: { next }, isOver }: { view: QueueView; isOver: boolean }) {
  const w = useWords(queue);
  const { locale } = useReader();
  if (!isOver) return w.skip;
  if (!next) return w.finish;
  const post = `${next.title || w.post({ n: next.ordinal })} · ${formatName(next.format, locale)}`;
  return (
    <>
      <span className="truncate max-md:hidden">{w.next({ name: next.creatorName, post })}</span>
      <span className="md:hidden">{w.nextShort}</span>
      <ArrowRight className="size-4 shrink-0" aria-hidden="true" />
    </>
  );
}

function Outcome({ page, view }: { page: OpenPost; view: QueueView }) {
  const say = useOutcome(page);
  return (
    <>
      {view.last && <Check className="size-4 shrink-0" aria-hidden="true" />}
      <span className="truncate">{say(view.last)}</span>
    </>
  );
}

function useOutcome({ creator: { name: creator } }: OpenPost): (last: QueueView['last']) => string {
  const w = useWords(queue);
  return (last) => {
    if (!last) return w.notWaiting;
    const { event, name, isOwn, count } = last;
    switch (event) {
      case 'approve':
        return isOwn ? w.approvedYou : w.approved({ name });
      case 'ask-changes':
        return isOwn ? w.askedYou({ creator, count }) : w.asked({ name, count });
      case 'clear':
        return isOwn ? w.clearedYou : w.cleared({ name });
      case 'not-clear':
        return isOwn ? w.notClearedYou : w.notCleared({ name });
      case 'release':
        return isOwn ? w.releasedYou({ creator }) : w.released({ name, creator });
      case 'withdraw':
        return w.withdrawn({ name });
      default:
        return w.notWaiting;
    }
  };
}
