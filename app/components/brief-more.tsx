// What is done with a brief now and then: showing it to the client, the report, another like it.
import { Link } from '@remix-run/react';
import { ChevronRight, MoreHorizontal } from 'lucide-react';
import { useState } from 'react';
import { briefMore } from '#shared/words/brief-more.ts';
import { IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Rows } from './surface.tsx';
import { useWords } from './words.tsx';

interface BriefMoreProps {
  briefId: string;
  may: { client: boolean; again: boolean };
}

export function BriefMore({ briefId, may }: BriefMoreProps) {
  const w = useWords(briefMore);
  const [open, setOpen] = useState(false);
  const ways = [
    may.client && { to: 'clients', name: w.client, note: w.clientNote },
    { to: 'report', name: w.report, note: w.reportNote },
    may.again && { to: 'again', name: w.again, note: w.againNote },
  ].filter((way) => way !== false);
  return (
    <Dialog
      title={w.title}
      trigger={
        <IconButton label={w.title}>
          <MoreHorizontal className="size-5" aria-hidden="true" />
        </IconButton>
      }
      open={open}
      onOpenChange={setOpen}
    >
      <Rows>
        {ways.map(({ to, name, note }) => (
          <li key={to}>
            <Link
              to={`/briefs/${briefId}/${to}`}
              onClick={() => setOpen(false)}
              className="flex min-h-11 items-center gap-3 p-4 no-underline hover:bg-line/40"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-17 font-medium text-ink">{name}</span>
                <span className="block text-13 text-muted">{note}</span>
              </span>
              <ChevronRight className="size-5 text-muted" aria-hidden="true" />
            </Link>
          </li>
        ))}
      </Rows>
    </Dialog>
  );
}
