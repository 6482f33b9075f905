// What the brand asked to be changed, and the creator's answers: done, done my way, I'd rather not.
import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost, RequestView } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import { answers } from '#shared/words/answers.ts';
import { deeds } from '#shared/words/deeds.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Afterwards, later } from './later.tsx';
import { answerId } from './post-answered.ts';
import { usePostAction } from './post-action.ts';
import { textIn, useReadingOrder } from './post-guidelines.tsx';
import { PostProblem } from './post-problem.tsx';
import { useWords } from './words.tsx';

const Refused = later(() => import('./post-refused.tsx'));

export interface RequestsProps {
  page: OpenPost;
  actor: string;
  /** The words that are selected in the text: an answer may point at them. */
  passage: TextAnchor | null;
  /** Goes to the passage of an answer. */
  onShow(id: string): void;
}

export default function Requests({ page, actor, passage, onShow }: RequestsProps) {
  const w = useWords(deeds);
  const say = useWords(answers);
  const answersNow = page.may.write && page.status === 'changes-asked';
  return (
    <section className="flex flex-col gap-3 rounded-2xl border border-line bg-raised p-4">
      <div>
        <h2 className="text-17">{w.requestsTitle({ count: page.requests.length })}</h2>
        {answersNow && <p className="text-13 text-muted">{say.selectHint}</p>}
      </div>
      <ol className="flex flex-col gap-4">
        {page.requests.map((request) => (
          <li key={request.id} className="flex flex-col gap-2 border-l-2 border-brand pl-3">
            <p className="text-13 text-muted">
              <About page={page} request={request} />
            </p>
            <p className="whitespace-pre-wrap text-17">{request.body}</p>
            {answersNow && request.letGo === null ? (
              <AnswerForm actor={actor} request={request} passage={passage} />
            ) : (
              <AnswerLine request={request} />
            )}
            <PointedAt request={request} onShow={onShow} />
            {request.answer === 'rather-not' && (
              <Afterwards>
                <Refused page={page} actor={actor} request={request} />
              </Afterwards>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function PointedAt({ request, onShow }: { request: RequestView } & Pick<RequestsProps, 'onShow'>) {
  const w = useWords(answers);
  if (!request.passage) return null;
  return (
    <Button
      look="plain"
      className="min-w-0 self-start text-left"
      onClick={() => onShow(answerId(request))}
    >
      <MapPin className="size-4 shrink-0 text-creator" aria-hidden="true" />
      <span>{w.pointsAt({ quote: short(request.passage.quote) })}</span>
    </Button>
  );
}

export function About({ page, request }: { page: OpenPost; request: RequestView }) {
  const w = useWords(deeds);
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

const choices = ['done', 'my-way', 'rather-not'] as const;

function useAnswerNames() {
  const w = useWords(deeds);
  return { done: w.answerDone, 'my-way': w.answerMyWay, 'rather-not': w.answerRatherNot };
}

/** The three weigh the same: one row of equal buttons. */
function AnswerForm({
  actor,
  request,
  passage,
}: { request: RequestView } & Pick<RequestsProps, 'actor' | 'passage'>) {
  const w = useWords(deeds);
  const names = useAnswerNames();
  const [note, setNote] = useState(request.note);
  const answer = usePostAction(actor, 'answer');
  const say = useWords(answers);
  // Thinking again without selecting anything keeps what was pointed at.
  const pointed = passage ?? request.passage;
  return (
    <div className="flex flex-col gap-2">
      <Field
        label={w.answerNote}
        maxLength={600}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {passage && (
        <p className="text-13 text-muted">{say.selected({ quote: short(passage.quote) })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {choices.map((one) => (
          <Button
            key={one}
            aria-pressed={request.answer === one}
            disabled={answer.isBusy}
            className="aria-pressed:border-2 aria-pressed:border-creator aria-pressed:text-creator"
            // The selection outlives the press.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() =>
              answer.run({
                requestId: request.id,
                answer: one,
                note,
                ...(one === 'my-way' && pointed ? { passage: pointed } : {}),
              })
            }
          >
            {names[one]}
          </Button>
        ))}
      </div>
      <PostProblem problem={answer.problem} />
    </div>
  );
}

export function AnswerLine({ request }: { request: RequestView }) {
  const w = useWords(deeds);
  const names = useAnswerNames();
  if (!request.answer) return <p className="text-13 text-muted">{w.noAnswer}</p>;
  return (
    <p className="text-15 text-creator">
      <span className="font-semibold">{names[request.answer]}</span>
      {request.note && <span className="text-ink">: {request.note}</span>}
    </p>
  );
}

const maxQuoteShown = 60;

/** A quote where there is little room. */
export const short = (text: string): string =>
  text.length > maxQuoteShown ? `${text.slice(0, maxQuoteShown)}…` : text;
