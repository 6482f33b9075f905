// Suggestions as one reader may see them. On a draft both sides see all of them; on the guidelines a
// creator sees their own and never another creator's.
import type { Executor } from '#db/open.ts';
import { type SuggestionPlace, suggestionsAt, type SuggestionWithAuthor } from '#db/suggestions.ts';
import { can, type Side, type Standing, sideOf } from '#shared/roles.ts';
import type { KeepReason, SliceJson } from '#shared/suggestions.ts';
import type { Span } from '#shared/spans.ts';

export interface SuggestionView {
  id: string;
  author: { name: string; side: Side; self: boolean };
  span: Span;
  slice: SliceJson;
  status: 'open' | 'accepted' | 'kept';
  reason: KeepReason | null;
  at: number;
  /** When its author last changed it, or it was answered. */
  updatedAt: number;
  answeredAt: number | null;
}

export async function suggestionsFor(
  db: Executor,
  reader: { userId: string; side: Side },
  place: SuggestionPlace,
): Promise<SuggestionView[]> {
  const isOpen = 'draftId' in place || reader.side === 'brand';
  const rows = await suggestionsAt(db, place);
  return rows
    .filter((row) => isOpen || row.authorId === reader.userId)
    .map((row) => view(row, reader.userId));
}

/** Those on the guidelines, with the side they are read from and what may be done about them. */
export async function guidelinesSuggestions(
  db: Executor,
  { userId, standing }: { userId: string; standing: Standing },
  briefId: string,
) {
  const side = sideOf(standing) ?? 'creator';
  return {
    side,
    suggestions: await suggestionsFor(db, { userId, side }, { briefId }),
    may: {
      write: can('guidelines.write', standing),
      suggest: can('guidelines.suggest', standing),
    },
  };
}

function view(row: SuggestionWithAuthor, readerId: string): SuggestionView {
  const { id, authorId, authorName, side, span, slice, reason, createdAt, updatedAt, answeredAt } =
    row;
  return {
    id,
    author: { name: authorName, side, self: authorId === readerId },
    span,
    slice,
    status: row.status as SuggestionView['status'],
    reason: reason as KeepReason | null,
    at: createdAt.getTime(),
    updatedAt: updatedAt.getTime(),
    answeredAt: answeredAt?.getTime() ?? null,
  };
}
