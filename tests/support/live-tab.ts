// A tab's event socket without a browser: who it belongs to stands in its address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import { createLive, type Live, type LiveFrame } from '#server/live.ts';
import type { Database } from '#db/open.ts';
import type { Actor } from '#shared/roles.ts';

export interface Tab {
  heard: LiveFrame[];
  /** The next frame of this kind, one that came already included. */
  next(kind: string): Promise<LiveFrame>;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A live channel on a port of its own, and tabs of people on it. */
export async function openLive(
  db: Database,
  people: readonly Actor[],
): Promise<{ live: Live; tab(actor: Actor): Promise<Tab> }> {
  const whose = (url: string | undefined) =>
    new URL(url ?? '', 'http://live').searchParams.get('actor');
  const live = createLive({
    db,
    actorOf: async ({ url }) => people.find(({ userId }) => userId === whose(url)) ?? null,
  });
  const server = createServer();
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  closing.push(() => {
    live.close();
    server.close();
  });
  return {
    live,
    async tab({ userId }) {
      const made = listen(new WebSocket(`ws://127.0.0.1:${port}/live?actor=${userId}`));
      await made.next('hello');
      return made;
    },
  };
}

function listen(socket: WebSocket): Tab {
  const heard: LiveFrame[] = [];
  const waiting: { kind: string; resolve(frame: LiveFrame): void }[] = [];
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as LiveFrame;
    heard.push(frame);
    for (const [at, one] of waiting.entries()) {
      if (one.kind !== frame.kind) continue;
      waiting.splice(at, 1);
      return one.resolve(frame);
    }
  });
  return {
    heard,
    next(kind) {
      const known = heard.find((frame) => frame.kind === kind);
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => waiting.push({ kind, resolve }));
    },
  };
}
