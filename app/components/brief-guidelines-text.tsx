// Published guidelines to read, in the reader's language where there is one; and what changed
// between two of them. Frozen structures only, never the live document.
import type { ReactNode } from 'react';
import { type FieldKind, fieldKinds } from '#shared/fields.ts';
import { type FieldText, type Guidelines, type Point, textFor } from '#shared/guidelines.ts';
import type { GuidelinesChange } from '#shared/guidelines-changes.ts';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { useReader, useWords } from './words.tsx';

/** Words in one language, marked as such for screen readers and line breaking. */
export function Words({ text, className = '' }: { text: Guidelines['core']; className?: string }) {
  const { locale } = useReader();
  const found = textFor(text, locale);
  if (!found) return null;
  return (
    <p lang={found.lang} className={`break-words whitespace-pre-line ${className}`}>
      {found.words}
    </p>
  );
}

export function GuidelinesText({ structure }: { structure: Guidelines }) {
  const w = useWords(editor);
  return (
    <div className="flex flex-col gap-6">
      {fieldKinds.map((field) =>
        hasWords(structure, field) ? (
          <section key={field}>
            <h3 className="mb-1 text-15 font-semibold text-muted">{w[field]}</h3>
            {field === 'points' ? (
              <Points points={structure.points} />
            ) : (
              <FieldWords field={structure.fields[field]} isCore={field === 'core'} />
            )}
          </section>
        ) : null,
      )}
    </div>
  );
}

function hasWords({ points, fields }: Guidelines, field: FieldKind): boolean {
  if (field === 'points') return points.length > 0;
  return fields[field].lines.length > 0 || Object.keys(fields[field].text).length > 0;
}

function FieldWords({ field, isCore = false }: { field: FieldText; isCore?: boolean }) {
  if (field.lines.length > 0) {
    return (
      <ul className="flex flex-col gap-1 text-17 text-ink">
        {field.lines.map((line, index) => (
          <li key={`${index}${line}`} className="break-words">
            {line}
          </li>
        ))}
      </ul>
    );
  }
  return <Words text={field.text} className={`text-ink ${isCore ? 'text-22' : 'text-17'}`} />;
}

export function Points({ points }: { points: Point[] }) {
  return (
    <ol className="flex flex-col gap-3">
      {points.map((point, index) => (
        <li key={point.id} className="flex gap-3">
          <span
            aria-hidden="true"
            className="mt-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-md bg-brand-soft text-13 font-semibold text-brand"
          >
            {index + 1}
          </span>
          <PointWords point={point} />
        </li>
      ))}
    </ol>
  );
}

function PointWords({ point }: { point: Point }) {
  const w = useWords(editor);
  const page = useWords(guidelinesPage);
  return (
    <div className="min-w-0">
      <Words text={point.text} className="text-17 text-ink" />
      <p className="text-13 break-words text-muted">
        {w[point.need]}
        {point.evidence && (
          <>
            {' · '}
            {page.evidence}: <Evidence words={point.evidence} />
          </>
        )}
      </p>
    </div>
  );
}

/** A link only where it is an address of the web; anything else is words. */
function Evidence({ words }: { words: string }) {
  if (!/^https?:\/\/\S+$/i.test(words)) return words;
  return (
    <a href={words} target="_blank" rel="noopener noreferrer nofollow" className="break-all">
      {words}
    </a>
  );
}

export function Changes({ changes, before }: { changes: GuidelinesChange[]; before: number }) {
  const w = useWords(guidelinesPage);
  if (changes.length === 0) return <p className="text-15 text-muted">{w.noChanges}</p>;
  return (
    <ul aria-label={w.changes({ n: before })} className="flex flex-col gap-5">
      {changes.map((change, index) => (
        <li key={`${change.field}${index}`}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change }: { change: GuidelinesChange }) {
  const names = useWords(editor);
  const w = useWords(guidelinesPage);
  const name = names[change.field];
  if (change.field !== 'points') {
    return (
      <Pair
        name={name}
        before={<FieldWords field={change.before} />}
        after={<FieldWords field={change.after} />}
      />
    );
  }
  if (change.pointId === null) return <p className="text-15 text-ink">{w.order}</p>;
  return (
    <Pair
      name={name}
      before={change.before && <PointWords point={change.before} />}
      after={change.after && <PointWords point={change.after} />}
    />
  );
}

interface PairProps {
  name: string;
  before: ReactNode;
  after: ReactNode;
}

/** Before and after one under the other: readable on a phone, and nothing is struck through. */
function Pair({ name, before, after }: PairProps) {
  const w = useWords(guidelinesPage);
  const isBoth = Boolean(before) && Boolean(after);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-15 font-semibold text-ink">{name}</p>
      {before && (
        <div className="border-l-2 border-edge pl-3">
          <p className="text-13 text-muted">{isBoth ? w.before : w.removed}</p>
          {before}
        </div>
      )}
      {after && (
        <div className="border-l-2 border-brand pl-3">
          <p className="text-13 font-medium text-brand">{isBoth ? w.now : w.added}</p>
          {after}
        </div>
      )}
    </div>
  );
}
