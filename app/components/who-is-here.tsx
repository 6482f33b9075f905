// A row of who is where in a brief: each mark leads to the page they have open.
import { Link } from '@remix-run/react';
import type { HerePage, HereView } from '#server/views/here.ts';
import { here } from '#shared/words/here.ts';
import { Avatar } from './people.tsx';
import { useHere } from './use-here.ts';
import { useWords } from './words.tsx';

/** As many as fit beside a title, or in a phone's one line; the others are counted. */
const mostShown = { desktop: 5, phone: 2 };

export function WhoIsHere({ briefId, first }: { briefId: string; first: HerePage }) {
  const w = useWords(here);
  const people = useHere(briefId, first);
  if (people.length === 0) return null;
  const more = (shown: number) =>
    people.length > shown ? w.more({ count: people.length - shown }) : null;
  return (
    <div role="group" aria-label={w.title} className="flex flex-wrap items-center gap-x-4">
      {people.slice(0, mostShown.desktop).map((person, index) => (
        <span key={keyOf(person)} className={index < mostShown.phone ? '' : 'max-md:hidden'}>
          <Whereabouts person={person} />
        </span>
      ))}
      <span className="text-13 text-muted max-md:hidden">{more(mostShown.desktop)}</span>
      <span className="text-13 text-muted md:hidden">{more(mostShown.phone)}</span>
    </div>
  );
}

export const keyOf = ({ userId, where }: HereView): string =>
  `${userId} ${where.kind === 'post' ? where.draftId : where.kind}`;

function Whereabouts({ person }: { person: HereView }) {
  const say = useWhereabouts();
  const { name, side, where } = person;
  const mark = (
    <>
      <Avatar name={name} side={side} size="sm" />
      <span className="max-w-60 truncate">{say(person)}</span>
    </>
  );
  const look = 'inline-flex min-h-11 items-center gap-2 text-13 md:min-h-9';
  if (where.kind === 'writing') return <span className={`${look} text-muted`}>{mark}</span>;
  return (
    <Link
      to={where.kind === 'post' ? `/posts/${where.draftId}` : where.kind}
      className={`${look} text-ink no-underline hover:underline`}
    >
      {mark}
    </Link>
  );
}

/** "Ploy · Post 1 of Mali" */
export function useWhereabouts(): (person: HereView) => string {
  const w = useWords(here);
  return ({ name, where }) => {
    switch (where.kind) {
      case 'guidelines':
        return w.inGuidelines({ name });
      case 'plan':
        return w.inPlan({ name });
      case 'writing':
        return w.writing({ name });
      case 'post': {
        const { ordinal: n, creator } = where;
        return creator === name ? w.inOwnPost({ name, n }) : w.inPost({ name, n, creator });
      }
    }
  };
}
