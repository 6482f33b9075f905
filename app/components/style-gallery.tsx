// Pictures that show a style, to be looked at: each opens large on its own.
import type { ShownPicture } from '#server/style-pictures.ts';
import { fileUrl, previewUrl } from '#shared/media.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';
import { useWords } from './words.tsx';

export interface StyleGalleryProps {
  pictures: ShownPicture[];
  /** A page of its own, and not a strip beside something else. */
  isWide?: boolean;
}

export function StyleGallery({ pictures, isWide = false }: StyleGalleryProps) {
  const w = useWords(stylePictures);
  return (
    <ul
      className={
        isWide
          ? 'grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4'
          : 'flex gap-3 overflow-x-auto p-1'
      }
    >
      {pictures.map(({ id, hash, alt }, index) => (
        <li key={id} className="shrink-0">
          <a
            href={fileUrl(hash)}
            target="_blank"
            rel="noopener"
            aria-label={w.open({ what: alt || w.pictureN({ n: index + 1 }) })}
            className="block overflow-hidden rounded-xl border border-line"
          >
            <img
              src={previewUrl(hash)}
              alt={alt}
              loading="lazy"
              className={`object-cover ${isWide ? 'aspect-[4/5] w-full' : 'h-40 w-32'}`}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
