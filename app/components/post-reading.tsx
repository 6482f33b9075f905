// A frozen version to read: exactly what was sent, part by part, with nothing to type into.
import { Link2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  framesOf,
  type Medium,
  type PartKind,
  type Parts,
  partText,
  scriptRowsOf,
} from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { useFilePlaces } from './file-places.tsx';
import { useWords } from './words.tsx';

export function PostReading({ parts, kinds }: { parts: Parts; kinds: readonly PartKind[] }) {
  const w = useWords(post);
  return (
    <div className="flex flex-col gap-4">
      {kinds.map((kind) => (
        <PartReading key={kind} kind={kind} parts={parts} label={w[kind]} />
      ))}
    </div>
  );
}

/** A frozen text in a dialog, scrolled by keyboard too; another one is read from its beginning. */
export function LastLook({
  of,
  isShort = false,
  children,
}: {
  of?: string;
  /** More than a button stands below it. */
  isShort?: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo(0, 0);
    // Whoever stood on the key, which is gone, stands on what is to be read.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <div
      ref={box}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`goes-on overflow-y-auto rounded-xl border border-line bg-raised p-4 ${isShort ? 'max-h-[32dvh] md:max-h-[40dvh]' : 'max-h-[40dvh]'}`}
    >
      {children}
    </div>
  );
}

function PartReading({ kind, parts, label }: { kind: PartKind; parts: Parts; label: string }) {
  if (isBlank(parts, kind)) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-13 font-medium text-muted">{label}</h3>
      {kind === 'media' ? (
        <MediaReading media={parts.media} />
      ) : kind === 'script' ? (
        <ScriptReading parts={parts} />
      ) : kind === 'frames' ? (
        <FramesReading parts={parts} />
      ) : (
        <p className="whitespace-pre-wrap text-17">{partText(parts, kind)}</p>
      )}
    </section>
  );
}

const isBlank = (parts: Parts, kind: PartKind) =>
  kind === 'media' ? parts.media.length === 0 : partText(parts, kind).trim() === '';

function MediaReading({ media }: { media: Medium[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {media.map((medium) => (
        <li key={medium.id}>
          <MediumReading medium={medium} />
        </li>
      ))}
    </ul>
  );
}

export function MediumReading({ medium }: { medium: Medium }) {
  const w = useWords(post);
  const places = useFilePlaces();
  if (medium.kind === 'image' && medium.file) {
    return (
      <img
        src={places.preview(medium.file)}
        alt={medium.alt || w.media}
        className="size-24 rounded-xl border border-line object-cover"
      />
    );
  }
  return (
    <span className="inline-flex max-w-56 items-center gap-1.5 rounded-xl border border-line px-3 py-2 text-13">
      <Link2 className="size-4 shrink-0" aria-hidden="true" />
      <span className="truncate">{medium.alt || (medium.link ?? w.media)}</span>
    </span>
  );
}

function ScriptReading({ parts }: { parts: Parts }) {
  const w = useWords(post);
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-96 border-collapse text-15">
        <thead>
          <tr className="text-left text-13 text-muted">
            {[w.time, w.picture, w.said, w.onScreen].map((name) => (
              <th key={name} scope="col" className="py-1 pr-3 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scriptRowsOf(parts).map((row, index) => (
            // A frozen row has no id of its own: its place is its name.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className="border-t border-line align-top whitespace-pre-wrap">
              {[row.time, row.picture, row.said, row.onScreen].map((cell, at) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={at} className="py-2 pr-3">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FramesReading({ parts }: { parts: Parts }) {
  const w = useWords(post);
  return (
    <ol className="flex flex-col gap-2">
      {framesOf(parts).map((frame, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="rounded-xl border border-line p-3">
          <p className="text-13 text-muted">{w.frame({ n: index + 1 })}</p>
          <p className="whitespace-pre-wrap text-17">{frame.text}</p>
        </li>
      ))}
    </ol>
  );
}
