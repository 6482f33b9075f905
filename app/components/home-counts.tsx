// How a home stands, in four numbers; each leads to its posts further down.
import type { HomeGroup } from '#shared/home.ts';
import { home } from '#shared/words/home.ts';
import { useFormat, useWords } from './words.tsx';

export const countedGroups = ['waiting', 'late', 'others', 'live'] as const satisfies HomeGroup[];

export interface HomeCountsProps {
  counts: Record<HomeGroup, number>;
  /** How many of those that wait for the reader are late: late is late, whoever owes it. */
  ownLate: number;
}

export function HomeCounts({ counts, ownLate }: HomeCountsProps) {
  const titles = { ...useGroupTitles(), late: useWords(home).late };
  const shown = { ...counts, late: counts.late + ownLate };
  const { number } = useFormat();
  return (
    <ul className="mb-8 grid grid-cols-2 gap-2 sm:gap-3 lg:grid-cols-4">
      {countedGroups.map((group) => {
        const count = shown[group];
        const place = group === 'late' && counts.late === 0 ? 'waiting' : group;
        const look = 'flex h-full min-h-18 flex-col justify-center rounded-2xl border px-4 py-2.5';
        const inside = (
          <>
            <span className="text-22 leading-tight font-semibold tabular-nums">
              {number(count)}
            </span>
            <span className="text-13">{titles[group]}</span>
          </>
        );
        return (
          <li key={group}>
            {count > 0 ? (
              <a
                href={`#${place}`}
                className={`${look} border-line bg-raised text-ink no-underline hover:border-edge`}
              >
                {inside}
              </a>
            ) : (
              <div className={`${look} border-dashed border-line text-muted`}>{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export function useGroupTitles(): Record<HomeGroup, string> {
  const { waitingForYou, lateOthers, waitingForOthers, live, done } = useWords(home);
  return { waiting: waitingForYou, late: lateOthers, others: waitingForOthers, live, done };
}
