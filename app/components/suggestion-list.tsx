// All suggestions of a text in the order of the words they are about. Its owner answers one or
// several; accepting and keeping weigh the same. Who suggests sees what became of theirs.
import { useState } from 'react';
import type * as Y from 'yjs';
import { askServer } from '#app/collab/asking.ts';
import type { Connection } from '#app/collab/connection.ts';
import { takeAccepted } from '#app/collab/accepting.ts';
import type { SuggestionView } from '#server/views/suggestions.ts';
import type { Problem } from '#shared/errors.ts';
import { textParts } from '#shared/parts.ts';
import { type AnchorPart, type LinearText, linearText } from '#shared/anchors.ts';
import { type ResolvedSpan, resolveSpan } from '#shared/spans.ts';
import { readSlice, sliceText } from '#shared/suggestions.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { Button } from './button.tsx';
import { BeingTyped } from './being-typed.tsx';
import { type OwnSuggestions, problemOf, type SuggestedText } from './suggesting.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import { UnsentSuggestions } from './unsent-suggestions.tsx';
import { type UndoAccepted, useLastAccepted } from './use-last-accepted.ts';
import { useWords } from './words.tsx';

export interface SuggestionListProps {
  page: SuggestedText;
  /** Whose text it is, as others call them. */
  owner: string;
  actor: string;
  connection: Connection | null;
  own: OwnSuggestions;
  active: string | null;
  onShow(id: string): void;
  /** What the part of the text around an index is called. */
  nameOf?(text: LinearText, index: number): string | null;
}

interface Placed {
  view: SuggestionView;
  place: ResolvedSpan | null;
  order: number;
}

export default function SuggestionList(props: SuggestionListProps) {
  const { page, owner, connection, own } = props;
  const w = useWords(suggestion);
  const [showsAnswered, setShowsAnswered] = useState(false);
  const linear = linearTexts(connection?.doc ?? null);
  const placed = page.suggestions
    .map((view) => placedIn(connection?.doc ?? null, view, linear))
    .sort((a, b) => a.order - b.order);
  const shown = placed.filter(({ view }) => own.seen.has(view.id));
  const rest = placed.filter(({ view }) => !own.seen.has(view.id));
  const answer = useAnswer(props);
  const open = shown.filter(({ view }) => view.status === 'open');
  const typed = connection && <BeingTyped page={page} owner={owner} connection={connection} />;
  if (placed.length === 0 && own.unsent.length === 0 && !page.may.suggest) {
    return typed && <div className="pb-3 empty:hidden">{typed}</div>;
  }
  // Without the text to type in, what was typed is read here.
  const known = new Set(page.may.suggest ? page.suggestions.map(({ id }) => id) : []);
  const nameOf = ({ view: { span }, place }: Pick<Placed, 'view' | 'place'>) => {
    const text = linear(span.part);
    const isFound = text && place && place.state !== 'gone';
    return isFound ? (props.nameOf?.(text, place.from) ?? null) : null;
  };
  const card = ({ view, place }: Placed, canChoose: boolean) => (
    <li key={view.id} id={`suggestion-${view.id}`}>
      <SuggestionCard
        view={view}
        place={place}
        where={nameOf({ view, place })}
        change={page.may.write ? changeOf(view, place, linear) : null}
        page={page}
        owner={owner}
        isActive={props.active === view.id}
        problem={problemOf(own, view.id) ?? answer.problems.get(view.id) ?? null}
        isBusy={answer.isBusy}
        onShow={() => props.onShow(view.id)}
        choice={canChoose ? { isChosen: answer.chosen.has(view.id), choose: answer.choose } : null}
        onAccept={() => answer.accept([view.id])}
        onKeep={() => answer.keep([view.id])}
        onReason={(reason) => answer.explain(view.id, reason)}
        undo={answer.undoOf(view.id)}
        onTakeBack={() => own.source.withdraw(view.id)}
      />
    </li>
  );
  return (
    <section aria-label={w.suggestions} className="flex flex-col gap-3 pb-3">
      {page.may.suggest && placed.length === 0 && (
        <p className="text-15 text-muted">{w.intro({ owner })}</p>
      )}
      {page.side === 'brand' && isMuch(page, linear) && (
        <p className="rounded-xl bg-brand-soft px-3 py-2 text-15">
          {w.muchForBrand({ creator: owner })}
        </p>
      )}
      <UnsentSuggestions own={own} known={known} takeBack={w.takeBack} />
      {page.may.write && open.length > 1 && <Several open={open} answer={answer} />}
      {shown.length > 0 && (
        <ol className="flex flex-col gap-3">
          {shown.map((one) => card(one, page.may.write && open.length > 1))}
        </ol>
      )}
      {typed}
      {rest.length > 0 && (
        <Button
          look="plain"
          aria-expanded={showsAnswered}
          className="self-start"
          onClick={() => setShowsAnswered(!showsAnswered)}
        >
          {w.answered({ count: rest.length })}
        </Button>
      )}
      {showsAnswered && (
        <ol className="flex flex-col gap-3">{rest.map((one) => card(one, false))}</ol>
      )}
    </section>
  );
}

function Several({ open, answer }: { open: Placed[]; answer: Answering }) {
  const w = useWords(suggestion);
  const chosen = open.filter(({ view }) => answer.chosen.has(view.id)).map(({ view }) => view.id);
  const isAll = chosen.length === open.length;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        look="plain"
        onClick={() => answer.chooseAll(isAll ? [] : open.map(({ view }) => view.id))}
      >
        {isAll ? w.chooseNone : w.chooseAll}
      </Button>
      {chosen.length > 1 && (
        <>
          <Button disabled={answer.isBusy} onClick={() => answer.accept(chosen)}>
            {w.acceptSome({ count: chosen.length })}
          </Button>
          <Button disabled={answer.isBusy} onClick={() => answer.keep(chosen)}>
            {w.keepSome({ count: chosen.length })}
          </Button>
        </>
      )}
    </div>
  );
}

export interface Answering {
  chosen: ReadonlySet<string>;
  isBusy: boolean;
  problems: ReadonlyMap<string, Problem>;
  choose(id: string): void;
  chooseAll(ids: readonly string[]): void;
  accept(ids: readonly string[]): void;
  keep(ids: readonly string[]): void;
  explain(id: string, reason: string | null): void;
  /** Of what was accepted last. */
  undoOf(id: string): UndoAccepted | null;
}

const unreachable: Problem = { code: 'unavailable', field: 'answer' };

function useAnswer({
  actor,
  connection,
}: Pick<SuggestionListProps, 'actor' | 'connection'>): Answering {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());

  const last = useLastAccepted();

  async function run(ids: readonly string[], work: () => Promise<Map<string, Problem>>) {
    setBusy(true);
    const refused = await work();
    setProblems(new Map([...problems].filter(([id]) => !ids.includes(id)).concat([...refused])));
    setChosen(new Set());
    setBusy(false);
  }

  async function accept(ids: readonly string[], live: Connection): Promise<Map<string, Problem>> {
    const refused = new Map<string, Problem>();
    const accepted = await takeAccepted(live, async () => {
      const done = await askServer<{
        updates: string[];
        refused: { suggestionId: string; code: Problem['code'] }[];
      }>('accept', actor, { suggestionIds: ids });
      if (!done?.ok) {
        for (const id of ids)
          refused.set(id, done ? { ...done.error, field: 'words' } : unreachable);
        return null;
      }
      for (const one of done.value.refused)
        refused.set(one.suggestionId, { code: one.code, field: 'words' });
      return done.value.updates;
    });
    last.note(
      ids.filter((id) => !refused.has(id)),
      accepted,
    );
    return refused;
  }

  return {
    chosen,
    isBusy,
    problems,
    undoOf: last.of,
    choose(id) {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    chooseAll: (ids) => setChosen(new Set(ids)),
    accept(ids) {
      if (connection) void run(ids, () => accept(ids, connection));
    },
    keep(ids) {
      void run(ids, async () => {
        const done = await askServer('keep', actor, { suggestionIds: ids });
        const problem = done === null ? unreachable : done.ok ? null : done.error;
        return new Map(problem ? ids.map((id) => [id, problem]) : []);
      });
    },
    explain: (suggestionId, reason) => void askServer('explain', actor, { suggestionId, reason }),
  };
}

/** The whole part without and with a suggestion, to say what it would change in how one writes. */
function changeOf(
  { span, slice }: SuggestionView,
  place: ResolvedSpan | null,
  linear: LinearTexts,
) {
  const read = readSlice(span.part, slice);
  const stands = place?.state === 'exact' || place?.state === 'moved';
  if (!stands || typeof read === 'string') return null;
  const text = linear(span.part)?.text ?? '';
  return { text, from: place.from, to: place.to, by: sliceText(read) };
}

/** Characters: of a post of three words a third is nothing to speak of. */
const leastMuch = 60;
/** Beyond any text, so that parts stand one after the other. */
const partWidth = 1_000_000;

/** Each part is read once for all its suggestions. */
type LinearTexts = (part: AnchorPart) => LinearText | null;

function linearTexts(doc: Y.Doc | null): LinearTexts {
  const read = new Map<AnchorPart, LinearText>();
  return (part) => {
    if (!doc) return null;
    const known = read.get(part) ?? linearText(doc, part);
    read.set(part, known);
    return known;
  };
}

function placedIn(doc: Y.Doc | null, view: SuggestionView, linear: LinearTexts): Placed {
  const part = textParts.indexOf(view.span.part as (typeof textParts)[number]) * partWidth;
  const text = linear(view.span.part);
  if (!doc || !text) return { view, place: null, order: part };
  const place = resolveSpan(doc, view.span, text);
  return { view, place, order: part + (place.state === 'gone' ? partWidth - 1 : place.from) };
}

/** More than a third of what the post says came, or would come, from the brand. */
function isMuch({ suggestions }: SuggestedText, linear: LinearTexts): boolean {
  const length = textParts.reduce((sum, part) => sum + (linear(part)?.text.length ?? 0), 0);
  const touched = suggestions
    .filter(({ author, status }) => author.side === 'brand' && status !== 'kept')
    .reduce((sum, { span, slice }) => {
      const read = readSlice(span.part, slice);
      const added = typeof read === 'string' ? 0 : sliceText(read).length;
      return sum + Math.max(span.quote.length, added);
    }, 0);
  return length > 0 && touched * 3 > length && touched > leastMuch;
}
