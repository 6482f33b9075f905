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
  passOnceMore();
  await fetch(pathname);
}

/** Assets that went through the worker by our own doing; each once. */
const passed = new Set<string>();
let isWatching = false;

/**
 * What was loaded before the worker took over passes through it once more. A part of the page that was
 * on its way at that moment is told only when it has come, so this goes on for as long as the page.
 */
function passOnceMore(): void {
  if (isWatching) return;
  isWatching = true;
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { origin, pathname } = new URL(name);
      const isAsset = origin === window.location.origin && pathname.startsWith('/assets/');
      if (!isAsset || passed.has(pathname)) continue;
      passed.add(pathname);
      void fetch(pathname).catch(() => passed.delete(pathname));
    }
  });
  observer.observe({ type: 'resource', buffered: true });
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
