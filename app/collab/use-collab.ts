// A live document for a component's lifetime. React's StrictMode mounts twice, so the connection
// is made in an effect and ended with it.
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { type Connection, connect, type SaveState } from './connection.ts';

export interface CollabOptions {
  documentName: string;
  epoch: string;
  schemaVersion: number;
  userId: string;
  right: 'write' | 'read';
  textOf(doc: Y.Doc): string;
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
  const textOf = useRef(options.textOf);
  textOf.current = options.textOf;

  useEffect(() => {
    let current = true;
    const made = connect({
      documentName,
      epoch,
      schemaVersion,
      userId,
      right,
      textOf: (doc) => textOf.current(doc),
      onSave: (state) => current && setSave(state),
    });
    void made.ready.then(() => current && setConnection(made));
    return () => {
      current = false;
      setConnection(null);
      made.destroy();
    };
  }, [documentName, epoch, schemaVersion, userId, right]);

  return { connection, save };
}
