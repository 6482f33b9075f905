// What happened to a post so far, what can be taken along, and what is seldom wanted and hard to undo.
import type { ActivityView, OpenPost } from '#server/views/drafts.ts';
import { useState } from 'react';
import { isOver } from '#shared/approval.ts';
import { clearance } from '#shared/words/clearance.ts';
import { idea } from '#shared/words/idea.ts';
import { deeds } from '#shared/words/deeds.ts';
import { posting } from '#shared/words/posting.ts';
import { refusing } from '#shared/words/refusing.ts';
import { versions } from '#shared/words/versions.ts';
import { Button, ButtonLink } from './button.tsx';
import { Person } from './people.tsx';
import { AgreedSoFar } from './post-agreed.tsx';
import { usePostAction } from './post-action.ts';
import type { MoreProps } from './post-more.tsx';
import { PostProblem } from './post-problem.tsx';
import { ReleaseForm } from './post-release.tsx';
import { CalendarLink, PostShare } from './post-share.tsx';
import { Moment } from './surface.tsx';
import { TakePost } from './take-along.tsx';
import { useFormat, useWords } from './words.tsx';

export default function PostHistory({
  page,
  actor,
  parts,
  onLeft,
}: MoreProps & { onLeft(): void }) {
  return (
    <div className="flex flex-col gap-5">
      <Activity page={page} />
      <Versions page={page} />
      <div className="flex flex-wrap gap-2">
        <TakePost page={page} parts={parts} />
        <CalendarLink href={`/posts/${page.id}/calendar`} />
      </div>
      <WhatWasAgreed page={page} />
      <PostShare draftId={page.id} />
      <Leave page={page} actor={actor} onLeft={onLeft} />
    </div>
  );
}

/** Asked for when it is opened. On a post that ended it stands on the page. */
function WhatWasAgreed({ page }: { page: OpenPost }) {
  const w = useWords(refusing);
  const [isOpen, setOpen] = useState(false);
  if (page.status === 'withdrawn' || page.status === 'released') return null;
  return (
    <details
      className="border-t border-line pt-3"
      onToggle={(event) => event.currentTarget.open && setOpen(true)}
    >
      <summary className="flex min-h-11 items-center text-15 font-medium">{w.agreed}</summary>
      {isOpen && <AgreedSoFar page={page} />}
    </details>
  );
}

function Versions({ page }: { page: OpenPost }) {
  const w = useWords(versions);
  return (
    <div className="flex flex-wrap gap-2">
      <ButtonLink to={`/posts/${page.id}/compare`}>{w.open}</ButtonLink>
      <ButtonLink to={`/posts/${page.id}/compare?show=who&to=now`}>{w.whoWrote}</ButtonLink>
    </div>
  );
}

function Activity({ page }: { page: OpenPost }) {
  const format = useFormat();
  const say = useEventWords();
  const w = useWords(deeds);
  if (page.activity.length === 0) return <p className="text-15 text-muted">{w.noActivity}</p>;
  return (
    <ol className="flex flex-col gap-3">
      {page.activity.toReversed().map((one) => (
        <li key={one.id} className="flex flex-wrap items-center gap-x-2 text-15">
          <Person name={one.name} side={one.side} />
          <span>{say(one)}</span>
          <span className="text-13 text-muted">
            <Moment at={one.at}>{format.relative(one.at)}</Moment>
          </span>
        </li>
      ))}
    </ol>
  );
}

function useEventWords(): (event: ActivityView) => string {
  const w = useWords(deeds);
  const say = useWords(idea);
  const live = useWords(posting);
  const cleared = useWords(clearance);
  const ended = useWords(refusing);
  return ({ event, n, count }) => {
    switch (event) {
      case 'send':
        return w['event-send']({ n: n ?? 1 });
      case 'ask-changes':
        return w['event-ask-changes']({ count: count ?? 1 });
      case 'clear':
      case 'not-clear':
        return cleared[`event-${event}`];
      case 'let-go':
        return ended[`event-${event}`];
      case 'open-door':
      case 'close-door':
      case 'approve':
      case 'post-it':
      case 'answer':
      case 'ask-look':
      case 'ask-extra-round':
      case 'agree-extra-round':
      case 'publish':
      case 'withdraw':
      case 'release':
        return w[`event-${event}`];
      case 'idea':
      case 'idea-question':
      case 'idea-go':
        return say[`event-${event}`];
      case 'live-caption':
      case 'figures':
        return live[`event-${event}`];
      default:
        return '';
    }
  };
}

interface LeaveProps {
  page: OpenPost;
  actor: string;
  onLeft(): void;
}

/** Asks once more, in place: what is said there is what happens. */
function Leave({ page, actor, onLeft }: LeaveProps) {
  const w = useWords(deeds);
  const isCreator = page.side === 'creator';
  const isAllowed = isCreator ? page.may.write : page.may.release;
  if (!isAllowed || isOver(page.status)) return null;
  const creator = page.creator.name;
  return (
    <details className="border-t border-line pt-3">
      <summary className="flex min-h-11 items-center text-15 text-muted">
        {isCreator ? w.withdraw : w.release({ creator })}
      </summary>
      <div className="flex flex-col gap-3 py-2">
        <p className="text-15">
          {isCreator ? w.withdrawNote({ brand: page.brief.brandName }) : w.releaseNote({ creator })}
        </p>
        {isCreator ? (
          <Withdraw actor={actor} onLeft={onLeft} />
        ) : (
          <ReleaseForm page={page} actor={actor} look="quiet" onDone={onLeft} />
        )}
      </div>
    </details>
  );
}

function Withdraw({ actor, onLeft }: Pick<LeaveProps, 'actor' | 'onLeft'>) {
  const w = useWords(deeds);
  const leave = usePostAction(actor, 'withdraw', onLeft);
  return (
    <>
      <PostProblem problem={leave.problem} />
      <Button className="self-start" disabled={leave.isBusy} onClick={() => leave.run()}>
        {w.withdraw}
      </Button>
    </>
  );
}
