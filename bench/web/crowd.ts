// People who are only there: each a socket with a caret that moves now and then. They are no pages, so
// that what is measured is what the measured pages do with them.
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { awarenessFrame } from '#shared/protocol.ts';
import { type Door, openRawClient } from '../client.ts';
import { draftDoor, plainDoor, read } from './fill.ts';
import { inviteColleague } from './colleagues.ts';
import type { Opened, Opening } from './pages.ts';
import type { Stage } from './stage.ts';

export interface Crowd {
  /** Resolves when this page shows all their carets; what it gives sends them away. */
  enter(people: number, seenBy: Opened): Promise<() => Promise<void>>;
}

const moveMs = 1_000;

export async function crowdOf(stage: Stage, opening: Opening): Promise<Crowd> {
  const doors = await doorsFor(stage, opening);
  return {
    async enter(people, { page, editor }) {
      const doc = await read(doors[0]!.door);
      const text = firstText(doc, opening);
      const present = await Promise.all(
        doors.slice(0, people).map(({ door, name }, n) => come(door, { name, n, text })),
      );
      const carets = editor.locator('.caret, .collaboration-carets__caret');
      // Not all of whom are strangers' carets: the writer's is one.
      while ((await carets.count()) < people) await page.waitForTimeout(50);
      return async () => {
        await Promise.all(present.map((leave) => leave()));
        while ((await carets.count()) >= people) await page.waitForTimeout(50);
      };
    },
  };
}

async function doorsFor(
  stage: Stage,
  { subject, draft }: Opening,
): Promise<{ name: string; door: Door }[]> {
  const names = ['Ta', 'Anan', ...Array.from({ length: 6 }, (_, n) => `Guest ${n + 1}`)];
  const doors: { name: string; door: Door }[] = [];
  for (const name of names) {
    if (subject === 'plain') doors.push({ name, door: plainDoor(stage, draft.id) });
    else {
      const token =
        name === 'Ta' || name === 'Anan'
          ? stage.people[name].token
          : await inviteColleague(stage, draft, name);
      doors.push({ name, door: draftDoor(stage, draft, token) });
    }
  }
  return doors;
}

interface Guest {
  name: string;
  n: number;
  text: Y.XmlText;
}

async function come(door: Door, guest: Guest): Promise<() => Promise<void>> {
  const client = openRawClient(door);
  await client.synced;
  const clientId = Math.floor(Math.random() * 2 ** 31);
  let clock = 0;
  const move = () =>
    client.send(awarenessFrame([{ clientId, clock: ++clock, state: at(guest, clock) }]));
  move();
  await pause((guest.n * moveMs) / 8);
  const timer = setInterval(move, moveMs);
  return async () => {
    clearInterval(timer);
    // The plain server keeps a caret until it is told.
    client.send(awarenessFrame([{ clientId, clock: ++clock, state: null }]));
    await client.close();
  };
}

/** As y-tiptap shows a caret to others. */
function at({ name, n, text }: Guest, clock: number) {
  const index = (n * 11 + clock) % Math.max(1, text.length);
  const place = Y.relativePositionToJSON(
    Y.createRelativePositionFromTypeIndex(text, index),
  ) as unknown;
  return { user: { name, color: '#4f46e5' }, cursor: { anchor: place, head: place } };
}

function firstText(doc: Y.Doc, { subject }: Opening): Y.XmlText {
  const fragment = doc.getXmlFragment(subject === 'plain' ? 'default' : 'caption');
  const paragraph = fragment.get(0) as Y.XmlElement;
  return paragraph.get(0) as Y.XmlText;
}
