// Versions in time, a day at a time, the newest first: each a link that lays it beside the text.
import { Link, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import type { Moment, Reason, VersionsPage } from '#server/views/versions.ts';
import { versions } from '#shared/words/versions.ts';
import { type Turn, TurnShape } from './people.tsx';
import { Moment as Time } from './surface.tsx';
import { useIsPhone } from './use-phone.ts';
import { useFormat, useWords } from './words.tsx';

export function VersionList({ page }: { page: VersionsPage }) {
  const w = useWords(versions);
  const onPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  if (!onPhone) {
    return (
      <nav aria-label={w.list} className="sticky top-4 max-h-[calc(100dvh-8rem)] overflow-y-auto">
        <Days page={page} />
      </nav>
    );
  }
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-2xl border border-line bg-raised px-4"
    >
      <summary className="flex min-h-11 items-center text-15 font-medium">
        {w.listCount({ count: page.moments.length })}
      </summary>
      <nav aria-label={w.list} className="pb-3">
        <Days page={page} onChosen={() => setOpen(false)} />
      </nav>
    </details>
  );
}

function Days({ page, onChosen }: { page: VersionsPage; onChosen?(): void }) {
  const format = useFormat();
  const days = new Map<string, Moment[]>();
  for (const moment of page.moments) {
    const day = format.date(moment.at, page.brief.timeZone);
    days.set(day, [...(days.get(day) ?? []), moment]);
  }
  return (
    <ol className="flex flex-col gap-4">
      {[...days].map(([day, moments]) => (
        <li key={day}>
          <h2 className="px-2 pb-1 text-13 font-medium text-muted">{day}</h2>
          <ol className="flex flex-col">
            {moments.map((moment) => (
              <Row key={moment.id} page={page} moment={moment} onChosen={onChosen} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Row({
  page,
  moment,
  onChosen,
}: {
  page: VersionsPage;
  moment: Moment;
  onChosen?: (() => void) | undefined;
}) {
  const w = useWords(versions);
  const format = useFormat();
  const say = useReasonWords(page);
  const [search] = useSearchParams();
  const isChosen = page.chosen.from === moment.id;
  const isOther = page.chosen.to === moment.id;
  const to = new URLSearchParams(search);
  to.set('from', moment.id);
  const [first, ...more] = moment.reasons;
  return (
    <li>
      <Link
        to={{ search: `?${to}` }}
        replace
        preventScrollReset
        onClick={onChosen}
        aria-current={isChosen || isOther ? 'true' : undefined}
        className="flex min-h-11 gap-2.5 rounded-xl px-2 py-1.5 no-underline hover:bg-line/40 aria-[current]:bg-line/60"
      >
        <span className="flex pt-1.5">
          <TurnShape turn={turnOf(moment)} />
        </span>
        <span className="flex min-w-0 flex-col">
          <span className="text-15 font-medium text-ink">{first && say(first)}</span>
          {more.map((reason, index) => (
            // Reasons have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} className="text-13 text-ink">
              {say(reason)}
            </span>
          ))}
          <span className="text-13 text-muted">
            <Time at={moment.at}>{format.time(moment.at, page.brief.timeZone)}</Time>
            {first?.kind === 'quiet' && ` · ${w.quietNote}`}
          </span>
        </span>
      </Link>
    </li>
  );
}

/** Both keys, the brand's turn to say something, or the creator's own. */
function turnOf({ reasons }: Moment): Turn {
  const has = (kind: Reason['kind']) => reasons.some((reason) => reason.kind === kind);
  if (has('approve') && has('post-it')) return 'both';
  if (has('approve')) return 'brand';
  return has('sent') || has('named') ? 'creator' : 'nobody';
}

function useReasonWords({ brief }: VersionsPage): (reason: Reason) => string {
  const w = useWords(versions);
  return (reason) => {
    switch (reason.kind) {
      case 'sent':
        return w.sent({ brand: brief.brandName, round: reason.round });
      case 'approve':
        return w.approved({ name: reason.name });
      case 'post-it':
        return w.posts({ name: reason.name });
      case 'named':
        return w.named({ name: reason.name });
      case 'quiet':
        return w.quiet;
    }
  };
}

/** One line for a list to choose from. */
export function useMomentName(page: VersionsPage): (moment: Moment) => string {
  const say = useReasonWords(page);
  return ({ reasons }) => {
    const named = reasons.findLast(({ kind }) => kind === 'named');
    const best = named ?? reasons[0];
    return best ? say(best) : '';
  };
}
