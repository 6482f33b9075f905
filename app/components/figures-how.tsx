// How to get each file from each app, folded: one is read, not all.
import { figuresFiles } from '#shared/words/figures-files.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { Section } from './surface.tsx';
import { useWords } from './words.tsx';

const ways = ['instagram', 'meta', 'tiktok-studio', 'tiktok', 'youtube', 'plain'] as const;

export function FiguresHow() {
  const w = useWords(figuresPage);
  const files = useWords(figuresFiles);
  return (
    <Section title={w.howTitle}>
      <div className="divide-y divide-line rounded-2xl border border-line bg-raised">
        {ways.map((way) => (
          <details key={way} className="px-4">
            <summary className="flex min-h-11 items-center text-15 font-medium">
              {files[`how-${way}`]}
            </summary>
            <p className="max-w-prose pb-3 text-15 text-muted">{files[`how-${way}-steps`]}</p>
          </details>
        ))}
      </div>
    </Section>
  );
}
