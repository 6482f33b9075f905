// The catalogue's form. One file an area, both languages side by side, so that a sentence and its
// translation are read, changed and reviewed together. An entry is text or a function of its
// parameters; the compiler refuses a missing or extra key and a parameter that only one side has.

export const locales = ['en', 'th'] as const;
export type Locale = (typeof locales)[number];

type Entry = string | ((params: never) => string);
type Same<Words> = { [Key in keyof Words]: Words[Key] extends string ? string : Words[Key] };

export function words<const En extends Record<string, Entry>>(area: {
  en: En;
  th: Same<En>;
}): Record<Locale, Same<En>> {
  return { en: area.en as Same<En>, th: area.th };
}

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The locale to greet an unknown reader in, from an Accept-Language header. */
export function preferredLocale(header: string | null | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(tag)) return tag;
  }
  return 'en';
}
