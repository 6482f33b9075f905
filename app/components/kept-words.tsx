// What this device still holds of a person's words: changes the server has not confirmed, and
// copies of what it would not take. Known only after the page has come to life.
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { discardRescued, listRescued, type Rescued } from '#app/collab/rescued.ts';
import { sendUnsent } from '#app/collab/sending.ts';
import { listUnsent, type Unsent } from '#app/collab/unsent.ts';
import { parseDocumentName } from '#shared/ids.ts';
import { home } from '#shared/words/home.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Card, Rows, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export function KeptWords({ userId }: { userId: string }) {
  const words = useWords(home);
  const format = useFormat();
  const [kept, setKept] = useState<{ unsent: Unsent[]; rescued: Rescued[] }>({
    unsent: [],
    rescued: [],
  });
  useEffect(() => {
    const look = () => setKept({ unsent: listUnsent(userId), rescued: listRescued(userId) });
    look();
    return sendUnsent(userId, look);
  }, [userId]);

  const discard = (at: number) => {
    discardRescued(userId, at);
    setKept({ ...kept, rescued: listRescued(userId) });
  };

  return (
    <>
      {kept.unsent.length > 0 && (
        <Section title={words.unsent}>
          <p className="mb-3 text-15 text-muted">{words.unsentHow}</p>
          <Rows>
            {kept.unsent.map(({ documentName, kept: count }) => (
              <li key={documentName}>
                <Link
                  to={pageOf(documentName)}
                  className="flex min-h-12 items-center px-4 text-ink no-underline"
                >
                  {words.unsentOpen({ count })}
                </Link>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {kept.rescued.length > 0 && (
        <Section title={words.rescued}>
          <p className="mb-3 text-15 text-muted">{words.rescuedHow}</p>
          <div className="flex flex-col gap-3">
            {kept.rescued.map(({ at, text }) => (
              <Card key={at}>
                <p className="mb-2 text-13 text-muted">
                  {words.rescuedAt({ when: format.relative(at) })}
                </p>
                <p data-rescued className="mb-3 whitespace-pre-wrap text-17">
                  {text}
                </p>
                <div className="flex gap-5">
                  <CopyButton text={text} />
                  <Button look="plain" onClick={() => discard(at)}>
                    {words.discard}
                  </Button>
                </div>
              </Card>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

export function pageOf(documentName: string): string {
  const parsed = parseDocumentName(documentName);
  return parsed?.kind === 'draft'
    ? `/posts/${parsed.id}`
    : `/briefs/${parsed?.id ?? ''}/${parsed?.kind ?? 'guidelines'}`;
}
