// One's own suggestions on their way to the server: sent in order, of each the newest wording, and
// again when it could not be reached; until it has them they are kept on this device. What it refuses
// stays with the reason. It knows no React and no editor.
import type { Problem } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { parseDocumentName } from '#shared/ids.ts';
import type { SuggestionView } from '#server/views/suggestions.ts';
import { askServer, type SuggestionIntent } from './asking.ts';
import { browserDevice, type Notes } from './device.ts';
import { keyOf, listKept, type OwnRow, readKept } from './kept-suggestions.ts';

export type ServerRow = Pick<SuggestionView, 'id' | 'span' | 'slice' | 'status' | 'updatedAt'>;

export interface UnsentRow {
  row: OwnRow;
  /** Why the server would not have it; null while it waits for the connection. */
  problem: Problem | null;
  /** It survives this page. */
  isKept: boolean;
}

export interface OutboxState {
  /** One's open suggestions as they are, or will be once they are sent; another array when they changed. */
  rows: readonly OwnRow[];
  unsent: readonly UnsentRow[];
}

export interface OutboxOptions {
  userId: string;
  documentName: string;
  notes?: Notes;
  ask?(intent: SuggestionIntent, actor: string, input: object): Promise<Result<unknown> | null>;
}

interface Entry {
  id: string;
  /** Null: it is taken back. */
  row: OwnRow | null;
  /** Its note on this device; null where the device takes none. */
  note: string | null;
  phase:
    | { kind: 'waiting' }
    /** The server's time of it; `loads` counts pages that did not know of it yet. */
    | { kind: 'sent'; at: number; loads: number }
    | { kind: 'refused'; problem: Problem };
}

const againMs = 2_000;
const nothing: OutboxState = { rows: [], unsent: [] };

export class SuggestionOutbox {
  readonly #options: Required<OutboxOptions>;
  readonly #place: { draftId: string } | { briefId: string };
  readonly #entries = new Map<string, Entry>();
  readonly #listeners = new Set<() => void>();
  #server: readonly ServerRow[] = [];
  #state = nothing;
  #isBusy = false;
  /** The server could not be reached the last time. */
  #isHeldUp = false;
  #isOpen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = { notes: browserDevice.notes, ask: askServer, ...options };
    const { kind, id = '' } = parseDocumentName(options.documentName) ?? {};
    this.#place = kind === 'guidelines' ? { briefId: id } : { draftId: id };
  }

  /** Takes up what earlier visits left; call what it returns to stop. */
  open(): () => void {
    const { userId, documentName, notes } = this.#options;
    this.#isOpen = true;
    for (const kept of listKept(userId, notes)) {
      if (kept.documentName !== documentName || this.#entries.has(kept.id)) continue;
      const { id, row } = kept;
      const note = notes.read(keyOf(userId, kept));
      this.#entries.set(id, { id, row, note, phase: { kind: 'waiting' } });
    }
    this.#changed();
    void this.#run();
    return () => {
      this.#isOpen = false;
      clearTimeout(this.#timer);
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another object whenever it changed. */
  state = (): OutboxState => this.#state;

  send = (row: OwnRow): void => this.#put(row.id, row);
  withdraw = (id: string): void => this.#put(id, null);

  /** One's own rows as a page was just loaded with them. */
  heard(rows: readonly ServerRow[]): void {
    this.#server = rows;
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const [id, { row, phase }] of this.#entries) {
      if (phase.kind !== 'sent') continue;
      const known = byId.get(id);
      const isThere = row ? known && known.updatedAt >= phase.at : known?.status !== 'open';
      // The first page may have been asked for before; the second knows it, or it is gone again.
      phase.loads += 1;
      if (isThere || phase.loads > 1) this.#entries.delete(id);
    }
    this.#changed();
  }

  #put(id: string, row: OwnRow | null): void {
    const note = this.#keep({ id, row, problem: null });
    // At the end: of two wordings of one row only the newer is sent.
    this.#entries.delete(id);
    this.#entries.set(id, { id, row, note, phase: { kind: 'waiting' } });
    this.#changed();
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    clearTimeout(this.#timer);
    for (const entry of this.#entries.values()) {
      if (entry.phase.kind !== 'waiting') continue;
      this.#isHeldUp = !(await this.#send(entry));
      this.#changed();
      if (this.#isHeldUp) break;
    }
    this.#isBusy = false;
    if (this.#isHeldUp && this.#isOpen) this.#timer = setTimeout(() => void this.#run(), againMs);
  }

  /** False when the server could not be reached. */
  async #send(entry: Entry): Promise<boolean> {
    if (!this.#isCurrent(entry)) return true;
    const { id, row } = entry;
    const { ask, userId } = this.#options;
    const done = await (row
      ? ask('suggest', userId, { place: this.#place, suggestionId: id, ...contentOf(row) })
      : ask('withdraw', userId, { suggestionId: id }));
    if (done === null || (!done.ok && done.error.code === 'unavailable')) return false;
    // Typed on meanwhile: the newer wording waits behind this one.
    if (this.#entries.get(id) !== entry) return true;
    if (done.ok) {
      this.#forget(entry);
      const { at } = (done.value ?? { at: 0 }) as { at: number };
      entry.phase = { kind: 'sent', at, loads: 0 };
    } else if (row) {
      entry.note = this.#keep({ id, row, problem: done.error });
      entry.phase = { kind: 'refused', problem: done.error };
    } else {
      this.#forget(entry);
      this.#entries.delete(id);
    }
    return true;
  }

  /** What another tab has sent, or typed on, is not sent from here in an older wording. */
  #isCurrent(entry: Entry): boolean {
    const { userId, documentName, notes } = this.#options;
    if (entry.note === null) return true;
    const note = notes.read(keyOf(userId, { documentName, id: entry.id }));
    if (note === entry.note) return true;
    const kept = readKept(note);
    if (kept) Object.assign(entry, { note, row: kept.row });
    else this.#entries.delete(entry.id);
    return kept !== null;
  }

  #keep(kept: { id: string; row: OwnRow | null; problem: Problem | null }): string | null {
    const { userId, documentName, notes } = this.#options;
    const note = JSON.stringify({ documentName, ...kept });
    return notes.write(keyOf(userId, { documentName, id: kept.id }), note) ? note : null;
  }

  #forget({ id, note }: Entry): void {
    const { userId, documentName, notes } = this.#options;
    const key = keyOf(userId, { documentName, id });
    if (notes.read(key) === note) notes.remove(key);
  }

  #changed(): void {
    const was = this.#state;
    const next: OutboxState = { rows: this.#rows(), unsent: this.#unsent() };
    if (isSame(next.rows, was.rows)) next.rows = was.rows;
    if (isSame(next, was)) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #rows(): OwnRow[] {
    const open = this.#server.filter(({ status }) => status === 'open');
    const answered = new Set(this.#server.filter((one) => !open.includes(one)).map(({ id }) => id));
    const rows = new Map<string, OwnRow>(
      open.map((one) => [one.id, { id: one.id, ...contentOf(one) }]),
    );
    for (const { id, row } of this.#entries.values()) {
      if (row && !answered.has(id)) rows.set(id, row);
      else rows.delete(id);
    }
    return [...rows.values()];
  }

  #unsent(): UnsentRow[] {
    return [...this.#entries.values()].flatMap(({ row, note, phase }): UnsentRow[] => {
      const isKept = note !== null;
      if (!row || phase.kind === 'sent') return [];
      if (phase.kind === 'refused') return [{ row, problem: phase.problem, isKept }];
      return this.#isHeldUp ? [{ row, problem: null, isKept }] : [];
    });
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const contentOf = ({ span, slice }: Pick<OwnRow, 'span' | 'slice'>) => ({ span, slice });

/** Sends what is kept for any post of this person, without an editor; call what it returns to stop. */
export function sendKept(userId: string, onChange: () => void): () => void {
  const documents = new Set(listKept(userId).map(({ documentName }) => documentName));
  const stops = [...documents].map((documentName) => {
    const outbox = new SuggestionOutbox({ userId, documentName });
    const quiet = outbox.subscribe(onChange);
    const close = outbox.open();
    return () => {
      quiet();
      close();
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}
