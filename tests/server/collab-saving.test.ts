// What a page tells a person about their words, against the real engine: Saved, kept on this
// device, not accepted; and what becomes of the device's copy then.
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { storeName } from '#app/collab/connection.ts';
import { listRescued } from '#app/collab/rescued.ts';
import { countSaving } from '#app/collab/saving.ts';
import { sendUnsent } from '#app/collab/sending.ts';
import { listUnsent, noteUnsent } from '#app/collab/unsent.ts';
import { wordsOf } from '#app/collab/words-of.ts';
import { appendBlocks, paragraphs } from '#shared/blocks.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { makeDevice, openTab } from '#tests/support/device.ts';
import { guidelines, startEngine } from '#tests/support/engine.ts';

const write = (doc: Y.Doc, words: string) =>
  appendBlocks(guidelinesFragment(doc), paragraphs(words));
const words = (doc: Y.Doc) => wordsOf(guidelines, doc);

describe('Saved', () => {
  test('is shown when the words are on the disk, and Saving before', async () => {
    const engine = await startEngine();
    const device = makeDevice(engine, 'ta');
    const tab = openTab({ device, person: 'ta', document: guidelines });
    await tab.until('saved');
    write(tab.connection.doc, 'Sun care');
    expect(tab.save()).toEqual({ phase: 'saving' });
    await tab.until('saved');
    expect(words(await engine.onDisk(guidelines))).toBe('Sun care');
    tab.close();
  });

  test('is not concluded from an echo to a question older than the offered words', () => {
    const saving = countSaving({ left: 2 });
    const early = saving.ask();
    saving.askedFor();
    saving.offered();
    expect(saving.answered(early)).toBe('not-yet');
    expect(saving.kept).toBe(2);
    expect(saving.answered(saving.ask())).toBe('all-on-disk');
    expect(saving.kept).toBe(0);
  });

  test('waits for the last change when one more was made after the question', () => {
    const saving = countSaving({ left: 0 });
    saving.askedFor();
    saving.offered();
    saving.changed();
    const first = saving.ask();
    saving.changed();
    expect(saving.answered(first)).toBe('not-yet');
    expect(saving.answered(saving.ask())).toBe('all-on-disk');
  });

  test('is forgotten with the socket it was heard on', () => {
    const saving = countSaving({ left: 0 });
    saving.askedFor();
    saving.offered();
    const asked = saving.ask();
    saving.changed();
    saving.disconnected();
    expect(saving.answered(asked)).toBe('not-yet');
    expect(saving.kept).toBe(1);
  });
});

describe('without a connection', () => {
  test('changes are counted, outlive the tab and are sent by the next one', async () => {
    const engine = await startEngine();
    const device = makeDevice(engine, 'ta');
    const first = openTab({ device, person: 'ta', document: guidelines });
    await first.until('saved');
    device.cut();
    await first.until('offline', 0);
    for (const word of ['one', 'two', 'three']) write(first.connection.doc, word);
    await first.until('offline', 3);
    first.close();
    expect(listUnsent('ta', device.notes)).toMatchObject([{ documentName: guidelines, kept: 3 }]);

    device.mend();
    const second = openTab({ device, person: 'ta', document: guidelines });
    await second.connection.ready;
    expect(words(second.connection.doc)).toBe('one\ntwo\nthree');
    await second.until('saved');
    expect(words(await engine.onDisk(guidelines))).toBe('one\ntwo\nthree');
    expect(listUnsent('ta', device.notes)).toEqual([]);
    second.close();
  });

  test('one tab that is saved says nothing about what another typed since', async () => {
    const { notes } = makeDevice(await startEngine(), 'ta');
    const about = { notes, userId: 'ta', documentName: guidelines, epoch: 'epoch1' };
    const onTheTrain = noteUnsent({ ...about, tab: 1 });
    onTheTrain.write(2);
    const atHome = noteUnsent({ ...about, tab: 2 });
    expect(atHome.left).toBe(2);
    onTheTrain.write(3);
    atHome.clear();
    expect(listUnsent('ta', notes)).toMatchObject([{ kept: 3 }]);
    noteUnsent({ ...about, tab: 3 }).clear();
    expect(listUnsent('ta', notes)).toEqual([]);
  });

  test('two devices of one person converge when they come back', async () => {
    const engine = await startEngine();
    const phone = makeDevice(engine, 'ta');
    const laptop = makeDevice(engine, 'ta');
    const onPhone = openTab({ device: phone, person: 'ta', document: guidelines });
    const onLaptop = openTab({ device: laptop, person: 'ta', document: guidelines });
    await Promise.all([onPhone.until('saved'), onLaptop.until('saved')]);
    phone.cut();
    laptop.cut();
    await Promise.all([onPhone.until('offline'), onLaptop.until('offline')]);
    write(onPhone.connection.doc, 'from the phone');
    write(onLaptop.connection.doc, 'from the laptop');
    phone.mend();
    laptop.mend();
    await Promise.all([onPhone.until('saved'), onLaptop.until('saved')]);
    const onDisk = words(await engine.onDisk(guidelines));
    expect(onDisk.split('\n').sort()).toEqual(['from the laptop', 'from the phone']);
    onPhone.close();
    onLaptop.close();
  });

  test('the home page sends what this device still holds', async () => {
    const engine = await startEngine();
    const device = makeDevice(engine, 'ta');
    const tab = openTab({ device, person: 'ta', document: guidelines });
    await tab.until('saved');
    device.cut();
    await tab.until('offline', 0);
    write(tab.connection.doc, 'left behind');
    tab.close();
    device.mend();
    await new Promise<void>((resolve) => {
      sendUnsent('ta', resolve, device);
    });
    expect(listUnsent('ta', device.notes)).toEqual([]);
    expect(words(await engine.onDisk(guidelines))).toBe('left behind');
  });
});

describe('a right that is gone', () => {
  const lateWords = 'typed after the last connection';

  async function offlineColleague() {
    const engine = await startEngine();
    const device = makeDevice(engine, 'ta');
    const tab = openTab({ device, person: 'ta', document: guidelines });
    await tab.until('saved');
    device.cut();
    await tab.until('offline', 0);
    write(tab.connection.doc, lateWords);
    return { engine, device, tab };
  }
  const store = storeName('ta', guidelines, 'epoch1');

  test('leaves the unsent words of a removed person in a rescued copy', async () => {
    const { engine, device, tab } = await offlineColleague();
    await engine.removed('ta');
    device.mend();
    expect(await tab.until('refused')).toEqual({
      phase: 'refused',
      code: 'not-allowed',
      rescued: true,
    });
    expect(listRescued('ta', device.notes)).toMatchObject([{ text: lateWords }]);
    expect(listUnsent('ta', device.notes)).toEqual([]);
    expect(device.stored(store)).toBeNull();
    tab.close();
  });

  test('rescues from the home page what a closed tab had left', async () => {
    const { engine, device, tab } = await offlineColleague();
    tab.close();
    await engine.removed('ta');
    device.mend();
    await new Promise<void>((resolve) => {
      sendUnsent('ta', resolve, device);
    });
    expect(listRescued('ta', device.notes)).toMatchObject([{ text: lateWords }]);
    expect(device.stored(store)).toBeNull();
  });

  test('rescues the words of a person who may only read now', async () => {
    const { engine, device, tab } = await offlineColleague();
    await engine.role('ta', 'reviewer');
    device.mend();
    expect(await tab.until('refused')).toMatchObject({ code: 'not-allowed', rescued: true });
    expect(listRescued('ta', device.notes)).toMatchObject([{ text: lateWords }]);
    expect(words(await engine.onDisk(guidelines))).toBe('');
    tab.close();
  });

  test('rescues them on a page that was loaded for reading, too', async () => {
    const { engine, device, tab } = await offlineColleague();
    tab.close();
    await engine.role('ta', 'reviewer');
    device.mend();
    const reader = openTab({ device, person: 'ta', document: guidelines, right: 'read' });
    await reader.until('reading');
    await expect.poll(() => listRescued('ta', device.notes)).toMatchObject([{ text: lateWords }]);
    expect(device.stored(store)).toBeNull();
    reader.close();
  });

  test('keeps nothing of a person who had nothing unsent', async () => {
    const engine = await startEngine();
    const device = makeDevice(engine, 'ta');
    const tab = openTab({ device, person: 'ta', document: guidelines });
    await tab.until('saved');
    write(tab.connection.doc, 'the brand has this');
    await tab.until('saved');
    await engine.removed('ta');
    expect(await tab.until('refused')).toMatchObject({ code: 'not-allowed', rescued: false });
    expect(listRescued('ta', device.notes)).toEqual([]);
    expect(device.stored(store)).toBeNull();
    tab.close();
  });

  test('leaves the copy where it is when there is no room to rescue it', async () => {
    const { engine, device, tab } = await offlineColleague();
    device.fill();
    await engine.removed('ta');
    device.mend();
    expect(await tab.until('refused')).toMatchObject({ rescued: false });
    expect(words(device.stored(store) as Y.Doc)).toBe(lateWords);
    tab.close();
  });
});

test('a copy of another history is rescued and never merged', async () => {
  const engine = await startEngine();
  const device = makeDevice(engine, 'ta');
  const old = openTab({ device, person: 'ta', document: guidelines, epoch: 'epoch0' });
  write(old.connection.doc, 'from before the restore');
  expect(await old.until('refused')).toMatchObject({ code: 'other-epoch', rescued: true });
  expect(listRescued('ta', device.notes)).toMatchObject([{ text: 'from before the restore' }]);
  expect(words(await engine.onDisk(guidelines))).toBe('');
  old.close();
});

test('two people in one browser never send each other’s edits', async () => {
  const engine = await startEngine();
  const device = makeDevice(engine, 'ta');
  const first = openTab({ device, person: 'ta', document: guidelines });
  await first.until('saved');
  device.cut();
  await first.until('offline', 0);
  write(first.connection.doc, 'words of the first person');
  device.signIn('ploy');
  device.mend();
  // The first person's page is still open under somebody else's sign-in.
  expect(await first.until('refused')).toMatchObject({ code: 'wrong-person', rescued: false });
  const second = openTab({ device, person: 'ploy', document: guidelines });
  await second.until('saved');
  expect(words(second.connection.doc)).toBe('');
  expect(words(await engine.onDisk(guidelines))).toBe('');
  // Kept for the one who typed it, typed on or not.
  write(first.connection.doc, 'and one more line');
  expect(listUnsent('ta', device.notes)).toMatchObject([{ kept: 2 }]);
  expect(listUnsent('ploy', device.notes)).toEqual([]);
  first.close();
  device.signIn('ta');
  const again = openTab({ device, person: 'ta', document: guidelines });
  await again.until('saved');
  expect(words(await engine.onDisk(guidelines))).toBe(
    'words of the first person\nand one more line',
  );
  again.close();
  second.close();
});
