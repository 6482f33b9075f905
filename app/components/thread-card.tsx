// One thread: what it is about, who hears it, what was said, and an answer.
import { Lock, MessageSquare } from 'lucide-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { isTooLong, MentionField, mentionsIn } from './mention-field.tsx';
import { hearersOf, type Talk, useThreadAction } from './talk.ts';
import { useAbout } from './thread-about.ts';
import { Comment } from './thread-comment.tsx';
import { ThreadProblem } from './thread-problem.tsx';
import { isPhone } from './use-phone.ts';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';
import { useShowWriting, WritingSign } from './writing-sign.tsx';

export interface ThreadCardProps {
  talk: Talk;
  thread: ThreadView;
  /** Its number on the picture, where it has one. */
  number?: number | undefined;
  /** What it is about is not there any more. */
  isGone: boolean;
  isActive: boolean;
  onShow?: ((id: string) => void) | undefined;
  /** Instead of what it is about, where that is in sight: the second of a film. */
  showWords?: string | undefined;
}

/** Drawn again only when something of it changed: there may be a hundred beside a text one types in. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { talk, thread: view, isGone, isActive, onShow } = props;
  const w = useWords(thread);
  const settle = useThreadAction(talk.actor, view.resolvedAt ? 'reopen' : 'resolve');
  const people = hearersOf(talk, view.audience);
  const mayAnswer = talk.audiences.includes(view.audience);

  function onKeyDown(event: KeyboardEvent): void {
    // On a phone it closes the sheet.
    if (event.key !== 'Escape' || !onShow || isPhone()) return;
    event.stopPropagation();
    onShow(view.id);
  }

  return (
    // Escape leads back to the words, as pressing what it is about does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={`flex flex-col gap-2 rounded-2xl border bg-raised p-3 ${isActive ? 'border-ink shadow-lg' : 'border-line'}`}
    >
      <header className="flex items-start gap-2 text-13 text-muted">
        <ThreadSubject {...props} />
        {view.isUnread && <IsNew view={view} />}
        {talk.side === 'brand' && <Audience audience={view.audience} />}
      </header>
      {isGone && <p className="text-13 font-medium">{w.gone}</p>}
      <ol className="flex flex-col gap-3">
        {view.comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} actor={talk.actor} people={people} />
          </li>
        ))}
      </ol>
      <WritingSign threadId={view.id} />
      <ThreadProblem problem={settle.problem} />
      {mayAnswer && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          {!view.resolvedAt && <Reply talk={talk} view={view} />}
          <Button
            look="plain"
            disabled={settle.isBusy}
            onClick={() => settle.run({ threadId: view.id })}
          >
            {view.resolvedAt ? w.reopen : w.resolve}
          </Button>
        </div>
      )}
    </article>
  );
});

function ThreadSubject({ talk, thread: view, number, onShow, showWords }: ThreadCardProps) {
  const w = useWords(thread);
  const { about } = useAbout(talk);
  const words = (
    <>
      {number !== undefined && (
        <span className="mr-1.5 inline-flex size-5 items-center justify-center rounded-full bg-ink text-13 font-semibold text-paper">
          <span className="sr-only">{w.pointNumber({ n: number })}</span>
          <span aria-hidden="true">{number}</span>
        </span>
      )}
      {showWords ?? about(view.anchor)}
    </>
  );
  if (!onShow) return <p className="line-clamp-2 flex-1">{words}</p>;
  return (
    <button
      type="button"
      title={w.show}
      className="line-clamp-2 min-h-11 flex-1 text-left underline decoration-edge underline-offset-[.3em] md:min-h-0"
      onClick={() => onShow(view.id)}
    >
      {words}
    </button>
  );
}

/** In the hue of who spoke last, and in a word. */
function IsNew({ view }: { view: ThreadView }) {
  const w = useWords(thread);
  const isCreator = view.comments.findLast(({ author }) => !author.self)?.author.side === 'creator';
  const [hue, dot] = isCreator
    ? ['text-creator', 'rounded-full bg-creator']
    : ['text-brand', 'rounded-[3px] bg-brand'];
  return (
    <span data-unread className={`inline-flex shrink-0 items-center gap-1 font-semibold ${hue}`}>
      <span aria-hidden="true" className={`size-2 ${dot}`} />
      {w.isNew}
    </span>
  );
}

/** Never by colour alone: a lock and its words. */
function Audience({ audience }: { audience: ThreadView['audience'] }) {
  const w = useWords(thread);
  const Icon = audience === 'brand' ? Lock : MessageSquare;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 font-medium text-ink">
      <Icon className="size-3.5" aria-hidden="true" />
      {audience === 'brand' ? w.brandOnly : w.everyone}
    </span>
  );
}

function Reply({ talk, view }: { talk: Talk; view: ThreadView }) {
  const { actor } = talk;
  const w = useWords(thread);
  const [body, setBody] = useKeptText(`${actor}/${view.id}`);
  const [isAsked, setAsked] = useState(false);
  const showWriting = useShowWriting(actor, view.id);
  const close = () => {
    setBody('');
    setAsked(false);
    showWriting(false);
  };
  const reply = useThreadAction(actor, 'reply', close);
  const people = hearersOf(talk, view.audience);
  // What was begun before stands there, without taking the focus.
  if (!isAsked && body === '') return <Button onClick={() => setAsked(true)}>{w.reply}</Button>;
  const maySend = body.trim() !== '' && !isTooLong(body) && !reply.isBusy;
  const send = () => {
    const mentions = mentionsIn(body, people);
    if (maySend) reply.run({ threadId: view.id, body, mentions });
  };
  return (
    <div className="flex basis-full flex-col gap-2">
      <MentionField
        label={w.replyTo}
        rows={2}
        value={body}
        people={people}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isAsked}
        onChange={(next) => {
          setAsked(true);
          setBody(next);
          showWriting(next.trim() !== '');
        }}
        onSend={send}
      />
      <ThreadProblem problem={reply.problem} />
      <div className="flex gap-5">
        <Button disabled={!maySend} onClick={send}>
          {w.reply}
        </Button>
        <Button look="plain" onClick={close}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
