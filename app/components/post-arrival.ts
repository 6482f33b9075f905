// Coming to a post for one of its threads: an address that ends in #thread-… opens it, once, as soon as
// the page has it.
import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';

const threadHash = /^#thread-([a-z0-9]+)$/;

export function useArrival(threadIds: string[], arrive: (threadId: string) => void): void {
  const { hash, key } = useLocation();
  const id = threadHash.exec(hash)?.[1];
  const isThere = id !== undefined && threadIds.includes(id);
  const latest = useRef(arrive);
  useEffect(() => {
    latest.current = arrive;
  });
  useEffect(() => {
    if (id !== undefined && isThere) latest.current(id);
    // The same thread asked for again is another arrival.
  }, [id, isThere, key]);
}
