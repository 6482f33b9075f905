// One comment with its names set off, and for who wrote it the ways to change it or take it back.
import { useState } from 'react';
import type { CommentView, Meant } from '#server/views/threads.ts';
import { pieces } from '#shared/mentions.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { isTooLong, MentionField, mentionsIn } from './mention-field.tsx';
import { Person } from './people.tsx';
import { Moment } from './surface.tsx';
import { useThreadAction } from './talk.ts';
import { ThreadProblem } from './thread-problem.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useFormat, useWords } from './words.tsx';

interface CommentProps {
  comment: CommentView;
  actor: string;
  people: readonly Meant[];
}

export function Comment(props: CommentProps) {
  const { comment } = props;
  const w = useWords(thread);
  const format = useFormat();
  const [asking, setAsking] = useState<'nothing' | 'edit' | 'remove'>('nothing');
  const done = () => setAsking('nothing');
  const { author } = comment;
  if (asking === 'edit') return <EditComment {...props} onDone={done} />;
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2 text-13 text-muted">
        <Person name={author.name} called={author.self ? w.you : author.name} side={author.side} />
        <Moment at={comment.at}>{format.relative(comment.at)}</Moment>
        {comment.edited && <span>{w.edited}</span>}
      </p>
      <p className="text-15 break-words whitespace-pre-wrap">
        <Said comment={comment} />
      </p>
      {author.self && asking === 'nothing' && (
        <p className="flex gap-4">
          <Button look="plain" className="text-13!" onClick={() => setAsking('edit')}>
            {w.edit}
          </Button>
          <Button look="plain" className="text-13!" onClick={() => setAsking('remove')}>
            {w.remove}
          </Button>
        </p>
      )}
      {asking === 'remove' && <RemoveComment {...props} onDone={done} />}
    </div>
  );
}

function Said({ comment }: { comment: CommentView }) {
  let at = 0;
  return pieces(comment.body, comment.mentions).map(({ text, userId }) => {
    const key = (at += text.length);
    if (userId === null) return <span key={key}>{text}</span>;
    return (
      <strong key={key} className="rounded-sm bg-line/70 px-0.5 font-semibold">
        {text}
      </strong>
    );
  });
}

interface Changing extends CommentProps {
  onDone(): void;
}

function RemoveComment({ comment, actor, onDone }: Changing) {
  const w = useWords(thread);
  const remove = useThreadAction(actor, 'delete');
  return (
    <div role="group" aria-label={w.removeSure} className="flex flex-wrap items-center gap-x-4">
      <span className="text-13 font-medium">{w.removeSure}</span>
      <Button
        look="plain"
        className="text-13!"
        disabled={remove.isBusy}
        onClick={() => remove.run({ commentId: comment.id })}
      >
        {w.removeYes}
      </Button>
      <Button look="plain" className="text-13!" onClick={onDone}>
        {w.cancel}
      </Button>
      <ThreadProblem problem={remove.problem} />
    </div>
  );
}

function EditComment({ comment, actor, people, onDone }: Changing) {
  const w = useWords(thread);
  const [body, setBody] = useKeptText(`${actor}/${comment.id}`, comment.body);
  const close = () => {
    setBody(comment.body);
    onDone();
  };
  const save = useThreadAction(actor, 'edit', close);
  const maySave = body.trim() !== '' && !isTooLong(body) && !save.isBusy;
  const send = () => {
    const mentions = mentionsIn(body, people);
    if (maySave) save.run({ commentId: comment.id, body, mentions });
  };
  return (
    <div className="flex flex-col gap-2">
      <MentionField
        label={w.body}
        value={body}
        people={people}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setBody}
        onSend={send}
      />
      <ThreadProblem problem={save.problem} />
      <div className="flex gap-5">
        <Button disabled={!maySave} onClick={send}>
          {w.save}
        </Button>
        <Button look="plain" onClick={close}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
