import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { clientFence } from './vite.fence.ts';

export default defineConfig({
  plugins: [
    clientFence(),
    remix({
      // Every flag on, so that the move to React Router is a codemod.
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    tailwindcss(),
  ],
  build: { target: 'es2022' },
  // A worker fetches what it needs piece by piece, and is held to the same fence.
  worker: { format: 'es', plugins: () => [clientFence()] },
});
