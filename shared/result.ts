// Expected failure as a value. Anything a person or a client can cause comes back as a Result;
// exceptions are left for what cannot happen.
import type { ErrorCode, Problem } from './errors.ts';

export type Result<T, E = Problem> = { ok: true; value: T } | { ok: false; error: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail(
  code: ErrorCode,
  detail: Omit<Problem, 'code'> = {},
): { ok: false; error: Problem } {
  return { ok: false, error: { code, ...detail } };
}
