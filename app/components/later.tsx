// Pieces of a page that come when they are wanted. One that cannot be reached says so in its place
// and takes nothing else away; the page tries again when it is loaded the next time.
import {
  type ComponentType,
  lazy,
  type LazyExoticComponent,
  type ReactNode,
  Suspense,
  useSyncExternalStore,
} from 'react';
import { common } from '#shared/words/common.ts';
import { useWords } from './words.tsx';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

export function later<Props>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: OutOfReach as ComponentType<Props> })));
}

/**
 * Around such a piece where the page shows it from the start: it is not in the server's HTML, since
 * what that holds is made live at once, and a piece that is still on its way cannot be.
 */
export function Afterwards({ children }: { children: ReactNode }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isLive ? <Suspense fallback={null}>{children}</Suspense> : null;
}

const never = () => () => undefined;

function OutOfReach() {
  const words = useWords(common);
  return (
    <p
      role="alert"
      className="fixed inset-x-4 bottom-16 z-50 mx-auto w-fit rounded-xl border-2 border-ink bg-raised px-4 py-3 text-15"
    >
      {words.outOfReach}
    </p>
  );
}
