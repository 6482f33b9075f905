// What every part of the plan's page needs: the plan's hand to write with, and who is at which field.
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type { PlanWriter } from '#shared/plan.ts';

export interface PlanHands {
  /** Null for who only reads, and until the live plan is there. */
  writer: PlanWriter | null;
  awareness: Awareness | null;
}

const Hands = createContext<PlanHands>({ writer: null, awareness: null });
export const PlanProvider = Hands.Provider;
export const usePlanHands = (): PlanHands => useContext(Hands);

interface Shown {
  at?: unknown;
  user?: { id?: string; name?: string };
}

/** The others at one field, by name; empty for nobody. */
export function useWhoIsAt(place: string): string {
  const { awareness } = usePlanHands();
  const subscribe = useCallback(
    (changed: () => void) => {
      awareness?.on('change', changed);
      return () => awareness?.off('change', changed);
    },
    [awareness],
  );
  return useSyncExternalStore(
    subscribe,
    () => (awareness ? namesAt(awareness, place) : ''),
    () => '',
  );
}

function namesAt(awareness: Awareness, place: string): string {
  const names = new Set<string>();
  for (const [clientId, state] of awareness.getStates() as Map<number, Shown>) {
    const isThere = clientId !== awareness.clientID && state.at === place;
    if (isThere && state.user?.name) names.add(state.user.name);
  }
  return [...names].join(', ');
}

/** Tells the others where one is; null when one left. */
export function useTellPlace(): (place: string | null) => void {
  const { awareness } = usePlanHands();
  return useCallback((place) => awareness?.setLocalStateField('at', place), [awareness]);
}
