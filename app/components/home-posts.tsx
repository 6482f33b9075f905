// Posts in a row each on the homes: whose, what, in which state, and the two clocks: whose turn with the
// time that is left, and when it goes live.
import { Link } from '@remix-run/react';
import type { HomePost } from '#server/views/home.ts';
import { lateMs } from '#shared/clock.ts';
import type { Side } from '#shared/roles.ts';
import { clearance } from '#shared/words/clearance.ts';
import { clock } from '#shared/words/clock.ts';
import { home } from '#shared/words/home.ts';
import { ideaStageWords } from '#shared/words/idea-stages.ts';
import { formatName } from '#shared/words/platforms.ts';
import { useDueWords, useHolidayWords, useMovedWords } from './clock.tsx';
import { Avatar, StatusPill } from './people.tsx';
import { Rows } from './surface.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export interface HomePostsProps {
  posts: HomePost[];
  side: Side;
}

export function HomePosts({ posts, side }: HomePostsProps) {
  const isMixed = posts.some(({ briefId }) => briefId !== posts[0]?.briefId);
  return (
    <Rows>
      {posts.map((post) => (
        <li key={post.draftId}>
          <Link
            to={`/posts/${post.draftId}`}
            className="flex min-h-16 flex-col gap-x-6 gap-y-2 px-4 py-3 no-underline hover:bg-line/40 sm:flex-row sm:items-center sm:justify-between"
          >
            <What {...{ post, side, isMixed }} />
            <State post={post} side={side} />
          </Link>
        </li>
      ))}
    </Rows>
  );
}

/** "Post 1 · Reel", or the name it was given. */
export function useHomePostName(): (
  post: Pick<HomePost, 'title' | 'ordinal' | 'format'>,
) => string {
  const words = useWords(home);
  const { locale } = useReader();
  return ({ title, ordinal, format }) =>
    `${title || words.post({ n: ordinal })} · ${formatName(format, locale)}`;
}

interface WhatProps {
  post: HomePost;
  side: Side;
  /** Whether the posts beside it are of other briefs too. */
  isMixed: boolean;
}

function What({ post, side, isMixed }: WhatProps) {
  const nameOf = useHomePostName();
  const daysOf = useDays();
  const isBrand = side === 'brand';
  const name = isBrand ? post.creatorName : post.brandName;
  const details = [isBrand ? nameOf(post) : name, isMixed && post.briefTitle, ...daysOf(post)];
  return (
    <span className="flex min-w-0 items-start gap-3">
      <Avatar name={name} side={isBrand ? 'creator' : 'brand'} />
      <span className="flex min-w-0 flex-col">
        <span className="text-15 font-semibold text-ink">{isBrand ? name : nameOf(post)}</span>
        <span className="text-13 text-muted">{details.filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  );
}

/** When it goes live, and what moved its days. */
function useDays(): (post: HomePost) => (string | null)[] {
  const w = useWords(clock);
  const format = useFormat();
  const movedWords = useMovedWords();
  const holidayWords = useHolidayWords();
  return (post) => {
    const { publishDue } = post.clock;
    if (post.status === 'published') return [];
    const isWithBrand = post.turn === 'brand';
    const moved = movedWords({ clock: post.clock, brand: post.brandName, isWithBrand });
    const live = publishDue && w.goesLive({ date: format.date(publishDue, post.timeZone) });
    return [live || null, moved, holidayWords(post.clock)];
  };
}

/** Indented on a phone to where the words above begin. */
function State({ post, side }: { post: HomePost; side: Side }) {
  const stateWords = useStateWords(side);
  return (
    <span className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 pl-11 sm:flex-col sm:items-end sm:pl-0">
      <StatusPill turn={post.status === 'approved-by-both' ? 'both' : post.turn}>
        {stateWords(post)}
      </StatusPill>
      <TurnAndTime post={post} side={side} />
    </span>
  );
}

function TurnAndTime({ post, side }: { post: HomePost; side: Side }) {
  const words = useWords(home);
  const dueWords = useDueWords();
  const { now } = useReader();
  if (post.turn === 'nobody') return null;
  const name = post.turn === 'brand' ? post.brandName : post.creatorName;
  const isYours = post.turn === side && post.decides;
  const turn = isYours ? words.yourTurn : words.theirTurn({ name });
  // "With you", and what is said of an idea, say it already.
  const isTold = isYours && (post.idea !== 'writing' || post.status === 'with-brand');
  const whose = isTold ? null : turn;
  const isLate = lateMs(post.clock, now) > 0;
  // The day of going live is said with the post.
  const isSaid = post.clock.due === post.clock.publishDue && !isLate;
  const due = isSaid ? null : dueWords(post.clock, post.timeZone);
  return (
    <span className={`text-13 ${isLate ? 'font-semibold text-ink' : 'text-muted'}`}>
      {[whose, due].filter(Boolean).join(' · ')}
    </span>
  );
}

/** Where a post stands, as this side says it. */
export function useStateWords(side: Side): (post: HomePost) => string {
  const words = useWords(home);
  const { withLegal } = useWords(clearance);
  const { locale } = useReader();
  return (post) => {
    const { idea, status, brandName: brand } = post;
    if (post.lookAsked && side === 'brand') return words.asksForLook;
    // A colleague reads of an idea that waits for the lead as its creator does: it is not their turn.
    const reader = idea === 'with-brand' && !post.decides ? 'creator' : side;
    if (idea !== 'writing') return ideaStageWords(idea, { side: reader, brand, locale });
    switch (status) {
      case 'writing':
        return side === 'creator' && !post.open ? words.justMe : words.writing;
      case 'with-brand':
        if (post.withLegal && !post.decides) return withLegal;
        return side === 'brand' && post.decides ? words.withYou : words.withBrand({ brand });
      case 'changes-asked':
        return words.changesAsked;
      case 'approved-by-brand':
        return side === 'creator' ? words.approvedWaitsForYou : words.approvedByBrand;
      case 'approved-by-both':
        return words.approvedByBoth;
      default:
        return words[status];
    }
  };
}
