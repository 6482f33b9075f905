// A comparison of followers that nobody ended is over after its two weeks: what was sent is forgotten.
import { closeRound, openedBefore } from '#db/overlap.ts';
import { roundDays } from '#shared/overlap.ts';
import type { Services } from './services.ts';

export async function forgetOldRounds({ db, now }: Pick<Services, 'db' | 'now'>): Promise<void> {
  const since = new Date(now().getTime() - roundDays * 86_400_000);
  for (const { id } of await openedBefore(db, since)) {
    await db.transaction((tx) => closeRound(tx, id, now()));
  }
}
