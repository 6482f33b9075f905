// What clients said about a post, for the brand side, folded until somebody comes for it.
import { useEffect, useRef } from 'react';
import type { ClientCommentView } from '#server/views/client-links.ts';
import { clientLinks } from '#shared/words/client.ts';
import { Moment } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

/** Where a row of the inbox leads to. */
const place = 'client';

export default function ClientComments({ comments }: { comments: ClientCommentView[] }) {
  const w = useWords(clientLinks);
  const format = useFormat();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (window.location.hash !== `#${place}` || !box.current) return;
    box.current.open = true;
    box.current.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <details
      ref={box}
      id={place}
      className="mb-4 rounded-2xl border border-line bg-raised open:pb-4"
    >
      <summary className="flex min-h-11 cursor-pointer items-center px-4 text-15 font-semibold">
        {w.saidTitle({ count: comments.length })}
      </summary>
      <p className="px-4 text-13 text-muted">{w.saidNote}</p>
      <ul className="mt-3 flex flex-col gap-3 px-4">
        {comments.map(({ id, name, n, body, at }) => (
          <li key={id} className="border-l-2 border-brand pl-3">
            <p className="text-13 text-muted">
              <Moment at={at}>{w.saidOf({ name, n, when: format.relative(at) })}</Moment>
            </p>
            <p className="text-15 break-words whitespace-pre-wrap">{body}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
