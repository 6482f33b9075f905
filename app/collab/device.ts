// What a tab has of its device: sockets, small notes that survive it, and a store for each document.
// The browser's own is below; tests bring one without a browser. Nothing here knows the protocol.
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** Small texts by key, shared by all tabs of this origin. */
export interface Notes {
  read(key: string): string | null;
  /** False when the device has no room or does not allow it. */
  write(key: string, text: string): boolean;
  remove(key: string): void;
  keys(): string[];
}

/** The device's copy of one document: applied to it at first, then following it. */
export interface LocalStore {
  /** Resolves when what was kept is in the document, or when nothing can be kept here. */
  loaded: Promise<void>;
  /** The origin of what it applies. */
  origin: unknown;
  /** Forgets the copy. */
  drop(): Promise<void>;
  close(): void;
}

export interface Device {
  syncUrl(): string;
  socket(): typeof WebSocket;
  notes: Notes;
  /** Tells the editor with the focus at once where the caret is; the browser does so a little later. */
  readSelection(): void;
  openStore(name: string, doc: Y.Doc): LocalStore;
}

/** A browser that blocks storage still lets people write; their words then live on the server alone. */
const browserNotes: Notes = {
  read: (key) => attempt(() => localStorage.getItem(key), null),
  write: (key, text) =>
    attempt(() => {
      localStorage.setItem(key, text);
      return true;
    }, false),
  remove: (key) => attempt(() => localStorage.removeItem(key), undefined),
  keys: () => attempt(() => Object.keys(localStorage), []),
};

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function openIndexedDb(name: string, doc: Y.Doc): LocalStore {
  const store = new IndexeddbPersistence(name, doc);
  // Nothing else of it says that the database could not be opened.
  const { _db: opened } = store as unknown as { _db: Promise<IDBDatabase> };
  const failed = new Promise<void>((resolve) => opened.catch(() => resolve()));
  return {
    loaded: Promise.race([store.whenSynced.then(() => undefined), failed]),
    origin: store,
    drop: () => store.clearData().catch(() => undefined),
    close: () => void store.destroy().catch(() => undefined),
  };
}

export const browserDevice: Device = {
  syncUrl() {
    const url = new URL('/sync', window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    return url.href;
  },
  socket: () => WebSocket,
  notes: browserNotes,
  readSelection: () => void document.dispatchEvent(new Event('selectionchange')),
  openStore: openIndexedDb,
};
