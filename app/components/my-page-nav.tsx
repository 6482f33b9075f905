// The pages of one's own a creator has: how they write, how their posts do, what they look like.
import { NavLink } from '@remix-run/react';
import { figuresPage } from '#shared/words/figures-page.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';
import { useWords } from './words.tsx';

export function MyPageNav() {
  const w = useWords(figuresPage);
  const { portfolio } = useWords(stylePictures);
  const pages = [
    ['/me', w.tabVoice],
    ['/me/figures', w.tabFigures],
    ['/me/portfolio', portfolio],
  ] as const;
  return (
    <nav
      aria-label={w.tabs}
      className="mb-5 flex gap-5 overflow-x-auto border-b border-line whitespace-nowrap"
    >
      {pages.map(([to, name]) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            `inline-flex min-h-11 shrink-0 items-center border-b-2 text-15 no-underline ${isActive ? 'border-creator font-semibold text-ink' : 'border-transparent text-muted hover:text-ink'}`
          }
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
