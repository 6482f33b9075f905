// What was agreed for a post: asked for when it is shown, and again when the page is loaded again.
import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { loader } from '#app/routes/posts.$draftId_.agreed.tsx';
import type { AgreedView } from '#server/views/agreed.ts';

/** Null until it is here. */
export function useAgreed(draftId: string): AgreedView | null {
  const { load, data } = useFetcher<typeof loader>();
  useEffect(() => load(`/posts/${draftId}/agreed`), [load, draftId]);
  return (data as AgreedView | undefined) ?? null;
}
