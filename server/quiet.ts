// Stopping letters from a letter: a token that can silence its person and do nothing else, so that a
// mail program may use it without anybody signing in (RFC 8058).
import { timingSafeEqual } from 'node:crypto';
import { choicesOf, setChoices } from '#db/inbox.ts';
import { personById } from '#db/people.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { defaultChoices } from '#shared/telling.ts';
import type { Services } from './services.ts';

const keyOf = (s: Services, userId: string) => s.auth.keyedHash('stop letters', userId);

export const stopToken = (s: Services, userId: string): string => `${userId}.${keyOf(s, userId)}`;

/** Whose token this is, or null. */
function readToken(s: Services, token: string): string | null {
  const [userId = '', key = ''] = token.split('.', 2);
  const [given, right] = [Buffer.from(key), Buffer.from(keyOf(s, userId))];
  return given.length === right.length && timingSafeEqual(given, right) ? userId : null;
}

/** No letters about briefs any more. The inbox goes on, and so do letters one asks for oneself. */
export async function stopLetters(
  s: Services,
  _visitor: unknown,
  token: string,
): Promise<Result<null>> {
  const userId = readToken(s, token);
  return s.db.transaction(async (tx) => {
    const person = userId === null ? null : await personById(tx, userId);
    if (!person) return fail('link-unknown');
    const choices = (await choicesOf(tx, person.id)) ?? defaultChoices(person.kind);
    await setChoices(tx, person.id, { ...choices, waits: 'none', talk: 'none', rest: 'none' });
    return ok(null);
  });
}
