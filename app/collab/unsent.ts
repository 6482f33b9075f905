// Which documents of a person have changes on this device that the server has not confirmed.
// Small notes beside the stores themselves, because a store cannot be asked without opening it.
// A note belongs to one tab: a second tab's "saved" says nothing about the first tab's words.
import { browserDevice, type Notes } from './device.ts';
import { clearKept } from './kept-suggestions.ts';

export interface Unsent {
  documentName: string;
  epoch: string;
  /** Changes since the server last confirmed everything. */
  kept: number;
}

const prefix = (userId: string) => `cobrief/unsent/${userId}/`;

/** What one tab notes about one document. */
export interface UnsentNote {
  /** Changes that earlier tabs left, still in the device's copy. */
  readonly left: number;
  write(kept: number): void;
  /** Everything this tab knew of is on the server's disk. */
  clear(): void;
  /** The device's copy is gone, and with it what any tab noted about it. */
  clearAll(): void;
}

export interface NoteOptions {
  notes: Notes;
  userId: string;
  documentName: string;
  epoch: string;
  /** Any number that no other tab has. */
  tab: number;
}

export function noteUnsent({ notes, userId, documentName, epoch, tab }: NoteOptions): UnsentNote {
  // Another epoch is another document: its note waits until that copy was rescued.
  const about = `${prefix(userId)}${documentName}/${epoch}/`;
  const own = `${about}${tab}`;
  const found = keysFrom(notes, about).map((key) => ({ key, text: notes.read(key) }));
  return {
    left: found.reduce((sum, { text }) => sum + (parse(text)?.kept ?? 0), 0),
    write: (kept) => void notes.write(own, JSON.stringify({ documentName, epoch, kept })),
    clear() {
      notes.remove(own);
      // A tab that is still open and has typed on says so in its note: that one stays.
      for (const { key, text } of found) if (notes.read(key) === text) notes.remove(key);
    },
    clearAll() {
      for (const key of keysFrom(notes, about)) notes.remove(key);
    },
  };
}

/** One entry a document, however many tabs noted something about it. */
export function listUnsent(userId: string, notes: Notes = browserDevice.notes): Unsent[] {
  const byDocument = new Map<string, Unsent>();
  for (const key of keysFrom(notes, prefix(userId))) {
    const note = parse(notes.read(key));
    if (!note) continue;
    const name = `${note.documentName}/${note.epoch}`;
    const kept = note.kept + (byDocument.get(name)?.kept ?? 0);
    byDocument.set(name, { ...note, kept });
  }
  return [...byDocument.values()];
}

/** Everything of this person on this device: what signing out takes away. */
export async function clearLocalStores(userId: string): Promise<void> {
  const { notes } = browserDevice;
  for (const key of keysFrom(notes, prefix(userId))) notes.remove(key);
  clearKept(userId, notes);
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name?.startsWith(`cobrief/${userId}/`)) indexedDB.deleteDatabase(name);
  }
  const caches = await window.caches?.keys();
  for (const name of caches ?? []) await window.caches.delete(name);
}

const keysFrom = (notes: Notes, start: string) =>
  notes.keys().filter((key) => key.startsWith(start));

function parse(text: string | null): Unsent | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Unsent;
  } catch {
    return null;
  }
}
