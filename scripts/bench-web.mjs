// `npm run bench:web`: prepares what is missing, builds both pages, then measures them in Chromium.
import { join } from 'node:path';
import { bin, build, installPackages, requireNode, root, run } from './prepare.mjs';

const peers = join(root, 'bench/peers');

requireNode();
await installPackages();
await installPackages(peers);
const plain = ['vite:build', join(peers, 'plain'), '--logLevel', 'error'];
const built = (await build()) || (await run(bin('remix'), plain));
if (built !== 0) process.exit(built);
const suites = ['--import', 'tsx', 'bench/web/run.ts', ...process.argv.slice(2)];
process.exit(await run(process.execPath, suites));
