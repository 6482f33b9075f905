// The sync server as a process of its own, for tests that kill it: the wiring of start.ts without
// pages, on the directory and the port it is given. Says where it is on its first line.
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/start.ts';

const read = readConfig(process.env);
if ('faults' in read) throw new Error(read.faults.join('\n'));
const running = await startServer(read.config, null);
process.stdout.write(`ready ${running.url}\n`);
