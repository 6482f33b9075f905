// How often something was tried lately. Shares its table with better-auth's own limits, which
// forget rows that are older than ten minutes: no window here may be longer.
import { eq, sql } from 'drizzle-orm';
import type { Tx } from './open.ts';
import { rateLimit } from './schema/people.ts';

export const maxWindowMs = 600_000;

export interface TryLimit {
  max: number;
  windowMs: number;
}

/** Counts one try; false once the window that began with the first one is full. */
export async function takeTry(
  tx: Tx,
  key: string,
  { max, windowMs, at }: TryLimit & { at: Date },
): Promise<boolean> {
  const now = at.getTime();
  const [row] = await tx.select().from(rateLimit).where(eq(rateLimit.key, key));
  if (!row) {
    await tx.insert(rateLimit).values({ id: key, key, count: 1, lastRequest: now });
    return true;
  }
  const fresh = now - row.lastRequest >= windowMs;
  if (!fresh && row.count >= max) return false;
  await tx
    .update(rateLimit)
    .set(fresh ? { count: 1, lastRequest: now } : { count: sql`${rateLimit.count} + 1` })
    .where(eq(rateLimit.key, key));
  return true;
}
