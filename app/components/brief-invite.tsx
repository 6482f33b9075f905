// Inviting a creator: who, in which language, for what; then the link, this once.
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { HandedLinkProps } from '#app/entrance/handed-link.tsx';
import { brief } from '#shared/words/brief.ts';
import { DealFields, type DealTerms } from './brief-creators.tsx';
import { LinkToHand } from './brief-link.tsx';
import { DialogForm } from './brief-dialog-form.tsx';
import { type Trouble, wrongIn } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Field, Select } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export interface Known {
  userId: string;
  name: string;
  handle: string;
  /** In this brief, with a deal of their own. */
  isHere?: boolean;
}

export interface InviteCreatorProps {
  /** Creators of the workspace who are not in this brief. */
  known: Known[];
  /** What the last creator was given, offered for the next. */
  offered: DealTerms | null;
}

export function InviteCreator({ known, offered }: InviteCreatorProps) {
  const w = useWords(brief);
  return (
    <DialogForm
      title={w.inviteTitle}
      description={w.inviteIntro}
      intent="invite-creator"
      submit={w.makeInvitation}
      trigger={
        <Button look="brand">
          <UserPlus className="size-4" aria-hidden="true" />
          {w.invite}
        </Button>
      }
      done={(value) => <Ready invited={value as Invited} />}
    >
      {(problem) => <Fields {...{ known, offered, problem }} />}
    </DialogForm>
  );
}

interface Invited {
  name: string;
  link: HandedLinkProps | null;
}

function Ready({ invited: { name, link } }: { invited: Invited }) {
  const w = useWords(brief);
  return (
    <div className="flex flex-col gap-3">
      <output className="text-17 font-medium text-ink">
        {link ? w.linkReady({ name }) : w.linkUnneeded({ name })}
      </output>
      {link && <LinkToHand {...link} />}
    </div>
  );
}

export function Fields({
  known,
  offered,
  problem,
}: InviteCreatorProps & { problem: Trouble | null }) {
  const w = useWords(brief);
  const { locale } = useReader();
  const [userId, setUserId] = useState('');
  const chosen = known.find((creator) => creator.userId === userId);
  return (
    <>
      {known.length > 0 && (
        <Select
          name="userId"
          label={w.knownCreator}
          value={userId}
          onChange={(event) => setUserId(event.currentTarget.value)}
        >
          <option value="">{w.newCreator}</option>
          {known.map((creator) => (
            <option key={creator.userId} value={creator.userId}>
              {creator.name}
            </option>
          ))}
        </Select>
      )}
      {chosen ? (
        <>
          <input type="hidden" name="name" value={chosen.name} />
          <input type="hidden" name="locale" value={locale} />
        </>
      ) : (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            name="name"
            label={w.creatorName}
            error={wrongIn(w, problem, 'name')}
            autoComplete="off"
            required
          />
          <Select name="locale" label={w.creatorLanguage} defaultValue="th">
            <option value="th">{w.thai}</option>
            <option value="en">{w.english}</option>
          </Select>
        </div>
      )}
      {!chosen?.isHere && (
        <>
          <DealFields key={userId} problem={problem} deal={offered} handle={chosen?.handle ?? ''} />
          <p className="text-13 text-muted">{w.dealHint}</p>
        </>
      )}
    </>
  );
}
