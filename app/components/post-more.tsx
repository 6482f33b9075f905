// The way to everything about a post that is not its text.
import { MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Parts } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const History = later(() => import('./post-history.tsx'));

export interface MoreProps {
  page: OpenPost;
  actor: string;
  /** What it says now; null until the live text is here. */
  parts: Parts | null;
}

export function More(props: MoreProps) {
  const w = useWords(post);
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={w.activity}
      trigger={
        <IconButton label={w.more}>
          <MoreHorizontal className="size-5" aria-hidden="true" />
        </IconButton>
      }
      open={open}
      onOpenChange={setOpen}
    >
      <History {...props} onLeft={() => setOpen(false)} />
    </Dialog>
  );
}
