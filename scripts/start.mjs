// `npm start` and `npm run dev`: prepares what is missing, then runs the one server process.
import { spawn } from 'node:child_process';
import { buildPages, installPackages, requireNode, root } from './prepare.mjs';

const development = process.argv.includes('--dev');
requireNode();
await installPackages();
if (!development) {
  const code = await buildPages();
  if (code !== 0) process.exit(code);
}

const watch = development
  ? ['--watch-path=server', '--watch-path=db', '--watch-preserve-output']
  : [];
const server = spawn(process.execPath, [...watch, '--import', 'tsx', 'server/index.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: development ? 'development' : 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 1 : code));
