// One's own suggestions as a page has them, and what of others' is drawn in its text.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { SuggestionOutbox, type UnsentRow } from '#app/collab/suggestion-outbox.ts';
import type { Proposal } from '#app/editor/annotations.ts';
import type { Suggesting } from '#app/editor/bound-editor.tsx';
import { useForking } from '#app/editor/use-forking.ts';
import type { SuggestionView } from '#server/views/suggestions.ts';
import { draftDocument, guidelinesDocument } from '#shared/ids.ts';
import type { Side } from '#shared/roles.ts';
import { readSlice, sliceText } from '#shared/suggestions.ts';

export interface SuggestingPlace {
  actor: string;
  /** This person may suggest here. */
  suggests: boolean;
  place: { draftId: string } | { briefId: string };
  suggestions: readonly SuggestionView[];
}

export interface OwnSuggestions {
  source: Suggesting;
  /** Those that wait for the connection, and those that were refused. */
  unsent: readonly UnsentRow[];
  /**
   * Rows of anybody that were open while the page was. They stay where they were once answered: their
   * author sees the answer, the owner may say why.
   */
  seen: ReadonlySet<string>;
}

export function useSuggesting(given: SuggestingPlace): OwnSuggestions {
  const { actor, suggests, place, suggestions } = given;
  // On its way with the page, before there is an editor that wants it.
  useForking(suggests);
  const documentName =
    'draftId' in place ? draftDocument(place.draftId) : guidelinesDocument(place.briefId);
  const outbox = useMemo(
    () => new SuggestionOutbox({ userId: actor, documentName }),
    [actor, documentName],
  );
  const [seen] = useState(() => new Set<string>());
  for (const { id, status } of suggestions) if (status === 'open') seen.add(id);
  useEffect(() => outbox.open(), [outbox]);
  useEffect(
    () => outbox.heard(suggestions.filter(({ author }) => author.self)),
    [outbox, suggestions],
  );
  const { rows, unsent } = useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state);
  const source = useMemo<Suggesting>(
    () => ({
      rows: () => outbox.state().rows,
      send: outbox.send,
      withdraw: outbox.withdraw,
      said: rows,
    }),
    [outbox, rows],
  );
  return { source, unsent, seen };
}

/** Of those that were refused, by id. */
export const problemOf = ({ unsent }: OwnSuggestions, id: string) =>
  unsent.find(({ row }) => row.id === id)?.problem ?? null;

/** A text that is suggested on, as far as its suggestions ask. */
export interface SuggestedText {
  side: Side;
  may: { write: boolean; suggest: boolean };
  suggestions: SuggestionView[];
}

/** What is drawn in a text; one's own suggestions stand in one's text already. */
export function proposalsOf(page: SuggestedText, active: string | null): Proposal[] {
  return page.suggestions.flatMap(({ id, author, span, slice, status }) => {
    const read = readSlice(span.part, slice);
    const isOwn = author.self && page.may.suggest;
    if (isOwn || typeof read === 'string') return [];
    const { name, side } = author;
    const isOpen = status === 'open';
    return [{ id, span, text: sliceText(read), name, side, isOpen, active: id === active }];
  });
}
