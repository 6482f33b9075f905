// `npm run crash`: the crash test of `npm test` a hundred times over, or as often as its argument
// says. Ends with 1 when anything acknowledged was lost or anything is there twice.
import { bin, installPackages, requireNode, run } from './prepare.mjs';

requireNode();
await installPackages();
const kills = process.argv[2] ?? '100';
process.exit(await run(bin('vitest'), ['run', 'tests/crash/sync-kill.test.ts'], { KILLS: kills }));
