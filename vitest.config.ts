import { defineConfig } from 'vitest/config';

// Unit and integration tests run in one pool, browser tests in another with a longer leash:
// the Remix plugin stays out of both (it rewrites modules for the client build).
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/{layers,shared,db,server,fuzz,crash}/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: 30_000,
          // Each file has its own database and server: two at a time use two cores.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: ['tests/support/setup.ts'],
          globalSetup: ['tests/support/seeded.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // How fast something comes is measured by the benchmarks; here it has to come.
          expect: { poll: { timeout: 20_000 } },
          // A file has its own server and browser; two at a time use two cores, after all the others.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
