// The process: reads the environment, starts the server, says where it is, and stops when told to.
import { DataDirectoryError } from '#db/errors.ts';
import { readConfig } from './config.ts';
import { InstallationError, prepareInstallation, printAddress } from './installation.ts';
import { openPages } from './pages.ts';
import { PortError, startServer } from './start.ts';

/** What is not saved by then could not be saved. */
const closeLimitMs = 10_000;

function stop(words: string[]): never {
  process.stderr.write(`\nCobrief did not start.\n${words.map((line) => `  ${line}\n`).join('')}`);
  process.exit(1);
}

const read = readConfig(process.env);
if ('faults' in read) stop(read.faults);
const { config } = read;

try {
  const running = await startServer(config, await openPages(config));
  const installation = await prepareInstallation(running.services);
  printAddress(running.url, installation);
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A terminal and a supervisor may both tell us, and the one that started us as well.
      if (closing) return;
      closing = true;
      setTimeout(() => process.exit(1), closeLimitMs).unref();
      void running.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (
    error instanceof PortError ||
    error instanceof DataDirectoryError ||
    error instanceof InstallationError
  )
    stop([error.message]);
  throw error;
}
