// Where Remix's pages come from: the build, or Vite with hot reload in development.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { root } from '#db/root.ts';
import type { Config } from './config.ts';
import type { Pages } from './start.ts';

const buildFile = join(root, 'build/server/index.js');

export async function openPages(config: Pick<Config, 'development'>): Promise<Pages> {
  if (config.development) return developmentPages();
  if (!existsSync(buildFile))
    throw new Error('there is no build: run `npm start`, which makes one');
  return { build: (await import(pathToFileURL(buildFile).href)) as ServerBuild, vite: null };
}

async function developmentPages(): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  return {
    vite: vite.middlewares,
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
  };
}
