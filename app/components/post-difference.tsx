// Two versions of a post laid over each other, part by part: what came in, what went out.
import { type AuthoredRange, authoredRuns } from '#shared/authorship.ts';
import { type Run, textDifference } from '#shared/difference.ts';
import { type Medium, type PartKind, type Parts, partText, type TextPart } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { versions } from '#shared/words/versions.ts';
import { MediumReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export interface DifferenceProps {
  before: Parts;
  after: Parts;
  kinds: readonly PartKind[];
  /** Whose words the two say, where that is known; otherwise they are the creator's. */
  ranges?: { before: readonly AuthoredRange[]; after: readonly AuthoredRange[] };
  nameOf(writer: AuthoredRange | null): string;
}

export function PostDifference(props: DifferenceProps) {
  const { before, after, kinds, ranges } = props;
  const w = useWords(post);
  const differing = kinds.filter((kind) => differs(before, after, kind));
  if (differing.length === 0) return <p className="text-17">{w.same}</p>;
  return (
    <div className="flex flex-col gap-6">
      {differing.map((kind) => (
        <section key={kind} className="flex flex-col gap-1">
          <h2 className="text-13 font-medium text-muted">{w[kind]}</h2>
          {kind === 'media' ? (
            <MediaDifference before={before.media} after={after.media} />
          ) : (
            <TextRuns
              runs={textDifference(partText(before, kind), partText(after, kind))}
              before={authoredOf(kind, before, ranges?.before, props.nameOf)}
              after={authoredOf(kind, after, ranges?.after, props.nameOf)}
            />
          )}
        </section>
      ))}
    </div>
  );
}

interface Authored {
  text: string;
  ranges: readonly AuthoredRange[];
  nameOf(writer: AuthoredRange | null): string;
}

function authoredOf(
  part: TextPart,
  parts: Parts,
  ranges: readonly AuthoredRange[] = [],
  nameOf: Authored['nameOf'],
): Authored {
  return { text: partText(parts, part), ranges: ranges.filter((one) => one.part === part), nameOf };
}

function differs(before: Parts, after: Parts, kind: PartKind): boolean {
  if (kind === 'media') return !sameMedia(before.media, after.media);
  return partText(before, kind) !== partText(after, kind);
}

const sameMedia = (before: Medium[], after: Medium[]) =>
  before.map(sayMedium).join('\n') === after.map(sayMedium).join('\n');

const sayMedium = ({ kind, file, link, alt, cover }: Medium) =>
  JSON.stringify([kind, file, link, alt, cover]);

/** Coloured by whose words they are; what went is struck through, what came is underlined. */
function TextRuns({ runs, before, after }: { runs: Run[] } & Record<'before' | 'after', Authored>) {
  const w = useWords(versions);
  return (
    <p className="whitespace-pre-wrap text-17">
      {authoredRuns(runs, before, after).map(({ kind, text, writer }, index) => {
        // Runs have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        const key = index;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const side = writer?.side ?? 'creator';
        const name = after.nameOf(writer);
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={key} data-side={side} className={`${changed[kind]} ${hues[side]}`}>
            <span className="sr-only">
              {' '}
              [{kind === 'added' ? w.addedBy({ name }) : w.removedBy({ name })}]{' '}
            </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

const changed = {
  added: 'underline decoration-2 underline-offset-4',
  removed: 'line-through decoration-2',
} as const;
export const hues = {
  creator: 'rounded-md bg-creator-soft text-creator',
  brand: 'rounded-sm bg-brand-soft text-brand',
} as const;

function MediaDifference({ before, after }: { before: Medium[]; after: Medium[] }) {
  const w = useWords(post);
  const were = new Set(before.map(sayMedium));
  const are = new Set(after.map(sayMedium));
  const rows = [
    { title: w.mediaRemoved, media: before.filter((one) => !are.has(sayMedium(one))) },
    { title: w.mediaAdded, media: after.filter((one) => !were.has(sayMedium(one))) },
  ];
  const isMoved = rows.every((row) => row.media.length === 0);
  return (
    <div className="flex flex-col gap-3">
      {isMoved && <p className="text-15">{w.mediaMoved}</p>}
      {rows.map(
        ({ title, media }) =>
          media.length > 0 && (
            <div key={title}>
              <p className="text-13 text-muted">{title}</p>
              <ul className="flex flex-wrap gap-2">
                {media.map((medium) => (
                  <li key={medium.id}>
                    <MediumReading medium={medium} />
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  );
}
