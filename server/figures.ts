// A creator's figures as they stand: the short rows that lists read, renewed with every change of
// their posts, and everyone who sees them told.
import { recentPlatformsOf, renewRecentFigures } from '#db/imports.ts';
import type { Tx } from '#db/open.ts';
import { workspacesShown } from '#db/shown.ts';
import type { Platform } from '#shared/platforms.ts';
import type { Actor } from '#shared/roles.ts';
import type { Services } from './services.ts';

/** Of these platforms, or of all that have figures where posts went away. */
export async function renewFigures(
  s: Services,
  tx: Tx,
  { userId, platforms }: { userId: string; platforms?: Iterable<Platform> },
): Promise<void> {
  for (const platform of platforms ?? (await recentPlatformsOf(tx, userId))) {
    await renewRecentFigures(tx, { userId, platform, at: s.now() });
  }
}

/** The creator's own pages, and the roster of each workspace that is or was just shown something. */
export async function tellFigures(
  s: Services,
  tx: Tx,
  actor: Actor,
  alsoTo: readonly string[] = [],
): Promise<void> {
  const { userId } = actor;
  const event = { kind: 'figures.changed', actorId: userId, at: s.now() };
  const toSelf = { audience: 'person', toUserId: userId, workspaceId: '' } as const;
  await s.live.publish(tx, { ...event, ...toSelf, topic: `person:${userId}` });
  for (const workspaceId of new Set([...(await workspacesShown(tx, userId)), ...alsoTo])) {
    const topic = `roster:${workspaceId}`;
    await s.live.publish(tx, { ...event, audience: 'brand', workspaceId, topic });
  }
}
