// One suggestion: the words as they are and as they would be, side by side and unstruck, and the
// answer. A card says what happened to the words below it and never hides that they changed.
import { type ReactNode, useEffect, useRef } from 'react';
import type { SuggestionView } from '#server/views/suggestions.ts';
import type { Problem } from '#shared/errors.ts';
import type { Side } from '#shared/roles.ts';
import type { ResolvedSpan, Span } from '#shared/spans.ts';
import type { Replacement } from '#shared/voice-by-line.ts';
import { keepReasons, readSlice, sliceText } from '#shared/suggestions.ts';
import { guidelinesReasons, suggestion } from '#shared/words/suggestion.ts';
import { Button } from './button.tsx';
import { Person } from './people.tsx';
import { PostProblem } from './post-problem.tsx';
import type { SuggestedText } from './suggesting.ts';
import { Moment } from './surface.tsx';
import type { UndoAccepted } from './use-last-accepted.ts';
import { VoiceChange } from './voice-post.tsx';
import { useFormat, useWords } from './words.tsx';

export interface SuggestionCardProps {
  view: SuggestionView;
  /** Where its words stand now; null until the text is there. */
  place: ResolvedSpan | null;
  /** What that part of the text is called, where it is a form. */
  where: string | null;
  /** What it does to the whole part; null where nothing can be said of that. */
  change: Replacement | null;
  page: SuggestedText;
  owner: string;
  isActive: boolean;
  isBusy: boolean;
  problem: Problem | null;
  choice: { isChosen: boolean; choose(id: string): void } | null;
  onShow(): void;
  onAccept(): void;
  onKeep(): void;
  onReason(reason: string | null): void;
  /** What was accepted last can be undone here as well. */
  undo: UndoAccepted | null;
  onTakeBack(): void;
}

export function SuggestionCard(props: SuggestionCardProps) {
  const { view, place, page, isActive, isBusy, problem, choice } = props;
  const w = useWords(suggestion);
  const format = useFormat();
  const { author, status, id } = view;
  const isOpen = status === 'open';
  const stands = place === null || place.state === 'exact' || place.state === 'moved';
  // Once the card says itself what became of the words, a refusal for that says nothing more.
  const isSaid = !isOpen || (!stands && problem?.code === 'content-changed');
  return (
    <article
      data-suggestion-card={id}
      className={`flex flex-col gap-2 rounded-2xl border bg-raised p-3 ${isActive ? 'border-ink' : 'border-line'}`}
    >
      <header className="flex items-center gap-2 text-13 text-muted">
        <Person
          name={author.name}
          called={author.self ? w.byYou : w.by(author)}
          side={author.side}
        />
        <Moment at={view.at}>{format.relative(view.at)}</Moment>
        {choice && isOpen && (
          <label className="-my-2 ml-auto inline-flex size-11 items-center justify-center md:size-8">
            <input
              type="checkbox"
              className="size-5 accent-ink"
              aria-label={w.choose}
              checked={choice.isChosen}
              onChange={() => choice.choose(id)}
            />
          </label>
        )}
      </header>
      {props.where && <p className="text-13 font-medium">{props.where}</p>}
      <SuggestedWords
        span={view.span}
        text={textOf(view)}
        side={author.side}
        page={page}
        owner={props.owner}
        onShow={isOpen && stands ? props.onShow : undefined}
      />
      {isOpen && !stands && (
        <p className="text-13 font-medium">{place.state === 'changed' ? w.changed : w.gone}</p>
      )}
      {isOpen && place?.state === 'changed' && (
        <p className="text-13">
          {w.now}: “{place.words}”
        </p>
      )}
      {isOpen && props.change && <VoiceChange {...props.change} />}
      <PostProblem problem={isSaid ? null : problem} />
      {isOpen && (
        <div className="flex items-center gap-2">
          {page.may.write && (
            <>
              <Button className="flex-1" disabled={isBusy || !stands} onClick={props.onAccept}>
                {w.accept}
              </Button>
              <Button className="flex-1" disabled={isBusy} onClick={props.onKeep}>
                {w.keep}
              </Button>
            </>
          )}
          {author.self && (
            <Button look="plain" onClick={props.onTakeBack}>
              {w.takeBack}
            </Button>
          )}
        </div>
      )}
      {!isOpen && <Answer {...props} />}
    </article>
  );
}

function Answer({ view, page, owner: name, undo, onReason }: SuggestionCardProps) {
  const w = useWords(suggestion);
  const ofGuidelines = useWords(guidelinesReasons);
  const { status, reason } = view;
  const reasons = view.span.part === 'guidelines' ? ofGuidelines : w;
  const said =
    status === 'accepted'
      ? page.may.write
        ? w.accepted
        : w.acceptedBy({ name })
      : page.may.write
        ? w.kept
        : w.keptBy({ name });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4">
        <p className="text-15 font-medium">
          {said}
          {reason && <span className="font-normal text-muted"> · {reasons[reason]}</span>}
        </p>
        {status === 'accepted' && undo && <UndoLine {...undo} />}
      </div>
      {status === 'kept' && page.may.write && !reason && (
        <fieldset className="flex flex-wrap gap-2">
          <legend className="pb-1 text-13 text-muted">{w.why}</legend>
          {keepReasons.map((one) => (
            <button
              key={one}
              type="button"
              className="min-h-11 rounded-full border border-edge px-3 text-13 hover:border-ink md:min-h-8"
              onClick={() => onReason(one)}
            >
              {reasons[one]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function UndoLine({ phase, undo }: UndoAccepted) {
  const w = useWords(suggestion);
  const line = useRef<HTMLDivElement>(null);
  // Whoever pressed Accept by keyboard stood on a button that is gone; so does who pressed Undo.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    line.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true });
  }, [phase]);
  return (
    <div ref={line} role="status" className="text-15">
      {phase === 'offered' ? (
        <Button look="plain" onClick={undo}>
          {w.undo}
        </Button>
      ) : (
        <p tabIndex={-1} className="outline-none">
          {w.undone}
        </p>
      )}
    </div>
  );
}

/** Enough of the neighbours to find the place again. */
const context = 18;

function textOf({ span, slice }: SuggestionView): string {
  const read = readSlice(span.part, slice);
  return typeof read === 'string' ? '' : sliceText(read);
}

interface WordsProps {
  span: Span;
  /** What would stand there. */
  text: string;
  side: Side;
  page: SuggestedText;
  owner: string;
  onShow?: (() => void) | undefined;
}

/** The words as they are and as they would be. */
export function SuggestedWords({ span, text, side, page, owner: name, onShow }: WordsProps) {
  const w = useWords(suggestion);
  const owner = page.may.write ? w.yours : w.theirsOf({ name });
  const added = text.trim() !== '' && (
    <ins className={`font-medium no-underline ${side === 'brand' ? 'text-brand' : 'text-creator'}`}>
      {text}
    </ins>
  );
  const passage = (words: ReactNode) => (
    <Passage onShow={onShow}>
      <span className="text-muted">{before(span.before)}</span>
      {words}
      <span className="text-muted">{after(span.after)}</span>
    </Passage>
  );
  if (span.quote.trim() === '') {
    return (
      <dl className="text-15">
        <dt className="text-13 text-muted">{w.add}</dt>
        <dd>{passage(added || '↵')}</dd>
      </dl>
    );
  }
  return (
    <dl className="grid gap-1.5 text-15">
      <div>
        <dt className="text-13 text-muted">{owner}</dt>
        <dd>{passage(span.quote)}</dd>
      </div>
      <div>
        <dt className="text-13 text-muted">{added ? w.instead : w.leaveOut}</dt>
        {added && <dd className="line-clamp-6 whitespace-pre-wrap">{added}</dd>}
      </div>
    </dl>
  );
}

/** The way to the place in the text, while there is one. */
function Passage({ onShow, children }: { onShow: (() => void) | undefined; children: ReactNode }) {
  const w = useWords(suggestion);
  if (!onShow) return <span className="line-clamp-6 whitespace-pre-wrap">{children}</span>;
  return (
    <button
      type="button"
      title={w.show}
      className="line-clamp-6 min-h-11 w-full text-left whitespace-pre-wrap md:min-h-0"
      onClick={onShow}
    >
      {children}
    </button>
  );
}

const before = (text: string): string => {
  const line = text.split('\n').at(-1) ?? '';
  return line.length > context ? `…${line.slice(-context).replace(/^\S*\s+/, '')}` : line;
};
const after = (text: string): string => {
  const line = text.split('\n')[0] ?? '';
  return line.length > context ? `${line.slice(0, context).replace(/\s+\S*$/, '')}…` : line;
};
