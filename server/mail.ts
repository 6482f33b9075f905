// Letters. One is a row in the transaction of what it tells about; after the commit it goes out by
// SMTP where that is set up. A server that cannot be reached is tried again, across restarts too.
//
// A letter is claimed before it is handed over, and one that may have arrived is never sent again:
// where the line broke after the mail server had begun to take it, or this process ended with it in
// hand, the outbox says that nobody knows. So nobody gets a letter twice. It knows no wording.
import {
  claimNotice,
  createNotice,
  giveUpOnUnknown,
  noteDelivery,
  type NoticeRow,
  noticesDue,
} from '#db/notices.ts';
import type { Database, Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { isPlaceholder } from '#shared/account.ts';
import { idFrom } from '#shared/ids.ts';
import type { RandomBytes } from './auth/secrets.ts';
import type { Config } from './config.ts';
import { log } from './log.ts';
import { handOver, type Letter } from './smtp.ts';

export interface Notice {
  workspaceId: string;
  toUserId: string;
  /** Another address than the person's own, such as one that is to be confirmed. */
  toEmail?: string;
  subject: string;
  body: string;
  /** Carries a way in: mailed, never stored, never shown in the outbox. */
  secret?: boolean;
  /** A page of the body that the letter, and never the outbox, turns into a way in. */
  signInTo?: string | null;
  /** About what happens in a brief: its reader can stop these. */
  isTelling?: boolean;
}

export interface Mail {
  /** Whether notices leave the machine at all. */
  readonly sends: boolean;
  notify(tx: Tx, notice: Notice): Promise<void>;
  /** Hands over what is due; the clock's round calls it. */
  sendDue(): Promise<void>;
  /** At the start: what an earlier process had in hand is given up, what waited goes on. */
  resume(): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** What is added to a letter at the moment it goes out, and never kept. */
export type Finish = (row: NoticeRow) => Promise<Pick<Letter, 'text' | 'headers'>>;

export interface MailOptions {
  db: Database;
  smtp: Config['smtp'];
  now(): Date;
  randomBytes: RandomBytes;
  finish?: Finish;
}

const minuteMs = 60_000;
const longestPauseMs = 60 * minuteMs;
const givesUpAfterMs = 3 * 24 * 60 * minuteMs;
/** A way in is over about then, and a late one only confuses. */
const secretsLastMs = 15 * minuteMs;

function noted(error: unknown): undefined {
  log({ at: 'mail', error: String(error) });
}
const asItIs: Finish = async ({ body }) => ({ text: body });

export function createMail(options: MailOptions): Mail {
  const { db, smtp, now, randomBytes, finish = asItIs } = options;
  /** Ways in, which are on no disk: with this process they are gone. */
  const secrets = new Map<string, string>();
  let turn: Promise<void> = Promise.resolve();

  /** One after the other: a mail server that is down is not asked ten times at once. */
  function sendDue(): Promise<void> {
    if (smtp) turn = turn.then(sendAll).catch(noted);
    return turn;
  }

  async function sendAll(): Promise<void> {
    for (const id of await noticesDue(db, now())) {
      const row = await db.transaction((tx) => claimNotice(tx, id, now()));
      if (!row) continue;
      await noteDelivery(db, id, await deliver(row));
    }
  }

  async function deliver(row: NoticeRow): Promise<Delivery> {
    const body = row.secret ? secrets.get(row.id) : row.body;
    if (!smtp || !row.toEmail || body === undefined) return { failedAt: now() };
    const finished = await finish({ ...row, body }).catch(noted);
    if (!finished) return again(row);
    const letter = { id: row.id, to: row.toEmail, subject: row.subject, ...finished };
    const outcome = await handOver(smtp, letter);
    if (outcome === 'taken') return { sentAt: now() };
    return outcome === 'refused' || outcome === 'unknown' ? { failedAt: now() } : again(row);
  }

  function again({ secret, createdAt, tries }: NoticeRow): Delivery {
    const dueAt = new Date(now().getTime() + pauseMs(tries));
    const lastsMs = secret ? secretsLastMs : givesUpAfterMs;
    return dueAt.getTime() - createdAt.getTime() > lastsMs ? { failedAt: now() } : { dueAt };
  }

  return {
    sends: smtp !== null,

    async notify(tx, notice) {
      const { toUserId, secret = false, signInTo = null, isTelling = false } = notice;
      const { workspaceId, subject, body } = notice;
      const address = notice.toEmail ?? (await personById(tx, toUserId))?.email;
      const toEmail = address && !isPlaceholder(address) ? address : null;
      const id = idFrom(randomBytes(20));
      const createdAt = now();
      const dueAt = toEmail && smtp ? createdAt : null;
      const about = { id, workspaceId, toUserId, toEmail, subject, body, createdAt, dueAt };
      await createNotice(tx, { ...about, secret, signInTo, isTelling });
      if (!dueAt) return;
      if (secret) secrets.set(id, body);
      tx.afterCommit(() => void sendDue());
    },

    sendDue,

    async resume() {
      await giveUpOnUnknown(db, now());
      await sendDue();
    },

    settled: () => turn,
    close: () => turn,
  };
}

type Delivery = { sentAt: Date } | { failedAt: Date } | { dueAt: Date };

/** One minute, two, four, … up to an hour. */
const pauseMs = (tries: number) =>
  Math.min(longestPauseMs, minuteMs * 2 ** Math.min(tries - 1, 10));
