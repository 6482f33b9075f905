// What each of one's suggestions says: as its row was last heard, and as it stands in the fork. Tells
// what is to stand there after either moved on, and what is to be sent. It knows no view.
import type { Slice } from '@tiptap/pm/model';
import type { OwnRow } from '#app/collab/kept-suggestions.ts';
import type { Span } from '#shared/spans.ts';
import type { SliceJson } from '#shared/suggestions.ts';

/** A change of the fork, held by the characters of the text below. */
export interface Held {
  span: Span;
  slice: Slice;
  row: string;
}

export class ForkRows {
  readonly #newId: () => string;
  /** As it stands in the fork, when it was last sent or laid in. */
  readonly #sent = new Map<string, string>();
  /** As its row has it, which may hold more than the words that differ. */
  readonly #heard = new Map<string, string>();
  /** Those that were once open: one that is not any more was answered. */
  readonly #seen = new Set<string>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Whether the rows are what stands in the fork already. */
  areAs(rows: readonly OwnRow[], standing: ReadonlySet<string>): boolean {
    const open = new Set(rows.map(({ id }) => id));
    const isAllThere = [...standing].every((id) => open.has(id) || !this.#seen.has(id));
    for (const id of open) this.#seen.add(id);
    return isAllThere && rows.every((row) => this.#heard.get(row.id) === contentOf(row));
  }

  /**
   * What stands in the fork from now on: changes as they are, and rows as they came. An answered row
   * goes, and one that another device of this person went on with is taken as it is there. What was
   * typed on here meanwhile is not lost by either; of an answered one it is a suggestion of its own.
   */
  settled(held: readonly Held[], rows: readonly OwnRow[]): { changes: Held[]; fresh: OwnRow[] } {
    const open = new Map(rows.map((row) => [row.id, row]));
    for (const id of open.keys()) this.#seen.add(id);
    const changes = held.flatMap((one) => {
      const row = open.get(one.row);
      const isAnswered = !row && this.#seen.has(one.row);
      const isNewer = row !== undefined && contentOf(row) !== this.#heard.get(row.id);
      if (this.isSent(one) && (isAnswered || isNewer)) return [];
      return isAnswered ? { ...one, row: this.#newId() } : one;
    });
    const standing = new Set(changes.map(({ row }) => row));
    const fresh = rows.filter(({ id }) => !standing.has(id));
    for (const row of fresh) {
      this.#heard.set(row.id, contentOf(row));
      this.#sent.set(row.id, contentOf(row));
    }
    return { changes, fresh };
  }

  /** How a fresh row stands in the fork. */
  laid(held: Held): void {
    this.#sent.set(held.row, contentOf(rowOf(held)));
  }

  isSent(held: Held): boolean {
    return this.#sent.get(held.row) === contentOf(rowOf(held));
  }

  isNew({ row }: Held): boolean {
    return !this.#sent.has(row);
  }

  /** The row that is to be sent; null when it says the same as before. */
  toSend(held: Held): OwnRow | null {
    if (this.isSent(held)) return null;
    const row = rowOf(held);
    this.#sent.set(row.id, contentOf(row));
    this.#heard.set(row.id, contentOf(row));
    return row;
  }

  /** Whether there is a row to be taken back. */
  forget(id: string): boolean {
    return this.#sent.delete(id);
  }
}

const rowOf = ({ span, slice, row }: Held): OwnRow => ({
  id: row,
  span,
  slice: (slice.toJSON() ?? {}) as SliceJson,
});
/** Where it stands may move; what it says is this. */
const contentOf = ({ span, slice }: OwnRow): string => JSON.stringify([span.quote, slice]);
