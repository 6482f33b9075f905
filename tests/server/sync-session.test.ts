// Sockets from the outside: who is let in, what a frame may do, and what people hear of each other.
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { syncFrame, syncStep2 } from '#shared/protocol.ts';
import {
  edit,
  guidelines,
  maliDraft,
  openClient,
  openSocket,
  startEngine,
  until,
} from '#tests/support/engine.ts';

describe('two people', () => {
  test('S1 two stock clients converge, each edit saved before it is delivered', async () => {
    const engine = await startEngine();
    const ploy = openClient(engine, 'ploy', guidelines);
    const ta = openClient(engine, 'ta', guidelines);
    await Promise.all([ploy.synced(), ta.synced()]);
    ploy.text.insert(0, 'sun');
    ta.text.insert(0, 'stick');
    expect(await ploy.saved()).toBeNull();
    expect(await ta.saved()).toBeNull();
    await until(ploy.doc, () => ploy.text.length === 8);
    await until(ta.doc, () => ta.text.length === 8);
    expect(ploy.text.toString()).toBe(ta.text.toString());
    const disk = await engine.onDisk(guidelines);
    expect(disk.getText('text').toString()).toBe(ta.text.toString());
  });
});
