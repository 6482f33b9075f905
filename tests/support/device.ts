// A device without a browser: notes and document stores in memory that outlive any one tab, and a
// network that can be cut. The sockets lead to the real engine.
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Connection, connect, type SaveState } from '#app/collab/connection.ts';
import type { Device, LocalStore, Notes } from '#app/collab/device.ts';
import type { Engine, Person } from './engine.ts';

export interface TestDevice extends Device {
  /** What a document's store holds, or null when there is none. */
  stored(name: string): Y.Doc | null;
  /** Ends every socket; new ones lead nowhere until `mend`. */
  cut(): void;
  mend(): void;
  /** Who is signed in on it. */
  signIn(person: Person): void;
  /** No more notes fit. */
  fill(): void;
}

export function makeDevice(engine: Engine, signedIn: Person): TestDevice {
  const texts = new Map<string, string>();
  const stores = new Map<string, Uint8Array[]>();
  const sockets = new Set<WebSocket>();
  let person = signedIn;
  let isCut = false;
  let isFull = false;

  class Socket extends WebSocket {
    constructor(url: string) {
      const to = isCut ? 'ws://127.0.0.1:1' : `${url}&token=${engine.token(person)}`;
      super(to);
      this.on('error', () => undefined);
      sockets.add(this);
    }
  }

  const notes: Notes = {
    read: (key) => texts.get(key) ?? null,
    write: (key, text) => {
      if (isFull) return false;
      texts.set(key, text);
      return true;
    },
    remove: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  };

  function openStore(name: string, doc: Y.Doc): LocalStore {
    const origin = {};
    const follow = (update: Uint8Array, from: unknown) => {
      if (from !== origin) stores.set(name, [...(stores.get(name) ?? []), update]);
    };
    doc.on('update', follow);
    return {
      origin,
      loaded: Promise.resolve().then(() => {
        for (const update of stores.get(name) ?? []) Y.applyUpdate(doc, update, origin);
      }),
      async drop() {
        doc.off('update', follow);
        stores.delete(name);
      },
      close: () => doc.off('update', follow),
    };
  }

  return {
    notes,
    readSelection: () => undefined,
    openStore,
    syncUrl: () => engine.url,
    socket: () => Socket as unknown as typeof globalThis.WebSocket,
    stored(name) {
      const updates = stores.get(name);
      if (!updates) return null;
      const doc = new Y.Doc();
      for (const update of updates) Y.applyUpdate(doc, update);
      return doc;
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.terminate();
    },
    mend: () => void (isCut = false),
    signIn: (other) => void (person = other),
    fill: () => void (isFull = true),
  };
}

export interface Tab {
  connection: Connection;
  save(): SaveState;
  /** Everything the badge has shown. */
  shown: SaveState[];
  until(phase: SaveState['phase'], kept?: number): Promise<SaveState>;
  close(): void;
}

interface TabOptions {
  device: TestDevice;
  person: Person;
  document: string;
  right?: 'write' | 'read';
  epoch?: string;
}

/** One page with the document open. */
export function openTab(options: TabOptions): Tab {
  const { device, person, document, right = 'write', epoch = 'epoch1' } = options;
  const shown: SaveState[] = [{ phase: 'connecting' }];
  const waiting = new Set<() => void>();
  const connection = connect(
    {
      documentName: document,
      epoch,
      schemaVersion: 1,
      userId: person,
      right,
      onSave(state) {
        shown.push(state);
        for (const look of waiting) look();
      },
    },
    device,
  );
  const save = () => shown.at(-1) as SaveState;
  return {
    connection,
    save,
    shown,
    until: (phase, kept) =>
      new Promise((resolve) => {
        const look = () => {
          const now = save();
          if (now.phase !== phase) return;
          if (kept !== undefined && now.phase === 'offline' && now.kept !== kept) return;
          waiting.delete(look);
          resolve(now);
        };
        waiting.add(look);
        look();
      }),
    close: () => connection.destroy(),
  };
}
