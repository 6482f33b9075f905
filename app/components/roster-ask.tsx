// Asking a creator to show their figures: one press, once a day, and what was asked is said.
import { useFetcher } from '@remix-run/react';
import { roster } from '#shared/words/roster.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

export interface AskProps {
  workspaceId: string;
  userId: string;
  name: string;
  mayAsk: boolean;
}

/** What a creator did not show, and the way to ask for it. */
export function NotShown({ workspaceId, userId, name, mayAsk }: AskProps) {
  const w = useWords(roster);
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.data;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-15 text-muted">
      <span>{w.notShown({ name })}</span>
      {answered && (
        <output className="text-ink">{answered.problem ? w.askedLately : w.asked({ name })}</output>
      )}
      {mayAsk && !answered && (
        <fetcher.Form method="post">
          <input type="hidden" name="intent" value="ask-figures" />
          <input type="hidden" name="workspaceId" value={workspaceId} />
          <input type="hidden" name="userId" value={userId} />
          <Button type="submit" look="plain" disabled={fetcher.state !== 'idle'}>
            {w.ask({ name })}
          </Button>
        </fetcher.Form>
      )}
    </div>
  );
}
