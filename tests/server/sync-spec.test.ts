// The spec and its tests say the same things: every rule stands in the name of a test, and no test
// names a rule that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const ruleId = /\b[SPGDARL]\d{1,2}\b/g;

function rules(): string[] {
  const spec = readFileSync(join(root, 'docs/SYNC-SPEC.md'), 'utf8');
  return [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] as string);
}

function namedInTests(): Set<string> {
  const files = ['server', 'crash', 'fuzz'].flatMap((folder) =>
    readdirSync(join(root, 'tests', folder))
      .filter((file) => /^(sync-.*|suggestions)\.test\.ts$/.test(file))
      .map((file) => join(root, 'tests', folder, file)),
  );
  const names = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/\btest(?:\.each\(.*?\))?\(\s*(['"`])(.*?)\1/gs),
  ]);
  return new Set(names.flatMap((match) => (match[2] as string).match(ruleId) ?? []));
}

test('every rule of the sync spec has a test that names it', () => {
  const named = namedInTests();
  expect(rules().length).toBeGreaterThan(20);
  expect(rules().filter((rule) => !named.has(rule))).toEqual([]);
});

test('no test names a rule the spec does not have', () => {
  const known = new Set(rules());
  expect([...namedInTests()].filter((rule) => !known.has(rule))).toEqual([]);
});
