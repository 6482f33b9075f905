// Suggestions that this device still holds: they are sent from here too, and what a post would not
// take can be copied. Known only after the page has come to life.
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { discardKept, type KeptSuggestion, listKept } from '#app/collab/kept-suggestions.ts';
import { sendKept } from '#app/collab/suggestion-outbox.ts';
import { home } from '#shared/words/home.ts';
import { unsent } from '#shared/words/unsent.ts';
import { Button } from './button.tsx';
import { pageOf } from './kept-words.tsx';
import { Rows, Section } from './surface.tsx';
import { UnsentCard } from './unsent-suggestions.tsx';
import { useWords } from './words.tsx';

export function KeptSuggestions({ userId }: { userId: string }) {
  const w = useWords(unsent);
  const general = useWords(home);
  const [kept, setKept] = useState<readonly KeptSuggestion[]>([]);
  useEffect(() => {
    const look = () => setKept(listKept(userId));
    look();
    return sendKept(userId, look);
  }, [userId]);
  const waiting = new Map<string, number>();
  for (const { documentName, row, problem } of kept) {
    if (row && !problem) waiting.set(documentName, (waiting.get(documentName) ?? 0) + 1);
  }
  const refused = kept.flatMap(({ row, problem, ...rest }) =>
    row && problem ? [{ row, problem, ...rest }] : [],
  );

  return (
    <>
      {waiting.size > 0 && (
        <Section title={general.unsent}>
          <Rows>
            {[...waiting].map(([documentName, count]) => (
              <li key={documentName}>
                <Link
                  to={pageOf(documentName)}
                  className="flex min-h-12 items-center px-4 text-ink no-underline"
                >
                  {w.open({ count })}
                </Link>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {refused.length > 0 && (
        <Section title={w.title}>
          <p className="mb-3 text-15 text-muted">{w.how}</p>
          <div className="flex flex-col gap-3">
            {refused.map(({ documentName, row, id, problem }) => (
              <UnsentCard key={id} row={row} problem={problem}>
                <Button
                  look="plain"
                  onClick={() => {
                    discardKept(userId, { documentName, id });
                    setKept(listKept(userId));
                  }}
                >
                  {w.discard}
                </Button>
              </UnsentCard>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
