// All threads of a place in the order of the words they are about, those that are asked for, and
// where one is started.
import { useEffect, useState } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import { thread } from '#shared/words/thread.ts';
import { behindTheKeys } from './behind-the-keys.tsx';
import { Beside, type BesideCard } from './beside.tsx';
import { Button } from './button.tsx';
import type { Talk } from './talk.ts';
import { useAbout } from './thread-about.ts';
import { ThreadCard } from './thread-card.tsx';
import { ThreadComposer } from './thread-composer.tsx';
import { type Ground, markOf, type Placed, placed } from './thread-places.ts';
import { useReading } from './use-reading.ts';
import { useWords } from './words.tsx';

export interface ThreadPanelProps {
  talk: Talk;
  ground: Ground;
  /** What a new thread is about, while one is being written. */
  writing: Anchor | null;
  active: string | null;
  /** Only these, where a passage was tapped. */
  only?: readonly string[] | null;
  onAll?(): void;
  /** Beside the words, where there is room for a column. */
  isBeside?: boolean;
  onWrite(anchor: Anchor | null): void;
  onShow(id: string): void;
}

type Filter = 'open' | 'resolved' | 'mentions' | 'brand';

const passes: Record<Filter, (view: ThreadView) => boolean> = {
  open: (view) => view.resolvedAt === null,
  resolved: (view) => view.resolvedAt !== null,
  mentions: (view) => view.mentionsReader,
  brand: (view) => view.audience === 'brand' && view.resolvedAt === null,
};

export const ThreadPanel = behindTheKeys(Threads, [
  'talk',
  'writing',
  'active',
  'only',
  'isBeside',
]);

function Threads(props: ThreadPanelProps) {
  const { talk, ground, writing, active, only = null, onWrite } = props;
  const w = useWords(thread);
  const { comment } = useAbout(talk);
  const [filter, setFilter] = useFilter(talk.threads, active);
  const all = placed(talk.threads, ground);
  const shown = all.filter(({ view }) =>
    only ? only.includes(view.id) : passes[filter](view) || view.id === active,
  );
  const list = useReading(talk, shown.map(({ view }) => view.id).join());
  const mayStart = talk.audiences.length > 0;
  return (
    <div ref={list} className="flex flex-col gap-3">
      {mayStart && !writing && !only && (
        <Button className="self-start" onClick={() => onWrite({ kind: 'whole' })}>
          {comment({ kind: 'whole' })}
        </Button>
      )}
      {!only && talk.threads.length > 0 && (
        <Filters talk={talk} filter={filter} onFilter={setFilter} />
      )}
      {shown.length === 0 && !writing && (
        <p className="text-15 text-muted">
          {talk.threads.length > 0 ? w.noneHere : talk.side === 'brand' ? w.none : w.noneForCreator}
        </p>
      )}
      <Cards {...props} shown={shown} />
      {only && (
        <Button className="self-start" onClick={props.onAll}>
          {w.all({ count: talk.threads.filter(passes.open).length })}
        </Button>
      )}
      {shown.length > 1 && props.isBeside && <p className="sr-only">{w.keys}</p>}
    </div>
  );
}

/** A thread that is pressed in the text is shown, whatever was asked for before. */
function useFilter(threads: readonly ThreadView[], active: string | null) {
  const [filter, setFilter] = useState<Filter>('open');
  const pressed = threads.find(({ id }) => id === active);
  const hides = pressed && !passes[filter](pressed) && passes.open(pressed);
  useEffect(() => {
    if (hides) setFilter('open');
    // Only when another one is pressed: a filter chosen afterwards stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [active]);
  return [filter, setFilter] as const;
}

function Cards(props: ThreadPanelProps & { shown: Placed[] }) {
  const { talk, writing, active, shown, isBeside = false, onWrite, onShow } = props;
  const cards: BesideCard[] = shown.map(({ view, isGone }) => ({
    id: view.id,
    mark: isGone ? null : markOf(view.id, view.anchor),
    node: (
      <ThreadCard
        talk={talk}
        thread={view}
        isGone={isGone}
        isActive={active === view.id}
        onShow={isGone || view.anchor.kind === 'whole' ? undefined : onShow}
      />
    ),
  }));
  if (writing) {
    const composer = (
      <ThreadComposer
        // Another passage is another comment.
        key={JSON.stringify(writing)}
        talk={talk}
        anchor={writing}
        onClose={() => onWrite(null)}
      />
    );
    cards.unshift({ id: 'new', mark: markOf('new', writing), node: composer });
  }
  if (isBeside) return <Beside cards={cards} active={writing ? 'new' : active} />;
  return (
    <ol className="flex flex-col gap-3">
      {cards.map(({ id, node }) => (
        <li key={id} data-card={id}>
          {node}
        </li>
      ))}
    </ol>
  );
}

interface FiltersProps {
  talk: Talk;
  filter: Filter;
  onFilter(filter: Filter): void;
}

function Filters({ talk, filter, onFilter }: FiltersProps) {
  const w = useWords(thread);
  const names = {
    open: w.showOpen,
    resolved: w.showResolved,
    mentions: w.showMentions,
    brand: w.showBrand,
  };
  const counted = (Object.keys(names) as Filter[]).map((one) => ({
    one,
    count: talk.threads.filter(passes[one]).length,
  }));
  const offered = counted.filter(({ one, count }) => one === 'open' || one === filter || count > 0);
  if (offered.length === 1) return null;
  return (
    <div role="group" aria-label={w.filter} className="flex flex-wrap gap-x-4">
      {offered.map(({ one, count }) => (
        <button
          key={one}
          type="button"
          aria-pressed={filter === one}
          className="min-h-11 border-b-2 border-transparent text-13 text-muted hover:text-ink aria-pressed:border-ink aria-pressed:font-semibold aria-pressed:text-ink md:min-h-8"
          onClick={() => onFilter(one)}
        >
          {names[one]({ count })}
        </button>
      ))}
    </div>
  );
}
