// Registers the worker that keeps draft pages for use without a connection, and empties what it
// kept when somebody else uses this browser.
import { useLocation } from '@remix-run/react';
import { useEffect } from 'react';

const actorKey = 'cobrief/actor';

/** Once a page, in the root: `userId` is whose pages may be kept. */
export function useOfflinePages(userId: string | null): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (!userId || !('serviceWorker' in navigator)) return;
    void keep(userId, pathname);
  }, [userId, pathname]);
}

async function keep(userId: string, pathname: string): Promise<void> {
  if (localStorage.getItem(actorKey) !== userId) {
    for (const name of await caches.keys()) await caches.delete(name);
    localStorage.setItem(actorKey, userId);
  }
  await navigator.serviceWorker.register('/sw.js');
  await takenOver(navigator.serviceWorker);
  if (!/^\/posts\/[a-z0-9]+$/.test(pathname)) return;
  // What was loaded before the worker took over passes through it once more.
  const assets = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter((url) => url.origin === window.location.origin && url.pathname.startsWith('/assets/'));
  await Promise.all([pathname, ...assets.map((url) => url.pathname)].map((path) => fetch(path)));
}

/** `ready` comes before the worker has claimed this page, and what is fetched between passes it by. */
async function takenOver(worker: ServiceWorkerContainer): Promise<void> {
  if (worker.controller) return;
  const claimed = new Promise<void>((resolve) =>
    worker.addEventListener('controllerchange', () => resolve(), { once: true }),
  );
  // The worker's own claim misses a page that began to load before it and was not yet there.
  const { active } = await worker.ready;
  active?.postMessage('claim');
  await claimed;
}
