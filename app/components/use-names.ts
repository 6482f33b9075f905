// Places and languages by the names they have in the reader's language.
import { useReader } from './words.tsx';

/** Names of places and languages in the reader's language, by Intl. */
export function useNames() {
  const { locale } = useReader();
  const name = (type: 'region' | 'language') => {
    const names = new Intl.DisplayNames(locale, { type, fallback: 'code' });
    return (code: string) => names.of(code) ?? code;
  };
  return { place: name('region'), language: name('language') };
}
