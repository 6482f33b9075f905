// Six digits that let another phone of the same person in. Rows hold a keyed hash, never digits.
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Executor, Tx } from './open.ts';
import { deviceCode } from './schema/people.ts';

export type DeviceCodeRow = typeof deviceCode.$inferSelect;

/** The newest code replaces the person's earlier ones; what is over goes with them. */
export async function createDeviceCode(tx: Tx, row: Omit<DeviceCodeRow, 'usedAt'>): Promise<void> {
  await tx
    .delete(deviceCode)
    .where(or(eq(deviceCode.userId, row.userId), lt(deviceCode.expiresAt, row.createdAt)));
  await tx.insert(deviceCode).values(row);
}

/** Whether a code with this hash can still let somebody in. */
export async function isCodeOpen(db: Executor, codeHash: string, at: Date): Promise<boolean> {
  const [row] = await db.select({ id: deviceCode.id }).from(deviceCode).where(open(codeHash, at));
  return row !== undefined;
}

/** Uses a code up and says whose it was; null where there is none to use. */
export async function consumeDeviceCode(
  tx: Tx,
  codeHash: string,
  at: Date,
): Promise<string | null> {
  const [used] = await tx
    .update(deviceCode)
    .set({ usedAt: at })
    .where(open(codeHash, at))
    .returning({ userId: deviceCode.userId });
  return used?.userId ?? null;
}

function open(codeHash: string, at: Date) {
  return and(
    eq(deviceCode.codeHash, codeHash),
    isNull(deviceCode.usedAt),
    gt(deviceCode.expiresAt, at),
  );
}
