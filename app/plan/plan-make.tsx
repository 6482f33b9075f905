// The one step out of the plan: posts, drafts and days from it. What it will do is said before, and what
// it said goes along, so that nothing else is done.
import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { Answer } from '#app/components/brief-answer.ts';
import { problemWords } from '#app/components/brief-problems.ts';
import { Button, ButtonLink } from '#app/components/button.tsx';
import { Dialog } from '#app/components/dialog.tsx';
import { Problem } from '#app/components/field.tsx';
import { useFormat, useReader, useWords } from '#app/components/words.tsx';
import { countsOf, makingMark, type PlanMaking } from '#shared/plan-posts.ts';
import { brief } from '#shared/words/brief.ts';
import { planPosts } from '#shared/words/plan-posts.ts';

interface PlanMakeProps {
  briefId: string;
  making: PlanMaking;
  /** What the server would read is what stands here. */
  isSaved: boolean;
}

export function PlanMake(props: PlanMakeProps) {
  const w = useWords(planPosts);
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <Dialog
      title={w.make}
      description={w.makeIntro}
      trigger={<Button look="brand">{w.make}</Button>}
      open={open}
      onOpenChange={(next) => {
        if (next) setRound(round + 1);
        setOpen(next);
      }}
    >
      <Inside key={round} {...props} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

function Inside({ briefId, making, isSaved, onClose }: PlanMakeProps & { onClose(): void }) {
  const w = useWords(planPosts);
  const words = useWords(brief);
  const { locale } = useReader();
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  if (answered && !answered.problem) {
    return (
      <div className="flex flex-col items-start gap-4">
        <p role="status" className="text-17 font-medium text-ink">
          {w.made}
        </p>
        <span className="flex gap-3">
          <ButtonLink look="brand" to={`/briefs/${briefId}/posts`} data-first>
            {w.seePosts}
          </ButtonLink>
          <Button onClick={onClose}>{w.close}</Button>
        </span>
      </div>
    );
  }
  const problem = answered?.problem;
  const isNothing = making.creators.length === 0;
  return (
    <fetcher.Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="make-posts" />
      <input type="hidden" name="seen" value={makingMark(making)} />
      {isNothing ? <p className="text-15 text-ink">{w.nothingToMake}</p> : <What making={making} />}
      <Stays making={making} />
      {problem && (
        <Problem>
          {problem.code === 'content-changed' ? w.changed : problemWords(words, locale, problem)}
        </Problem>
      )}
      {!isSaved && <p className="text-13 text-muted">{w.makeWait}</p>}
      <div className="flex justify-end">
        {isNothing ? (
          <Button data-first onClick={onClose}>
            {w.close}
          </Button>
        ) : (
          <Button
            type="submit"
            look="brand"
            data-first
            disabled={!isSaved || fetcher.state !== 'idle'}
          >
            {w.make}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}

function What({ making }: { making: PlanMaking }) {
  const w = useWords(planPosts);
  const { fresh, given, people, moved, points } = countsOf(making);
  const notIn = making.creators.filter((one) => !one.isIn && one.given.length > 0).length;
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-15 text-ink">
      {fresh > 0 && <li>{w.makeFresh({ count: fresh })}</li>}
      {given > 0 && <li>{w.makeGiven({ count: given, people })}</li>}
      {notIn > 0 && <li>{w.makeNotIn({ count: notIn })}</li>}
      {moved > 0 && <li>{w.makeMoved({ count: moved })}</li>}
      {points > 0 && <li>{w.makePoints({ count: points })}</li>}
    </ul>
  );
}

function Stays({ making: { keep, tooLate } }: { making: PlanMaking }) {
  const w = useWords(planPosts);
  const format = useFormat();
  const count = keep.reduce((sum, { more }) => sum + more, 0);
  const names = format.list(keep.slice(0, 6).map((one) => w.makeKeeps(one)));
  return (
    <>
      {count > 0 && <p className="text-15 text-muted">{w.makeKeep({ count, names })}</p>}
      {tooLate > 0 && <p className="text-15 text-muted">{w.makeLate({ count: tooLate })}</p>}
    </>
  );
}
