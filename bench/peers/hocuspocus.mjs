// Hocuspocus with its SQLite extension, both with their defaults, on a free port and a file.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const sqlite = new SQLite({ database: join(process.env.DATA_DIR, 'hocuspocus.sqlite') });
const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  extensions: [sqlite],
});
await server.listen();
// It listens before its table is there, and refuses whoever comes in between.
while (!(await hasTable())) await pause(20);
process.stdout.write(`ready ${server.address.port}\n`);

function hasTable() {
  return new Promise((resolve) => {
    sqlite.db.get('SELECT count(*) FROM documents', (error) => resolve(error === null));
  });
}
