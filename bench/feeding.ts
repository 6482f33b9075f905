// The blog post typed into a server by one person, one frame a keystroke, as fast as the server
// takes them.
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { type Blog, readBlog, textOf } from './blog.ts';
import { openRawClient, type RawClient } from './client.ts';
import { coresUsed } from './process-cost.ts';
import type { Server } from './servers.ts';

/** So much may wait in the sender before it waits itself. */
const maxWaitingBytes = 1024 * 1024;
const framesATurn = 200;
const patienceMs = 120_000;
/** Hocuspocus stores two seconds after the last change, without telling anybody. */
const storedAfterMs = 4_000;

/**
 * Resolves with the time until everything was taken in: by Cobrief, when it says that all of it is
 * on disk; by the others, who say nothing, when a second person has received all of it.
 */
export async function feedBlog(server: Server): Promise<{ ms: number; loadShare: number }> {
  const blog = readBlog();
  const arrival = arrivalOf(blog);
  const writer = openRawClient(server.door(0, 'write'));
  const reader = openRawClient(server.door(0, 'read'), { onUpdate: arrival.look });
  await Promise.all([writer.synced, reader.synced]);
  const frames = blog.updates.map(writer.frameOf);
  const before = { own: process.cpuUsage(), at: performance.now() };
  await sendAll(writer, frames);
  if (server.name === 'cobrief') await writer.saved();
  else await arrival.whole;
  const ms = performance.now() - before.at;
  const loadShare = coresUsed(before.own, ms);
  await arrival.whole;
  if (textOf(reader.updates()) !== blog.text) throw new Error('the reader has another text');
  if (server.name === 'hocuspocus') await pause(storedAfterMs);
  await Promise.all([writer.close(), reader.close()]);
  return { ms, loadShare };
}

async function sendAll(writer: RawClient, frames: Uint8Array[]): Promise<void> {
  for (let n = 0; n < frames.length; n += framesATurn) {
    for (const frame of frames.slice(n, n + framesATurn)) writer.send(frame);
    do await turn();
    while (writer.waitingBytes > maxWaitingBytes && writer.lost === null);
    if (writer.lost !== null) throw new Error(`the server closed the writer with ${writer.lost}`);
  }
}

/** Looks into what a reader gets until the last keystroke is there. */
function arrivalOf({ clientId, endClock }: Blog) {
  let look: (update: Uint8Array) => void = () => undefined;
  const whole = new Promise<void>((resolve, reject) => {
    const tooLate = () => reject(new Error(`not everything arrived within ${patienceMs} ms`));
    const timer = setTimeout(tooLate, patienceMs);
    look = (update) => {
      if ((Y.parseUpdateMeta(update).to.get(clientId) ?? 0) < endClock) return;
      clearTimeout(timer);
      resolve();
    };
  });
  // Whoever waits for it hears of it.
  whole.catch(() => undefined);
  return { look, whole };
}
