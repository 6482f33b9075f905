// Signing out: warns about words that only this device holds, then takes everything of the person
// off it. A POST, and the last thing that happens.
import { useRouteLoaderData, useSubmit } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { listKept } from '#app/collab/kept-suggestions.ts';
import { clearLocalStores, listUnsent } from '#app/collab/unsent.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { common } from '#shared/words/common.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useWords } from './words.tsx';

export function useSignOut(userId: string): { signOut(): void; warning: ReactNode } {
  const words = useWords(common);
  const submit = useSubmit();
  const [asks, setAsks] = useState(false);

  async function leave(): Promise<void> {
    await clearLocalStores(userId);
    submit(null, { method: 'post', action: '/sign-out' });
  }

  return {
    signOut: () => (isUnsent(userId) ? setAsks(true) : void leave()),
    warning: (
      <Dialog
        title={words.unsentTitle}
        description={words.unsentBody}
        open={asks}
        onOpenChange={setAsks}
      >
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          <Button look="quiet" onClick={() => setAsks(false)}>
            {words.stay}
          </Button>
          <Button look="plain" onClick={() => void leave()}>
            {words.signOutAnyway}
          </Button>
        </div>
      </Dialog>
    ),
  };
}

const isUnsent = (userId: string): boolean =>
  listUnsent(userId).length > 0 || listKept(userId).length > 0;

/** The same as a button on a page of one's own. */
export function SignOutButton() {
  const words = useWords(common);
  const userId = useRouteLoaderData<typeof rootLoader>('root')?.actor?.userId ?? '';
  const { signOut, warning } = useSignOut(userId);
  return (
    <>
      {warning}
      <Button onClick={signOut}>{words.signOut}</Button>
    </>
  );
}
