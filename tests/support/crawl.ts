// A crawler over every route of the product: what there is comes from Remix's own manifest and from
// the sources of the routes, so that a new one is crawled without being named here.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { ServerBuild } from '@remix-run/node';
import { pdfWords } from './taken.ts';

export interface CrawledRoute {
  id: string;
  /** `/posts/:draftId/take` */
  path: string;
  /** Names of what its address may carry after the question mark. */
  queries: string[];
  intents: string[];
  /** Names of what its forms send. */
  fields: string[];
}

/** In the list of commands of a door for JSON. */
const door = /^ {4}([\w-]+): commands\./gm;

const all = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? '')),
];

export function routesOf(build: ServerBuild): CrawledRoute[] {
  const fullPath = (id: string | undefined): string => {
    const route = id === undefined ? undefined : build.routes[id];
    if (!route) return '';
    return [fullPath(route.parentId), route.path].filter(Boolean).join('/');
  };
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === 'root') return [];
    const source = sourceOf(route.id);
    return {
      id: route.id,
      path: `/${fullPath(route.id)}`,
      queries: all(source, /\.(?:get|has)\('([\w-]+)'\)/g),
      intents: route.module.action
        ? [...all(source, /(?:case |literal\()'([\w-]+)'/g), ...all(source, door), '']
        : [],
      fields: all(source, /(\w+): (?:z\.|ticked)/g).concat(all(source, /given\['(\w+)'\]/g)),
    };
  });
}

function sourceOf(id: string): string {
  for (const ending of ['tsx', 'ts']) {
    try {
      return readFileSync(new URL(`../../app/${id}.${ending}`, import.meta.url), 'utf8');
    } catch {
      // The other ending, then.
    }
  }
  throw new Error(`the build has a route that is no file: ${id}. Build again.`);
}

/** Every way to fill a pattern's parameters. */
export function fill(path: string, values: (name: string) => string[]): string[] {
  const at = /:(\w+)|\*/.exec(path);
  if (!at) return [path];
  return values(at[1] ?? '*').flatMap((value) => fill(path.replace(at[0], value), values));
}

/** At most so many ways to fill the names of a query. */
const maxQueries = 24;

export function queriesOf(names: string[], values: (name: string) => string[]): string[] {
  const ways = names.reduce<string[]>(
    (before, name) =>
      before.flatMap((query) =>
        values(name).map((value) => `${query}${query ? '&' : '?'}${name}=${value}`),
      ),
    [''],
  );
  return [...new Set(['', ...ways])].slice(0, maxQueries);
}

/** The single-fetch address of a page. */
export const dataPath = (path: string): string => (path === '/' ? '/_root.data' : `${path}.data`);

/** What an answer says, head and body, opened where it is packed. */
export async function wordsOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const head = JSON.stringify([...response.headers]);
  const type = response.headers.get('content-type') ?? '';
  const plain = Buffer.from(bytes).toString('utf8');
  if (/wordprocessingml|application\/zip/.test(type) && response.ok) {
    const files = Object.values(unzipSync(bytes));
    return head + files.map((file) => strFromU8(file)).join('\n');
  }
  // A contract of the tests is no PDF that could be opened; a taken post is.
  if (type.includes('pdf') && plain.includes('/FlateDecode')) return head + (await pdfWords(bytes));
  return head + plain;
}
