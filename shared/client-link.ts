// What a client is shown without an account, and for how long. Pure: it knows no rows and no clock.
import { isApproved, type Status } from './approval.ts';

export const clientShows = ['approved', 'sent'] as const;
export type ClientShows = (typeof clientShows)[number];

export const clientLifetimes = ['2-weeks', '1-month', '3-months'] as const;
export type ClientLifetime = (typeof clientLifetimes)[number];

/** Whole months of any length: a link never ends a day before it was said to. */
const days: Record<ClientLifetime, number> = { '2-weeks': 14, '1-month': 31, '3-months': 92 };

const dayMs = 86_400_000;

export const clientLinkEnds = (at: Date, lasts: ClientLifetime): Date =>
  new Date(at.getTime() + days[lasts] * dayMs);

export type ClientLinkState = 'open' | 'link-revoked' | 'link-expired';

export function clientLinkState(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): ClientLinkState {
  if (revokedAt) return 'link-revoked';
  return expiresAt <= now ? 'link-expired' : 'open';
}

/**
 * Whether the version that was sent last may be seen. An approval that was taken off by sending again
 * shows nothing until it is given again; what was given up shows nothing at all.
 */
export function isShownToClient(
  shows: ClientShows,
  { status, round }: { status: Status; round: number },
): boolean {
  if (round === 0 || status === 'withdrawn' || status === 'released') return false;
  return shows === 'sent' || isApproved(status) || status === 'published';
}

/** How far a post is, as a client hears it: what the two sides still ask of each other is theirs. */
export type ClientPostState = 'not-yet' | 'approved' | 'both' | 'live';

export function clientPostState(status: Status): ClientPostState {
  if (status === 'published') return 'live';
  if (status === 'approved-by-both') return 'both';
  return status === 'approved-by-brand' ? 'approved' : 'not-yet';
}

export const maxClientComment = 2000;
