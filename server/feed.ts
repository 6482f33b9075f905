// The door of a calendar program: nobody is signed in, the secret in the address says whose days are
// asked for. It reads titles and dates and opens nothing else.
import { feedByHash } from '#db/feeds.ts';
import { personById } from '#db/people.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { hashSecret } from './auth/secrets.ts';
import { addressOf, mayTry, type Visitor } from './auth/visitor.ts';
import { calendarOf } from './calendars.ts';
import type { Services } from './services.ts';

export async function readFeed(
  s: Services,
  visitor: Visitor,
  secret: string,
): Promise<Result<string>> {
  const row = await feedByHash(s.db, hashSecret(secret));
  const person = row && (await personById(s.db, row.userId));
  // Programs of many people ask from one address: there only wrong secrets are counted.
  const tried = await s.db.transaction((tx) =>
    person ? mayTry(s, tx, 'feed', person.id) : mayTry(s, tx, 'wrongFeed', addressOf(visitor)),
  );
  if (!tried) return fail('too-many');
  if (!person) return fail('link-unknown');
  const text = await calendarOf(s, { userId: person.id, locale: person.locale });
  return text === null ? fail('not-found') : ok(text);
}
