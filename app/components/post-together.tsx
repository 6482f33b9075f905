// Approving together: when both sides are on the page, either may open the version that was sent,
// and both see it, each other, and whose key lies there. An invitation; nothing waits for it.
import { KeyRound, UsersRound } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { OpenPost } from '#server/views/drafts.ts';
import { partsOfForm } from '#shared/content-id.ts';
import type { PartKind } from '#shared/parts.ts';
import type { Side } from '#shared/roles.ts';
import { post } from '#shared/words/post.ts';
import { together } from '#shared/words/together.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Avatar, KeyMark } from './people.tsx';
import { usePostAction } from './post-action.ts';
import { Band } from './post-bands.tsx';
import { PostCount } from './post-count.tsx';
import { OwnWordsOf } from './post-own-words.tsx';
import { PostProblem } from './post-problem.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { RulesSummary } from './post-rules.tsx';
import { useRules } from './use-rules.ts';
import { useWords } from './words.tsx';

export interface TogetherProps {
  page: OpenPost;
  actor: string;
  awareness: Awareness;
  kinds: readonly PartKind[];
}

/** What a page tells the others in the room; never believed for anything but showing it. */
interface Shown {
  decides: boolean;
  /** The sent version that is open before this person. */
  version: string | null;
}

interface Other {
  name: string;
  isLooking: boolean;
}

export function Together(props: TogetherProps) {
  const { page, awareness } = props;
  const w = useWords(together);
  const [opened, setOpened] = useState<string | null>(null);
  const isCreator = page.side === 'creator';
  const decides = isCreator ? page.may.write : page.may.decide;
  useShown(awareness, { decides, version: opened });
  const { sent } = page;
  const other = useOther(awareness, page.side, sent?.id ?? null);
  if (!sent || !decides) return null;
  const isOpen = page.status === 'with-brand' || page.status === 'approved-by-brand';
  return (
    <>
      {isOpen && other && (
        <Band icon={<UsersRound className="size-5 text-both" />}>
          <output className="block min-w-40 flex-1">
            {other.isLooking ? w.looking(other) : w.here(other)}
          </output>
          <Button onClick={() => setOpened(sent.id)}>{w.invite}</Button>
        </Band>
      )}
      <Dialog
        title={w.title}
        description={w.note}
        open={opened !== null}
        onOpenChange={(open) => setOpened(open ? sent.id : null)}
      >
        <Version
          {...props}
          sent={sent}
          other={other}
          isNewer={opened !== sent.id}
          onDone={() => setOpened(null)}
        />
      </Dialog>
    </>
  );
}

type VersionProps = TogetherProps & {
  sent: NonNullable<OpenPost['sent']>;
  other: Other | null;
  isNewer: boolean;
  onDone(): void;
};

function Version({ page, actor, kinds, sent, other, isNewer, onDone }: VersionProps) {
  const w = useWords(together);
  const say = useWords(post);
  const isBrand = page.side === 'brand';
  const turn = usePostAction(actor, isBrand ? 'approve' : 'post-it');
  const { brand, creator } = page.keys;
  const own = page.keys[page.side];
  const isDone = brand !== null && creator !== null;
  return (
    <div className="flex flex-col gap-4">
      {isNewer && <output className="block text-15 font-medium">{w.newer}</output>}
      <LastLook>
        <PostReading parts={partsOfForm(sent.form)} kinds={kinds} />
      </LastLook>
      <Checks page={page} sent={sent} kinds={kinds} />
      <section aria-label={w.people} aria-live="polite" className="flex items-center gap-4">
        <KeyMark
          brand={brand !== null}
          creator={creator !== null}
          label={isDone ? w.both : say.keys}
        />
        <ul className="flex min-w-0 flex-1 flex-col gap-1 text-15">
          <Line
            side={page.side}
            name={own?.name ?? (isBrand ? page.brief.brandName : page.creator.name)}
            called={w.you}
            state={own ? w.stateTurnedYou : w.stateLooking}
          />
          <OtherLine page={page} other={other} />
        </ul>
      </section>
      <PostProblem problem={turn.problem} />
      {isDone ? (
        <>
          <output className="block text-17 font-medium text-both">{w.both}</output>
          <Button onClick={onDone}>{w.done}</Button>
        </>
      ) : (
        !own && (
          <Button
            look={page.side}
            disabled={turn.isBusy}
            onClick={() => turn.run({ approvalId: sent.approvalId })}
          >
            <KeyRound className="size-4" aria-hidden="true" />
            {isBrand ? say.approve : say.postIt}
          </Button>
        )
      )}
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

function OtherLine({ page, other }: { page: OpenPost; other: Other | null }) {
  const w = useWords(together);
  const side: Side = page.side === 'brand' ? 'creator' : 'brand';
  const key = page.keys[side];
  const absent = side === 'creator' ? page.creator.name : page.brief.brandName;
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
    <li className="flex min-w-0 items-center gap-2">
      <Avatar name={name} side={side} size="sm" />
      <span className="truncate font-medium">{called}</span>
      <span className="text-muted">{state}</span>
    </li>
  );
}

function useShown(awareness: Awareness, { decides, version }: Shown): void {
  useEffect(() => {
    awareness.setLocalStateField('together', { decides, version } satisfies Shown);
  }, [awareness, decides, version]);
}

/** Somebody of the other side who could turn the other key; who looks goes before who is only there. */
function useOther(awareness: Awareness, own: Side, version: string | null): Other | null {
  const [other, setOther] = useState<Other | null>(null);
  useEffect(() => {
    const read = () => setOther((was) => same(was, otherIn(awareness, own, version)));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness, own, version]);
  return other;
}

function otherIn(awareness: Awareness, own: Side, version: string | null): Other | null {
  const others: Other[] = [];
  for (const state of awareness.getStates().values()) {
    const { user, together: shown } = state as {
      user?: { name?: string; side?: Side };
      together?: Partial<Shown>;
    };
    if (!user?.name || !user.side || user.side === own || shown?.decides !== true) continue;
    others.push({ name: user.name, isLooking: version !== null && shown.version === version });
  }
  return others.find(({ isLooking }) => isLooking) ?? others[0] ?? null;
}

/** Carets move all the time: only another answer is drawn again. */
const same = (was: Other | null, now: Other | null): Other | null =>
  was?.name === now?.name && was?.isLooking === now?.isLooking ? was : now;
