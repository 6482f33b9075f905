import { digest } from 'lib0/hash/sha256';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  type AuthoredRange,
  authoredRanges,
  authoredRuns,
  ownWords,
  type Writer,
} from '#shared/authorship.ts';
import { toLetGo } from '#shared/checkpoints.ts';
import { contentId, normalForm, normalFormId } from '#shared/content-id.ts';
import { textDifference } from '#shared/difference.ts';
import { mediaList, partText, readParts, textParts, writeParts } from '#shared/parts.ts';
import { restoreOrigin } from '#shared/origins.ts';
import { restoreParts } from '#shared/restore.ts';
import { chance, countingIds } from '#tests/support/chance.ts';

const creator: Writer = { userId: 'mali', side: 'creator', origin: 'typed', suggestionId: null };
const brand: Writer = { userId: 'ploy', side: 'brand', origin: 'accepted', suggestionId: 's1' };
/** Clients from 100 on accepted a suggestion. */
const writerOf = (clientId: number) => (clientId >= 100 ? brand : creator);

function draft(caption: string): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  writeParts(doc, { caption }, countingIds());
  return doc;
}

/** Types at a place of the caption's line, under a client id. */
function type(doc: Y.Doc, line: number, at: number, words: string, clientId: number): void {
  doc.clientID = clientId;
  const paragraph = doc.getXmlFragment('caption').get(line) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(at, words);
}

const says = (doc: Y.Doc, ranges: readonly AuthoredRange[]) =>
  ranges.map(({ part, from, to, side }) => [side, partText(readParts(doc), part).slice(from, to)]);

describe('who wrote which passage', () => {
  test('is told by the client id of each character, and neighbours are one passage', () => {
    const doc = draft('กันแดด\n☀️ stick');
    type(doc, 1, 3, 'dry ', 7);
    type(doc, 1, 7, 'sun ', 100);
    expect(says(doc, authoredRanges(doc, writerOf))).toEqual([
      ['creator', 'กันแดด'],
      ['creator', '☀️ dry '],
      ['brand', 'sun '],
      ['creator', 'stick'],
    ]);
  });

  test('adds up to every character, by how it came in', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const luck = chance(seed);
      const doc = draft('one\ntwo ☀️\nสาม');
      for (let turn = 0; turn < 20; turn += 1) {
        const line = luck.below(3);
        const text = (doc.getXmlFragment('caption').get(line) as Y.XmlElement).get(0) as Y.XmlText;
        if (luck.below(4) === 0 && text.length > 0) text.delete(luck.below(text.length), 1);
        else type(doc, line, text.length, luck.pick(['a', ' ข้อความ', 'xyz']), luck.pick([7, 100]));
      }
      const parts = readParts(doc);
      const textOf = (part: (typeof textParts)[number]) => partText(parts, part);
      const counts = ownWords(authoredRanges(doc, writerOf), textOf);
      const lines = textParts.flatMap((part) => textOf(part).split('\n'));
      const all = lines.reduce((sum, one) => sum + Array.from(one).length, 0);
      expect(counts.typed + counts.accepted, `seed ${seed}`).toBe(all);
    }
  });

  test('colours a difference by whose words came and whose went', () => {
    const doc = draft('the stick');
    const before = { text: 'the stick', ranges: authoredRanges(doc, writerOf) };
    type(doc, 0, 4, 'dry ', 100);
    const text = partText(readParts(doc), 'caption');
    const after = { text, ranges: authoredRanges(doc, writerOf) };
    const runs = authoredRuns(textDifference(before.text, after.text), before, after);
    expect(runs.filter(({ kind }) => kind !== 'same')).toMatchObject([
      { kind: 'added', text: 'dry ', writer: { side: 'brand' } },
    ]);
    expect(runs.map((run) => run.text).join('')).toBe('the dry stick');
  });
});

describe('bringing a version back', () => {
  test('gives its content id again from whatever the draft said, and undo gives that one again', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const luck = chance(seed);
      const doc = new Y.Doc();
      writeParts(doc, filled(luck), countingIds());
      const version = normalForm(readParts(doc));
      wander(doc, luck);
      const before = contentId(readParts(doc), digest);
      const scope = [...textParts.map((part) => doc.getXmlFragment(part)), mediaList(doc)];
      const undo = new Y.UndoManager(scope, { trackedOrigins: new Set([restoreOrigin]) });
      restoreParts(doc, version, countingIds('new'));
      expect(contentId(readParts(doc), digest), `seed ${seed}`).toBe(normalFormId(version, digest));
      undo.undo();
      expect(contentId(readParts(doc), digest), `seed ${seed}`).toBe(before);
    }
  });
});

const words = ['เช้าวันจันทร์', 'one ☀️', '', 'another line'];

function filled(luck: ReturnType<typeof chance>) {
  const some = () => Array.from({ length: luck.below(4) }, () => luck.pick(words));
  return {
    title: luck.pick(words),
    caption: some().join('\n'),
    firstComment: luck.pick(words),
    script: some().map((said) => ({ said })),
    frames: some().map((text) => ({ text })),
    media: some().map((alt, index) => ({
      id: `m${index}`,
      kind: 'image' as const,
      file: String(luck.below(3)).repeat(64),
      link: null,
      alt,
      cover: false,
    })),
  };
}

/** Takes blocks and pictures away and lays others in. */
function wander(doc: Y.Doc, luck: ReturnType<typeof chance>): void {
  for (const part of textParts) {
    const fragment = doc.getXmlFragment(part);
    if (fragment.length > 0 && luck.below(2) === 0) fragment.delete(luck.below(fragment.length), 1);
  }
  if (mediaList(doc).length > 0) mediaList(doc).delete(0, 1);
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment('caption').insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText(luck.pick(words))]);
}

describe('versions kept by themselves are thinned out', () => {
  const day = 86_400_000;
  const now = new Date(100 * day);
  const at = (days: number, hours = 0) => new Date((100 - days) * day + hours * 3_600_000);

  test('to the last of a day after a week, and a named one stays for good', () => {
    const kept = [
      { id: 'old', name: null, at: at(20, 1) },
      { id: 'named', name: 'before the shoot', at: at(20, 2) },
      { id: 'old-last', name: null, at: at(20, 3) },
      { id: 'young', name: null, at: at(2, 1) },
      { id: 'young-too', name: null, at: at(2, 2) },
    ];
    expect(toLetGo(kept, now)).toEqual(['old']);
  });

  test('to the newest two hundred at most', () => {
    const kept = Array.from({ length: 205 }, (_, n) => ({
      id: `${n}`,
      name: n === 0 ? 'first' : null,
      at: at(1, n / 100),
    }));
    expect(toLetGo(kept, now)).toEqual(['1', '2', '3', '4']);
  });
});
