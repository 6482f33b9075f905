// `npm run bench`: prepares what is missing, the measured peers too, then runs the suites.
import { join } from 'node:path';
import { build, installPackages, requireNode, root, run } from './prepare.mjs';

requireNode();
await installPackages();
await installPackages(join(root, 'bench/peers'));
const built = await build();
if (built !== 0) process.exit(built);
const suites = ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)];
process.exit(await run(process.execPath, suites));
