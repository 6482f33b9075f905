// A day after a post went live, for a running Cobrief: its clock is the machine's, so the row that says
// when it was published is there once more, a day older. The first one counts.
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Cobrief } from './app.ts';

const dayMs = 24 * 3_600_000;

export function aDayAfterPublishing(cobrief: Cobrief, draftId: string): void {
  const file = new BetterSqlite(join(cobrief.dataDir, 'cobrief.sqlite'), { timeout: 5000 });
  try {
    const columns =
      'draft_id, version_id, approval_id, event, side, user_id, user_name, method, body';
    const { changes } = file
      .prepare(
        `INSERT INTO decision (id, at, ${columns})
           SELECT 'the-day-before', at - ?, ${columns} FROM decision
            WHERE draft_id = ? AND event = 'publish'`,
      )
      .run(dayMs, draftId);
    if (changes !== 1) throw new Error('this post was not published once');
  } finally {
    file.close();
  }
}
