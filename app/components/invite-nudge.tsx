// A nudge: told in Cobrief where they have been in, and a message for the chat, ready to be handed over.
import { useFetcher } from '@remix-run/react';
import type { NudgedInvitation } from '#server/commands/nudges.ts';
import { brief } from '#shared/words/brief.ts';
import { invite } from '#shared/words/invite.ts';
import type { Answer } from './brief-answer.ts';
import { problemWords } from './brief-problems.ts';
import { Button, type ButtonLook } from './button.tsx';
import { Problem } from './field.tsx';
import { Handing } from './invite-ready.tsx';
import { useReader, useWords } from './words.tsx';

export interface NudgeProps {
  userIds: string[];
  brandName: string;
  label: string;
  look?: ButtonLook;
  /** Once somebody was nudged it is not, and what is ready for them stays. */
  isPossible?: boolean;
}

export function Nudge({
  userIds,
  brandName,
  label,
  look = 'quiet',
  isPossible = true,
}: NudgeProps) {
  const fetcher = useFetcher<Answer<NudgedInvitation[]>>();
  const w = useWords(brief);
  const { locale } = useReader();
  const { value, problem } = fetcher.data ?? {};
  if (value) return <Ready nudged={value} brandName={brandName} />;
  if (!isPossible) return null;
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="intent" value="nudge-invitations" />
      <input type="hidden" name="userIds" value={userIds.join(' ')} />
      <Button type="submit" look={look} disabled={fetcher.state !== 'idle'}>
        {label}
      </Button>
      {problem && <Problem>{problemWords(w, locale, problem)}</Problem>}
    </fetcher.Form>
  );
}

function Ready({ nudged, brandName }: { nudged: NudgedInvitation[]; brandName: string }) {
  const w = useWords(invite);
  const hasNewLink = nudged.some(({ told }) => !told);
  return (
    <div className="flex min-w-0 basis-full flex-col gap-2">
      <output className="text-17 font-medium text-ink">{w.nudgeReady({ n: nudged.length })}</output>
      <p className="text-15 text-muted">{hasNewLink ? w.nudgeNewLink : w.nudgeTold}</p>
      <Handing made={nudged} brandName={brandName} />
    </div>
  );
}
