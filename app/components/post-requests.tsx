// What the brand asked to be changed, and the creator's answers: done, done my way, I'd rather not.
import { useState } from 'react';
import type { OpenPost, RequestView } from '#server/views/drafts.ts';
import { post } from '#shared/words/post.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { short } from './post-ask.tsx';
import { textIn, useReadingOrder } from './post-guidelines.tsx';
import { PostProblem } from './post-problem.tsx';
import { useWords } from './words.tsx';

export function Requests({ page, actor }: { page: OpenPost; actor: string }) {
  const w = useWords(post);
  // Once approved they are history: the comparison and the activity have them.
  const isOpen = page.status === 'changes-asked' || page.status === 'with-brand';
  if (page.requests.length === 0 || !isOpen) return null;
  const mayAnswer = page.may.write && page.status === 'changes-asked';
  return (
    <section className="flex flex-col gap-3 rounded-2xl border border-line bg-raised p-4">
      <h2 className="text-17">{w.requestsTitle({ count: page.requests.length })}</h2>
      <ol className="flex flex-col gap-4">
        {page.requests.map((request) => (
          <li key={request.id} className="flex flex-col gap-2 border-l-2 border-brand pl-3">
            <p className="text-13 text-muted">
              <About page={page} request={request} />
            </p>
            <p className="whitespace-pre-wrap text-17">{request.body}</p>
            {mayAnswer ? (
              <AnswerForm actor={actor} request={request} />
            ) : (
              <AnswerLine request={request} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function About({ page, request }: { page: OpenPost; request: RequestView }) {
  const w = useWords(post);
  const order = useReadingOrder(page);
  const { target } = request;
  if (target.kind === 'media') return w.aboutMedia;
  if (target.kind === 'passage') {
    return w.aboutPassage({ quote: short((target.anchor as { quote: string }).quote) });
  }
  const point = page.guidelines?.structure.points.find((one) => one.id === target.pointId);
  if (point) return w.aboutPoint({ text: short(textIn(point.text, order)) });
  const name = (w as unknown as Record<string, unknown>)[target.field];
  return w.aboutClause({ clause: typeof name === 'string' ? name : target.field });
}

const answers = ['done', 'my-way', 'rather-not'] as const;

function useAnswerNames() {
  const w = useWords(post);
  return { done: w.answerDone, 'my-way': w.answerMyWay, 'rather-not': w.answerRatherNot };
}

/** The three weigh the same: one row of equal buttons. */
function AnswerForm({ actor, request }: { actor: string; request: RequestView }) {
  const w = useWords(post);
  const names = useAnswerNames();
  const [note, setNote] = useState(request.note);
  const answer = usePostAction(actor, 'answer');
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={w.answerNote}
        maxLength={600}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="flex flex-wrap gap-2">
        {answers.map((one) => (
          <Button
            key={one}
            aria-pressed={request.answer === one}
            disabled={answer.isBusy}
            className="aria-pressed:border-2 aria-pressed:border-creator aria-pressed:text-creator"
            onClick={() => answer.run({ requestId: request.id, answer: one, note })}
          >
            {names[one]}
          </Button>
        ))}
      </div>
      <PostProblem problem={answer.problem} />
    </div>
  );
}

function AnswerLine({ request }: { request: RequestView }) {
  const w = useWords(post);
  const names = useAnswerNames();
  if (!request.answer) return <p className="text-13 text-muted">{w.noAnswer}</p>;
  return (
    <p className="text-15 text-creator">
      <span className="font-semibold">{names[request.answer]}</span>
      {request.note && <span className="text-ink">: {request.note}</span>}
    </p>
  );
}
