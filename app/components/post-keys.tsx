// The two keys on the version that was sent, live for both sides, and the proof once both are on.
import { FileCheck2 } from 'lucide-react';
import { Link } from '@remix-run/react';
import type { KeyView, OpenPost } from '#server/views/drafts.ts';
import type { Side } from '#shared/roles.ts';
import { deeds } from '#shared/words/deeds.ts';
import { KeyMark } from './people.tsx';
import { useFormat, useWords } from './words.tsx';

export default function Keys({ page, isChanged }: { page: OpenPost; isChanged: boolean }) {
  const w = useWords(deeds);
  const { keys, sent } = page;
  if (!sent || (!keys.brand && !keys.creator && page.status !== 'with-brand')) return null;
  const on = (key: KeyView | null) => key !== null && !isChanged;
  const brand = page.brief.brandName;
  const creator = page.creator.name;
  const label = on(keys.brand) && on(keys.creator) ? w.bothKeys : w.keys;
  return (
    <section
      aria-label={w.keys}
      aria-live="polite"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl border border-line bg-raised px-4 py-3"
    >
      <KeyMark brand={on(keys.brand)} creator={on(keys.creator)} label={label} />
      <dl className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-1 text-15">
        <KeyLine
          name={w.keyBrand({ brand })}
          side="brand"
          held={keys.brand}
          isChanged={isChanged}
        />
        <KeyLine
          name={w.keyCreator({ creator })}
          side="creator"
          held={keys.creator}
          isChanged={isChanged}
        />
      </dl>
      {page.hasProof && (
        <p className="not-printed flex flex-wrap items-center gap-x-4 text-15">
          <a
            href={`/posts/${page.id}/proof`}
            download
            className="inline-flex min-h-11 items-center gap-1.5 font-medium md:min-h-0"
          >
            <FileCheck2 className="size-4" aria-hidden="true" />
            {w.downloadProof}
          </a>
          <a
            href={`/posts/${page.id}/proof/pdf`}
            download
            className="inline-flex min-h-11 items-center md:min-h-0"
          >
            {w.proofPdf}
          </a>
          <Link to="/proof" className="inline-flex min-h-11 items-center md:min-h-0">
            {w.checkProof}
          </Link>
        </p>
      )}
      {page.hasProof && isChanged && <p className="basis-full text-13 text-muted">{w.proofThen}</p>}
    </section>
  );
}

function KeyLine({
  name,
  side,
  held,
  isChanged,
}: {
  name: string;
  side: Side;
  held: KeyView | null;
  isChanged: boolean;
}) {
  const w = useWords(deeds);
  const format = useFormat();
  const state = !held
    ? w.keyWaiting
    : isChanged
      ? w.keyOff
      : w.keyTurned({ name: held.name, when: format.relative(held.at) });
  return (
    <div>
      <dt className={`font-medium ${side === 'brand' ? 'text-brand' : 'text-creator'}`}>{name}</dt>
      <dd className="text-13 text-muted">{state}</dd>
    </div>
  );
}
