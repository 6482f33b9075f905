// The planned posts on their days: a month on a desk, a list on a phone. A post is moved by dragging it,
// by the arrow keys, or in its date field; those that are over stay where they are.
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '#app/components/button.tsx';
import { useIsPhone } from '#app/components/use-phone.ts';
import { useFormat, useWords } from '#app/components/words.tsx';
import {
  advisedDays,
  daysForUndated,
  monthAfter,
  monthOf,
  type TooClose,
  tooClose,
} from '#shared/plan-calendar.ts';
import type { PlannedCreator } from '#shared/plan-inputs.ts';
import { addDays } from '#shared/zoned-time.ts';
import { planPosts } from '#shared/words/plan-posts.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanMonth } from './plan-month.tsx';
import { PlanSection } from './plan-section.tsx';

export interface DatedPost {
  userId: string;
  name: string;
  n: number;
  day: string;
  isOver: boolean;
}

export const postKeyOf = ({ userId, n }: Pick<DatedPost, 'userId' | 'n'>) => `${userId}/${n}`;

export interface DayOff {
  day: string;
  name: { en: string; th: string };
}

interface PlanCalendarProps {
  creators: PlannedCreator[];
  holidays: DayOff[];
  today: string;
}

export function PlanCalendar({ creators, holidays, today }: PlanCalendarProps) {
  const w = useWords(planPosts);
  const format = useFormat();
  const isPhone = useIsPhone();
  const { writer } = usePlanHands();
  const [whose, setWhose] = useState('');
  const all = useMemo(() => datedPosts(creators), [creators]);
  const posts = whose === '' ? all : all.filter(({ userId }) => userId === whose);
  const [month, setMonth] = useState(() => fullestMonth(all, today));
  const [said, setSaid] = useState('');
  const moved = useRef<string | null>(null);
  const [held, setHeld] = useState('');

  // A post that moved is drawn on another day: the focus goes with it.
  useLayoutEffect(() => {
    if (moved.current === null) return;
    document.querySelector<HTMLElement>(`[data-planned="${moved.current}"]`)?.focus();
    moved.current = null;
  });

  function move(post: DatedPost, day: string): void {
    if (!writer || post.isOver || day === post.day) return;
    moved.current = postKeyOf(post);
    setHeld(postKeyOf(post));
    if (day !== '') setMonth(monthOf(day));
    setSaid(w.nowOn({ name: post.name, n: post.n, day: format.day(day) }));
    writer.setDay(post.userId, post.n, day === '' ? null : day);
  }
  function onKey(event: KeyboardEvent, post: DatedPost): void {
    const steps: Partial<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
    };
    const by = steps[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(post, addDays(post.day, by));
  }

  const undated = creators.flatMap(({ planned }) => planned.filter(({ day }) => day === ''));
  return (
    <PlanSection
      title={w.calendar}
      hint={isPhone ? w.calendarHintPhone : w.calendarHint}
      action={<Whose value={whose} onChange={setWhose} creators={creators} />}
    >
      <Undated count={undated.length} creators={creators} today={today} />
      {isPhone ? (
        <DayList posts={posts} onMove={move} />
      ) : (
        <PlanMonth
          {...{ month, posts, holidays, today, held, onKey }}
          mayMove={writer !== null}
          onMove={move}
          onMonth={(by) => setMonth(monthAfter(month, by))}
        />
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
      <Close found={tooClose(creators)} />
    </PlanSection>
  );
}

/** Where most is still to come; the first of several. */
function fullestMonth(posts: readonly DatedPost[], today: string): string {
  const months = new Map<string, number>();
  const days = posts.map(({ day }) => day).filter((day) => day >= today);
  for (const day of days.sort()) months.set(monthOf(day), (months.get(monthOf(day)) ?? 0) + 1);
  const most = Math.max(0, ...months.values());
  return [...months].find(([, count]) => count === most)?.[0] ?? monthOf(today);
}

function datedPosts(creators: readonly PlannedCreator[]): DatedPost[] {
  return creators.flatMap(({ userId, name, planned }) =>
    planned.flatMap(({ n, day, post }) =>
      day === '' ? [] : [{ userId, name, n, day, isOver: post?.isOver === true }],
    ),
  );
}

interface WhoseProps {
  value: string;
  creators: PlannedCreator[];
  onChange(userId: string): void;
}

function Whose({ value, creators, onChange }: WhoseProps) {
  const w = useWords(planPosts);
  return (
    <label className="flex items-center gap-2 text-13 text-muted">
      {w.whose}
      <select
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-11 rounded-xl border border-edge bg-raised px-2 text-15 text-ink md:h-10"
      >
        <option value="">{w.everybody}</option>
        {creators
          .filter(({ planned }) => planned.length > 0)
          .map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}

interface UndatedProps {
  count: number;
  creators: PlannedCreator[];
  today: string;
}

function Undated({ count, creators, today }: UndatedProps) {
  const w = useWords(planPosts);
  const { writer } = usePlanHands();
  if (count === 0) return null;
  const give = () =>
    writer?.together(() => {
      for (const { userId, n, day } of daysForUndated(creators, today)) {
        writer.setDay(userId, n, day);
      }
    });
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3 rounded-xl border border-dashed border-edge px-4 py-3">
      <p className="text-15 text-ink">
        <span className="font-medium">{w.undated({ count })}</span>{' '}
        <span className="text-muted">{w.giveDaysHint}</span>
      </p>
      {writer && <Button onClick={give}>{w.giveDays}</Button>}
    </div>
  );
}

/** Day by day, each post with a date field: the best a phone has. */
function DayList({
  posts,
  onMove,
}: {
  posts: DatedPost[];
  onMove(post: DatedPost, day: string): void;
}) {
  const w = useWords(planPosts);
  const format = useFormat();
  const { writer } = usePlanHands();
  const days = [...new Set(posts.map(({ day }) => day))].sort();
  return (
    <ol className="flex flex-col gap-4">
      {days.map((day) => (
        <li key={day}>
          <h3 className="text-13 font-semibold text-muted">{format.day(day)}</h3>
          <ul className="divide-y divide-line">
            {posts
              .filter((post) => post.day === day)
              .map((post) => (
                <li
                  key={postKeyOf(post)}
                  className="flex min-h-12 items-center justify-between gap-3 py-1"
                >
                  <span className="truncate text-15 text-ink">{w.postOf(post)}</span>
                  {post.isOver ? (
                    <span className="shrink-0 text-13 text-muted">{w.over}</span>
                  ) : (
                    <input
                      type="date"
                      aria-label={w.dayOf(post)}
                      value={day}
                      readOnly={!writer}
                      onChange={(event) => {
                        const next = event.currentTarget.value;
                        if (next !== '') onMove(post, next);
                      }}
                      className="h-11 rounded-xl border border-edge bg-raised px-2 text-17"
                    />
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

const mostShown = 6;

function Close({ found }: { found: TooClose[] }) {
  const w = useWords(planPosts);
  if (found.length === 0) return null;
  return (
    <div data-too-close className="mt-3 rounded-xl border-2 border-ink px-4 py-3 text-15 text-ink">
      <p className="font-semibold">{w.tooCloseTitle({ count: found.length })}</p>
      <ul>
        {found.slice(0, mostShown).map((one) => (
          <li key={`${one.userId} ${one.second}`}>{w.tooClose(one)}</li>
        ))}
        {found.length > mostShown && <li>{w.moreOn({ count: found.length - mostShown })}</li>}
      </ul>
      <p className="text-13 text-muted">{w.tooCloseHint({ days: advisedDays })}</p>
    </div>
  );
}
