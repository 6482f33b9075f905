// Hands one letter to the mail server and tells what is known of it afterwards. The only importer of
// nodemailer. It knows nothing of rows, people or wording.
import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';
import { htmlOf } from './letter-html.ts';

export interface Letter {
  /** Its Message-ID: the same for every try. */
  id: string;
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

/** `unreached`: certainly not taken, and worth another try. `unknown`: perhaps taken. */
export type Outcome = 'taken' | 'refused' | 'unreached' | 'unknown';

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

export async function handOver(
  { url, from }: NonNullable<Config['smtp']>,
  { id, to, subject, text, headers = {} }: Letter,
): Promise<Outcome> {
  const watch = watchForData();
  const options = { url, ...timeouts, logger: watch.logger, transactionLog: true };
  const post = createTransport(options, { from });
  const messageId = `<${id}@${from.split('@').at(-1)?.replace(/>$/, '')}>`;
  try {
    await post.sendMail({ to, subject, text, html: htmlOf(text), headers, messageId });
    return 'taken';
  } catch (error) {
    const { responseCode } = error as { responseCode?: number };
    if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'unreached';
    return watch.hasBegun() ? 'unknown' : 'unreached';
  } finally {
    post.close();
  }
}

interface Line {
  tnx?: string;
}

/** Whether DATA was said: from then on a silence may mean that the letter arrived. */
function watchForData() {
  let hasBegun = false;
  const quiet = () => undefined;
  const debug = (line: Line, message: string) => {
    if (line.tnx === 'client' && message === 'DATA') hasBegun = true;
  };
  const others = { trace: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet };
  return { logger: { ...others, level: quiet, debug }, hasBegun: () => hasBegun };
}
