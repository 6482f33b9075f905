// The choices a deliverable is made of. Languages are those of posts, more than the interface
// speaks; places are ISO 3166 codes, because disclosure rules go by place.

export const postLanguages = [
  'th',
  'en',
  'fr',
  'de',
  'es',
  'ja',
  'hi',
  'zh',
  'ko',
  'vi',
  'id',
  'ms',
] as const;
export type PostLanguage = (typeof postLanguages)[number];

/** Places with rules on file first, then where posts of this trade are often seen. */
export const places = [
  'TH',
  'GB',
  'US',
  'FR',
  'DE',
  'ES',
  'IN',
  'JP',
  'IT',
  'NL',
  'SE',
  'PL',
  'IE',
  'AU',
  'NZ',
  'CA',
  'SG',
  'MY',
  'ID',
  'VN',
  'PH',
  'KR',
  'TW',
  'HK',
  'AE',
  'BR',
  'MX',
] as const;
export type Place = (typeof places)[number];

/** Places shown without opening the whole list. */
export const usualPlaces: readonly Place[] = places.slice(0, 8);

export function isPlace(value: unknown): value is Place {
  return places.includes(value as Place);
}

/** A day by which something is to be there; they follow each other. */
export const dueDates = ['draftDue', 'reviewDue', 'publishDue'] as const;
export type DueDate = (typeof dueDates)[number];

/** The first date that lies before the one it must follow, or null. */
export function dateOutOfOrder(dates: Record<DueDate, Date | null>): DueDate | null {
  let latest = Number.NEGATIVE_INFINITY;
  for (const name of dueDates) {
    const at = dates[name]?.getTime();
    if (at === undefined) continue;
    if (at < latest) return name;
    latest = at;
  }
  return null;
}
