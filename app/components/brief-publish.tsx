// Publishing: what kind of change it is and a sentence about it; or what stands in the way. What is
// published is what is on screen: its hash goes along and anything else is refused.
import { useState } from 'react';
import type { GuidelinesProblem } from '#shared/guidelines.ts';
import type { Problem as Trouble } from '#shared/errors.ts';
import { errors } from '#shared/words/errors.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { useFetcher } from '@remix-run/react';
import type { Answer } from './brief-answer.ts';
import { ProblemList } from './brief-guidelines-problems.tsx';
import { PublishEffect } from './brief-publish-effect.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Choice, Problem, TextArea } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export interface PublishProps {
  /** The number the new version gets. */
  next: number;
  blockers: GuidelinesProblem[];
  isSaved: boolean;
  /** The hash of the newest version, null before the first. */
  newest: string | null;
  seen(): string | null;
  onGo(problem: GuidelinesProblem): void;
}

export function Publish(props: PublishProps) {
  const w = useWords(guidelinesPage);
  const { next } = props;
  const [open, setOpen] = useState(false);
  // Once it is published the next number is another one; the dialog is about this one.
  const [n, setN] = useState(next);
  const change = (isOpen: boolean) => {
    if (isOpen) setN(next);
    setOpen(isOpen);
  };
  return (
    <Dialog
      title={w.publishTitle({ n })}
      description={n === 1 ? w.firstIntro : w.publishIntro}
      open={open}
      onOpenChange={change}
      trigger={<Button look="brand">{next === 1 ? w.publish : w.publishNext({ n: next })}</Button>}
    >
      <Body {...props} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

function Body({
  next,
  blockers,
  isSaved,
  newest,
  seen,
  onGo,
  onClose,
}: PublishProps & { onClose(): void }) {
  const w = useWords(guidelinesPage);
  const fetcher = useFetcher<Answer>();
  const hash = seen();
  const problem = fetcher.state === 'idle' ? fetcher.data?.problem : null;
  const isDone = fetcher.state === 'idle' && fetcher.data?.problem === null;
  if (isDone) return <Done n={next - 1} />;
  if (blockers.length > 0) {
    const go = (one: GuidelinesProblem) => {
      onClose();
      // The dialog gives the focus back as it closes; ours comes after.
      setTimeout(() => onGo(one));
    };
    return (
      <div className="flex flex-col gap-3">
        <p className="text-15 font-semibold text-ink">{w.blocked}</p>
        <ProblemList problems={blockers} onGo={go} />
      </div>
    );
  }
  if (hash !== null && hash === newest) return <p className="text-15 text-ink">{w.unchanged}</p>;
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="seen" value={hash ?? ''} />
      {next === 1 ? (
        <>
          <input type="hidden" name="change" value="first" />
          <input type="hidden" name="note" value="" />
        </>
      ) : (
        <ChangeFields next={next} />
      )}
      {problem && <Refused problem={problem} />}
      {!isSaved && <p className="text-15 text-muted">{w.notSaved}</p>}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex justify-end border-t border-line bg-paper px-5 py-3">
        <Button type="submit" look="brand" disabled={!isSaved || fetcher.state !== 'idle'}>
          {w.publishNext({ n: next })}
        </Button>
      </div>
    </fetcher.Form>
  );
}

function Done({ n }: { n: number }) {
  const w = useWords(guidelinesPage);
  return <output className="text-17 font-medium text-ink">{w.version({ n })} ✓</output>;
}

function ChangeFields({ next }: { next: number }) {
  const w = useWords(guidelinesPage);
  const [change, setChange] = useState<'matters' | 'wording'>('matters');
  return (
    <>
      <fieldset>
        <legend className="text-15 font-medium text-ink">{w.changeKind}</legend>
        <Choice
          type="radio"
          name="change"
          value="matters"
          label={w.matters}
          hint={w.mattersHint}
          checked={change === 'matters'}
          onChange={() => setChange('matters')}
        />
        <Choice
          type="radio"
          name="change"
          value="wording"
          label={w.wording}
          hint={w.wordingHint}
          checked={change === 'wording'}
          onChange={() => setChange('wording')}
        />
      </fieldset>
      <PublishEffect change={change} n={next} />
      <TextArea name="note" label={w.note} hint={w.noteHint} />
    </>
  );
}

function Refused({ problem }: { problem: Pick<Trouble, 'code'> & { field?: string | undefined } }) {
  const w = useWords(guidelinesPage);
  const table = errors[useReader().locale];
  if (problem.code === 'content-changed') return <Problem>{w.seenOther}</Problem>;
  if (problem.field === 'unchanged') return <Problem>{w.unchanged}</Problem>;
  if (problem.field === 'guidelines') return <Problem>{w.blocked}</Problem>;
  return <Problem>{(table[problem.code] ?? table.unknown).title}</Problem>;
}
