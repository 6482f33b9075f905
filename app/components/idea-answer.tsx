// What the lead says to an idea: "Go for it", or one question.
import { Check } from 'lucide-react';
import { useState } from 'react';
import { graphemeCount } from '#shared/graphemes.ts';
import { maxIdeaQuestionLength } from '#shared/idea.ts';
import { idea as ideaWords } from '#shared/words/idea.ts';
import { Button } from './button.tsx';
import { Problem, TextArea } from './field.tsx';
import { type PostAction, usePostAction } from './post-action.ts';
import type { IdeaProps } from './post-idea.tsx';
import { PostProblem } from './post-problem.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';

/** `ideaId` is the wording that is read here: another one in the meantime is read first. */
export function IdeaAnswer({ page, actor, ideaId }: IdeaProps & { ideaId: string }) {
  const w = useWords(ideaWords);
  const [isAsking, setAsking] = useState(false);
  const go = usePostAction(actor, 'idea-go');
  const creator = page.creator.name;
  if (isAsking) return <Question {...{ page, actor, ideaId }} onCancel={() => setAsking(false)} />;
  return (
    <div className="flex flex-col gap-3">
      <Refused action={go} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="brand" disabled={go.isBusy} onClick={() => go.run({ ideaId })}>
          <Check className="size-4" aria-hidden="true" />
          {w.go}
        </Button>
        <Button onClick={() => setAsking(true)}>{w.ask}</Button>
        <p className="text-13 text-muted">{w.goNote({ creator })}</p>
      </div>
    </div>
  );
}

function Question({
  page,
  actor,
  ideaId,
  onCancel,
}: IdeaProps & { ideaId: string; onCancel(): void }) {
  const w = useWords(ideaWords);
  const [question, setQuestion] = useKeptText(`idea-question/${ideaId}`);
  const ask = usePostAction(actor, 'idea-question', () => setQuestion(''));
  const over = graphemeCount(question.trim()) - maxIdeaQuestionLength;
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={w.question}
        hint={w.questionHint}
        error={over > 0 ? w.tooLong({ count: over }) : null}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Refused action={ask} />
      <div className="flex flex-wrap gap-3">
        <Button
          look="brand"
          disabled={ask.isBusy || over > 0 || !question.trim()}
          onClick={() => ask.run({ ideaId, question })}
        >
          {w.sendQuestion({ creator: page.creator.name })}
        </Button>
        <Button onClick={onCancel}>{w.cancel}</Button>
      </div>
    </div>
  );
}

function Refused({ action: { problem } }: { action: PostAction }) {
  const w = useWords(ideaWords);
  if (problem?.field === 'idea') return <Problem>{w.newer}</Problem>;
  return <PostProblem problem={problem} />;
}
