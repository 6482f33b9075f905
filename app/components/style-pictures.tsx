// Pictures that show a style, to be changed: added by picker or drop, put in order by buttons, keys or
// dragging, described and removed. Uploads go where drafts' files go.
import { useFetcher, useRevalidator } from '@remix-run/react';
import { ArrowLeft, ArrowRight, ImagePlus, X } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { ShownPicture } from '#server/style-pictures.ts';
import { acceptedTypes, limitOf, previewUrl } from '#shared/media.ts';
import type { UploadTarget } from '#shared/upload-target.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';
import type { Answer } from './brief-answer.ts';
import { Button, IconButton } from './button.tsx';
import { Problem, TextArea } from './field.tsx';
import { FailedFile, SendingTile } from './pending-tile.tsx';
import { useUploads } from './use-uploads.ts';
import { useWords } from './words.tsx';

export interface StylePicturesProps {
  target: UploadTarget;
  /** What they are called together. */
  label: string;
  pictures: ShownPicture[];
  look: 'brand' | 'creator';
}

const accept = [
  ...Object.keys(acceptedTypes).filter((type) => type.startsWith('image/')),
  '.heic',
  '.heif',
].join(',');

export function StylePictures({ target, label, pictures, look }: StylePicturesProps) {
  const w = useWords(stylePictures);
  const picker = useRef<HTMLInputElement>(null);
  const { revalidate } = useRevalidator();
  const { pending, add, retry, discard } = useUploads(target, () => revalidate());
  const arranging = useArranging(pictures);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) add([...files]);
  };
  const dropZone = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop(event: DragEvent) {
      event.preventDefault();
      take(event.dataTransfer.files);
    },
  };
  return (
    <section aria-label={label} className="flex flex-col gap-4" {...dropZone}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button look={look} onClick={() => picker.current?.click()}>
          <ImagePlus className="size-5" aria-hidden="true" />
          {w.add}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          accept={accept}
          aria-label={w.add}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file may be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <p className="text-13 text-muted">{w.limits({ mb: limitOf('image') })}</p>
      </div>
      {pending.map((one) => (
        <FailedFile
          key={one.id}
          pending={one}
          onRetry={() => retry(one.id)}
          onDiscard={() => discard(one.id)}
        />
      ))}
      {arranging.problem && <Problem>{w.failed}</Problem>}
      <output aria-live="polite" className="sr-only">
        {arranging.said}
      </output>
      <ol className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
        {pictures.map((picture, index) => (
          <Tile
            key={picture.id}
            {...{ picture, index, arranging }}
            isLast={index === pictures.length - 1}
          />
        ))}
        {pending.map((one) => (
          <SendingTile key={one.id} pending={one} onCancel={() => discard(one.id)} />
        ))}
      </ol>
    </section>
  );
}

type Arranging = ReturnType<typeof useArranging>;

function useArranging(pictures: ShownPicture[]) {
  const w = useWords(stylePictures);
  const fetcher = useFetcher<Answer>();
  const [said, setSaid] = useState('');
  const dragged = useRef<string | null>(null);
  const nameOf = (id: string) => {
    const index = pictures.findIndex((one) => one.id === id);
    return pictures[index]?.alt || w.pictureN({ n: index + 1 });
  };
  const move = (pictureId: string, to: number) => {
    if (to < 0 || to >= pictures.length) return;
    fetcher.submit({ intent: 'move-picture', pictureId, to: String(to) }, { method: 'post' });
    setSaid(w.moved({ what: nameOf(pictureId), n: to + 1 }));
  };
  return {
    said,
    problem: fetcher.data?.problem ?? null,
    nameOf,
    move,
    remove(pictureId: string) {
      setSaid(w.removed({ what: nameOf(pictureId) }));
      fetcher.submit({ intent: 'remove-picture', pictureId }, { method: 'post' });
    },
    drag: (id: string | null) => {
      dragged.current = id;
    },
    dropOn(event: DragEvent, index: number) {
      if (!dragged.current) return;
      event.preventDefault();
      event.stopPropagation();
      move(dragged.current, index);
      dragged.current = null;
    },
  };
}

interface TileProps {
  picture: ShownPicture;
  index: number;
  isLast: boolean;
  arranging: Arranging;
}

function Tile({ picture, index, isLast, arranging }: TileProps) {
  const w = useWords(stylePictures);
  const { id, hash, alt } = picture;
  const what = arranging.nameOf(id);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || !step) return;
    event.preventDefault();
    arranging.move(id, index + step);
  };
  return (
    // The keys are those of the buttons in it, wherever in the tile the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      draggable
      onDragStart={() => arranging.drag(id)}
      onDragEnd={() => arranging.drag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => arranging.dropOn(event, index)}
      onKeyDown={onKeyDown}
      className="flex min-w-0 flex-col overflow-hidden rounded-2xl border border-line bg-raised"
    >
      <img src={previewUrl(hash)} alt={alt} className="aspect-[4/5] w-full object-cover" />
      <div className="flex items-center justify-between px-1">
        <span className="flex">
          <IconButton
            label={w.earlier({ what })}
            disabled={index === 0}
            onClick={() => arranging.move(id, index - 1)}
          >
            <ArrowLeft className={`size-5 ${index === 0 ? 'opacity-40' : ''}`} aria-hidden="true" />
          </IconButton>
          <IconButton
            label={w.later({ what })}
            disabled={isLast}
            onClick={() => arranging.move(id, index + 1)}
          >
            <ArrowRight className={`size-5 ${isLast ? 'opacity-40' : ''}`} aria-hidden="true" />
          </IconButton>
        </span>
        <IconButton label={w.remove({ what })} onClick={() => arranging.remove(id)}>
          <X className="size-5" aria-hidden="true" />
        </IconButton>
      </div>
      <Describe picture={picture} />
    </li>
  );
}

function Describe({ picture: { id, alt } }: { picture: ShownPicture }) {
  const w = useWords(stylePictures);
  const fetcher = useFetcher<Answer>();
  return (
    <details className="border-t border-line px-3 pb-2">
      <summary className="flex min-h-11 items-center text-15 text-ink">
        <span className={`min-w-0 truncate ${alt ? '' : 'text-muted'}`}>{alt || w.noAlt}</span>
      </summary>
      <fetcher.Form method="post" className="flex flex-col gap-2">
        <input type="hidden" name="pictureId" value={id} />
        <TextArea
          name="alt"
          label={w.described}
          hint={w.describeHint}
          rows={3}
          maxLength={1000}
          defaultValue={alt}
          error={fetcher.data?.problem ? w.failed : null}
        />
        <Button type="submit" name="intent" value="describe-picture">
          {w.keep}
        </Button>
      </fetcher.Form>
    </details>
  );
}
