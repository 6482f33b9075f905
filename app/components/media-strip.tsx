// The photos and videos of a post in their order: add, describe, arrange, replace, remove. It is
// given media and tells what a person wants; where media live and who may change them it does not know.
import { ImagePlus, Link2, Undo2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { limitOf, pickerAccept } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { Button } from './button.tsx';
import { later } from './later.tsx';
import type { Asking } from './media-dialogs.tsx';
import { MediaLook } from './media-look.tsx';
import { MediaTile } from './media-tile.tsx';
import type { FailedFileProps, SendingTileProps } from './pending-tile.tsx';
import { EmptyState } from './surface.tsx';
import type { Talk } from './talk.ts';
import { blankMedium, useArranging, useChoosing } from './use-media-strip.ts';
import { useWords } from './words.tsx';

const FailedFile = later<FailedFileProps>(() =>
  import('./pending-tile.tsx').then((tile) => ({ default: tile.FailedFile })),
);
const SendingTile = later<SendingTileProps>(() =>
  import('./pending-tile.tsx').then((tile) => ({ default: tile.SendingTile })),
);

export interface MediaStripProps {
  items: Medium[];
  editable: boolean;
  draftId: string;
  /** Puts a medium in; without a place, at the end. */
  onAdd(medium: Medium, at?: number): void;
  /** `to` is the index it stands at afterwards. */
  onMove(id: string, to: number): void;
  onRemove(id: string): void;
  onAlt(id: string, alt: string): void;
  /** Null takes the cover away. */
  onCover(id: string | null): void;
  onReplace(id: string, medium: Medium): void;
  talk: Talk;
  /** The one that is looked at, with the thread that led to it. */
  looked: Looked | null;
  onLook(looked: Looked | null): void;
}

export interface Looked {
  id: string;
  thread: string | null;
}

const Dialogs = later(() => import('./media-dialogs.tsx'));

export function MediaStrip(props: MediaStripProps) {
  const { items, editable } = props;
  const w = useWords(mediaWords);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { picker, uploads, choose, chosen, dropZone } = useChoosing(props);
  const arranging = useArranging(props);
  const { pending, retry, discard } = uploads;
  const asks = {
    onChoose: () => choose(null),
    onLink: () => setAsking({ what: 'link' }),
  };
  const looked = items.find(({ id }) => id === props.looked?.id);
  const counts = threadsByMedia(props.talk);

  return (
    <section
      aria-label={w.title}
      className="flex min-w-0 flex-col gap-2"
      {...(editable ? dropZone : {})}
    >
      {items.length + pending.length === 0 ? (
        <EmptyStrip editable={editable} {...asks} />
      ) : (
        <ol className="relative -mx-1 flex gap-3 overflow-x-auto p-1 pb-2">
          {items.map((medium, index) => (
            <MediaTile
              key={medium.id}
              medium={medium}
              name={arranging.nameOf(medium)}
              index={index}
              count={items.length}
              editable={editable}
              threads={counts[medium.id] ?? 0}
              isDragged={arranging.dragged === medium.id}
              onOpen={() => props.onLook({ id: medium.id, thread: null })}
              onAlt={() => setAsking({ what: 'alt', medium })}
              onCover={() => props.onCover(medium.cover ? null : medium.id)}
              onReplace={() => choose(medium.id)}
              onMove={(to) => arranging.move(medium, to)}
              onRemove={() => arranging.remove(medium)}
              onDrag={(isDragged) => arranging.drag(isDragged ? medium.id : null)}
              onDropHere={() => arranging.dropOn(index)}
            />
          ))}
          {pending.map((one) => (
            <Suspense key={one.id} fallback={null}>
              <SendingTile pending={one} onCancel={() => discard(one.id)} />
            </Suspense>
          ))}
          {editable && <AddTile {...asks} />}
        </ol>
      )}
      {pending.map((one) => (
        <Suspense key={one.id} fallback={null}>
          <FailedFile
            pending={one}
            onRetry={() => retry(one.id)}
            onDiscard={() => discard(one.id)}
          />
        </Suspense>
      ))}
      {arranging.removed && (
        <output className="flex flex-wrap items-center gap-x-2 text-15 text-ink">
          {w.removed({ what: arranging.removed.name })}
          <Button look="plain" onClick={arranging.bringBack}>
            <Undo2 className="size-4" aria-hidden="true" />
            {w.undo}
          </Button>
        </output>
      )}
      <output className="sr-only">{arranging.said}</output>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={w.add}
        accept={pickerAccept}
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
      <MediaLook
        key={props.looked?.id}
        medium={looked ?? null}
        name={looked ? arranging.nameOf(looked) : ''}
        talk={props.talk}
        active={props.looked?.thread ?? null}
        onClose={() => props.onLook(null)}
      />
      {asking && (
        <Suspense fallback={null}>
          <Dialogs
            asking={asking}
            onAlt={props.onAlt}
            onLink={(link) => props.onAdd({ ...blankMedium(), kind: 'link', link })}
            onClose={() => setAsking({ what: 'nothing' })}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Open threads by medium, for the reader. */
function threadsByMedia({ threads }: Talk): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { anchor, resolvedAt } of threads) {
    if (anchor.kind !== 'media' || resolvedAt) continue;
    counts[anchor.mediaId] = (counts[anchor.mediaId] ?? 0) + 1;
  }
  return counts;
}

interface Asks {
  onChoose(): void;
  onLink(): void;
}

const dashed =
  'flex min-h-11 items-center justify-center gap-1.5 rounded-xl border border-dashed border-edge text-15 text-creator hover:border-creator';

function AddTile({ onChoose, onLink }: Asks) {
  const w = useWords(mediaWords);
  return (
    <li className="flex w-[104px] shrink-0 flex-col gap-2 md:w-[120px]">
      <button
        type="button"
        className={`${dashed} flex-1`}
        aria-label={w.add}
        title={w.add}
        onClick={onChoose}
      >
        <ImagePlus className="size-5" aria-hidden="true" />
        {w.addShort}
      </button>
      <button
        type="button"
        className={dashed}
        aria-label={w.addLink}
        title={w.addLink}
        onClick={onLink}
      >
        <Link2 className="size-4" aria-hidden="true" />
        {w.linkLabel}
      </button>
    </li>
  );
}

function EmptyStrip({ editable, onChoose, onLink }: Asks & { editable: boolean }) {
  const w = useWords(mediaWords);
  if (!editable) return <p className="py-2 text-15 text-muted">{w.emptyReader}</p>;
  return (
    <EmptyState title={w.emptyTitle}>
      <p>{w.emptyBody}</p>
      <div className="flex flex-wrap gap-2 self-stretch">
        <Button className="max-md:w-full" onClick={onChoose}>
          <ImagePlus className="size-5 text-creator" aria-hidden="true" />
          {w.add}
        </Button>
        <Button className="max-md:w-full" onClick={onLink}>
          <Link2 className="size-5 text-creator" aria-hidden="true" />
          {w.addLink}
        </Button>
      </div>
      <p className="text-13">{w.limits({ image: limitOf('image'), video: limitOf('video') })}</p>
    </EmptyState>
  );
}
