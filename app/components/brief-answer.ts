// What an action of the brief's pages answers: done, or why not, with the status that goes with it.
import { data } from '@remix-run/node';
import { errorTable, type Problem } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';

export interface Answer<T = unknown> {
  /** Which form it answers. */
  intent: string;
  problem: Problem | null;
  value: T | null;
}

export function answer<T>(intent: string, result: Result<T>) {
  const given: Answer<T> = result.ok
    ? { intent, problem: null, value: result.value }
    : { intent, problem: result.error, value: null };
  return data(given, result.ok ? 200 : errorTable[result.error.code].status);
}

/** One value per name, except those that may come several times. */
export async function formFields(
  request: Request,
  several: string[] = [],
): Promise<Record<string, string | string[]>> {
  const form = await request.formData();
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string');
    fields[name] = several.includes(name) ? values : (values.at(-1) ?? '');
  }
  for (const name of several) fields[name] ??= [];
  return fields;
}

/** The fields that begin with `prefix.`, by what follows it; those left empty are left out. */
export function startingWith(
  fields: Record<string, string | string[]>,
  prefix: string,
): Record<string, string> {
  const found = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(`${prefix}.`) && typeof value === 'string' && value !== ''
      ? [[name.slice(prefix.length + 1), value] as const]
      : [],
  );
  return Object.fromEntries(found);
}
