// The quiet page around a door: one narrow column, the house's name, one thing to do.
import type { ReactNode } from 'react';
import { Page, PageHeader } from '#app/components/surface.tsx';

export interface DoorProps {
  title: string;
  intro?: ReactNode;
  /** The language of the page where it is not the reader's own choice, such as an invitation's. */
  lang?: string;
  children?: ReactNode;
}

export function Door({ title, intro, lang, children }: DoorProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      lang={lang}
      className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-5 py-10 outline-none"
    >
      <p className="flex items-center gap-2 text-15 font-semibold text-ink">
        <TwoHues />
        Cobrief
      </p>
      <header className="flex flex-col gap-2">
        <h1 className="text-28 font-semibold text-ink">{title}</h1>
        {intro && <p className="text-17 text-muted">{intro}</p>}
      </header>
      {children}
    </main>
  );
}

/** Square and circle touching: the brand's words and the creator's. */
function TwoHues() {
  return (
    <svg viewBox="0 0 30 16" width="30" height="16" aria-hidden="true">
      <rect x="0" y="1" width="14" height="14" rx="4" className="fill-brand" />
      <circle cx="22" cy="8" r="7" className="fill-creator" />
    </svg>
  );
}

/** A page of settings: a heading and sections, for one person at a time. */
export function SettingsPage({ title, intro, children }: Omit<DoorProps, 'lang'>) {
  return (
    <Page>
      <PageHeader title={title} intro={intro} />
      <div className="flex max-w-2xl flex-col gap-8">{children}</div>
    </Page>
  );
}

export function Section({ title, intro, children }: Omit<DoorProps, 'lang'>) {
  return (
    <section className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <h2 className="text-22 font-semibold text-ink">{title}</h2>
        {intro && <p className="text-15 text-muted">{intro}</p>}
      </header>
      {children}
    </section>
  );
}
