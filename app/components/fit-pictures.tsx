// What the sheet is filled in beside: the creator's portfolio and the brief's moodboard. People look at
// them; nothing reads them.
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ShownPicture } from '#server/style-pictures.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';
import { StyleGallery } from './style-gallery.tsx';
import { useWords } from './words.tsx';

export interface FitPicturesProps {
  portfolio: ShownPicture[];
  moodboard: ShownPicture[];
  /** Whose portfolio; null where it is the reader's own. */
  name: string | null;
  briefId: string;
}

export function FitPictures({ portfolio, moodboard, name, briefId }: FitPicturesProps) {
  const w = useWords(stylePictures);
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      <Strip
        title={name === null ? w.portfolioTitle : w.portfolioOf({ name })}
        pictures={portfolio}
        none={name === null ? w.portfolioNoneHint : w.portfolioNone}
        link={name === null && <Link to="/me/portfolio">{w.openPortfolio}</Link>}
      />
      <Strip
        title={w.moodboard}
        pictures={moodboard}
        none={w.moodboardNone}
        link={<Link to={`/briefs/${briefId}/moodboard`}>{w.moodboardEdit}</Link>}
      />
    </div>
  );
}

interface StripProps {
  title: string;
  pictures: ShownPicture[];
  none: string;
  link: ReactNode;
}

function Strip({ title, pictures, none, link }: StripProps) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-15">
        <h3 className="text-15 font-semibold">{title}</h3>
        {link}
      </div>
      {pictures.length > 0 ? (
        <StyleGallery pictures={pictures} />
      ) : (
        <p className="text-15 text-muted">{none}</p>
      )}
    </section>
  );
}
