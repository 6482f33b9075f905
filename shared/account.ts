// What an account is made of, with its bounds. Knows the form of a name, an address and a password,
// never whether they are taken or right.
import { z } from 'zod';
import { maxNameLength, maxPasswordLength, minPasswordLength } from './account-limits.ts';

/** Control characters and halves of surrogate pairs are refused: no person types them. */
const broken = /[\p{Cc}\p{Cs}]/u;

export const personName = z
  .string()
  .trim()
  .min(1)
  .refine((text) => [...text].length <= maxNameLength && !broken.test(text));
export const emailAddress = z
  .string()
  .transform(foldEmail)
  .pipe(z.email().max(200))
  .refine((email) => !isPlaceholder(email));
export const password = z.string().min(minPasswordLength).max(maxPasswordLength);

/** The key an address is kept and looked up by. Folded here and not by the database's collation. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

const placeholderDomain = '@creators.invalid';

/** A creator needs no address. This one fills the column; it is never mailed and never shown. */
export const placeholderEmail = (userId: string): string => `${userId}${placeholderDomain}`;
export const isPlaceholder = (email: string): boolean => email.endsWith(placeholderDomain);

/** The address as its owner gave it, or null where there is none. */
export const ownEmail = (email: string): string | null => (isPlaceholder(email) ? null : email);
