// Fields that many forms have, with their bounds. Markup is plain characters here: what is shown is
// always escaped, so nothing is stripped. NUL, controls and half surrogates are no person's typing.
import { z } from 'zod';
import { isPhone, maxPhoneLength } from './phone.ts';

const controls = /[\p{Cc}\p{Cs}]/u;
const controlsButBreaks = /[\p{Cs}]|(?![\n\t])\p{Cc}/u;

const fits = (text: string, max: number) => [...text].length <= max;

/** One line of text, possibly none. `max` in characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => fits(text, max) && !controls.test(text));

/** One line that must say something. */
export const namedLine = (max: number) => line(max).refine((text) => text !== '');

/** A phone number as it is written, or none. */
export const phone = line(maxPhoneLength).refine((text) => text === '' || isPhone(text));

/** Text over several lines, possibly none; Windows line ends become ours. */
export const passage = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => fits(text, max) && !controlsButBreaks.test(text));

export const namedPassage = (max: number) => passage(max).refine((text) => text !== '');

/** An IANA time zone that this machine knows. */
export const timeZone = z.string().refine(isTimeZone);

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}
