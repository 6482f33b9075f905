// The ways in that exist before anyone is signed in: the set-up link of an empty installation and
// the demo people's links and tokens, which are derived from the installation's key so that they
// are the same at every start although only hashes of them are stored.
import { createLink, linkByHash, revokeOpenLinks } from '#db/links.ts';
import type { Tx } from '#db/open.ts';
import { countPeople } from '#db/people.ts';
import { createToken, tokenByHash } from '#db/tokens.ts';
import { idFrom } from '#shared/ids.ts';
import type { Services } from '../services.ts';
import { makeLink } from './links.ts';
import { hashSecret } from './secrets.ts';
import { pageUrl } from './visitor.ts';

/** A set-up link while nobody has an account, null afterwards. The one printed last is the one that works. */
export async function makeSetupLink(s: Services): Promise<string | null> {
  return s.db.transaction(async (tx) => {
    if ((await countPeople(tx)) > 0) return null;
    await revokeOpenLinks(tx, { purposes: ['setup'] }, s.now());
    return makeLink(s, tx, { purpose: 'setup' });
  });
}

const demoYears = 50;
const yearMs = 365 * 86_400_000;

/** Lets these people in by their demo link and token; what is there already stays. */
export async function giveDemoAccess(s: Services, tx: Tx, userIds: string[]): Promise<void> {
  const createdAt = s.now();
  for (const userId of userIds) {
    const linkHash = hashSecret(s.auth.demoSecret(userId));
    if (!(await linkByHash(tx, linkHash))) {
      const expiresAt = new Date(createdAt.getTime() + demoYears * yearMs);
      const id = idFrom(s.randomBytes(20));
      await createLink(tx, {
        id,
        secretHash: linkHash,
        purpose: 'demo',
        userId,
        createdAt,
        expiresAt,
      });
    }
    const tokenHash = hashSecret(s.auth.demoToken(userId));
    if (!(await tokenByHash(tx, tokenHash))) {
      const id = idFrom(s.randomBytes(20));
      await createToken(tx, { id, userId, name: 'demo', secretHash: tokenHash, createdAt });
    }
  }
}

/** The person's one-click link, to be printed. */
export function demoLink(s: Services, userId: string): string {
  return pageUrl(s, `/l/${s.auth.demoSecret(userId)}`);
}
