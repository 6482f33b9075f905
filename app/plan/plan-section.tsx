// A part of the plan's page: a quiet heading, what it is about, and its own.
import { type ReactNode, useId } from 'react';

interface PlanSectionProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function PlanSection({ title, hint, action, children }: PlanSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-5 first:border-t-0 first:pt-0">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id={id} className="text-17 font-semibold text-ink">
            {title}
          </h2>
          {hint && <p className="max-w-prose text-15 text-muted">{hint}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
