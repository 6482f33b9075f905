// The suggestions beside a text. What shows and answers them comes with the first of them.
import { useEffect, useState } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import { watchInHand } from '#app/editor/in-hand.ts';
import { behindTheKeys } from './behind-the-keys.tsx';
import { Afterwards, later } from './later.tsx';
import type { SuggestionListProps } from './suggestion-list.tsx';

const List = later(() => import('./suggestion-list.tsx'));

export const SuggestionPanel = behindTheKeys(Suggestions, ['page', 'active']);

function Suggestions(props: SuggestionListProps) {
  const { page, own, connection } = props;
  const isBegun = useBegun(connection);
  const isNone = page.suggestions.length + own.unsent.length === 0 && !isBegun;
  if (isNone && !page.may.suggest) return null;
  return (
    <Afterwards>
      <List {...props} />
    </Afterwards>
  );
}

/** Whether somebody else is typing one at this moment. */
function useBegun(connection: Connection | null): boolean {
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    if (!connection) return undefined;
    const { awareness, userId } = connection;
    return watchInHand(awareness, userId, (inHand) => setBegun(inHand.length > 0));
  }, [connection]);
  return isBegun;
}
