// The idea of a post, before its words: the creator's to send, the lead's to answer, and folded for
// both once it is past. It stands on the page of a draft whether its door is open or not.
import { Lightbulb } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PostFrame } from '#server/views/drafts.ts';
import type { IdeaStep, IdeaView } from '#server/views/ideas.ts';
import { previewUrl } from '#shared/media.ts';
import { idea as ideaWords } from '#shared/words/idea.ts';
import { Button } from './button.tsx';
import { Person } from './people.tsx';
import { IdeaAnswer } from './idea-answer.tsx';
import { IdeaForm } from './idea-form.tsx';
import { textIn, useReadingOrder } from './post-guidelines.tsx';
import { Moment } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface IdeaProps {
  page: PostFrame;
  actor: string;
}

export type SentIdea = Extract<IdeaStep, { kind: 'idea' }>;

export const lastIdea = ({ steps }: IdeaView): SentIdea | null =>
  steps.findLast((step): step is SentIdea => step.kind === 'idea') ?? null;

export default function Idea({ page, actor }: IdeaProps) {
  const { idea, side } = page;
  if (!idea) return null;
  const isPast = idea.stage === 'writing' || idea.stage === 'go';
  if (idea.steps.length === 0)
    return side === 'creator' && !isPast ? <Begin {...{ page, actor }} /> : null;
  return isPast ? (
    <Folded page={page} idea={idea} />
  ) : (
    <Open page={page} idea={idea} actor={actor} />
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-4 rounded-2xl border border-line bg-raised p-4 md:p-5"
    >
      {children}
    </section>
  );
}

function Begin({ page, actor }: IdeaProps) {
  const w = useWords(ideaWords);
  return (
    <Frame title={w.title}>
      <div className="flex flex-col gap-1">
        <h2 className="flex items-center gap-2 text-17 font-semibold">
          <Lightbulb className="size-5 text-creator" aria-hidden="true" />
          {w.intro}
        </h2>
        <p className="text-15 text-muted">{w.introNote({ brand: page.brief.brandName })}</p>
      </div>
      <IdeaForm page={page} actor={actor} last={null} />
    </Frame>
  );
}

function Open({ page, idea, actor }: IdeaProps & { idea: IdeaView }) {
  const w = useWords(ideaWords);
  const last = lastIdea(idea);
  const [changing, setChanging] = useState<string | null>(null);
  const isAsked = idea.stage === 'asked';
  const isEditing = idea.may.send && (isAsked || changing === last?.id);
  return (
    <Frame title={w.title}>
      {/* What is in the form need not stand above it too. */}
      <Steps
        page={page}
        steps={isEditing && last ? idea.steps.slice(idea.steps.indexOf(last) + 1) : idea.steps}
      />
      {isEditing && (
        <>
          {isAsked && <p className="text-15 font-medium">{w.answerNote}</p>}
          <IdeaForm key={last?.id} page={page} actor={actor} last={last} />
        </>
      )}
      {idea.may.send && !isEditing && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="text-15 text-muted">{w.waiting({ brand: page.brief.brandName })}</p>
          <Button onClick={() => setChanging(last?.id ?? null)}>{w.change}</Button>
        </div>
      )}
      {idea.may.decide && last && (
        <IdeaAnswer key={last.id} page={page} actor={actor} ideaId={last.id} />
      )}
    </Frame>
  );
}

function Folded({ page, idea }: { page: PostFrame; idea: IdeaView }) {
  const w = useWords(ideaWords);
  const go = idea.steps.findLast((step) => step.kind === 'go');
  return (
    <details className="rounded-2xl border border-line bg-raised px-4">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-15 font-medium">
        <Lightbulb className="size-4 shrink-0" aria-hidden="true" />
        {go ? w.historyGo({ name: go.name }) : idea.isOpen ? w.history : w.historyOpen}
      </summary>
      <div className="pt-1 pb-4">
        <Steps page={page} steps={idea.steps} />
      </div>
    </details>
  );
}

function Steps({ page, steps }: { page: PostFrame; steps: readonly IdeaStep[] }) {
  return (
    <ol className="flex flex-col gap-4">
      {steps.map((step) => (
        <Step key={step.id} page={page} step={step} />
      ))}
    </ol>
  );
}

function Step({ page, step }: { page: PostFrame; step: IdeaStep }) {
  const w = useWords(ideaWords);
  const format = useFormat();
  const says = { idea: w.stepIdea, question: w.stepQuestion, go: w.stepGo }[step.kind];
  return (
    <li className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-2 text-15">
        <Person name={step.name} side={step.side} note={says} />
        <span className="text-13 text-muted">
          <Moment at={step.at}>{format.relative(step.at)}</Moment>
        </span>
      </p>
      {step.kind === 'question' && <Said>{step.question}</Said>}
      {step.kind === 'idea' && <Told page={page} step={step} />}
    </li>
  );
}

function Told({ page, step }: { page: PostFrame; step: SentIdea }) {
  const w = useWords(ideaWords);
  const order = useReadingOrder(page);
  const point = page.guidelines?.structure.points.find(({ id }) => id === step.pointId);
  return (
    <>
      <Said>{step.text}</Said>
      {point && (
        <p className="text-13 text-muted">{w.carries({ point: textIn(point.text, order) })}</p>
      )}
      {step.picture && (
        <img
          src={previewUrl(step.picture)}
          alt={w.picture}
          className="max-h-64 w-fit max-w-full rounded-xl border border-line object-contain"
        />
      )}
    </>
  );
}

function Said({ children }: { children: string }) {
  return <p className="text-17 leading-relaxed break-words whitespace-pre-wrap">{children}</p>;
}
