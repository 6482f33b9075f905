// The brand's briefs on its home, with what is open in each.
import { Link } from '@remix-run/react';
import type { HomeBrief } from '#server/views/home.ts';
import { home } from '#shared/words/home.ts';
import { Rows } from './surface.tsx';
import { useWords } from './words.tsx';

export function HomeBriefs({ briefs }: { briefs: HomeBrief[] }) {
  const words = useWords(home);
  return (
    <Rows>
      {briefs.map(({ id, title, product, waiting, open }) => (
        <li key={id}>
          <Link
            to={`/briefs/${id}/${open > 0 ? 'posts' : 'guidelines'}`}
            className="flex min-h-14 flex-col justify-center px-4 py-3 no-underline hover:bg-line/40"
          >
            <span className="text-15 font-semibold text-ink">{title}</span>
            {product && <span className="text-13 text-muted">{product}</span>}
            <span className="text-13 text-muted">
              {open > 0 ? words.openPosts({ count: open }) : words.noOpenPosts}
              {waiting > 0 && (
                <span className="text-ink"> · {words.briefWaiting({ count: waiting })}</span>
              )}
            </span>
          </Link>
        </li>
      ))}
    </Rows>
  );
}
