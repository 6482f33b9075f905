// All threads of a post, in the order of the words they are about, and the place to start one.
import { useState } from 'react';
import type * as Y from 'yjs';
import type { OpenPost } from '#server/views/drafts.ts';
import type { ThreadView } from '#server/views/threads.ts';
import { type Anchor, resolveAnchor } from '#shared/anchors.ts';
import { type Parts, textParts } from '#shared/parts.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { ThreadCard } from './thread-card.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { useWords } from './words.tsx';

export interface ThreadPanelProps {
  page: OpenPost;
  actor: string;
  doc: Y.Doc | null;
  parts: Parts | null;
  /** What a new thread is about, while one is being written. */
  writing: Anchor | null;
  active: string | null;
  onWrite(anchor: Anchor | null): void;
  onShow(id: string): void;
}

export function ThreadPanel(props: ThreadPanelProps) {
  const { page, actor, doc, parts, writing, active, onWrite, onShow } = props;
  const w = useWords(thread);
  const [showsResolved, setShowsResolved] = useState(false);
  const placed = page.threads
    .map((view) => ({ view, place: placeOf(view, doc, parts) }))
    .sort((a, b) => a.place.order - b.place.order);
  const open = placed.filter(({ view }) => !view.resolvedAt);
  const resolved = placed.filter(({ view }) => view.resolvedAt);
  const names = {
    side: page.side,
    brand: page.brief.brandName,
    creator: page.creator.name,
  };
  const card = ({ view, place }: (typeof placed)[number]) => (
    <li key={view.id} id={`thread-${view.id}`}>
      <ThreadCard
        thread={view}
        actor={actor}
        side={page.side}
        isGone={place.isGone}
        isActive={active === view.id}
        onShow={place.isGone ? undefined : () => onShow(view.id)}
      />
    </li>
  );
  return (
    <div className="flex flex-col gap-3">
      {writing ? (
        <ThreadComposer
          // Another passage is another comment.
          key={JSON.stringify(writing)}
          anchor={writing}
          audiences={page.audiences}
          names={names}
          actor={actor}
          onClose={() => onWrite(null)}
        />
      ) : (
        page.audiences.length > 0 && (
          <Button className="self-start" onClick={() => onWrite({ kind: 'whole' })}>
            {w.commentOnWhole}
          </Button>
        )
      )}
      {open.length === 0 && !writing && (
        <p className="text-15 text-muted">{page.side === 'brand' ? w.none : w.noneForCreator}</p>
      )}
      <ol className="flex flex-col gap-3">{open.map(card)}</ol>
      {resolved.length > 0 && (
        <Button
          look="plain"
          aria-expanded={showsResolved}
          className="self-start"
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {w.showResolved({ count: resolved.length })}
        </Button>
      )}
      {showsResolved && <ol className="flex flex-col gap-3">{resolved.map(card)}</ol>}
    </div>
  );
}

/** Beyond any text, so that parts stand one after the other. */
const partWidth = 1_000_000;

function placeOf(
  { anchor }: ThreadView,
  doc: Y.Doc | null,
  parts: Parts | null,
): { order: number; isGone: boolean } {
  if (anchor.kind === 'whole') return { order: -2, isGone: false };
  if (anchor.kind === 'media') {
    const isThere = parts === null || parts.media.some((one) => one.id === anchor.mediaId);
    return { order: -1, isGone: !isThere };
  }
  if (!doc) return { order: 0, isGone: false };
  const resolved = resolveAnchor(doc, anchor);
  const part = textParts.indexOf(anchor.part as (typeof textParts)[number]) * partWidth;
  if (resolved.state === 'orphaned') return { order: part + partWidth - 1, isGone: true };
  return { order: part + resolved.from, isGone: false };
}
