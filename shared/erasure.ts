// A creator's account, erased: how long both sides are told before, and what is left of a name. Pure.
import { placeholderEmail } from './account.ts';

/** From asking to erasing, so that the brand can save what it may keep and the creator think again. */
export const noticeDays = 7;

export const erasureDue = (askedAt: Date): Date =>
  new Date(askedAt.getTime() + noticeDays * 86_400_000);

/** Who is left where a name stood. Four letters tell two of them apart and nobody who they were. */
export function nobodysName(userId: string): { name: string; email: string } {
  return { name: `Creator ${userId.slice(0, 4)}`, email: placeholderEmail(userId) };
}
