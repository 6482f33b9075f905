// The sent version as both sides have it open while they approve together: its words, the checks, each
// other, and the keys as they are turned.
import { useRouteLoaderData } from '@remix-run/react';
import { KeyRound } from 'lucide-react';
import { useMemo } from 'react';
import type { loader as rootLoader } from '#app/root.tsx';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { Side } from '#shared/roles.ts';
import { post } from '#shared/words/post.ts';
import { together } from '#shared/words/together.ts';
import { Button } from './button.tsx';
import { Avatar, KeyMark } from './people.tsx';
import { usePostAction } from './post-action.ts';
import { PostCount } from './post-count.tsx';
import { GoOn, NewerSent } from './post-decide.tsx';
import { OwnWordsOf } from './post-own-words.tsx';
import { PostProblem } from './post-problem.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { RulesSummary } from './post-rules.tsx';
import type { Other, TogetherProps } from './post-together.tsx';
import { useRules } from './use-rules.ts';
import { useWords } from './words.tsx';

type VersionProps = TogetherProps & {
  sent: NonNullable<OpenPost['sent']>;
  other: Other | null;
  /** It took the place of the one that was opened. */
  isNewer: boolean;
  onRead(): void;
  onDone(): void;
};

export default function TogetherVersion({
  page,
  actor,
  kinds,
  sent,
  other,
  isNewer,
  onRead,
  onDone,
}: VersionProps) {
  const w = useWords(together);
  const say = useWords(post);
  const isBrand = page.side === 'brand';
  const turn = usePostAction(actor, isBrand ? 'approve' : 'post-it');
  const { brand, creator } = page.keys;
  const own = page.keys[page.side];
  const absent = isBrand ? page.creator.name : page.brief.brandName;
  const self = useRouteLoaderData<typeof rootLoader>('root')?.actor?.name ?? '';
  const isColleagues = own !== null && own.name !== self;
  const isDone = brand !== null && creator !== null;
  return (
    <div className="flex flex-col gap-4">
      {isNewer && <NewerSent />}
      <LastLook of={sent.id} isShort>
        <PostReading parts={partsOfForm(sent.form)} kinds={kinds} />
      </LastLook>
      <Checks page={page} sent={sent} kinds={kinds} />
      <section aria-label={w.people} aria-live="polite" className="flex items-center gap-4">
        <KeyMark
          brand={brand !== null}
          creator={creator !== null}
          label={isDone ? w.both : say.keys}
        />
        <ul className="flex min-w-0 flex-1 flex-col gap-2 text-15">
          <Line
            side={page.side}
            name={own?.name ?? self}
            called={isColleagues ? own.name : w.you}
            state={isColleagues ? w.stateTurned : own ? w.stateTurnedYou : w.stateLooking}
          />
          <OtherLine page={page} other={other} absent={absent} />
        </ul>
      </section>
      <PostProblem problem={turn.problem} />
      {/* At hand on a phone too, where the words fill the sheet. */}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-col gap-3 border-t border-line bg-paper px-5 py-3">
        {isDone ? (
          <output className="block text-17 font-medium text-both">{w.both}</output>
        ) : (
          own && (
            <output className="block text-15">{w.waits({ name: other?.name ?? absent })}</output>
          )
        )}
        {own ? (
          <Button onClick={onDone}>{w.done}</Button>
        ) : isNewer ? (
          <GoOn onPress={onRead} />
        ) : (
          <Button
            look={page.side}
            disabled={turn.isBusy}
            onClick={() => turn.run({ approvalId: sent.approvalId })}
          >
            <KeyRound className="size-4" aria-hidden="true" />
            {isBrand ? say.approve : say.postIt}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What the rules, the limits and the authorship table say of this very version. */
function Checks({ page, sent, kinds }: Pick<VersionProps, 'page' | 'sent' | 'kinds'>) {
  const parts = useMemo(() => partsOfForm(sent.form), [sent.form]);
  const reading = useRules(page, parts);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-y border-line py-2">
      <PostCount page={page} parts={parts} kinds={kinds} />
      {reading && <RulesSummary reading={reading} />}
      <OwnWordsOf creator={page.creator.name} ranges={sent.authorship} parts={parts} />
    </div>
  );
}

interface OtherLineProps {
  page: OpenPost;
  other: Other | null;
  /** What the other side is called while nobody of it is here. */
  absent: string;
}

function OtherLine({ page, other, absent }: OtherLineProps) {
  const w = useWords(together);
  const side: Side = page.side === 'brand' ? 'creator' : 'brand';
  const key = page.keys[side];
  const name = key?.name ?? other?.name ?? absent;
  const state = key
    ? w.stateTurned
    : !other
      ? w.stateGone
      : other.isLooking
        ? w.stateLooking
        : w.stateAway;
  return <Line side={side} name={name} state={state} />;
}

function Line({
  side,
  name,
  called = name,
  state,
}: {
  side: Side;
  name: string;
  called?: string;
  state: string;
}) {
  return (
    <li className="flex min-w-0 items-start gap-2">
      <Avatar name={name} side={side} size="sm" />
      <p className="min-w-0">
        <span className="font-medium">{called}</span> <span className="text-muted">{state}</span>
      </p>
    </li>
  );
}
