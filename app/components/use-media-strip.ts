// What happens in the strip of media, apart from how it looks: choosing files, and arranging what
// is there. Both tell the owner of the media what a person wants and change nothing themselves.
import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { idFrom } from '#shared/ids.ts';
import type { UploadedFile } from '#shared/media.ts';
import type { Medium } from '#shared/parts.ts';
import { media as mediaWords } from '#shared/words/media.ts';
import type { MediaStripProps } from './media-strip.tsx';
import { type PendingFile, useUploads } from './use-uploads.ts';
import { useWords } from './words.tsx';

export function blankMedium(): Medium {
  const id = idFrom(crypto.getRandomValues(new Uint8Array(20)));
  return { id, kind: 'image', file: null, link: null, alt: '', cover: false };
}

/** Files by picker, drop and paste, uploaded and put where they were chosen. */
export function useChoosing({ items, editable, draftId, onAdd, onReplace }: MediaStripProps) {
  const picker = useRef<HTMLInputElement>(null);
  const replacing = useRef<string | null>(null);
  const orders = useRef(new Map<string, number>());
  const uploads = useUploads({ kind: 'draft', id: draftId }, place);

  function place(file: UploadedFile, from: PendingFile) {
    const medium = { ...blankMedium(), kind: file.kind, file: file.hash };
    const replaced = items.find(({ id }) => id === from.replaces);
    if (replaced) {
      const { id, alt, cover } = replaced;
      return onReplace(id, { ...medium, id, alt, cover });
    }
    orders.current.set(medium.id, from.order);
    const at = items.findIndex(({ id }) => (orders.current.get(id) ?? -1) > from.order);
    onAdd(medium, at < 0 ? undefined : at);
  }

  function take(files: FileList | null, replaces: string | null = null) {
    const chosen = [...(files ?? [])].slice(0, replaces ? 1 : undefined);
    if (editable && chosen.length > 0) uploads.add(chosen, replaces);
  }

  return {
    picker,
    uploads,
    choose(replaces: string | null) {
      replacing.current = replaces;
      picker.current?.click();
    },
    chosen(input: HTMLInputElement) {
      take(input.files, replacing.current);
      // The same file may be chosen again.
      input.value = '';
    },
    dropZone: {
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop(event: DragEvent) {
        event.preventDefault();
        take(event.dataTransfer.files);
      },
      onPaste(event: ClipboardEvent) {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        take(event.clipboardData.files);
      },
    },
  };
}

const nameKeys = { image: 'photo', video: 'video', link: 'link' } as const;

/** Order and removal, told to those who cannot see it, and taken back once. */
export function useArranging({ items, onAdd, onMove, onRemove }: MediaStripProps) {
  const w = useWords(mediaWords);
  const [removed, setRemoved] = useState<{ medium: Medium; at: number; name: string } | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const nameOf = (medium: Medium) => w[nameKeys[medium.kind]]({ n: items.indexOf(medium) + 1 });

  function move(medium: Medium, to: number) {
    if (to < 0 || to >= items.length) return;
    onMove(medium.id, to);
    setSaid(w.moved({ what: nameOf(medium), n: to + 1, count: items.length }));
  }

  return {
    said,
    removed,
    dragged,
    nameOf,
    move,
    drag: setDragged,
    dropOn(index: number) {
      const medium = items.find(({ id }) => id === dragged);
      if (medium && items.indexOf(medium) !== index) move(medium, index);
      setDragged(null);
    },
    remove(medium: Medium) {
      setRemoved({ medium, at: items.indexOf(medium), name: nameOf(medium) });
      onRemove(medium.id);
    },
    bringBack() {
      if (removed) onAdd(removed.medium, Math.min(removed.at, items.length));
      setRemoved(null);
    },
  };
}
