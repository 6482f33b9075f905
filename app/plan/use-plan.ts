// The plan of a page as it stands now: as it was loaded until the live document is there, then afresh
// after each change, one's own and the others'.
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import type { Connection } from '#app/collab/connection.ts';
import { planRoots } from '#shared/plan-roots.ts';
import { type Plan, type PlanWriter, planWriter, readPlan } from '#shared/plan.ts';

export function useLivePlan(connection: Connection | null, loaded: Plan): Plan {
  const store = useMemo(() => planStore(connection?.doc ?? null, loaded), [connection, loaded]);
  return useSyncExternalStore(store.subscribe, store.read, () => loaded);
}

function planStore(doc: Y.Doc | null, loaded: Plan) {
  let known = doc ? readPlan(doc) : loaded;
  return {
    subscribe(changed: () => void) {
      if (!doc) return () => undefined;
      const read = () => {
        known = readPlan(doc);
        changed();
      };
      // What came between the first look and this.
      read();
      doc.on('update', read);
      return () => doc.off('update', read);
    },
    read: () => known,
  };
}

export interface OwnChanges {
  writer: PlanWriter;
  undo: Y.UndoManager;
}

/** Null for who only reads. Undo covers one's own changes and nobody else's. */
export function useOwnChanges(connection: Connection | null, mayWrite: boolean): OwnChanges | null {
  const own = useMemo(() => {
    if (!connection || !mayWrite || connection.isLost) return null;
    const { doc } = connection;
    const origin = {};
    const undo = new Y.UndoManager(planRoots(doc), { trackedOrigins: new Set([origin]) });
    const writer = planWriter(doc, origin);
    return { writer, undo };
  }, [connection, mayWrite]);
  useEffect(() => () => own?.undo.destroy(), [own]);
  return own;
}

/** Whether there is something to undo and to do again. */
export function useUndoable(undo: Y.UndoManager | null): { undo: boolean; redo: boolean } {
  const said = useSyncExternalStore(
    (changed) => {
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
      for (const event of events) undo?.on(event, changed);
      return () => {
        for (const event of events) undo?.off(event, changed);
      };
    },
    () => `${undo?.canUndo() ?? false} ${undo?.canRedo() ?? false}`,
    () => 'false false',
  );
  const [canUndo, canRedo] = said.split(' ');
  return { undo: canUndo === 'true', redo: canRedo === 'true' };
}
