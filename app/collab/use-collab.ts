// A live document for a component's lifetime. React's StrictMode mounts twice, so the connection
// is made in an effect and ended with it.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type Connection, connect, isLost, type SaveState } from './connection.ts';

export interface CollabOptions {
  documentName: string;
  epoch: string;
  schemaVersion: number;
  userId: string;
  right: 'write' | 'read';
}

/** `connection` is null until the text is there. */
export interface Collab {
  connection: Connection | null;
  save: Saving;
}

/** Where one's words are changes with every key: who shows it listens, and nobody else is drawn. */
export interface Saving {
  subscribe(changed: () => void): () => void;
  state(): SaveState;
}

const connecting: SaveState = { phase: 'connecting' };

export const useSave = ({ subscribe, state }: Saving): SaveState =>
  useSyncExternalStore(subscribe, state, () => connecting);

interface ToldSaving extends Saving {
  tell(state: SaveState): void;
}

function newSaving(): ToldSaving {
  const listeners = new Set<() => void>();
  let now = connecting;
  return {
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    state: () => now,
    tell(state) {
      now = state;
      for (const changed of listeners) changed();
    },
  };
}

export function useCollab(options: CollabOptions): Collab {
  const { documentName, epoch, schemaVersion, userId, right } = options;
  const [connection, setConnection] = useState<Connection | null>(null);
  const [save] = useState(newSaving);

  useEffect(() => {
    let current = true;
    const made = connect({
      documentName,
      epoch,
      schemaVersion,
      userId,
      right,
      onSave: (state) => current && save.tell(state),
    });
    void made.ready.then(() => current && setConnection(made));
    return () => {
      current = false;
      setConnection(null);
      save.tell(connecting);
      made.destroy();
    };
  }, [documentName, epoch, schemaVersion, userId, right, save]);

  const lost = useSyncExternalStore(
    save.subscribe,
    () => isLost(save.state()),
    () => false,
  );
  const shown = useMemo(
    () => (connection && lost ? { ...connection, isLost: true } : connection),
    [connection, lost],
  );
  return { connection: shown, save };
}
