// better-auth's door to our hand-written tables. The only place where the library meets the database.
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from './open.ts';
import { account, rateLimit, session, user, verification } from './schema/people.ts';

export function authAdapter(db: Database) {
  return drizzleAdapter(db.orm, {
    provider: 'sqlite',
    schema: { user, session, account, verification, rateLimit },
  });
}
