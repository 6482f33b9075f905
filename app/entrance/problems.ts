// What went wrong, in words that fit these forms.
import { minPasswordLength } from '#shared/account-limits.ts';
import type { ErrorCode } from '#shared/errors.ts';
import type { auth } from '#shared/words/auth.ts';

type AuthWords = (typeof auth)['en'];

/** A problem as it arrives in the browser, where a missing field may be undefined. */
export interface Said {
  code: ErrorCode;
  field?: string | undefined;
}

export function problemWords(w: AuthWords, { code, field }: Said): string {
  switch (code) {
    case 'bad-input':
      return fieldWords(w, field);
    case 'email-taken':
      return w.emailTaken;
    case 'wrong-password':
      return field === 'current' ? w.currentWrong : w.passwordWrong;
    case 'code-wrong':
      return w.digitsWrong;
    case 'too-many':
      return field === 'digits' ? w.digitsTooMany : w.tooMany;
    case 'not-now':
      return field === 'role' ? w.lastOwner : field === 'email' ? w.emailFirst : w.notNow;
    case 'not-allowed':
    case 'wrong-person':
      return w.notAllowed;
    case 'link-used':
      return w.linkUsedTitle;
    case 'link-expired':
      return w.linkExpiredTitle;
    case 'link-revoked':
      return w.linkRevokedTitle;
    case 'link-unknown':
      return w.linkUnknownTitle;
    default:
      return w.somethingWrong;
  }
}

function fieldWords(w: AuthWords, field: string | undefined): string {
  switch (field) {
    case 'name':
    case 'workspace':
      return w.nameWrong;
    case 'email':
      return w.emailWrong;
    case 'password':
      return w.passwordShort({ min: minPasswordLength });
    default:
      return w.fieldWrong;
  }
}

/** The words for one field, where the problem is that field's. */
export function wordsFor(
  w: AuthWords,
  problem: Said | null | undefined,
  field: string,
): string | undefined {
  return problem?.field === field ? problemWords(w, problem) : undefined;
}
