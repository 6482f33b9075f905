// One photo, video or link of a post: what it shows, what is said about it, and its menu.
import { Check, EllipsisVertical, Link2, MessageSquare, Play, Plus, Star } from 'lucide-react';
import { type KeyboardEvent, Suspense, useState } from 'react';
import { fileUrl, previewUrl } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { later } from './later.tsx';
import { useWords } from './words.tsx';

const Menu = later(() => import('./media-menu.tsx'));

export const tileFrame = 'relative h-[130px] w-[104px] shrink-0 md:h-[150px] md:w-[120px]';

export interface MediaTileProps {
  medium: Medium;
  /** "Photo 2": how it is called where it cannot be seen. */
  name: string;
  index: number;
  count: number;
  editable: boolean;
  threads: number;
  isDragged: boolean;
  onOpen(): void;
  onAlt(): void;
  onCover(): void;
  onReplace(): void;
  onMove(to: number): void;
  onRemove(): void;
  onDrag(isDragged: boolean): void;
  onDropHere(): void;
}

export function MediaTile(props: MediaTileProps) {
  const { medium, name, index, editable, threads, isDragged } = props;
  const w = useWords(mediaWords);
  const facts = [
    medium.cover ? w.cover : '',
    medium.alt || (medium.kind === 'link' ? '' : w.notDescribed),
    threads > 0 ? w.threads({ count: threads }) : '',
  ].filter(Boolean);

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!editable || !event.altKey || step === undefined) return;
    event.preventDefault();
    props.onMove(index + step);
  }

  return (
    <li data-medium={medium.id} className={`${tileFrame} ${isDragged ? 'opacity-50' : ''}`}>
      <button
        type="button"
        className="size-full overflow-hidden rounded-xl border border-line bg-paper"
        aria-label={`${w.open({ what: name })}. ${facts.join('. ')}`}
        aria-keyshortcuts={editable ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
        title={editable ? w.reorderHint : undefined}
        onClick={props.onOpen}
        onKeyDown={onKeyDown}
        draggable={editable}
        onDragStart={() => props.onDrag(true)}
        onDragEnd={() => props.onDrag(false)}
        onDrop={(event) => {
          // Files dropped on a tile belong to the strip.
          if (event.dataTransfer.files.length > 0) return;
          event.stopPropagation();
          event.preventDefault();
          props.onDropHere();
        }}
      >
        <Picture medium={medium} />
      </button>
      <span aria-hidden="true" className={`${chip} left-1.5 top-1.5 tabular-nums`}>
        {index + 1}
        {medium.cover && <Star className="size-3.5 fill-current" />}
        {medium.cover && <span className={editable ? 'max-md:hidden' : ''}>{w.cover}</span>}
      </span>
      <TileFacts {...props} />
      {editable && <TileMenu {...props} />}
    </li>
  );
}

/** The menu itself is fetched when it is first opened. */
function TileMenu(props: MediaTileProps) {
  const [isWanted, setWanted] = useState(false);
  const w = useWords(mediaWords);
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={w.more({ what: props.name })}
      className="absolute right-0 top-0 flex size-11 items-start justify-end p-1.5"
      onClick={() => setWanted(true)}
    >
      <span className="flex size-7 items-center justify-center rounded-lg bg-raised text-ink">
        <EllipsisVertical className="size-4" aria-hidden="true" />
      </span>
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <Menu {...props}>{button}</Menu>
    </Suspense>
  );
}

/** What is said aloud in the tile's name, for the eye. */
function TileFacts({ medium, editable, threads }: MediaTileProps) {
  const takesAlt = medium.kind !== 'link' && (editable || medium.alt !== '');
  if (!takesAlt && threads === 0) return null;
  return (
    <span aria-hidden="true" className={`${chip} bottom-1.5 left-1.5`}>
      {takesAlt && (medium.alt ? <Check className="size-3.5" /> : <Plus className="size-3.5" />)}
      {takesAlt && 'ALT'}
      {threads > 0 && <MessageSquare className="size-3.5" />}
      {threads > 0 && threads}
    </span>
  );
}

const chip =
  'pointer-events-none absolute flex h-6 items-center gap-1 rounded-lg bg-raised px-1.5 text-13 text-ink';

function Picture({ medium }: { medium: Medium }) {
  if (medium.kind === 'link' || medium.file === null) {
    return (
      <span className="flex size-full flex-col items-center justify-center gap-1.5 px-2 text-13 text-muted">
        <Link2 className="size-5" aria-hidden="true" />
        <span className="w-full truncate">{hostOf(medium.link)}</span>
      </span>
    );
  }
  if (medium.kind === 'image') {
    return (
      <img
        src={previewUrl(medium.file)}
        alt=""
        loading="lazy"
        draggable={false}
        className="size-full object-cover"
      />
    );
  }
  return (
    <span className="relative block size-full">
      {/* The fragment makes players show a first frame instead of black. */}
      <video
        src={`${fileUrl(medium.file)}#t=0.1`}
        preload="metadata"
        muted
        playsInline
        className="size-full object-cover"
      />
      <span className="absolute inset-0 m-auto flex size-9 items-center justify-center rounded-full bg-paper text-ink">
        <Play className="size-4 fill-current" aria-hidden="true" />
      </span>
    </span>
  );
}

function hostOf(link: string | null): string {
  return link && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : '';
}
