import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const layers = ['shared', 'db', 'server', 'app'] as const;
type Layer = (typeof layers)[number];

interface Import {
  file: string;
  layer: Layer;
  target: string;
  typeOnly: boolean;
}

function filesOf(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return /\.(tsx?|mjs)$/.test(name) ? [path] : [];
  });
}

const importPattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gms;
const dynamicPattern = /\bimport\('([^']+)'\)/g;

function importsOf(file: string, source: string, layer: Layer): Import[] {
  const found = [...source.matchAll(importPattern)].map((match) => ({
    file: relative(root, file),
    layer,
    target: match[2] as string,
    typeOnly: match[1] !== undefined,
  }));
  const dynamic = [...source.matchAll(dynamicPattern)].map((match) => ({
    file: relative(root, file),
    layer,
    target: match[1] as string,
    typeOnly: false,
  }));
  return [...found, ...dynamic];
}

const all = layers.flatMap((layer) =>
  filesOf(join(root, layer)).flatMap((file) => importsOf(file, readFileSync(file, 'utf8'), layer)),
);

const layerOf = (target: string): Layer | null =>
  layers.find((layer) => target.startsWith(`#${layer}/`)) ?? null;

/** Which layers a layer may import at run time; types may come from one further left or right. */
const mayRun: Record<Layer, Layer[]> = {
  shared: ['shared'],
  db: ['shared', 'db'],
  server: ['shared', 'db', 'server'],
  app: ['shared', 'app'],
};
const mayName: Record<Layer, Layer[]> = {
  shared: ['shared'],
  db: ['shared', 'db', 'server'],
  server: ['shared', 'db', 'server'],
  app: ['shared', 'app', 'server', 'db'],
};

function trespasses(imports: Import[]): string[] {
  return imports
    .filter(({ layer, target, typeOnly }) => {
      const to = layerOf(target);
      return to !== null && !(typeOnly ? mayName : mayRun)[layer].includes(to);
    })
    .map(({ file, target }) => `${file} -> ${target}`);
}

test('imports cross layers only along the arrows of the house', () => {
  expect(trespasses(all)).toEqual([]);
});

test('nothing of the house imports its tests or its benchmark', () => {
  const astray = all.filter(({ target }) => /(^#|\/)(tests|bench)\//.test(target));
  expect(astray.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('the fence sees a trespass', () => {
  const source = "import { createHub } from '#server/sync/hub.ts';";
  expect(trespasses(importsOf(join(root, 'app/x.ts'), source, 'app'))).toHaveLength(1);
});

/** A package, and the only places that may import it at run time. */
const keepers: [RegExp, RegExp][] = [
  [/^drizzle-orm|^better-sqlite3$/, /^db\//],
  [/^ws$/, /^server\/(sync\/gateway|live)\.ts$/],
  [/^express$|^@remix-run\/express$|^compression$/, /^server\/http\.ts$/],
  [/^date-holidays$/, /^server\/holidays\.ts$/],
  [/^tar-stream$/, /^server\/admin\/archive\.ts$/],
  [/^docx$/, /^server\/export\/docx\.ts$/],
  [/^mammoth$|^mdast-util-from-markdown$/, /^app\/bring-in\//],
  [/^fflate$/, /^(app\/bring-in\/|server\/export\/archive\.ts$)/],
  [/^pdfkit$|^svg-to-pdfkit$/, /^server\/export\/pdf\.ts$/],
  [/^@remix-run\/react$/, /^app\//],
  [/^@tiptap\/(react|extension-collaboration|extensions)|^@tiptap\/pm\/view$/, /^app\/editor\//],
  [/^y-websocket$|^y-indexeddb$/, /^app\/collab\//],
  [/^@zip\.js\//, /^app\/imports\//],
];

test('each outside package is imported only where the house keeps it', () => {
  const astray = all.filter(
    ({ file, target, typeOnly }) =>
      !typeOnly && keepers.some(([what, where]) => what.test(target) && !where.test(file)),
  );
  expect(astray.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('the environment is read in server/config.ts and handed over by server/index.ts alone', () => {
  const readers = layers
    .flatMap((layer) => filesOf(join(root, layer)))
    .filter((file) => /process\.env/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file));
  const allowed = new Set(['server/config.ts', 'server/index.ts', 'server/admin.ts']);
  expect(readers.filter((file) => !allowed.has(file))).toEqual([]);
});

test('the lint fence fails on a forbidden import', () => {
  const dir = mkdtempSync(join(root, 'shared', 'fence-'));
  try {
    writeFileSync(
      join(dir, 'probe.ts'),
      "import { sql } from 'drizzle-orm';\nexport const x = sql;\n",
    );
    const lint = spawnSync(join(root, 'node_modules/.bin/oxlint'), [dir], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(lint.status).not.toBe(0);
    expect(lint.stdout).toContain('no-restricted-imports');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('the shared project refuses Node and the browser by its types', () => {
  const dir = mkdtempSync(join(root, 'shared', 'fence-'));
  try {
    writeFileSync(join(dir, 'probe.ts'), 'export const x = [process.pid, document.title];\n');
    const types = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', 'shared', '--noEmit'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(types.stdout).toContain("Cannot find name 'process'");
    expect(types.stdout).toContain("Cannot find name 'document'");
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a client build that reaches server/ or db/ fails', () => {
  const dir = mkdtempSync(join(root, 'app', 'fence-'));
  try {
    const entry = join(dir, 'probe.ts');
    writeFileSync(entry, "export { openDatabase } from '#db/open.ts';\n");
    const script = `
      const { build } = await import('vite');
      const { clientFence } = await import('./vite.fence.ts');
      await build({ configFile: false, logLevel: 'silent', plugins: [clientFence()],
        build: { write: false, lib: { entry: ${JSON.stringify(entry)}, formats: ['es'] } } });`;
    const run = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { cwd: root, encoding: 'utf8' },
    );
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain('must not reach the browser');
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('no commit names a path of the machine it was made on', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
  const texts = files.filter(
    (file) => /\.(ts|tsx|mjs|json|md|css)$/.test(file) && file !== 'package-lock.json',
  );
  const named = texts.filter((file) =>
    /\/(work|root|home\/\w+)\//.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(named).toEqual([]);
});
