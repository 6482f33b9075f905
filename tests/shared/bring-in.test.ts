// A brief out of a file: what goes where, that no word is lost on the way, and that it is only added.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readBytes } from '#app/bring-in/read-file.ts';
import { docxOf } from '#server/export/docx.ts';
import { type GuidelinesFill, seedGuidelines } from '#shared/brief-template.ts';
import { fieldNamed } from '#shared/bring-in/names.ts';
import { type Passage, passagesOf, type Piece, wordsOf } from '#shared/bring-in/passages.ts';
import { type PlacedPassage, putIn } from '#shared/bring-in/placing.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { guidelinesBlocks } from '#shared/export/guidelines.ts';
import { markdownOf } from '#shared/export/markdown.ts';
import { fieldKinds } from '#shared/fields.ts';
import { guidelinesJson, readGuidelines } from '#shared/guidelines.ts';
import type { Locale } from '#shared/words/words.ts';
import { wordFile, wordTable, bytesOf } from '#tests/support/brief-files.ts';
import { chance } from '#tests/support/chance.ts';

const both: Locale[] = ['en', 'th'];
let made = 0;
const ids = () => `brought-${(made += 1)}`;

function guidelines(fill: GuidelinesFill = {}, languages: Locale[] = both): Y.Doc {
  const doc = new Y.Doc();
  seedGuidelines(doc, { languages, ids, fill });
  return doc;
}

async function passagesIn(bytes: Uint8Array, languages: Locale[] = both): Promise<Passage[]> {
  const reading = await readBytes(bytes);
  if (!reading.ok) throw new Error(reading.why);
  return passagesOf(reading.pieces, languages);
}

const isPlaced = (passage: Passage): passage is PlacedPassage => passage.field !== null;
const said = ({ said: own }: Passage) => own.map(({ runs }) => wordsOf(runs));

function put(doc: Y.Doc, passages: readonly Passage[], addsBelow = false, languages = both) {
  return putIn(doc, passages.filter(isPlaced), { languages, addsBelow, ids });
}

/** What each heading led to, and what nothing placed. */
const understood = (passages: readonly Passage[]) =>
  passages.map((one) => [one.field, one.lang, said(one)]);

const full: GuidelinesFill = {
  objective: { en: 'Be seen by *hikers*.\nMore than 1 000 of them.', th: 'ให้คนเดินป่าเห็น' },
  audience: { en: 'People who walk' },
  core: { en: 'The stick you put on again', th: 'แท่งที่ทาซ้ำได้จริง' },
  points: [
    {
      need: 'must',
      evidence: 'https://lab.example/spf_50?a=1',
      text: { en: 'Over make-up\nand sweat', th: 'ทับเมคอัพ' },
    },
    { need: 'exact', text: { th: 'อ่านคำเตือนก่อนใช้\nSPF 50 เท่านั้น' } },
    { need: 'may', evidence: 'A study | of 40', text: { en: '1. Fits a pocket' } },
  ],
  freedom: { en: 'Place, story, jokes' },
  tone: { en: 'Warm_dry\n# not a heading', th: 'อบอุ่น' },
  dos: { en: 'Show the stick' },
  donts: { en: 'No <script>alert(1)</script>' },
  forbidden: ['cure', 'best * ever'],
  mandatory: ['#rimdaet', '@rimdaet', 'https://rimdaet.example'],
  disclosure: { en: 'Ad, first line', th: 'โฆษณา' },
  approval: { en: 'Ploy, two rounds' },
  timeline: ['Draft: 1 December', 'Live: 9 December'],
  rights: { en: 'Ninety days' },
  exclusivity: { en: 'Two weeks' },
  assets: ['https://rimdaet.example/kit'],
  contact: ['Ploy'],
};

function taken(doc: Y.Doc, lang: Locale): ExportDocument {
  return {
    lang,
    title: 'Guidelines v1',
    subtitle: 'Brief · Rimdaet',
    blocks: [
      { kind: 'facts', facts: [{ name: 'Published', value: 'today' }] },
      ...guidelinesBlocks(guidelinesJson(doc).content, lang),
    ],
    notesTitle: '',
    notes: [],
    foot: 'Brief · taken along today by Ploy · Cobrief',
  };
}

/** Without ids: what is brought in is new. */
function wordsIn(doc: Y.Doc) {
  const { fields, points } = readGuidelines(doc, both).structure;
  return {
    fields: fieldKinds.map((kind) => [kind, fields[kind].text, fields[kind].lines]),
    points: points.map(({ need, evidence, text }) => ({ need, evidence, text })),
  };
}

describe('our own files', () => {
  const writers = {
    Markdown: async (doc: ExportDocument) => bytesOf(markdownOf(doc)),
    Word: docxOf,
  };
  for (const [name, write] of Object.entries(writers)) {
    for (const lang of both) {
      test(`guidelines taken along as ${name} in ${lang} come back whole`, async () => {
        const before = guidelines(full);
        const passages = await passagesIn(await write(taken(before, lang)));
        const after = guidelines();
        put(after, passages);
        expect(wordsIn(after)).toEqual(wordsIn(before));
        // The head and the foot of the file are the only words without a place.
        const left = passages.filter((one) => !isPlaced(one)).flatMap(said);
        expect(left).toEqual(expect.arrayContaining(['Guidelines v1', 'Brief · Rimdaet']));
        expect(left.length).toBeLessThan(6);
      });
    }
  }

  test('bold, italic, links and lists stay what they are', async () => {
    const before = guidelines();
    const rich =
      '# Do\n\nSay **it** *once*: [here](<https://rimdaet.example>)\n\n- One\n- Two\n\nThree\n';
    put(before, await passagesIn(bytesOf(rich)));
    const after = guidelines();
    put(after, await passagesIn(bytesOf(markdownOf(taken(before, 'en')))));
    const dos = (doc: Y.Doc) =>
      JSON.stringify(
        guidelinesJson(doc).content.find(({ attrs }) => attrs?.['field'] === 'dos')?.content,
      );
    expect(dos(after)).toBe(dos(before));
    for (const part of ['"bold"', '"italic"', '"https://rimdaet.example"', '"listItem"']) {
      expect(dos(after)).toContain(part);
    }
  });
});

describe('briefs of the trade', () => {
  test('headings in English and Thai find their fields, however they are written', () => {
    const spellings: [string, string | null][] = [
      ['3. Campaign Objectives:', 'objective'],
      ['DO’S', 'dos'],
      ["Don'ts", 'donts'],
      ['Tone & Manner', 'tone'],
      ['Key Message / ข้อความหลัก', 'core'],
      ['กลุ่มเป้าหมาย (Target audience)', 'audience'],
      ['ข้อห้าม', 'donts'],
      ['แฮชแท็ก', 'mandatory'],
      ['Usage rights', 'rights'],
      ['Dos and don’ts', null],
      ['About the brand', null],
      ['', null],
    ];
    for (const [words, field] of spellings) {
      expect([words, fieldNamed(words)?.field ?? null]).toEqual([words, field]);
    }
  });

  test('a Word brief with headings: known ones lead to fields, the others are listed', async () => {
    const lines = [
      '# Summer campaign',
      '# About the brand',
      'Rimdaet makes sun care.',
      '# Key messages',
      '- Over make-up',
      '- ทาทับเมคอัพได้',
      '# Hashtags',
      '#rimdaet #ad',
      '# กลุ่มเป้าหมาย',
      'คนเดินป่า',
    ];
    expect(understood(await passagesIn(await wordFile(lines)))).toEqual([
      [null, null, ['Summer campaign']],
      [null, null, ['About the brand', 'Rimdaet makes sun care.']],
      ['points', null, ['Over make-up', 'ทาทับเมคอัพได้']],
      ['mandatory', null, ['#rimdaet #ad']],
      ['audience', 'th', ['คนเดินป่า']],
    ]);
  });

  test('without headings, a bold line or a name before a colon is one', async () => {
    const lines = ['**Core message', 'Put it on again', 'Tone: warm, dry', 'Deadline: 1 December'];
    expect(understood(await passagesIn(await wordFile(lines)))).toEqual([
      ['core', 'en', ['Put it on again']],
      ['tone', 'en', ['warm, dry']],
      ['timeline', null, ['1 December']],
    ]);
  });

  test('a table is read by the names in its first column or its first row', async () => {
    const down = await wordTable([
      ['Objective', 'Be seen'],
      ['Budget', 'None'],
      ['Tone', 'Warm\nDry'],
    ]);
    expect(understood(await passagesIn(down))).toEqual([
      ['objective', 'en', ['Be seen', 'Budget', 'None']],
      ['tone', 'en', ['Warm', 'Dry']],
    ]);
    const across = await wordTable([
      ['Dos', 'Don’ts'],
      ['Show it', 'No filter'],
      ['Smile', ''],
    ]);
    expect(understood(await passagesIn(across))).toEqual([
      ['dos', 'en', ['Show it', 'Smile']],
      ['donts', 'en', ['No filter']],
    ]);
  });

  test('a text in a language that the brief does not have is nobody’s to guess', async () => {
    const text = '# Tone\n\nEnglish\n\nWarm\n\nThai\n\nอบอุ่น\n';
    expect(understood(await passagesIn(bytesOf(text), ['en']))).toEqual([
      ['tone', 'en', ['Warm']],
      [null, null, ['อบอุ่น']],
    ]);
  });
});

test('every word of a file is in one passage or is the heading that placed it, in their order', () => {
  const { below, pick } = chance(28);
  const words = [
    'Tone',
    'warm',
    'Objective:',
    'Dos',
    'น้ำเสียง',
    '<b>',
    'Tone: dry',
    '—',
    'Key points',
  ];
  for (let round = 0; round < 500; round += 1) {
    const pieces = Array.from({ length: below(12) }, (): Piece => {
      const runs = Array.from({ length: 1 + below(2) }, () => ({ text: pick(words) }));
      const kind = pick(['heading', 'text', 'item', 'text'] as const);
      if (below(10) === 0) return { kind: 'rule' };
      return kind === 'heading' ? { kind, level: 1 + below(3), runs } : { kind, runs };
    });
    // A sign beside a name is not looked at, nor is white space.
    const squeezed = (text: string) => text.replace(/[\s—]+/g, '');
    const before = squeezed(pieces.map((one) => ('runs' in one ? wordsOf(one.runs) : '')).join(''));
    const passages = passagesOf(pieces, both);
    // A name with nothing under it holds no words; where points are cut, the name stands on each part.
    let rest = before;
    for (const passage of passages) {
      for (const text of said(passage).map(squeezed)) {
        const at = rest.indexOf(text);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(rest.slice(0, at) === '' || namesOnly(rest.slice(0, at), words)).toBe(true);
        rest = rest.slice(at + text.length);
      }
    }
    expect(rest === '' || namesOnly(rest, words)).toBe(true);
  }
});

/** Made of names that lead to a field, and of nothing else. */
function namesOnly(text: string, words: readonly string[]): boolean {
  if (text === '') return true;
  return words
    .flatMap((word) => [word, `${word.split(':')[0]}:`])
    .filter((word) => fieldNamed(word) !== null)
    .map((word) => word.replace(/\s+/g, ''))
    .some((word) => text.startsWith(word) && namesOnly(text.slice(word.length), words));
}

describe('into the document', () => {
  const file = '# Tone\n\nWarm\n\n# Key points\n\n- One\n- Two\n\n# Hashtags\n\n- #ad\n';

  test('only where nothing stands; what stands there is not touched', async () => {
    const doc = guidelines({ tone: { en: 'Dry' }, mandatory: ['@rimdaet'] });
    expect(put(doc, await passagesIn(bytesOf(file)))).toBe(1);
    const { fields, points } = readGuidelines(doc).structure;
    expect(fields.tone.text).toEqual({ en: 'Dry' });
    expect(fields.mandatory.lines).toEqual(['@rimdaet']);
    expect(points.map(({ text }) => text)).toEqual([{ en: 'One' }, { en: 'Two' }]);
  });

  test('below what stands there when the lead says so', async () => {
    const doc = guidelines({
      tone: { en: 'Dry' },
      mandatory: ['@rimdaet'],
      points: [{ need: 'must', text: { en: 'Zero' } }],
    });
    expect(put(doc, await passagesIn(bytesOf(file)), true)).toBe(3);
    const { fields, points } = readGuidelines(doc).structure;
    expect(fields.tone.text).toEqual({ en: 'Dry\nWarm' });
    expect(fields.mandatory.lines).toEqual(['@rimdaet', '#ad']);
    expect(points.map(({ need, text }) => [need, text.en])).toEqual([
      ['must', 'Zero'],
      ['may', 'One'],
      ['may', 'Two'],
    ]);
  });

  test('whoever types in the same empty field at that moment keeps every letter', async () => {
    const mine = guidelines();
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    put(theirs, await passagesIn(bytesOf('# Tone\n\nTheirs\n\n# Do\n\nTheirs\n')));
    put(mine, await passagesIn(bytesOf('# Tone\n\n- Mine\n\n# Do\n\nMine\n')));
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    const { tone, dos } = readGuidelines(mine).structure.fields;
    for (const { text } of [tone, dos]) {
      expect(text.en).toContain('Mine');
      expect(text.en).toContain('Theirs');
    }
  });

  test('one undo takes all of it out, and nothing of what stood there', async () => {
    const doc = guidelines({ mandatory: ['@rimdaet'] });
    const before = guidelinesJson(doc);
    const undo = new Y.UndoManager(doc.getXmlFragment('guidelines'), {
      trackedOrigins: new Set(['bring-in']),
    });
    const passages = await passagesIn(bytesOf(markdownOf(taken(guidelines(full), 'en'))));
    doc.transact(() => put(doc, passages, true), 'bring-in');
    expect(guidelinesJson(doc)).not.toEqual(before);
    undo.undo();
    expect(guidelinesJson(doc)).toEqual(before);
  });

  test('what is put in is sound: no problem of structure, an id for every block', async () => {
    const doc = guidelines();
    put(doc, await passagesIn(await wordFile(['# Key points', '- 1', '- 2', '- 3', '- 4'])));
    const kinds = readGuidelines(doc, both).problems.map(({ kind }) => kind);
    expect(kinds).not.toContain('misplaced');
    expect(kinds).not.toContain('no-id');
    expect(kinds).not.toContain('doubled-id');
  });
});
