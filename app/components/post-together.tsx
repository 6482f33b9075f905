// Approving together: when both sides are on the page, either may open the version that was sent,
// and both see it, each other, and whose key lies there. An invitation; nothing waits for it.
import { UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { OpenPost } from '#server/views/drafts.ts';
import type { PartKind } from '#shared/parts.ts';
import type { Side } from '#shared/roles.ts';
import { together } from '#shared/words/together.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Band } from './post-bands.tsx';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const Version = later(() => import('./post-together-version.tsx'));

export interface TogetherProps {
  page: OpenPost;
  actor: string;
  awareness: Awareness;
  kinds: readonly PartKind[];
}

/** What a page tells the others in the room; never believed for anything but showing it. */
interface Shown {
  decides: boolean;
  /** The sent version that is open before this person. */
  version: string | null;
}

export interface Other {
  name: string;
  isLooking: boolean;
}

export default function Together(props: TogetherProps) {
  const { page, awareness } = props;
  const w = useWords(together);
  const [opened, setOpened] = useState<string | null>(null);
  const isCreator = page.side === 'creator';
  const decides = isCreator ? page.may.write : page.may.decide;
  useShown(awareness, { decides, version: opened });
  const { sent } = page;
  const other = useOther(awareness, page.side, sent?.id ?? null);
  if (!sent || !decides) return null;
  const isOpen = page.status === 'with-brand' || page.status === 'approved-by-brand';
  return (
    <>
      {isOpen && other && (
        <Band icon={<UsersRound className="size-5 text-both" />}>
          <output className="block min-w-40 flex-1">
            {other.isLooking ? w.looking(other) : w.here(other)}
          </output>
          <Button onClick={() => setOpened(sent.id)}>{w.invite}</Button>
        </Band>
      )}
      <Dialog
        title={w.title}
        description={w.note}
        open={opened !== null}
        onOpenChange={(open) => setOpened(open ? sent.id : null)}
      >
        <Version
          {...props}
          sent={sent}
          other={other}
          isNewer={opened !== sent.id}
          onRead={() => setOpened(sent.id)}
          onDone={() => setOpened(null)}
        />
      </Dialog>
    </>
  );
}

function useShown(awareness: Awareness, { decides, version }: Shown): void {
  useEffect(() => {
    awareness.setLocalStateField('together', { decides, version } satisfies Shown);
  }, [awareness, decides, version]);
}

/** Somebody of the other side who could turn the other key; who looks goes before who is only there. */
function useOther(awareness: Awareness, own: Side, version: string | null): Other | null {
  const [other, setOther] = useState<Other | null>(null);
  useEffect(() => {
    const read = () => setOther((was) => same(was, otherIn(awareness, own, version)));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness, own, version]);
  return other;
}

function otherIn(awareness: Awareness, own: Side, version: string | null): Other | null {
  const others: Other[] = [];
  for (const state of awareness.getStates().values()) {
    const { user, together: shown } = state as {
      user?: { name?: string; side?: Side };
      together?: Partial<Shown>;
    };
    if (!user?.name || !user.side || user.side === own || shown?.decides !== true) continue;
    others.push({ name: user.name, isLooking: version !== null && shown.version === version });
  }
  return others.find(({ isLooking }) => isLooking) ?? others[0] ?? null;
}

/** Carets move all the time: only another answer is drawn again. */
const same = (was: Other | null, now: Other | null): Other | null =>
  was?.name === now?.name && was?.isLooking === now?.isLooking ? was : now;
