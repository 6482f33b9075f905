// Built as Cobrief's own pages are: the same framework, for the same browsers.
import { vitePlugin as remix } from '@remix-run/dev';

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
};

export default {
  plugins: [remix({ appDirectory: '.', buildDirectory: 'build', ssr: false, future })],
  resolve: { dedupe: ['react', 'react-dom'] },
  // The build draws the empty page once, with that one React.
  ssr: { noExternal: true },
  build: { target: 'es2022', chunkSizeWarningLimit: 1_000 },
};
