// It worked, in words.
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';

export function Done({ children }: { children: ReactNode }) {
  return (
    <output className="flex items-start gap-2 text-15 text-ink">
      <CircleCheck className="mt-1 size-4 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </output>
  );
}
