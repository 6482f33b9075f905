// `npm start` and `npm run dev`: prepares what is missing, then runs the one server process.
import { spawn } from 'node:child_process';
import { build, installPackages, requireNode, root, server } from './prepare.mjs';

const development = process.argv.includes('--dev');
requireNode();
await installPackages();
if (!development) {
  const code = await build();
  if (code !== 0) process.exit(code);
}

const args = development
  ? [
      '--watch-path=server',
      '--watch-path=db',
      '--watch-preserve-output',
      '--import',
      'tsx',
      'server/index.ts',
    ]
  : ['--enable-source-maps', server];
const running = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: development ? 'development' : 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal));
running.on('exit', (code, signal) => process.exit(signal ? 1 : code));
