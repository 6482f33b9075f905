// Who wrote which passage of one version: each side's hue and mark, and the names in words.
import type { VersionsPage } from '#server/views/versions.ts';
import { type AuthoredRange, spansOf } from '#shared/authorship.ts';
import { isEmptyPart, partText, textParts } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { versions } from '#shared/words/versions.ts';
import { TurnShape } from './people.tsx';
import { hues } from './post-difference.tsx';
import type { Version } from './post-versions.tsx';
import { useWords } from './words.tsx';

export interface AuthorsProps {
  page: VersionsPage;
  version: Version;
  nameOf(writer: AuthoredRange | null): string;
}

export function PostAuthors({ version, nameOf }: AuthorsProps) {
  const w = useWords(versions);
  const part = useWords(post);
  const { parts, ranges } = version;
  const texts = textParts.filter((kind) => !isEmptyPart(parts, kind));
  if (ranges.length === 0) return <p className="text-17">{w.notKept}</p>;
  return (
    <div className="flex flex-col gap-6">
      <Legend ranges={ranges} nameOf={nameOf} />
      {texts.map((kind) => (
        <section key={kind} className="flex flex-col gap-1">
          <h2 className="text-13 font-medium text-muted">{part[kind]}</h2>
          <Authored
            text={partText(parts, kind)}
            ranges={ranges.filter((range) => range.part === kind)}
            nameOf={nameOf}
          />
        </section>
      ))}
    </div>
  );
}

function Legend({ ranges, nameOf }: { ranges: readonly AuthoredRange[] } & Names) {
  const w = useWords(versions);
  const names = new Map(ranges.map((range) => [nameOf(range), range.side]));
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-15">
      {[...names].map(([name, side]) => (
        <li key={name} className="inline-flex items-center gap-2">
          <TurnShape turn={side} />
          <span className={side === 'brand' ? 'text-brand' : 'text-creator'}>
            {w.wordsOf({ name })}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Names = Pick<AuthorsProps, 'nameOf'>;

function Authored({
  text,
  ranges,
  nameOf,
}: { text: string; ranges: readonly AuthoredRange[] } & Names) {
  const spans = spansOf(text, ranges, { from: 0, to: text.length });
  return (
    <p className="whitespace-pre-wrap text-17">
      {spans.map(({ text: words, writer }, index) =>
        writer?.side === 'brand' ? (
          // Spans have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <mark key={index} data-side="brand" title={nameOf(writer)} className={marked.brand}>
            <span className="sr-only"> [{nameOf(writer)}] </span>
            {words}
          </mark>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} data-side="creator" className="text-creator">
            {words}
          </span>
        ),
      )}
    </p>
  );
}

/** The brand's words are framed as well: colour alone says nothing. */
const marked = { brand: `${hues.brand} border-b-2 border-brand` };
