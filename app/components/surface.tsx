// The quiet parts every page is set in.
import type { ReactNode } from 'react';

export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={`mx-auto w-full px-4 py-6 outline-none md:px-6 md:py-8 ${wide ? 'max-w-7xl' : 'max-w-4xl'}`}
    >
      {children}
    </main>
  );
}

/** A page's name, what it is about, and its one action. */
export function PageHeader({
  title,
  intro,
  action,
}: {
  title: ReactNode;
  intro?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <h1 className="text-28">{title}</h1>
        {intro && <div className="max-w-prose text-17 text-muted">{intro}</div>}
      </div>
      {action}
    </header>
  );
}

export function Card({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`rounded-2xl border border-line bg-raised p-4 md:p-5 ${className}`}>
      {children}
    </div>
  );
}

export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mb-8">
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 className="text-17">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-2xl border border-dashed border-edge p-6 text-15 text-muted">
      {icon && (
        <span aria-hidden="true" className="text-ink">
          {icon}
        </span>
      )}
      <p className="text-17 font-medium text-ink">{title}</p>
      {children}
    </div>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-raised">
      {children}
    </ul>
  );
}

export function Progress({ value, label }: { value: number; label: string }) {
  return (
    <progress
      max={1}
      value={value}
      aria-label={label}
      className="h-2 w-full overflow-hidden rounded-full accent-ink"
    />
  );
}

export function Moment({ at, children }: { at: Date | string | number; children: ReactNode }) {
  return <time dateTime={new Date(at).toISOString()}>{children}</time>;
}
