// The pages of one's own a creator has: how they write, and how their posts do.
import { NavLink } from '@remix-run/react';
import { figuresPage } from '#shared/words/figures-page.ts';
import { useWords } from './words.tsx';

export function MyPageNav() {
  const w = useWords(figuresPage);
  const pages = [
    ['/me', w.tabVoice],
    ['/me/figures', w.tabFigures],
  ] as const;
  return (
    <nav aria-label={w.tabs} className="mb-5 flex gap-5 border-b border-line">
      {pages.map(([to, name]) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            `-mb-px inline-flex min-h-11 items-center border-b-2 text-15 no-underline ${isActive ? 'border-creator font-semibold text-ink' : 'border-transparent text-muted hover:text-ink'}`
          }
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
