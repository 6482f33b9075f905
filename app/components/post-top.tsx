// The post page's top bar: back, what this is, whose turn, who is here, and the one button.
import { Link, useRouteLoaderData } from '@remix-run/react';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import type { OpenPost, PostFrame } from '#server/views/drafts.ts';
import { clock } from '#shared/words/clock.ts';
import { ideaStageWords } from '#shared/words/idea-stages.ts';
import { formatName } from '#shared/words/platforms.ts';
import { post } from '#shared/words/post.ts';
import { Bell } from './bell.tsx';
import { Due, useHolidayWords, useMovedWords } from './clock.tsx';
import { StatusPill, type Turn } from './people.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useIsPhone } from './use-phone.ts';
import { useFormat, useReader, useWords } from './words.tsx';

export function usePostTitle(page: PostFrame): string {
  const w = useWords(post);
  const { locale } = useReader();
  const { deliverable, creator } = page;
  const name = deliverable.title || w.ordinal({ n: deliverable.ordinal });
  const what = `${name} · ${formatName(deliverable.format, locale)}`;
  // The creator knows who they are; a phone has no room to say so.
  return page.side === 'creator' ? what : w.pageTitle({ creator: creator.name, post: what });
}

export function TopBar({
  page,
  isChanged = false,
  presence,
  action,
  more,
}: {
  page: Shown;
  isChanged?: boolean;
  presence?: ReactNode;
  action?: ReactNode;
  more?: ReactNode;
}) {
  const w = useWords(post);
  const title = usePostTitle(page);
  const onPhone = useIsPhone();
  const keyboard = useKeyboard();
  // The brand decides between two, and a phone has no room for both beside the title.
  const below = onPhone && page.side === 'brand';
  const back = page.side === 'brand' ? `/briefs/${page.brief.id}/posts` : '/';
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="flex h-14 items-center gap-2 pr-2 pl-1 md:h-12 md:gap-3 md:pr-4">
        <Link
          to={back}
          aria-label={w.back}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-xl text-ink hover:bg-line/60"
        >
          <ArrowLeft className="size-5" aria-hidden="true" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate text-15 font-semibold md:flex-none md:text-17">
          {title}
        </h1>
        {!onPhone && (
          <span className="hidden min-w-0 flex-1 items-center gap-3 md:flex">
            <TurnLine page={page} isChanged={isChanged} />
          </span>
        )}
        {(!onPhone || keyboard > 0) && presence}
        {!below && action}
        {!onPhone && <PostBell />}
        {more}
      </div>
      {onPhone && keyboard === 0 && (
        <div className="flex min-h-9 flex-wrap items-center gap-x-2 overflow-hidden border-t border-line px-4 py-1">
          <TurnLine page={page} isChanged={isChanged} isShort />
          {presence && <span className="ml-auto inline-flex">{presence}</span>}
        </div>
      )}
      {below && <div className="flex gap-2 px-4 pt-1 pb-2 *:flex-1 empty:hidden">{action}</div>}
    </header>
  );
}

/** Behind a closed door there is only the frame. */
type Shown = PostFrame & Partial<Pick<OpenPost, 'requests' | 'clearance' | 'may'>>;

/** A phone has no room for it beside the title: there it rings at home. */
function PostBell() {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  return root?.actor ? <Bell userId={root.actor.userId} unread={root.unread} /> : null;
}

/** Whose turn it is, and by when. */
function TurnLine({
  page,
  isChanged = false,
  isShort = false,
}: {
  page: Shown;
  isShort?: boolean;
  /** Approved once and different now: that is the news, whatever the rows say. */
  isChanged?: boolean;
}) {
  const approved = useTurn(page, isShort);
  const w = useWords(post);
  const changed =
    page.side === 'creator' ? w.turnChangedYou : w.turnChanged({ creator: page.creator.name });
  const { turn, words } = isChanged ? { turn: 'creator' as const, words: changed } : approved;
  return (
    <>
      <StatusPill turn={turn}>{words}</StatusPill>
      <Due clock={page.clock} timeZone={page.brief.timeZone} isShort={isShort} />
    </>
  );
}

/** The day of going live, and why it or the answer is later than was agreed; nothing where it is not. */
export function PublishDay({ page }: { page: PostFrame }) {
  const w = useWords(clock);
  const format = useFormat();
  const movedWords = useMovedWords();
  const holidayWords = useHolidayWords();
  const { publishDue } = page.clock;
  const brand = page.brief.brandName;
  const isWithBrand = page.turn === 'brand';
  const moved = movedWords({ clock: page.clock, brand, isWithBrand });
  const free = holidayWords(page.clock);
  if ((moved ?? free) === null || page.turn === 'nobody') return null;
  const live = publishDue && w.goesLive({ date: format.date(publishDue, page.brief.timeZone) });
  return (
    <p className="flex flex-wrap gap-x-3 text-13 text-muted">
      {free && <span>{free}</span>}
      {live && <span>{live}</span>}
      {moved && <span className="text-ink">{moved}</span>}
    </p>
  );
}

function useTurn(page: Shown, isShort: boolean): { turn: Turn; words: string } {
  const w = useWords(post);
  const isCreator = page.side === 'creator';
  const creator = page.creator.name;
  const count = page.requests?.length ?? 0;
  const { locale } = useReader();
  const stage = page.idea?.stage ?? 'writing';
  if (stage !== 'writing') {
    const { side, turn } = page;
    const brand = page.brief.brandName;
    return { turn, words: ideaStageWords(stage, { side, brand, locale }) };
  }
  switch (page.status) {
    case 'writing':
      return { turn: 'creator', words: isCreator ? w.turnWritingYou : w.turnWriting({ creator }) };
    case 'with-brand': {
      const brand = page.brief.brandName;
      const brandYou = isShort ? w.turnBrandYouShort : w.turnBrandYou;
      if (page.clearance?.state === 'waiting') {
        return { turn: 'brand', words: page.may?.clear ? w.turnLegalYou : w.turnLegal };
      }
      return { turn: 'brand', words: page.may?.decide ? brandYou : w.turnBrand({ brand }) };
    }
    case 'changes-asked':
      return {
        turn: 'creator',
        words: isCreator ? w.turnChangesYou({ count }) : w.turnChanges({ creator, count }),
      };
    case 'approved-by-brand':
      return { turn: 'creator', words: isCreator ? w.turnKeyYou : w.turnKey({ creator }) };
    case 'approved-by-both':
      return { turn: 'both', words: w.turnReady };
    case 'published':
    case 'withdrawn':
    case 'released':
      return { turn: 'nobody', words: w[page.status] };
  }
}
