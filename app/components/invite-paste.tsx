// Where rows from a sheet are pasted. Pasting is enough: who types presses a button.
import { ArrowLeft } from 'lucide-react';
import { type ChangeEvent, useId } from 'react';
import { invite } from '#shared/words/invite.ts';
import { Button, ButtonLink } from './button.tsx';
import { TextArea } from './field.tsx';
import { PageHeader } from './surface.tsx';
import { useWords } from './words.tsx';

export interface InvitePasteProps {
  briefId: string;
  text: string;
  /** It was looked at, and there was no row in it. */
  isEmpty: boolean;
  onType(text: string): void;
  onLook(text: string): void;
}

export function InvitePaste({ briefId, text, isEmpty, onType, onLook }: InvitePasteProps) {
  const w = useWords(invite);
  const id = useId();
  const change = (event: ChangeEvent<HTMLTextAreaElement>) => {
    const { value } = event.currentTarget;
    const isPasted = (event.nativeEvent as InputEvent).inputType === 'insertFromPaste';
    if (isPasted) onLook(value);
    else onType(value);
  };
  return (
    <form
      id={id}
      className="flex max-w-3xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        onLook(text);
      }}
    >
      <ToCreators briefId={briefId} />
      <PageHeader title={w.title} intro={w.intro} />
      <TextArea
        label={w.paste}
        hint={w.pasteHint}
        error={isEmpty ? w.nothingRead : null}
        value={text}
        onChange={change}
        rows={10}
        placeholder={w.example}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is for nothing else
        autoFocus
        spellCheck={false}
        className="font-mono text-15 whitespace-pre placeholder:text-muted"
      />
      <div>
        <Button type="submit" look="brand" disabled={text.trim() === ''}>
          {w.look}
        </Button>
      </div>
    </form>
  );
}

export function ToCreators({ briefId }: { briefId: string }) {
  const w = useWords(invite);
  return (
    <ButtonLink to={`/briefs/${briefId}/creators`} look="plain" className="-mb-4 self-start">
      <ArrowLeft className="size-4" aria-hidden="true" />
      {w.toCreators}
    </ButtonLink>
  );
}
