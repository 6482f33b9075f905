// Posts in a row each on the homes: whose, when it goes live, by when an answer is owed, its state.
import { Link } from '@remix-run/react';
import type { HomePost } from '#server/views/home.ts';
import { lateMs } from '#shared/clock.ts';
import type { Side } from '#shared/roles.ts';
import { clock } from '#shared/words/clock.ts';
import { home } from '#shared/words/home.ts';
import { ideaStageWords } from '#shared/words/idea-stages.ts';
import { formatName } from '#shared/words/platforms.ts';
import type { Locale } from '#shared/words/words.ts';
import { Due, useMovedWords } from './clock.tsx';
import { Person, StatusPill } from './people.tsx';
import { Rows } from './surface.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export const isDone = ({ status }: HomePost): boolean => status === 'published';

const isAgreed = (post: HomePost): boolean => isDone(post) || post.status === 'approved-by-both';

export function HomePosts({ posts, side }: { posts: HomePost[]; side: Side }) {
  const words = useWords(home);
  const { locale, now } = useReader();
  return (
    <Rows>
      {posts.map((post) => (
        <li key={post.draftId}>
          <Link
            to={`/posts/${post.draftId}`}
            className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 no-underline hover:bg-line/40"
          >
            <span className="flex min-w-0 flex-col gap-0.5">
              <span className="text-17 font-medium text-ink">
                {words.post({ n: post.ordinal })} · {formatName(post.format, locale)}
              </span>
              <span className="flex flex-wrap items-center gap-x-2 text-13 text-muted">
                {side === 'brand' ? (
                  <Person name={post.creatorName} side="creator" />
                ) : (
                  <span>{post.brandName}</span>
                )}
                <PublishDay post={post} />
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {isDueShown(post, { side, now }) && (
                <Due clock={post.clock} timeZone={post.timeZone} />
              )}
              <StatusPill turn={isAgreed(post) ? 'both' : post.turn}>
                {statusWords(post, side, { words, locale })}
              </StatusPill>
            </span>
          </Link>
        </li>
      ))}
    </Rows>
  );
}

/** Not where it is the creator's and a look is asked of the brand, nor the day of going live twice. */
function isDueShown(post: HomePost, { side, now }: { side: Side; now: number }): boolean {
  if (post.lookAsked && side === 'brand') return false;
  return post.clock.due !== post.clock.publishDue || lateMs(post.clock, now) > 0;
}

function PublishDay({ post }: { post: HomePost }) {
  const w = useWords(clock);
  const format = useFormat();
  const movedWords = useMovedWords();
  const { publishDue } = post.clock;
  if (publishDue === null) return null;
  const isWithBrand = post.status === 'with-brand';
  const moved = movedWords({ clock: post.clock, brand: post.brandName, isWithBrand });
  return (
    <>
      <span>{w.goesLive({ date: format.date(publishDue, post.timeZone) })}</span>
      {moved && post.turn !== 'nobody' && <span className="text-ink">{moved}</span>}
    </>
  );
}

function statusWords(
  post: HomePost,
  side: Side,
  { words, locale }: { words: (typeof home)['en']; locale: Locale },
): string {
  if (post.lookAsked && side === 'brand') return words.asksForLook;
  const { idea, brandName: brand } = post;
  if (idea !== 'writing') return ideaStageWords(idea, { side, brand, locale });
  switch (post.status) {
    case 'writing':
      return side === 'creator' && !post.open ? words.justMe : words.writing;
    case 'with-brand':
      return side === 'brand' && post.decides
        ? words.withYou
        : words.withBrand({ brand: post.brandName });
    case 'changes-asked':
      return words.changesAsked;
    case 'approved-by-brand':
      return side === 'creator' ? words.approvedWaitsForYou : words.approvedByBrand;
    case 'approved-by-both':
      return words.approvedByBoth;
    default:
      return words[post.status];
  }
}
