// `check`: whether everything that was saved can be read again and fits together. It opens the
// database read-only, beside a running server or without one, and repairs nothing.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DatabaseError } from '#db/errors.ts';
import { type Inspection, openInspection } from '#db/inspection.ts';
import { faultsOf } from '../sync/history.ts';
import { placeOf, storedKeys } from '../storage.ts';
import { progress, type Verb } from './verb.ts';

export interface Problem {
  /** `database`, the name of a document, or the place of a file in DATA_DIR. */
  where: string;
  what: string;
}

export interface CheckReport {
  problems: Problem[];
  checked: { documents: number; updates: number; snapshots: number; files: number };
}

export const check: Verb = {
  usage: '[--json]',
  does: 'reads everything that was saved and says what does not fit together',
  async run(args, config) {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean', default: false } } });
    const report = await checkInstallation(config.dataDir);
    const text = values.json ? JSON.stringify(report) : inWords(report);
    process.stdout.write(`${text}\n`);
    return report.problems.length > 0 ? 1 : 0;
  },
};

export function inWords({ problems, checked }: CheckReport): string {
  if (problems.length > 0) return problems.map(({ where, what }) => `${where}: ${what}`).join('\n');
  const { documents, updates, snapshots, files } = checked;
  return `Clean: ${documents} documents, ${updates} updates, ${snapshots} snapshots, ${files} files.`;
}

/** @throws DataDirectoryError where there is no database to check. */
export async function checkInstallation(dataDir: string): Promise<CheckReport> {
  const report: CheckReport = {
    problems: [],
    checked: { documents: 0, updates: 0, snapshots: 0, files: 0 },
  };
  const inspection = openInspection(dataDir);
  try {
    await checkDatabase(inspection, report);
    // After the rows: files are only added, so what a row of that moment names is there.
    await checkFiles(dataDir, inspection, report);
  } finally {
    inspection.close();
  }
  return report;
}

async function checkDatabase(inspection: Inspection, report: CheckReport): Promise<void> {
  const { problems, checked } = report;
  const reading = readingInto(problems);
  for (const what of (await reading('database', inspection.damage())) ?? [])
    problems.push({ where: 'database', what });
  const documents = (await reading('database', inspection.documents())) ?? [];
  const say = progress('Documents');
  for (const where of documents) {
    say(checked.documents, documents.length);
    checked.documents += 1;
    const history = await reading(where, inspection.history(where));
    if (!history) continue;
    checked.updates += history.updates.length;
    checked.snapshots += history.snapshots.length;
    for (const what of faultsOf(history)) problems.push({ where, what });
  }
}

/** A damaged page is a problem of what lies on it and hides nothing else. */
function readingInto(problems: Problem[]) {
  return <T>(where: string, read: Promise<T>): Promise<T | null> =>
    read.catch((error: unknown) => {
      if (!(error instanceof DatabaseError)) throw error;
      problems.push({ where, what: `cannot be read (${error.message})` });
      return null;
    });
}

async function checkFiles(
  dataDir: string,
  inspection: Inspection,
  { problems, checked }: CheckReport,
): Promise<void> {
  const keys = await storedKeys(dataDir);
  const stored = new Set(keys);
  const named = await readingInto(problems)('files', inspection.files());
  for (const hash of named ?? []) {
    if (!stored.has(hash)) problems.push({ where: placeOf(hash), what: 'is missing' });
  }
  const say = progress('Files');
  for (const key of keys) {
    say(checked.files, keys.length);
    checked.files += 1;
    // A preview lies under the name of what it was made from, which says nothing of its own bytes.
    if (key.endsWith('.preview')) continue;
    if ((await hashOfFile(join(dataDir, placeOf(key)))) !== key)
      problems.push({ where: placeOf(key), what: 'holds other bytes than its name says' });
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
