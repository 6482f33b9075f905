// A live document for a component's lifetime. React's StrictMode mounts twice, so the connection
// is made in an effect and ended with it.
import { useEffect, useMemo, useState } from 'react';
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
  save: SaveState;
}

export function useCollab(options: CollabOptions): Collab {
  const { documentName, epoch, schemaVersion, userId, right } = options;
  const [connection, setConnection] = useState<Connection | null>(null);
  const [save, setSave] = useState<SaveState>({ phase: 'connecting' });

  useEffect(() => {
    let current = true;
    const made = connect({
      documentName,
      epoch,
      schemaVersion,
      userId,
      right,
      onSave: (state) => current && setSave(state),
    });
    void made.ready.then(() => current && setConnection(made));
    return () => {
      current = false;
      setConnection(null);
      setSave({ phase: 'connecting' });
      made.destroy();
    };
  }, [documentName, epoch, schemaVersion, userId, right]);

  const lost = isLost(save);
  const shown = useMemo(
    () => (connection && lost ? { ...connection, isLost: true } : connection),
    [connection, lost],
  );
  return { connection: shown, save };
}
