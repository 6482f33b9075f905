// Whose public holidays a brief's clocks know: chosen from places by name, the likely one first.
import { useMemo, useState, useSyncExternalStore } from 'react';
import { namesFor } from '#shared/format.ts';
import { holidays } from '#shared/words/holidays.ts';
import { Select } from './field.tsx';
import { useReader, useWords } from './words.tsx';

export interface PlaceSelectProps {
  /** ISO 3166 codes of the places that can be chosen. */
  places: readonly string[];
  value: string;
  hint: string;
  onChange?(place: string): void;
}

export function PlaceSelect({ places, value, hint, onChange }: PlaceSelectProps) {
  const w = useWords(holidays);
  const { locale } = useReader();
  const isHere = useSyncExternalStore(never, here, there);
  // Engines name and sort some places differently: the server draws no list of them.
  const shown = useMemo(
    () => byName(isHere ? places : value === '' ? [] : [value], locale),
    [isHere, places, value, locale],
  );
  return (
    <Select
      name="place"
      label={w.place}
      hint={hint}
      {...(onChange
        ? { value, onChange: (event) => onChange(event.currentTarget.value) }
        : { defaultValue: value })}
    >
      <option value="">{w.noPlace}</option>
      {shown.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

const never = () => () => undefined;
const here = () => true;
const there = () => false;

function byName(places: readonly string[], locale: 'en' | 'th'): [string, string][] {
  const { place } = namesFor(locale);
  const sort = new Intl.Collator(locale).compare;
  const named = places.map((code): [string, string] => [code, place(code)]);
  return named.sort(([, a], [, b]) => sort(a, b));
}

/** The place of a time zone until the person has chosen one. */
export function usePlaceOf(zone: string, byZone: Record<string, string>) {
  const [chosen, choose] = useState<string | null>(null);
  return { place: chosen ?? byZone[zone] ?? '', choose };
}
