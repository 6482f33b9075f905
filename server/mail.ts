// Notices by mail. A notice is a row in the transaction of what it tells about; after the commit it
// goes out by SMTP where that is set up, and the row says whether it did. It knows no wording.
import { createTransport, type Transporter } from 'nodemailer';
import { createNotice, noteDelivery } from '#db/notices.ts';
import type { Database, Tx } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { isPlaceholder } from '#shared/account.ts';
import { idFrom } from '#shared/ids.ts';
import type { RandomBytes } from './auth/secrets.ts';
import type { Config } from './config.ts';

export interface Notice {
  workspaceId: string;
  toUserId: string;
  /** Another address than the person's own, such as one that is to be confirmed. */
  toEmail?: string;
  subject: string;
  body: string;
  /** Carries a way in: mailed, never stored, never shown in the outbox. */
  secret?: boolean;
}

export interface Mail {
  /** Whether notices leave the machine at all. */
  readonly sends: boolean;
  notify(tx: Tx, notice: Notice): Promise<void>;
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface MailOptions {
  db: Database;
  smtp: Config['smtp'];
  now(): Date;
  randomBytes: RandomBytes;
}

interface Letter {
  id: string;
  to: string;
  subject: string;
  text: string;
}

const connectionTimeoutMs = 15_000;

export function createMail({ db, smtp, now, randomBytes }: MailOptions): Mail {
  const post = smtp && createTransport(smtp.url, { from: smtp.from });
  const underWay = new Set<Promise<void>>();

  function send(letter: Letter): void {
    if (!post) return;
    const sending = deliver(post, letter)
      .then((arrived) =>
        noteDelivery(db, letter.id, arrived ? { sentAt: now() } : { failedAt: now() }),
      )
      .catch(() => undefined)
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  }

  async function settled(): Promise<void> {
    await Promise.all(underWay);
  }

  return {
    sends: post !== null,

    async notify(tx, { workspaceId, toUserId, toEmail, subject, body, secret = false }) {
      const person = await personById(tx, toUserId);
      const address = toEmail ?? person?.email;
      const to = address && !isPlaceholder(address) ? address : null;
      const id = idFrom(randomBytes(20));
      await createNotice(tx, {
        id,
        workspaceId,
        toUserId,
        toEmail: to,
        subject,
        body,
        secret,
        createdAt: now(),
      });
      if (to) tx.afterCommit(() => send({ id, to, subject, text: body }));
    },

    settled,

    async close() {
      await settled();
      post?.close();
    },
  };
}

/** False when the mail server was not reached or did not take the letter; the outbox then says so. */
async function deliver(post: Transporter, { to, subject, text }: Letter): Promise<boolean> {
  const timeout = AbortSignal.timeout(connectionTimeoutMs);
  const late = new Promise<false>((resolve) =>
    timeout.addEventListener('abort', () => resolve(false)),
  );
  const sent = post.sendMail({ to, subject, text }).then(
    () => true,
    () => false,
  );
  return Promise.race([sent, late]);
}
