// One month of planned posts. Many on one day are folded to the first few; pressed, all of them show.
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { IconButton } from '#app/components/button.tsx';
import { useFormat, useReader, useWords } from '#app/components/words.tsx';
import { monthOf, weeksOf } from '#shared/plan-calendar.ts';
import { dateFormat, dateTag } from '#shared/words/dates.ts';
import { planPosts } from '#shared/words/plan-posts.ts';
import { type DatedPost, type DayOff, postKeyOf } from './plan-calendar.tsx';

interface PlanMonthProps {
  month: string;
  posts: DatedPost[];
  holidays: DayOff[];
  today: string;
  mayMove: boolean;
  /** The post in hand, which no fold hides. */
  held: string;
  onMonth(by: number): void;
  onMove(post: DatedPost, day: string): void;
  onKey(event: KeyboardEvent, post: DatedPost): void;
}

export function PlanMonth(props: PlanMonthProps) {
  const { month, posts, onMonth } = props;
  const w = useWords(planPosts);
  const reader = useReader();
  const weeks = weeksOf(month);
  const say = (day: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(dateTag(reader), { ...options, timeZone: 'UTC' }).format(new Date(day));
  return (
    <div>
      <div className="mb-2 flex items-center gap-2">
        <IconButton label={w.earlier} onClick={() => onMonth(-1)}>
          <ChevronLeft className="size-5" aria-hidden="true" />
        </IconButton>
        <h3 aria-live="polite" className="min-w-40 text-center text-17 font-semibold text-ink">
          {say(`${month}-01`, { month: 'long', year: 'numeric' })}
        </h3>
        <IconButton label={w.later} onClick={() => onMonth(1)}>
          <ChevronRight className="size-5" aria-hidden="true" />
        </IconButton>
      </div>
      <div aria-hidden="true" className="grid grid-cols-7 text-13 text-muted">
        {weeks[0]?.map((day) => (
          <span key={day} className="px-1.5 pb-1">
            {say(day, { weekday: 'short' })}
          </span>
        ))}
      </div>
      <ol className="grid grid-cols-7 overflow-hidden rounded-xl border border-line bg-line gap-px">
        {weeks.flat().map((day) => (
          <Day key={day} {...props} day={day} posts={posts.filter((post) => post.day === day)} />
        ))}
      </ol>
    </div>
  );
}

const mostChips = 3;

function Day({ day, ...props }: PlanMonthProps & { day: string }) {
  const { month, posts, holidays, today, mayMove, held, onMove } = props;
  const w = useWords(planPosts);
  const format = useFormat();
  const { locale } = useReader();
  const [isOver, setOver] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const holiday = holidays.find((one) => one.day === day);
  const isFolded = !isOpen && posts.length > mostChips + 1;
  const shown = isFolded
    ? posts.filter((post, at) => at < mostChips || postKeyOf(post) === held)
    : posts;
  const isOther = monthOf(day) !== month;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const post = readDragged(event.dataTransfer.getData('text/plain'));
    if (post) onMove(post, day);
  };
  return (
    // By keys a post is moved where it stands: a day only takes what is dropped on it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      data-day={day}
      onDragOver={(event) => {
        if (!mayMove) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex min-h-24 flex-col gap-1 p-1 ${isOver ? 'bg-brand-soft' : isOther ? 'bg-paper' : 'bg-raised'}`}
    >
      <span className="flex items-baseline justify-between gap-1 px-0.5">
        <time
          dateTime={day}
          aria-label={format.day(day)}
          aria-current={day === today ? 'date' : undefined}
          className={`shrink-0 text-13 tabular-nums ${day === today ? 'rounded-md bg-ink px-1 font-semibold text-paper' : isOther ? 'text-muted' : 'text-ink'}`}
        >
          {Number(day.slice(8))}
        </time>
        {holiday && (
          <span title={holiday.name[locale]} className="truncate text-13 text-muted">
            {holiday.name[locale]}
          </span>
        )}
      </span>
      {shown.map((post) => (
        <Chip key={postKeyOf(post)} {...props} post={post} />
      ))}
      {isFolded && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="min-h-6 rounded-md px-1 text-left text-13 text-muted underline decoration-edge"
        >
          {w.moreOn({ count: posts.length - shown.length })}
        </button>
      )}
    </li>
  );
}

function Chip({ post, mayMove, onKey }: PlanMonthProps & { post: DatedPost }) {
  const w = useWords(planPosts);
  const format = useFormat();
  const said = { name: post.name, n: post.n, day: format.day(post.day) };
  const look = 'min-h-6 truncate rounded-md px-1.5 text-left text-13';
  if (post.isOver || !mayMove) {
    return (
      <span className={`${look} text-muted`} title={w.fixed(said)}>
        {w.postOf(post)}
      </span>
    );
  }
  return (
    <button
      type="button"
      draggable
      data-planned={postKeyOf(post)}
      aria-label={w.movable(said)}
      onKeyDown={(event) => onKey(event, post)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', JSON.stringify(post));
      }}
      className={`${look} cursor-grab bg-brand-soft font-medium text-brand active:cursor-grabbing`}
    >
      {w.postOf(post)}
    </button>
  );
}

/** Anything can be dropped on a page: only a post of ours is taken. */
function readDragged(text: string): DatedPost | null {
  try {
    const read = JSON.parse(text) as Partial<DatedPost>;
    const { userId, name, n, day, isOver } = read;
    const isPost = typeof userId === 'string' && typeof n === 'number' && typeof day === 'string';
    return isPost ? { userId, name: `${name}`, n, day, isOver: isOver === true } : null;
  } catch {
    return null;
  }
}
