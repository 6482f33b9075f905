// Beside a brief that was begun from another: what worked there, folded; and who was in it, to be
// asked again by a press each or all at once.
import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { loader } from '#app/routes/briefs.$briefId_.last-time.ts';
import type { LastTime } from '#server/views/again.ts';
import type { Summary } from '#shared/report.ts';
import { again } from '#shared/words/again.ts';
import { brief } from '#shared/words/brief.ts';
import { report } from '#shared/words/report.ts';
import type { Answer } from './brief-answer.ts';
import { problemWords } from './brief-problems.ts';
import { Button } from './button.tsx';
import { Choice, Problem } from './field.tsx';
import { Avatar } from './people.tsx';
import { PointShares, SummaryLines } from './report-summary.tsx';
import { Rows, Section } from './surface.tsx';
import { useReader, useWords } from './words.tsx';

const place = (briefId: string) => `/briefs/${briefId}/last-time`;

function useLastTime(briefId: string): LastTime | null {
  const { load, data } = useFetcher<typeof loader>();
  useEffect(() => load(place(briefId)), [briefId, load]);
  return data?.last ?? null;
}

export function WhatWorked({ briefId }: { briefId: string }) {
  const w = useWords(report);
  const last = useLastTime(briefId);
  if (!last) return null;
  const { summary, points } = last.report;
  return (
    <details className="rounded-2xl border border-line bg-raised open:pb-4">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 text-15 font-semibold">
        {w.lastTime}
      </summary>
      <div className="flex flex-col gap-4 px-4">
        <p className="text-13 break-words text-muted">{w.lastTimeOf({ title: last.title })}</p>
        {summary.sent === 0 ? (
          <p className="text-15">{w.noneLastTime}</p>
        ) : (
          <>
            <SummaryLines summary={summary} more={talkLines(w, summary)} />
            <PointShares summary={summary} points={points} />
            <p className="text-13 text-muted">{w.asTold}</p>
          </>
        )}
      </div>
    </details>
  );
}

function talkLines(w: (typeof report)['en'], { answers, suggestions }: Summary) {
  const { done, 'my-way': myWay, 'rather-not': ratherNot } = answers;
  return [
    { name: w.answers, value: w.answersOf({ done, myWay, ratherNot }), n: null },
    { name: w.suggestions, value: w.suggestionsOf(suggestions), n: null },
  ];
}

/** A list and no rows: who is never pressed is never asked. */
export function AskAgain({ briefId }: { briefId: string }) {
  const w = useWords(again);
  const words = useWords(brief);
  const { locale } = useReader();
  const last = useLastTime(briefId);
  const fetcher = useFetcher<Answer>();
  const [deal, setDeal] = useState(true);
  if (!last || last.creators.length === 0) return null;
  const problem = fetcher.state === 'idle' ? fetcher.data?.problem : null;
  const isBusy = fetcher.state !== 'idle';
  const invite = (userIds: string[]) => {
    const form = new FormData();
    for (const userId of userIds) form.append('userId', userId);
    if (deal) form.set('deal', 'on');
    fetcher.submit(form, { method: 'post', action: place(briefId) });
  };
  return (
    <Section
      title={w.notYet}
      action={
        <Button disabled={isBusy} onClick={() => invite(last.creators.map(({ userId }) => userId))}>
          {w.inviteAll({ count: last.creators.length })}
        </Button>
      }
    >
      <p className="text-15 break-words text-muted">{w.notYetNote({ title: last.title })}</p>
      <Choice
        type="checkbox"
        label={w.withDeal}
        hint={w.withDealHint}
        checked={deal}
        onChange={(event) => setDeal(event.currentTarget.checked)}
      />
      {problem && <Problem>{problemWords(words, locale, problem)}</Problem>}
      <Rows>
        {last.creators.map(({ userId, name, handle }) => (
          <li key={userId} className="flex items-center gap-3 p-3">
            <Avatar name={name} side="creator" />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-15 font-medium">{name}</span>
              <span className="block truncate text-13 text-muted">{handle}</span>
            </span>
            <Button
              disabled={isBusy}
              aria-label={w.inviteWhom({ name })}
              onClick={() => invite([userId])}
            >
              {w.invite}
            </Button>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
