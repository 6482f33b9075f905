// The text of a post to read while the live one is on its way.
import { useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { PartKind } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { PostReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export function Meanwhile({ page, kinds }: { page: OpenPost; kinds: readonly PartKind[] }) {
  const w = useWords(post);
  // A notice that comes before the live text loads the page again without it.
  const [text] = useState(() => page.text ?? (page.sent && partsOfForm(page.sent.form)));
  // In the order of the live text.
  const order = [...kinds].sort((a, b) => Number(b === 'media') - Number(a === 'media'));
  return (
    <div className="flex flex-col gap-4">
      <output className={text ? 'sr-only' : 'block text-13 text-muted'}>{w.loading}</output>
      {text && <PostReading parts={text} kinds={order} />}
    </div>
  );
}
