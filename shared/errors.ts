// One table from error code to HTTP status and WebSocket close code. The words for people are in
// words/errors.ts under the same codes; nothing else decides how a failure looks from outside.

/** `close`: 4400-4499 stops a y-websocket client for good, every other code lets it return. */
export const errorTable = {
  'signed-out': { status: 401, close: 4401 },
  'wrong-person': { status: 401, close: 4401 },
  'not-allowed': { status: 403, close: 4403 },
  'not-found': { status: 404, close: 4404 },
  'other-epoch': { status: 409, close: 4409 },
  'schema-old': { status: 409, close: 4409 },
  'too-large': { status: 413, close: 4413 },
  'too-many': { status: 429, close: 4429 },
  'bad-input': { status: 422, close: 4400 },
  'bad-frame': { status: 400, close: 4400 },
  'bad-origin': { status: 403, close: 4403 },
  conflict: { status: 409, close: 4409 },
  'not-now': { status: 409, close: 4409 },
  'content-changed': { status: 409, close: 4409 },
  'forbidden-words': { status: 422, close: 4400 },
  'kept-before': { status: 409, close: 4409 },
  'no-rounds-left': { status: 409, close: 4409 },
  'not-cleared': { status: 409, close: 4409 },
  'link-unknown': { status: 404, close: 4404 },
  'link-expired': { status: 410, close: 4410 },
  'link-revoked': { status: 410, close: 4410 },
  'link-used': { status: 410, close: 4410 },
  'wrong-password': { status: 401, close: 4401 },
  'email-taken': { status: 409, close: 4409 },
  'code-wrong': { status: 401, close: 4401 },
  'file-type': { status: 415, close: 4415 },
  'file-broken': { status: 422, close: 4422 },
  'not-published': { status: 409, close: 4409 },
  'must-fix': { status: 422, close: 4422 },
  unavailable: { status: 503, close: 1013 },
} as const satisfies Record<string, { status: number; close: number }>;

export type ErrorCode = keyof typeof errorTable;

/** What went wrong; `field` names the input it belongs to, `params` fill the words. */
export interface Problem {
  code: ErrorCode;
  field?: string;
  params?: Record<string, string | number>;
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorTable, code);
}
