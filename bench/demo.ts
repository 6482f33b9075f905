// Cobrief with its demo, as a process in a folder of its own, and somebody who comes in.
import { type Launched, launch } from './launch.ts';

export interface DemoHouse extends Launched {
  url: string;
  /** The path of the link it printed for one of its people. */
  link(name: string): string;
}

export async function startDemo(dir: string): Promise<DemoHouse> {
  const launched = await launch(['build/house/index.mjs'], {
    env: { DATA_DIR: dir, PORT: '0' },
    ready: /Cobrief is ready at http:\/\/[^:\s]+:(\d+)/,
  });
  return {
    ...launched,
    url: `http://127.0.0.1:${launched.port}`,
    link(name) {
      const found = new RegExp(`${name}\\s.*?(/l/\\S+)`).exec(launched.out())?.[1];
      if (!found) throw new Error(`no link was printed for ${name}`);
      return found;
    },
  };
}

/** Presses the button behind a link, as its person would; the Cookie header of who came in. */
export async function comeIn(url: string, link: string): Promise<string> {
  const answer = await fetch(url + link, {
    method: 'POST',
    body: new URLSearchParams({ intent: 'open' }),
    headers: { origin: url },
    redirect: 'manual',
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  if (cookies.length === 0) throw new Error(`nobody came in: ${answer.status}`);
  return cookies.join('; ');
}
