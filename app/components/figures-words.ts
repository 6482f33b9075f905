// Days, counts and kinds of imported posts as one reader wants them.
import type { CountName, PostCounts, PostKind } from '#shared/imports/post.ts';
import { countNames } from '#shared/imports/post.ts';
import { dateFormat, dateTag } from '#shared/words/dates.ts';
import type { figuresPage } from '#shared/words/figures-page.ts';
import { formatName } from '#shared/words/platforms.ts';
import { useFormat, useReader } from './words.tsx';

type Words = (typeof figuresPage)['en'];

/** Where this device stands: times in files that name no zone are its own. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** "20 Sep 2026". Days are told in UTC, so that page and server say the same. */
export function useDay(): (at: Date | number) => string {
  const tag = dateTag(useReader());
  const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return (at) => dateFormat(tag, day).format(new Date(at));
}

export function useKindName(): (kind: PostKind) => string {
  const { locale } = useReader();
  return (kind) => formatName(kind, locale);
}

/** "412 likes" as "Likes 412 · Comments 20": what the file did not say is left out. */
export function useCounts(w: Words): (post: PostCounts) => string {
  const format = useFormat();
  return (post) =>
    countNames
      .flatMap((name: CountName) => {
        const count = post[name];
        return count === null ? [] : [`${w[name]} ${format.number(count)}`];
      })
      .join(' · ');
}
