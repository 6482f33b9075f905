// How much of the platform's limit the words take, in the platform's own unit.
import type { OpenPost } from '#server/views/drafts.ts';
import { type PartKind, type Parts, partText } from '#shared/parts.ts';
import { countIn, hashtagsIn } from '#shared/counting.ts';
import { type Format, hashtagLimit, limitOf, type Platform } from '#shared/platforms.ts';
import { post } from '#shared/words/post.ts';
import { useWeigh } from './use-weigh.ts';
import { useFormat, useWords } from './words.tsx';

export function PostCount({
  page,
  parts,
  kinds,
}: {
  page: OpenPost;
  parts: Parts;
  kinds: readonly PartKind[];
}) {
  const w = useWords(post);
  const format = useFormat();
  const platform = page.deliverable.platform as Platform;
  const weigh = useWeigh(platform);
  if (!kinds.includes('caption')) return null;
  const text = partText(parts, 'caption');
  const limit = limitOf(platform, page.deliverable.format as Format, 'caption');
  const count = countIn(limit?.unit ?? 'utf16', text, weigh);
  if (count === null) return null;
  const tags = hashtagLimit(platform);
  const tagCount = hashtagsIn(text).length;
  const over = limit ? count - limit.max : 0;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 text-13">
      <span className={over > 0 ? 'font-semibold text-ink' : 'text-muted'}>
        {limit
          ? w.count({ count: format.number(count), max: format.number(limit.max) })
          : w.countOnly({ count: format.number(count) })}
        {over > 0 && ` · ${w.over({ count: format.number(over) })}`}
      </span>
      {tags && tagCount > tags.max && (
        <span className="font-semibold">{w.hashtags({ count: tagCount, max: tags.max })}</span>
      )}
    </span>
  );
}
