// Pieces of a page that come when they are wanted. One that cannot be reached says so in its place
// and takes nothing else away; the page tries again when it is loaded the next time.
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import { common } from '#shared/words/common.ts';
import { useWords } from './words.tsx';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

export function later<Props>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => ({ default: OutOfReach as ComponentType<Props> })));
}

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
