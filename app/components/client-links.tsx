// A brief's links for clients: who they were made for, what they show and whether anyone looked.
import { Link2 } from 'lucide-react';
import type { HandedLinkProps } from '#app/entrance/handed-link.tsx';
import { clientLifetimes, type ClientLinkState, clientShows } from '#shared/client-link.ts';
import type { ClientShows } from '#shared/client-link.ts';
import { clientLinks } from '#shared/words/client.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { LinkToHand } from './brief-link.tsx';
import { wrongIn } from './brief-problems.ts';
import { brief } from '#shared/words/brief.ts';
import { Button } from './button.tsx';
import { Choice, Field, Select } from './field.tsx';
import { useFormat, useWords } from './words.tsx';

export function MakeClientLink() {
  const w = useWords(clientLinks);
  const problems = useWords(brief);
  return (
    <DialogForm
      title={w.makeTitle}
      description={w.makeIntro}
      intent="make-client-link"
      submit={w.make}
      trigger={
        <Button look="brand">
          <Link2 className="size-4" aria-hidden="true" />
          {w.make}
        </Button>
      }
      done={(value) => <Ready made={value as HandedLinkProps & { name: string }} />}
    >
      {(problem) => (
        <>
          <Field
            name="name"
            label={w.name}
            hint={w.nameHint}
            error={wrongIn(problems, problem, 'name')}
            maxLength={80}
            autoComplete="off"
            required
          />
          <fieldset>
            <legend className="text-15 font-medium text-ink">{w.shows}</legend>
            {clientShows.map((shows) => (
              <Choice
                key={shows}
                type="radio"
                name="shows"
                value={shows}
                label={w[shows]}
                hint={w[`${shows}Hint`]}
                defaultChecked={shows === 'approved'}
              />
            ))}
          </fieldset>
          <Select name="lasts" label={w.lasts} defaultValue="1-month">
            {clientLifetimes.map((lasts) => (
              <option key={lasts} value={lasts}>
                {w[lasts]}
              </option>
            ))}
          </Select>
        </>
      )}
    </DialogForm>
  );
}

function Ready({ made: { name, ...link } }: { made: HandedLinkProps & { name: string } }) {
  const w = useWords(clientLinks);
  return (
    <div className="flex flex-col gap-3">
      <output className="text-17 font-medium text-ink">{w.ready({ name })}</output>
      <LinkToHand {...link} note={w.once} />
    </div>
  );
}

interface LinkEntry {
  id: string;
  name: string;
  shows: ClientShows;
  maker: string | null;
  comments: number;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  state: ClientLinkState;
}

export function ClientLinkRow({ link, timeZone }: { link: LinkEntry; timeZone: string }) {
  const w = useWords(clientLinks);
  const format = useFormat();
  const { name, state, openedAt, comments, maker } = link;
  const isOpen = state === 'open';
  const facts = [
    w[link.shows],
    isOpen ? w.until({ when: format.date(link.expiresAt, timeZone) }) : w[state],
    maker && w.madeBy({ name: maker, when: format.relative(link.createdAt) }),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
      <div className="min-w-48 flex-1">
        <p className="text-17 font-medium break-words text-ink">{name}</p>
        <p className="text-13 text-muted">{facts.filter(Boolean).join(' · ')}</p>
        <p className={`text-15 ${openedAt ? 'text-ink' : 'text-muted'}`}>
          {openedAt ? w.opened({ when: format.relative(openedAt) }) : w.notOpened}
          {comments > 0 && ` · ${w.comments({ count: comments })}`}
        </p>
      </div>
      {isOpen && (
        <DialogForm
          title={w.revokeTitle({ name })}
          description={w.revokeIntro}
          intent="revoke-client-link"
          submit={w.revoke}
          hidden={{ linkId: link.id }}
          trigger={<Button>{w.revoke}</Button>}
        />
      )}
    </li>
  );
}
