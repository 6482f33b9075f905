// The clock's round: what falls due without anybody doing anything. Rows say what is due and when, so
// a round that is late, or missed while the server was down, is made up for by the next.
import { eraseAddresses } from './erasing.ts';
import { eraseDue } from './erasing-people.ts';
import { forgetOldRounds } from './overlap.ts';
import { log } from './log.ts';
import { remindOfFigures } from './figures-reminding.ts';
import { writeLetters } from './letters.ts';
import { remind } from './reminding.ts';
import type { Services } from './services.ts';

export interface Rounds {
  /** Resolves when the round that is under way is over. */
  stop(): Promise<void>;
}

const everyMs = 30_000;

export function startRounds(s: Services): Rounds {
  let round = s.mail.resume().catch(failed);
  let isUnderWay = false;
  const timer = setInterval(() => {
    if (isUnderWay) return;
    isUnderWay = true;
    round = goRound(s)
      .catch(failed)
      .finally(() => (isUnderWay = false));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

export async function goRound(s: Services): Promise<void> {
  await eraseAddresses(s);
  await forgetOldRounds(s);
  await eraseDue(s);
  await remind(s);
  await remindOfFigures(s);
  await writeLetters(s);
  await s.mail.sendDue();
}

const failed = (error: unknown) => log({ at: 'rounds', error: String(error) });
