// Who is here: one mark a person, however many tabs and devices.
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { Avatar } from '#app/components/people.tsx';
import { useWords } from '#app/components/words.tsx';
import type { Side } from '#shared/roles.ts';
import { editor } from '#shared/words/editor.ts';

interface Here {
  id: string;
  name: string;
  side: Side;
}

export function Presence({ awareness }: { awareness: Awareness }) {
  const words = useWords(editor);
  const [people, setPeople] = useState<Here[]>([]);
  useEffect(() => {
    const read = () => setPeople(peopleIn(awareness));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness]);
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span
      className="inline-flex items-center -space-x-1"
      role="img"
      aria-label={words.here({ names })}
      title={names}
    >
      {people.map(({ id, name, side }) => (
        <Avatar key={id} name={name} side={side} size="sm" />
      ))}
    </span>
  );
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
