// Who works on the brief from the brand's side, and giving or taking a place there.
import { useFetcher, useLocation } from '@remix-run/react';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { HandedLink, type HandedLinkProps } from '#app/entrance/handed-link.tsx';
import type { BriefRole } from '#shared/roles.ts';
import { brief } from '#shared/words/brief.ts';
import { clearance } from '#shared/words/clearance.ts';
import type { Answer } from './brief-answer.ts';
import { problemWords } from './brief-problems.ts';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem, Select } from './field.tsx';
import { Avatar } from './people.tsx';
import { Rows } from './surface.tsx';
import { useReader, useWords } from './words.tsx';

interface PersonHere {
  userId: string;
  name: string;
  role: BriefRole;
}

export interface BriefPeopleProps {
  briefId: string;
  people: PersonHere[];
  addable: { userId: string; name: string }[];
  mayChange: boolean;
  /** A reviewer clears each version before it can be approved. */
  needsClearance: boolean;
}

const shownFaces = 4;

export function BriefPeople(props: BriefPeopleProps) {
  const w = useWords(brief);
  const { people, mayChange, addable } = props;
  const fetcher = useFetcher<Answer>();
  const { locale } = useReader();
  const problem = fetcher.data?.problem;
  const names = people.map((person) => person.name).join(', ');
  const [open, setOpen] = useOpenedBy('#people');
  return (
    <Dialog
      title={w.peopleTitle}
      description={w.peopleIntro}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" className="px-2.5!" aria-label={`${w.people}: ${names}`}>
          <span className="flex gap-1">
            {people.slice(0, shownFaces).map((person) => (
              <Avatar key={person.userId} name={person.name} side="brand" size="sm" />
            ))}
          </span>
          <span className="hidden sm:inline">{w.people}</span>
        </Button>
      }
    >
      <div className="flex flex-col gap-5">
        {problem && <Problem>{problemWords(w, locale, problem)}</Problem>}
        <Rows>
          {people.map((person) => (
            <PersonRow key={person.userId} {...props} person={person} fetcher={fetcher} />
          ))}
        </Rows>
        {mayChange && <StandIns {...props} />}
        {mayChange && addable.length > 0 && <AddPerson {...props} fetcher={fetcher} />}
        {mayChange && <InvitePerson {...props} />}
      </div>
    </Dialog>
  );
}

/** A link may lead straight to it: from a post whose reviewer is away. */
function useOpenedBy(hash: string): [boolean, (open: boolean) => void] {
  const { hash: at, key } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (at === hash) setOpen(true);
  }, [at, hash, key]);
  return [open, setOpen];
}

type Fetcher = ReturnType<typeof useFetcher<Answer>>;

interface RowProps extends BriefPeopleProps {
  person: PersonHere;
  fetcher: Fetcher;
}

function PersonRow({ person, fetcher, mayChange, briefId, needsClearance }: RowProps) {
  const w = useWords(brief);
  const say = useWords(clearance);
  const { userId, name, role } = person;
  const act = (fields: Record<string, string>) =>
    fetcher.submit({ userId, ...fields }, { method: 'post', action: `/briefs/${briefId}` });
  return (
    <li className="flex flex-wrap items-center gap-3 p-3">
      <Avatar name={name} side="brand" />
      <span className="min-w-40 flex-1">
        <span className="block truncate text-15 font-medium text-ink">{name}</span>
        <span className="block text-13 text-muted">
          {role === 'reviewer' && needsClearance ? say.reviewerClears : w[`${role}May`]}
        </span>
      </span>
      {mayChange ? (
        <span className="ml-auto flex gap-1">
          <select
            aria-label={w.roleOf({ name })}
            value={role}
            onChange={(event) => act({ intent: 'set-role', role: event.currentTarget.value })}
            className="h-11 rounded-xl border border-edge bg-raised px-2 text-17 text-ink md:h-10 md:text-15"
          >
            <RoleOptions />
          </select>
          <IconButton
            label={w.removePerson({ name })}
            onClick={() => act({ intent: 'remove-person' })}
          >
            <X className="size-4.5" aria-hidden="true" />
          </IconButton>
        </span>
      ) : (
        <span className="text-15 text-muted">{w[role]}</span>
      )}
    </li>
  );
}

/** Who stands in for whom, where it is done. */
function StandIns({ needsClearance }: Pick<BriefPeopleProps, 'needsClearance'>) {
  const w = useWords(clearance);
  return (
    <div className="rounded-2xl border border-line bg-raised px-4 py-3 text-15">
      <h3 className="mb-1 font-semibold">{w.standInsTitle}</h3>
      <p className="text-muted">{w.standInLead}</p>
      {needsClearance && <p className="mt-1 text-muted">{w.standInReviewer}</p>}
    </div>
  );
}

function RoleOptions() {
  const w = useWords(brief);
  return (['lead', 'colleague', 'reviewer'] as const).map((role) => (
    <option key={role} value={role}>
      {w[role]}
    </option>
  ));
}

function AddPerson({ addable, fetcher, briefId }: BriefPeopleProps & { fetcher: Fetcher }) {
  const w = useWords(brief);
  return (
    <fetcher.Form
      method="post"
      action={`/briefs/${briefId}`}
      className="grid gap-3 sm:grid-cols-[1fr_9rem_auto] sm:items-end"
    >
      <input type="hidden" name="intent" value="add-person" />
      <Select name="userId" label={w.addPerson}>
        {addable.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="role" label={w.inviteAs} defaultValue="colleague">
        <RoleOptions />
      </Select>
      <Button type="submit">{w.add}</Button>
    </fetcher.Form>
  );
}

function InvitePerson({ briefId }: BriefPeopleProps) {
  const w = useWords(brief);
  const fetcher = useFetcher<Answer<HandedLinkProps>>();
  const link = fetcher.data?.value;
  return (
    <fetcher.Form
      method="post"
      action={`/briefs/${briefId}`}
      className="flex flex-col gap-3 border-t border-line pt-4"
    >
      <input type="hidden" name="intent" value="invite-person" />
      <div className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <Select name="role" label={w.invitePerson} defaultValue="colleague">
          <RoleOptions />
        </Select>
        <Button type="submit">{w.makeLink}</Button>
      </div>
      {link && <HandedLink {...link} />}
    </fetcher.Form>
  );
}
