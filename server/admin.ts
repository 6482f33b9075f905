// The operator's command: `npm run --silent admin -- VERB …`, one file a verb in server/admin/.
// Exit codes: 0 done, 1 refused or something found, 2 wrong usage.
import { DataDirectoryError } from '#db/errors.ts';
import { backup } from './admin/backup.ts';
import { check } from './admin/check.ts';
import { demo } from './admin/demo.ts';
import { restore } from './admin/restore.ts';
import { Refusal, UsageError, type Verb } from './admin/verb.ts';
import { readConfig } from './config.ts';

const verbs = new Map<string, Verb>(Object.entries({ demo, check, backup, restore }));

function usage(): string {
  const lines = [...verbs].map(([name, verb]) => [`${name} ${verb.usage}`, verb.does] as const);
  const width = Math.max(...lines.map(([call]) => call.length)) + 2;
  return [
    'Usage: npm run --silent admin -- VERB',
    ...lines.map(([call, does]) => `  ${call.padEnd(width)}${does}`),
    'DATA_DIR names the installation, as for npm start.',
  ].join('\n');
}

async function run([name = '', ...args]: string[]): Promise<number> {
  const verb = verbs.get(name);
  if (!verb) throw new UsageError(name ? `There is no verb ${name}.` : '');
  const read = readConfig(process.env);
  if ('faults' in read) throw new Refusal(read.faults.join('\n'));
  return verb.run(args, read.config);
}

function explain(error: unknown): { words: string; code: number } {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS'))
    return { words: `${message}\n${usage()}`.trim(), code: 2 };
  if (error instanceof Refusal || error instanceof DataDirectoryError)
    return { words: message, code: 1 };
  throw error;
}

process.exit(
  await run(process.argv.slice(2)).catch((error: unknown) => {
    const { words, code } = explain(error);
    process.stderr.write(`${words}\n`);
    return code;
  }),
);
