// The share of a draft's characters that are its creator's own, from who wrote which passage: typed,
// or typed before and brought back. What a suggestion or the clipboard brought is not among them.
import { useDeferredValue, useMemo } from 'react';
import type * as Y from 'yjs';
import type { OpenPost } from '#server/views/drafts.ts';
import {
  type AuthoredRange,
  authoredRanges,
  type OwnWords as Counts,
  ownWords,
  writerIn,
} from '#shared/authorship.ts';
import { type Parts, partText } from '#shared/parts.ts';
import { ownWordsWords } from '#shared/words/own-words.ts';
import { useFormat, useReader, useWords } from './words.tsx';

interface OwnWordsProps {
  page: Pick<OpenPost, 'creator' | 'writers'>;
  doc: Y.Doc;
  parts: Parts;
}

export function OwnWords({ page, doc, parts }: OwnWordsProps) {
  const { writers, creator } = page;
  // A moment behind the keys.
  const settled = useDeferredValue(parts);
  const counts = useMemo(() => {
    const ranges = authoredRanges(doc, writerIn(new Map(writers), creator.id));
    return ownWords(ranges, (part) => partText(settled, part));
  }, [doc, settled, writers, creator.id]);
  return <Line creator={creator.name} counts={counts} />;
}

/** The same of a version, whose ranges are frozen with it. */
export function OwnWordsOf({
  creator,
  ranges,
  parts,
}: {
  creator: string;
  ranges: readonly AuthoredRange[];
  parts: Parts;
}) {
  return <Line creator={creator} counts={ownWords(ranges, (part) => partText(parts, part))} />;
}

function Line({ creator, counts }: { creator: string; counts: Counts }) {
  const w = useWords(ownWordsWords);
  const format = useFormat();
  const { locale } = useReader();
  const { typed, accepted, pasted, broughtBack } = counts;
  const all = typed + accepted + pasted + broughtBack;
  if (all === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const title = w.title({
    creator,
    typed: format.number(typed),
    accepted: format.number(accepted),
    pasted: format.number(pasted),
    broughtBack: format.number(broughtBack),
  });
  return (
    <span className="text-13 text-muted" title={title}>
      {w.line({ share: percent.format((typed + broughtBack) / all) })}
      <span className="sr-only">. {title}</span>
    </span>
  );
}
