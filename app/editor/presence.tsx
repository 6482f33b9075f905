// Who is here: one mark a person, however many tabs and devices. Pressed, it leads to their caret;
// those in another post of the brief are a way there.
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { Avatar } from '#app/components/people.tsx';
import { keyOf, useWhereabouts } from '#app/components/who-is-here.tsx';
import { useWords } from '#app/components/words.tsx';
import type { HereView } from '#server/views/here.ts';
import type { Side } from '#shared/roles.ts';
import { here } from '#shared/words/here.ts';
import { editor } from '#shared/words/editor.ts';

interface Here {
  id: string;
  name: string;
  side: Side;
}

export interface PresenceProps {
  awareness: Awareness;
  /** People of the brief who have something else open. */
  elsewhere?: HereView[];
  /** Brings the place of a person into sight, where it is no caret; false where they have none. */
  find?(awareness: Awareness, userId: string): boolean;
}

export function Presence({ awareness, elsewhere = [], find = findCaret }: PresenceProps) {
  const words = useWords(editor);
  const w = useWords(here);
  const [said, setSaid] = useState('');
  const people = usePeople(awareness);
  const others = elsewhere.filter(
    ({ userId, where }) => where.kind === 'post' && !people.some(({ id }) => id === userId),
  );
  if (people.length + others.length === 0) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span role="group" aria-label={words.here({ names })} className="inline-flex items-center">
      {people.map(({ id, name, side }) => (
        <button
          key={id}
          type="button"
          aria-label={w.goTo({ name })}
          title={name}
          className="inline-flex h-11 min-w-9 items-center justify-center md:h-9 md:min-w-7"
          onClick={() => setSaid(find(awareness, id) ? '' : w.noCaret({ name }))}
        >
          <Avatar name={name} side={side} size="sm" />
        </button>
      ))}
      {others.length > 0 && <Elsewhere people={others} />}
      {said && (
        <span
          role="status"
          className="fixed inset-x-4 top-16 z-40 mx-auto w-fit rounded-xl border border-line bg-raised px-4 py-2 text-15 shadow-lg"
        >
          {said}
        </span>
      )}
    </span>
  );
}

const mostElsewhere = 3;

/** Set apart, and no longer at full strength: they do not see what is done here. */
function Elsewhere({ people }: { people: HereView[] }) {
  const say = useWhereabouts();
  return (
    <span className="ml-2 hidden items-center border-l border-line pl-2 md:inline-flex">
      {people.slice(0, mostElsewhere).map((person) => (
        <Link
          key={keyOf(person)}
          to={person.where.kind === 'post' ? `/posts/${person.where.draftId}` : '.'}
          aria-label={say(person)}
          title={say(person)}
          className="inline-flex h-9 min-w-7 items-center justify-center opacity-60 hover:opacity-100 focus-visible:opacity-100"
        >
          <Avatar name={person.name} side={person.side} size="sm" />
        </Link>
      ))}
    </span>
  );
}

/** Brings a person's caret into sight with its name; false where they have none. */
function findCaret(_: Awareness, userId: string): boolean {
  const caret = document.querySelector<HTMLElement>(`.caret[data-user="${userId}"]`);
  if (!caret) return false;
  caret.scrollIntoView({ block: 'center' });
  caret.classList.add('caret-found');
  return true;
}

function usePeople(awareness: Awareness): Here[] {
  const [people, setPeople] = useState<Here[]>([]);
  useEffect(() => {
    const read = () => setPeople(peopleIn(awareness));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness]);
  return people;
}

function peopleIn(awareness: Awareness): Here[] {
  const people = new Map<string, Here>();
  for (const [clientId, state] of awareness.getStates()) {
    const user = (state as { user?: Partial<Here> }).user;
    if (clientId === awareness.clientID || !user?.id || !user.name || !user.side) continue;
    people.set(user.id, { id: user.id, name: user.name, side: user.side });
  }
  return [...people.values()];
}
