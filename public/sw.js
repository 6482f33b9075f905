// Lets a draft open cold without a connection: the hashed assets and the draft pages this person
// has opened on this device. Nothing else that is private is kept, and signing out empties it.
const store = 'cobrief-offline-1';
const isDraft = (path) => /^\/posts\/[a-z0-9]+(\.data)?$/.test(path);
const isAsset = (path) => path.startsWith('/assets/') || path === '/icon.svg';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// A page that was on its way while the worker was activated is in no one's hands and asks.
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isAsset(url.pathname)) event.respondWith(cacheFirst(request));
  else if (isDraft(url.pathname)) event.respondWith(networkFirst(request));
});

async function cacheFirst(request) {
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function networkFirst(request) {
  const cache = await caches.open(store);
  // Without what follows "?": the same page, whatever part of it was looked at.
  const key = request.url.split('?')[0];
  try {
    const answer = await fetch(request);
    // A page that was refused or redirected to the door is nobody's draft.
    if (answer.ok && !answer.redirected) await cache.put(key, answer.clone());
    else await cache.delete(key);
    return answer;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}
