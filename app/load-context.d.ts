// What the server hands to loaders and actions; types only, the instances arrive with the request.
import type { AppContext } from '#server/context.ts';

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
