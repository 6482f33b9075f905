// The photos and videos of a post in their order: add, describe, arrange, replace, remove. It is
// given media and tells what a person wants; where media live and who may change them it does not know.
import { ImagePlus, Link2, Undo2 } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { idFrom } from '#shared/ids.ts';
import { limitOf, pickerAccept, type UploadedFile } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import { AltDialog, LinkDialog } from './media-dialogs.tsx';
import { MediaTile } from './media-tile.tsx';
import { PendingTile } from './pending-tile.tsx';
import { type PendingFile, useUploads } from './use-uploads.ts';
import { useWords } from './words.tsx';

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
  onOpen(id: string): void;
  /** Open threads by medium, for the reader. */
  threadsByMedia?: Record<string, number>;
}

type Asking = { what: 'nothing' } | { what: 'alt'; id: string } | { what: 'link' };

export function MediaStrip(props: MediaStripProps) {
  const { items, editable, draftId } = props;
  const w = useWords(mediaWords);
  const [asking, setAsking] = useState<Asking>({ what: 'nothing' });
  const [removed, setRemoved] = useState<{ medium: Medium; at: number; what: string } | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const replacing = useRef<string | null>(null);
  const orders = useRef(new Map<string, number>());
  const uploads = useUploads(draftId, place);

  /** What arrives late still stands where it was chosen. */
  function place(file: UploadedFile, from: PendingFile) {
    const replaced = items.find(({ id }) => id === from.replaces);
    const medium = {
      ...mediumOf(file),
      ...(replaced && { id: replaced.id, alt: replaced.alt, cover: replaced.cover }),
    };
    if (replaced) return props.onReplace(replaced.id, medium);
    orders.current.set(medium.id, from.order);
    const at = items.findIndex(({ id }) => (orders.current.get(id) ?? -1) > from.order);
    props.onAdd(medium, at < 0 ? undefined : at);
  }

  function choose(replaces: string | null) {
    replacing.current = replaces;
    picker.current?.click();
  }

  function take(files: Iterable<File>, replaces: string | null = null) {
    const chosen = [...files].slice(0, replaces ? 1 : undefined);
    if (editable && chosen.length > 0) uploads.add(chosen, replaces);
  }

  const nameOf = (medium: Medium) => w[nameKeys[medium.kind]]({ n: items.indexOf(medium) + 1 });

  function move(medium: Medium, to: number) {
    if (to < 0 || to >= items.length) return;
    props.onMove(medium.id, to);
    setSaid(w.moved({ what: nameOf(medium), n: to + 1, count: items.length }));
  }

  function remove(medium: Medium) {
    setRemoved({ medium, at: items.indexOf(medium), what: nameOf(medium) });
    props.onRemove(medium.id);
  }

  function bringBack() {
    if (removed) props.onAdd(removed.medium, Math.min(removed.at, items.length));
    setRemoved(null);
  }

  const drop = {
    onDragOver: (event: DragEvent) => {
      if (editable) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      take(event.dataTransfer.files);
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      take(event.clipboardData.files);
    },
  };
  const isEmpty = items.length === 0 && uploads.pending.length === 0;
  const described = asking.what === 'alt' ? items.find(({ id }) => id === asking.id) : undefined;

  return (
    <section aria-label={w.title} className="flex flex-col gap-2" {...(editable ? drop : {})}>
      {isEmpty ? (
        <EmptyStrip
          editable={editable}
          onChoose={() => choose(null)}
          onLink={() => setAsking({ what: 'link' })}
        />
      ) : (
        <ol className="flex gap-3 overflow-x-auto pb-2">
          {items.map((medium, index) => (
            <MediaTile
              key={medium.id}
              medium={medium}
              name={nameOf(medium)}
              index={index}
              count={items.length}
              editable={editable}
              threads={props.threadsByMedia?.[medium.id] ?? 0}
              isDragged={dragged === medium.id}
              onOpen={() => props.onOpen(medium.id)}
              onAlt={() => setAsking({ what: 'alt', id: medium.id })}
              onCover={() => props.onCover(medium.cover ? null : medium.id)}
              onReplace={() => choose(medium.id)}
              onMove={(to) => move(medium, to)}
              onRemove={() => remove(medium)}
              onDragStart={() => setDragged(medium.id)}
              onDragEnd={() => setDragged(null)}
              onDropHere={() => {
                const other = items.find(({ id }) => id === dragged);
                if (other && other !== medium) move(other, index);
                setDragged(null);
              }}
            />
          ))}
          {uploads.pending.map((one) => (
            <PendingTile
              key={one.id}
              pending={one}
              onRetry={uploads.retry}
              onDiscard={uploads.discard}
            />
          ))}
          {editable && (
            <li className="flex w-[104px] shrink-0 flex-col gap-2 sm:w-[120px]">
              <button
                type="button"
                className={`${dashed} min-h-11 flex-1`}
                onClick={() => choose(null)}
              >
                <ImagePlus className="size-5" aria-hidden="true" />
                <span aria-hidden="true">{w.addShort}</span>
                <span className="sr-only">{w.add}</span>
              </button>
              <button
                type="button"
                className={`${dashed} h-11`}
                onClick={() => setAsking({ what: 'link' })}
              >
                <Link2 className="size-4" aria-hidden="true" />
                <span aria-hidden="true">{w.linkLabel}</span>
                <span className="sr-only">{w.addLink}</span>
              </button>
            </li>
          )}
        </ol>
      )}
      {removed && (
        <output className="flex flex-wrap items-center gap-x-3 text-15 text-ink">
          {w.removed({ what: removed.what })}
          <button
            type="button"
            className="flex h-11 items-center gap-1.5 font-medium text-creator"
            onClick={bringBack}
          >
            <Undo2 className="size-4" aria-hidden="true" />
            {w.undo}
          </button>
        </output>
      )}
      <output className="sr-only">{said}</output>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={w.add}
        accept={pickerAccept}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])], replacing.current);
          currentTarget.value = '';
        }}
      />
      <AltDialog
        medium={described ?? null}
        onClose={() => setAsking({ what: 'nothing' })}
        onSave={(alt) => described && props.onAlt(described.id, alt)}
      />
      <LinkDialog
        open={asking.what === 'link'}
        onClose={() => setAsking({ what: 'nothing' })}
        onSave={(link) => props.onAdd({ ...blank(), kind: 'link', link })}
      />
    </section>
  );
}

const nameKeys = { image: 'photo', video: 'video', link: 'link' } as const;

const dashed =
  'flex items-center justify-center gap-1.5 rounded-xl border border-dashed border-edge text-15 text-creator hover:border-creator';

function blank(): Medium {
  const id = idFrom(crypto.getRandomValues(new Uint8Array(20)));
  return { id, kind: 'image', file: null, link: null, alt: '', cover: false };
}

function mediumOf(file: UploadedFile): Medium {
  return { ...blank(), kind: file.kind, file: file.hash };
}

interface EmptyStripProps {
  editable: boolean;
  onChoose(): void;
  onLink(): void;
}

function EmptyStrip({ editable, onChoose, onLink }: EmptyStripProps) {
  const w = useWords(mediaWords);
  if (!editable) return <p className="py-2 text-15 text-muted">{w.emptyReader}</p>;
  const action =
    'flex h-11 items-center justify-center gap-2 rounded-xl border border-line px-4 text-15 font-medium text-creator hover:border-creator';
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-dashed border-edge p-4">
      <div>
        <p className="text-15 font-medium text-ink">{w.emptyTitle}</p>
        <p className="text-15 text-muted">{w.emptyBody}</p>
      </div>
      <div className="flex flex-col gap-2 sm:flex-row">
        <button type="button" className={action} onClick={onChoose}>
          <ImagePlus className="size-5" aria-hidden="true" />
          {w.add}
        </button>
        <button type="button" className={action} onClick={onLink}>
          <Link2 className="size-5" aria-hidden="true" />
          {w.addLink}
        </button>
      </div>
      <p className="text-13 text-muted">
        {w.limits({ image: limitOf('image'), video: limitOf('video') })}
      </p>
    </div>
  );
}
