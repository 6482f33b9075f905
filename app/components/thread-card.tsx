// One thread: what it is about, who hears it, what was said, and an answer.
import { Lock, MessageSquare } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CommentView, ThreadView } from '#server/views/threads.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { TextArea } from './field.tsx';
import { Person } from './people.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { Moment } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface ThreadCardProps {
  thread: ThreadView;
  actor: string;
  side: 'brand' | 'creator';
  /** The words it is about are not in the text any more. */
  isGone: boolean;
  isActive: boolean;
  onShow?: (() => void) | undefined;
}

export function ThreadCard({
  thread: view,
  actor,
  side,
  isGone,
  isActive,
  onShow,
}: ThreadCardProps) {
  const w = useWords(thread);
  const settle = usePostAction(actor, view.resolvedAt ? 'thread-reopen' : 'thread-resolve');
  return (
    <article
      className={`flex flex-col gap-2 rounded-2xl border bg-raised p-3 ${isActive ? 'border-ink' : 'border-line'}`}
    >
      <header className="flex items-start gap-2 text-13 text-muted">
        <ThreadSubject view={view} onShow={onShow} />
        {side === 'brand' && <Audience audience={view.audience} />}
      </header>
      {isGone && <p className="text-13 font-medium">{w.gone}</p>}
      <ol className="flex flex-col gap-3">
        {view.comments.map((comment) => (
          <li key={comment.id}>
            <Comment comment={comment} actor={actor} />
          </li>
        ))}
      </ol>
      <PostProblem problem={settle.problem} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {!view.resolvedAt && <Reply threadId={view.id} actor={actor} />}
        <Button
          look="plain"
          disabled={settle.isBusy}
          onClick={() => settle.run({ threadId: view.id })}
        >
          {view.resolvedAt ? w.reopen : w.resolve}
        </Button>
      </div>
    </article>
  );
}

function ThreadSubject({ view, onShow }: { view: ThreadView; onShow: (() => void) | undefined }) {
  const w = useWords(thread);
  const { anchor } = view;
  const words: ReactNode =
    anchor.kind === 'media'
      ? w.aboutPicture
      : anchor.kind === 'whole'
        ? w.aboutWhole
        : w.about({ quote: anchor.quote });
  if (!onShow || anchor.kind === 'whole') return <p className="line-clamp-2 flex-1">{words}</p>;
  return (
    <button
      type="button"
      title={w.show}
      className="line-clamp-2 min-h-11 flex-1 text-left underline decoration-edge underline-offset-[.3em] md:min-h-0"
      onClick={onShow}
    >
      {words}
    </button>
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

function Comment({ comment, actor }: { comment: CommentView; actor: string }) {
  const w = useWords(thread);
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const remove = usePostAction(actor, 'comment-delete');
  const { author } = comment;
  if (isEditing) {
    return <EditComment comment={comment} actor={actor} onDone={() => setEditing(false)} />;
  }
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 text-13 text-muted">
        <Person name={author.name} called={author.self ? w.you : author.name} side={author.side} />
        <Moment at={comment.at}>{format.relative(comment.at)}</Moment>
        {comment.edited && <span>{w.edited}</span>}
      </p>
      <p className="whitespace-pre-wrap text-15">{comment.body}</p>
      {author.self && (
        <p className="flex gap-4">
          <Button look="plain" className="text-13!" onClick={() => setEditing(true)}>
            {w.edit}
          </Button>
          <Button
            look="plain"
            className="text-13!"
            disabled={remove.isBusy}
            onClick={() => remove.run({ commentId: comment.id })}
          >
            {w.remove}
          </Button>
        </p>
      )}
    </div>
  );
}

function EditComment({
  comment,
  actor,
  onDone,
}: {
  comment: CommentView;
  actor: string;
  onDone(): void;
}) {
  const w = useWords(thread);
  const [body, setBody] = useState(comment.body);
  const save = usePostAction(actor, 'comment-edit', onDone);
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={w.body}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <PostProblem problem={save.problem} />
      <div className="flex gap-5">
        <Button
          disabled={!body.trim() || save.isBusy}
          onClick={() => save.run({ commentId: comment.id, body })}
        >
          {w.save}
        </Button>
        <Button look="plain" onClick={onDone}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}

function Reply({ threadId, actor }: { threadId: string; actor: string }) {
  const w = useWords(thread);
  const [body, setBody] = useState<string | null>(null);
  const reply = usePostAction(actor, 'thread-reply', () => setBody(null));
  if (body === null) {
    return <Button onClick={() => setBody('')}>{w.reply}</Button>;
  }
  return (
    <div className="flex basis-full flex-col gap-2">
      <TextArea
        label={w.replyTo}
        rows={2}
        maxLength={2000}
        value={body}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <PostProblem problem={reply.problem} />
      <div className="flex gap-5">
        <Button
          disabled={!body.trim() || reply.isBusy}
          onClick={() => reply.run({ threadId, body })}
        >
          {w.reply}
        </Button>
        <Button look="plain" onClick={() => setBody(null)}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
