// A form in a dialog that closes when the server has said yes, and keeps what was typed when it said no.
import { useFetcher } from '@remix-run/react';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { brief } from '#shared/words/brief.ts';
import type { Answer } from './brief-answer.ts';
import { problemWords, type Trouble } from './brief-problems.ts';
import { Button, type ButtonLook, type ButtonProps } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export interface DialogFormProps {
  title: string;
  description?: ReactNode;
  trigger: ReactElement<ButtonProps>;
  intent: string;
  submit: ReactNode;
  /** The way out in words, for what is better thought over: it closes the dialog. */
  keep?: string;
  look?: ButtonLook;
  /** Other fields that go along. */
  hidden?: Record<string, string>;
  /** The page that answers; left out, the one shown. */
  action?: string;
  children?: ReactNode | ((problem: Trouble | null) => ReactNode);
  /** Shown in place of the form once the server has said yes; left out, the dialog closes. */
  done?(value: unknown): ReactNode;
}

export function DialogForm(props: DialogFormProps) {
  const [open, setOpen] = useState(false);
  // A new form each time it opens: yesterday's refusal is not today's.
  const [round, setRound] = useState(0);
  const change = (next: boolean) => {
    if (next) setRound((before) => before + 1);
    setOpen(next);
  };
  const { title, description, trigger } = props;
  return (
    <Dialog {...{ title, description, trigger, open }} onOpenChange={change}>
      <Inside key={round} {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function Inside({
  intent,
  submit,
  keep,
  look = 'brand',
  hidden = {},
  action,
  children,
  done,
  onDone,
}: DialogFormProps & { onDone(): void }) {
  const w = useWords(brief);
  const { locale } = useReader();
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  const isDone = answered?.problem === null;
  const close = useRef(onDone);
  useEffect(() => {
    close.current = onDone;
  });
  const closes = isDone && !done;
  useEffect(() => {
    if (closes) close.current();
  }, [closes]);
  if (isDone && done) return <>{done(answered.value)}</>;
  const problem = answered?.problem ?? null;
  return (
    <fetcher.Form
      method="post"
      {...(action ? { action } : {})}
      className="flex flex-col gap-4"
      noValidate
    >
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === 'function' ? children(problem) : children}
      {problem && <Problem>{problemWords(w, locale, problem)}</Problem>}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-3 border-t border-line bg-paper px-5 py-3">
        {keep && <Button onClick={onDone}>{keep}</Button>}
        <Button type="submit" look={look} disabled={fetcher.state !== 'idle'}>
          {submit}
        </Button>
      </div>
    </fetcher.Form>
  );
}
