// The creator's answer: I'm in, a question first, not this time; and, later, agreeing again. The
// three weigh what they weigh: one is filled, none is hidden, none is asked twice.
import { useFetcher } from '@remix-run/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AgreementState } from '#shared/agreement.ts';
import type { Guidelines } from '#shared/guidelines.ts';
import type { GuidelinesChange } from '#shared/guidelines-changes.ts';
import { errors } from '#shared/words/errors.ts';
import { offer } from '#shared/words/offer.ts';
import type { Answer } from './brief-answer.ts';
import type { CreatorState } from './brief-creators.tsx';
import { Changes } from './brief-guidelines-text.tsx';
import type { Trouble } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Problem, TextArea } from './field.tsx';
import { Card } from './surface.tsx';
import { useReader, useWords } from './words.tsx';

export interface PublishedOffer {
  n: number;
  hash: string;
  note: string;
  structure: Guidelines;
  agreed: number;
  agreement: AgreementState;
  changes: GuidelinesChange[];
}

function useTroubleWords(): (problem: Trouble) => string {
  const w = useWords(offer);
  const table = errors[useReader().locale];
  return (problem) => {
    if (problem.code === 'content-changed') return w.changedMeanwhile;
    if (problem.code === 'bad-input') return w.wrongText;
    return (table[problem.code] ?? table.unknown).title;
  };
}

interface AgreeFormProps {
  intent: 'accept' | 'agree';
  version: { n: number; hash: string };
  /** The mark of the deal that was on screen. */
  deal?: string;
  look: 'creator' | 'quiet';
  children: ReactNode;
}

/** Names the version that was on screen: other words are not agreed to. */
function AgreeForm({ intent, version, deal, look, children }: AgreeFormProps) {
  const fetcher = useFetcher<Answer>();
  const wordsOf = useTroubleWords();
  const problem = fetcher.state === 'idle' ? fetcher.data?.problem : null;
  return (
    <fetcher.Form method="post" className="flex flex-col gap-3">
      <input type="hidden" name="n" value={version.n} />
      <input type="hidden" name="hash" value={version.hash} />
      {deal && <input type="hidden" name="deal" value={deal} />}
      {problem && <Problem>{wordsOf(problem)}</Problem>}
      <Button
        type="submit"
        name="intent"
        value={intent}
        look={look}
        className="w-full"
        disabled={fetcher.state !== 'idle'}
      >
        {children}
      </Button>
    </fetcher.Form>
  );
}

/** What was agreed to, and what has been published since. */
export function Agreement({ guidelines }: { guidelines: PublishedOffer }) {
  const w = useWords(offer);
  const { n, agreed, agreement, note, changes } = guidelines;
  if (agreement === 'current' || agreement === 'none') {
    return (
      <p className="text-15 text-muted">
        {w.youAreIn} · {w.agreedTo({ n: agreed })}
      </p>
    );
  }
  const again = agreement === 'again';
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-17 font-semibold text-ink">
        {again ? w.again({ n }) : w.wording({ n })}
      </h2>
      <p className="text-15 text-muted">{again ? w.againHint : w.wordingHint}</p>
      {note && <p className="text-17 break-words whitespace-pre-line text-ink">{note}</p>}
      <details open={again}>
        <summary className="flex min-h-11 cursor-pointer items-center text-15 text-ink">
          {w.seeChanges}
        </summary>
        <Changes changes={changes} before={agreed} />
      </details>
      {again && (
        <AgreeForm intent="agree" version={guidelines} look="creator">
          {w.agreeAgain({ n })}
        </AgreeForm>
      )}
    </Card>
  );
}

export interface OfferAnswerProps {
  state: CreatorState;
  guidelines: PublishedOffer | null;
  lead: string;
  /** The mark of the deal that is on screen. */
  deal: string;
}

type Open = 'nothing' | 'question' | 'no';

export function OfferAnswer({ state, guidelines, lead, deal }: OfferAnswerProps) {
  const w = useWords(offer);
  const [open, setOpen] = useState<Open>('nothing');
  const isIn = state === 'in';
  return (
    <div className="flex flex-col gap-3 pb-6">
      {state === 'declined' && <p className="text-15 text-muted">{w.declined}</p>}
      {!isIn && guidelines && (
        <>
          <AgreeForm intent="accept" version={guidelines} deal={deal} look="creator">
            {w.imIn}
          </AgreeForm>
          <p className="text-13 text-muted">{w.imInNote({ n: guidelines.n })}</p>
        </>
      )}
      {open === 'nothing' && (
        <div className="flex flex-wrap gap-3">
          <Button className="flex-1" onClick={() => setOpen('question')}>
            {w.question}
          </Button>
          {!isIn && state !== 'declined' && (
            <Button className="flex-1" onClick={() => setOpen('no')}>
              {w.notThisTime}
            </Button>
          )}
        </div>
      )}
      {open === 'question' && (
        <WordsForm
          intent="ask"
          name="text"
          label={w.questionLabel({ lead })}
          hint={w.questionHint}
          submit={w.sendQuestion}
          onClose={() => setOpen('nothing')}
        />
      )}
      {open === 'no' && (
        <WordsForm
          intent="decline"
          name="note"
          label={w.noLabel}
          hint={w.questionHint}
          submit={w.sendNo}
          onClose={() => setOpen('nothing')}
        />
      )}
    </div>
  );
}

interface WordsFormProps {
  intent: string;
  name: string;
  label: string;
  hint: string;
  submit: string;
  onClose(): void;
}

function WordsForm({ intent, name, label, hint, submit, onClose }: WordsFormProps) {
  const w = useWords(offer);
  const wordsOf = useTroubleWords();
  const fetcher = useFetcher<Answer>();
  const problem = fetcher.state === 'idle' ? fetcher.data?.problem : null;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: 'center' });
  }, []);
  const isSent = fetcher.state === 'idle' && fetcher.data?.problem === null;
  useEffect(() => {
    if (isSent) onClose();
  }, [isSent, onClose]);
  return (
    <fetcher.Form ref={form} method="post" noValidate className="flex flex-col gap-3">
      <input type="hidden" name="intent" value={intent} />
      <TextArea name={name} label={label} hint={hint} error={problem && wordsOf(problem)} />
      <div className="flex justify-end gap-3">
        <Button onClick={onClose}>{w.back}</Button>
        <Button type="submit" disabled={fetcher.state !== 'idle'}>
          {submit}
        </Button>
      </div>
    </fetcher.Form>
  );
}
