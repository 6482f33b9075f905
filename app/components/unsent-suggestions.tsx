// One's own suggestions that are not with the server: words that wait for the connection, and words
// it would not have, with the reason. Nothing of them is lost with the page.
import type { OwnRow } from '#app/collab/kept-suggestions.ts';
import { wordsOfKept } from '#app/collab/kept-suggestions.ts';
import type { Problem } from '#shared/errors.ts';
import { errors } from '#shared/words/errors.ts';
import { unsent, unsentReasons } from '#shared/words/unsent.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Problem as ProblemBox } from './field.tsx';
import type { OwnSuggestions } from './suggesting.ts';
import { useReader, useWords } from './words.tsx';

export interface UnsentSuggestionsProps {
  own: OwnSuggestions;
  /** Those that have a card, and stand in the text as they were typed. */
  known: ReadonlySet<string>;
  takeBack: string;
}

/** Beside the text. */
export function UnsentSuggestions({ own, known, takeBack }: UnsentSuggestionsProps) {
  const w = useWords(unsent);
  const waiting = own.unsent.filter(({ problem }) => problem === null);
  const alone = own.unsent.filter(({ row }) => !known.has(row.id));
  return (
    <>
      {waiting.length > 0 && (
        <output className="block text-13 text-muted">
          {waiting.every(({ isKept }) => isKept) ? w.waiting : w.waitingHere}
        </output>
      )}
      {alone.map(({ row, problem }) => (
        <UnsentCard key={row.id} row={row} problem={problem}>
          <Button look="plain" onClick={() => own.source.withdraw(row.id)}>
            {takeBack}
          </Button>
        </UnsentCard>
      ))}
    </>
  );
}

/** Only why, where there is no room for the words: they stand in the text. */
export function UnsentReasons({ own, known }: Omit<UnsentSuggestionsProps, 'takeBack'>) {
  const reasonFor = useReason();
  const refused = own.unsent.filter(({ row, problem }) => problem && !known.has(row.id));
  if (refused.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 p-3">
      {refused.map(
        ({ row, problem }) => problem && <ProblemBox key={row.id}>{reasonFor(problem)}</ProblemBox>,
      )}
    </div>
  );
}

export interface UnsentCardProps {
  row: OwnRow;
  problem: Problem | null;
  /** What can be done with it. */
  children: React.ReactNode;
}

export function UnsentCard({ row, problem, children }: UnsentCardProps) {
  const w = useWords(unsent);
  const reasonFor = useReason();
  const { quote, before } = row.span;
  const text = wordsOfKept(row);
  const isBare = quote.trim() === '';
  return (
    <article
      data-unsent={row.id}
      className="flex flex-col gap-2 rounded-2xl border border-dashed border-edge p-3"
    >
      <h3 className="text-13 font-medium text-muted">{w.yours}</h3>
      <div className="text-15">
        {(!isBare || before.trim() !== '') && (
          <p className="line-clamp-3 whitespace-pre-wrap text-muted">
            {isBare ? w.add({ words: before.trim() }) : w.instead({ words: quote })}
          </p>
        )}
        <p className="line-clamp-6 whitespace-pre-wrap font-medium">
          {text.trim() === '' ? w.leaveOut : text}
        </p>
      </div>
      {problem && <ProblemBox>{reasonFor(problem)}</ProblemBox>}
      <div className="flex gap-5">
        {problem && text.trim() !== '' && <CopyButton text={text} look="plain" />}
        {children}
      </div>
    </article>
  );
}

function useReason(): (problem: Problem) => string {
  const { locale } = useReader();
  return ({ code }) => {
    const { title, way } = errors[locale][code] ?? errors[locale].unknown;
    return unsentReasons[locale][code] ?? `${title}. ${way}`;
  };
}
