// What others are typing as suggestions at this moment. There is nothing to answer yet; once it is
// sent it stands in a card of its own.
import { useEffect, useState } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import { type OthersInHand, watchInHand } from '#app/editor/in-hand.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { Person } from './people.tsx';
import type { SuggestedText } from './suggesting.ts';
import { SuggestedWords } from './suggestion-card.tsx';
import { useWords } from './words.tsx';

export interface BeingTypedProps {
  page: SuggestedText;
  owner: string;
  connection: Connection;
}

export function BeingTyped({ page, owner, connection }: BeingTypedProps) {
  const w = useWords(suggestion);
  const inHand = useInHand(connection);
  const known = new Set(page.suggestions.map(({ id }) => id));
  const begun = inHand.filter(({ id }) => !known.has(id));
  if (begun.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3">
      {begun.map(({ id, span, text, name, side }) => (
        <li
          key={id}
          data-being-typed={id}
          className="flex flex-col gap-2 rounded-2xl border border-dashed border-edge p-3"
        >
          <p className="flex text-13 text-muted">
            <Person name={name} called={w.typing({ name })} side={side} />
          </p>
          <SuggestedWords span={span} text={text} side={side} page={page} owner={owner} />
        </li>
      ))}
    </ul>
  );
}

function useInHand({ awareness, userId }: Connection): readonly OthersInHand[] {
  const [inHand, setInHand] = useState<readonly OthersInHand[]>([]);
  useEffect(() => watchInHand(awareness, userId, setInHand), [awareness, userId]);
  return inHand;
}
