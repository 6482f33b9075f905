// A brief's creators by where their invitation stands: chosen and ordered by the page's address. A row
// that was acted on stays in sight until something else is chosen, whatever became of it.
import { Link, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import {
  type InvitationState,
  invitationStates,
  isInvitationState,
} from '#shared/invitation-state.ts';
import { invite } from '#shared/words/invite.ts';
import { CreatorCard, type CreatorOnPage } from './brief-creators.tsx';
import type { Known } from './brief-invite.tsx';
import { Nudge } from './invite-nudge.tsx';
import { useStateWords } from './invite-standing.tsx';
import { Rows } from './surface.tsx';
import { useReader, useWords } from './words.tsx';

export interface InviteListProps {
  briefId: string;
  brandName: string;
  newest: number;
  creators: CreatorOnPage[];
  known: Known[];
  mayInvite: boolean;
}

export function InviteList(props: InviteListProps) {
  const [params] = useSearchParams();
  const asked = params.get('show');
  const show = isInvitationState(asked) ? asked : null;
  return (
    <>
      {props.creators.length > 1 && <Choosing creators={props.creators} show={show} />}
      <Chosen key={show ?? ''} {...props} show={show} />
    </>
  );
}

const orders = ['invited', 'name', 'state'] as const;
type Order = (typeof orders)[number];

function useOrder(): [Order, (order: string) => void] {
  const [params, setParams] = useSearchParams();
  const order = orders.find((one) => one === params.get('order')) ?? 'invited';
  const choose = (next: string) =>
    setParams((before) => {
      before.set('order', next);
      return before;
    });
  return [order, choose];
}

interface ChoosingProps {
  creators: CreatorOnPage[];
  show: InvitationState | null;
}

function Choosing({ creators, show }: ChoosingProps) {
  const w = useWords(invite);
  const words = useStateWords();
  const [order, setOrder] = useOrder();
  const count = (state: InvitationState) =>
    creators.filter(({ status }) => status === state).length;
  const states = invitationStates.filter((state) => count(state) > 0 || state === show);
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={w.show} className="flex flex-wrap gap-2">
        <Choice to="" isChosen={show === null} n={creators.length}>
          {w.all}
        </Choice>
        {states.map((state) => (
          <Choice key={state} to={state} isChosen={show === state} n={count(state)}>
            {words[state]}
          </Choice>
        ))}
      </nav>
      <label className="flex items-center gap-2 text-15 text-muted">
        {w.sort}
        <select
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value)}
          className="h-11 rounded-xl border border-edge bg-raised px-3 text-15 text-ink md:h-10"
        >
          <option value="invited">{w.sortInvited}</option>
          <option value="name">{w.sortName}</option>
          <option value="state">{w.sortState}</option>
        </select>
      </label>
    </div>
  );
}

interface ChoiceProps {
  to: string;
  isChosen: boolean;
  n: number;
  children: string;
}

function Choice({ to, isChosen, n, children }: ChoiceProps) {
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  if (to) next.set('show', to);
  else next.delete('show');
  return (
    <Link
      to={`?${next}`}
      preventScrollReset
      aria-current={isChosen ? 'true' : undefined}
      className={`inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3.5 text-15 no-underline md:min-h-9 ${isChosen ? 'border-ink bg-ink font-semibold text-paper' : 'border-edge bg-raised text-ink hover:border-ink'}`}
    >
      {children} <span className={isChosen ? '' : 'text-muted'}>{n}</span>
    </Link>
  );
}

function Chosen({ show, ...props }: InviteListProps & { show: InvitationState | null }) {
  const { creators, known, mayInvite, ...rest } = props;
  const w = useWords(invite);
  const { locale } = useReader();
  const [order] = useOrder();
  const [first] = useState(() => new Set(idsOf(creators.filter((one) => isShown(one, show)))));
  const shown = creators.filter((one) => isShown(one, show) || first.has(one.userId));
  const [silent] = useState(() => idsOf(shown.filter(({ mayNudge }) => mayNudge)));
  const others: Known[] = [
    ...creators
      .filter(({ posts, mayNudge, status }) => posts !== null && (mayNudge || status === 'in'))
      .map(({ userId, name, handle }) => ({ userId, name, handle, isHere: true })),
    ...known,
  ];
  if (shown.length === 0) return <p className="text-15 text-muted">{w.nobodyHere}</p>;
  return (
    <div className="flex flex-col gap-4">
      {mayInvite && show !== null && silent.length > 1 && (
        <Nudge
          userIds={silent}
          brandName={rest.brandName}
          label={w.nudgeSeveral({ n: silent.length })}
        />
      )}
      <Rows>
        {ordered(shown, order, locale).map((creator) => (
          <CreatorCard key={creator.userId} {...rest} {...{ creator, mayInvite, others }} />
        ))}
      </Rows>
    </div>
  );
}

const idsOf = (creators: CreatorOnPage[]) => creators.map(({ userId }) => userId);

const isShown = ({ status }: CreatorOnPage, show: InvitationState | null): boolean =>
  show === null || status === show;

function ordered(creators: CreatorOnPage[], order: Order, locale: string): CreatorOnPage[] {
  if (order === 'invited') return creators;
  const byName = new Intl.Collator(locale).compare;
  const place = ({ status }: CreatorOnPage) => invitationStates.indexOf(status);
  return [...creators].sort(
    (a, b) => (order === 'state' ? place(a) - place(b) : 0) || byName(a.name, b.name),
  );
}
