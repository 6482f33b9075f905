// Two versions of a post laid over each other, part by part: what came in, what went out.
import { type Medium, type PartKind, type Parts, partText } from '#shared/parts.ts';
import { type Run, textDifference } from '#shared/difference.ts';
import { post } from '#shared/words/post.ts';
import { MediumReading } from './post-reading.tsx';
import { useWords } from './words.tsx';

export interface DifferenceProps {
  before: Parts;
  after: Parts;
  kinds: readonly PartKind[];
}

export function PostDifference({ before, after, kinds }: DifferenceProps) {
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
            <TextRuns runs={textDifference(partText(before, kind), partText(after, kind))} />
          )}
        </section>
      ))}
    </div>
  );
}

function differs(before: Parts, after: Parts, kind: PartKind): boolean {
  if (kind === 'media') return !sameMedia(before.media, after.media);
  return partText(before, kind) !== partText(after, kind);
}

const sameMedia = (before: Medium[], after: Medium[]) =>
  before.map(sayMedium).join('\n') === after.map(sayMedium).join('\n');

const sayMedium = ({ kind, file, link, alt, cover }: Medium) =>
  JSON.stringify([kind, file, link, alt, cover]);

/** Both are the creator's words: their hue for what is there now, plain ink for what went. */
function TextRuns({ runs }: { runs: Run[] }) {
  const w = useWords(post);
  return (
    <p className="whitespace-pre-wrap text-17">
      {runs.map((run, index) => {
        // Runs have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        const key = index;
        if (run.kind === 'same') return <span key={key}>{run.text}</span>;
        if (run.kind === 'added') {
          return (
            <ins key={key} className="rounded-sm bg-creator-soft text-creator underline">
              <span className="sr-only"> [{w.added}] </span>
              {run.text}
            </ins>
          );
        }
        return (
          <del key={key} className="rounded-sm bg-line/60 text-muted">
            <span className="sr-only"> [{w.removed}] </span>
            {run.text}
          </del>
        );
      })}
    </p>
  );
}

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
