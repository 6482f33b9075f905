// The reader's language, calendar and moment, for every sentence, number and date on a page.
// Relative times are taken from the moment of loading, so that server and browser say the same.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Format, formatFor, type Reader } from '#shared/format.ts';
import type { Locale } from '#shared/words/words.ts';

const ReaderContext = createContext<Reader>({ locale: 'en', calendar: 'gregory', now: 0 });

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export const useReader = (): Reader => useContext(ReaderContext);

/** The words of one area in the reader's language. */
export function useWords<Words>(area: Record<Locale, Words>): Words {
  return area[useReader().locale];
}

export function useFormat(): Format {
  const { locale, calendar, now } = useReader();
  return useMemo(() => formatFor({ locale, calendar, now }), [locale, calendar, now]);
}
