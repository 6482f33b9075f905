// `npm test`: one command for everything, from a fresh clone. Counts every check it ran and closes
// with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, build, installPackages, requireNode, run } from './prepare.mjs';

requireNode();
await installPackages();
const chromium = await findChromium();

let passed = 0;
let failed = 0;

/** One check that is a whole command: it passes or fails as one. */
async function check(name, work) {
  console.log(`\n— ${name}`);
  const code = await work();
  if (code === 0) passed++;
  else failed++;
}

await check('types', () => run(bin('tsc'), ['--noEmit']));
await check('types of shared/, without Node or a browser', () =>
  run(bin('tsc'), ['-p', 'shared', '--noEmit']),
);
await check('lint', () => run(bin('oxlint'), ['--type-aware', '--deny-warnings']));
await check('format', () => run(bin('biome'), ['format', '.']));
await check('build', build);
await check('tests', async () => {
  const report = join(mkdtempSync(join(tmpdir(), 'cobrief-test-')), 'report.json');
  const code = await run(
    bin('vitest'),
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { CHROMIUM: chromium },
  );
  if (!existsSync(report)) return 1;
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  if (numPendingTests > 0) console.error(`${numPendingTests} tests did not run.`);
  passed += numPassedTests;
  failed += numFailedTests + numPendingTests;
  return code;
});

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** Debian's Chromium, or the one CHROMIUM names; installed by apt where that works. */
async function findChromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const find = () => places.find((path) => path && existsSync(path));
  if (find()) return find();
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', ...args];
    return (
      spawnSync(command, rest, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    );
  };
  console.log('Installing Chromium for the browser tests.');
  if (apt('update', '-qq') && apt('install', '-y', '-qq', 'chromium') && find()) return find();
  console.error(
    'The browser tests need Chromium. Run:  sudo apt-get install chromium\nor set CHROMIUM to the path of a Chromium or Chrome.',
  );
  process.exit(1);
}
