import { describe, expect, test } from 'vitest';
import type { Block } from '#shared/blocks.ts';
import {
  blocksOfRich,
  type ExportBlock,
  type ExportDocument,
  linkedRun,
  notedRuns,
} from '#shared/export/document.ts';
import { guidelinesBlocks } from '#shared/export/guidelines.ts';
import { markdownOf } from '#shared/export/markdown.ts';

const documentOf = (blocks: ExportBlock[]): ExportDocument => ({
  lang: 'en',
  title: 'Mali · Post 1',
  subtitle: 'Everywhere Stick',
  blocks,
  notesTitle: 'Comments',
  notes: [],
  foot: 'Cobrief',
});

/** What is written between the subtitle and the foot. */
function written(...blocks: ExportBlock[]): string {
  const text = markdownOf(documentOf(blocks));
  return text.slice(
    '# Mali · Post 1\n\nEverywhere Stick\n\n'.length,
    -'\n\n---\n\nCobrief\n'.length,
  );
}

const say = (text: string) => written({ kind: 'text', runs: [{ text }] });
const link = (words: string, href: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }],
});

describe('Markdown', () => {
  test('keeps each line break and each empty line of a caption', () => {
    expect(say('one\ntwo\n\nthree\n\n\nfour')).toBe('one\\\ntwo\n\nthree\n\n&nbsp;\n\nfour');
  });

  test('says what people typed and takes none of it for a sign of its own', () => {
    expect(say('# 50% off')).toBe('\\# 50% off');
    expect(say('#ริมแดด @mali_commutes')).toBe('#ริมแดด @mali_commutes');
    expect(say('- no list\n+ nor here\n1. nor this\n---')).toBe(
      '\\- no list\\\n\\+ nor here\\\n1\\. nor this\\\n\\---',
    );
    expect(say('*loud* _soft_ `x` ~~no~~ a|b')).toBe(
      '\\*loud\\* \\_soft\\_ \\`x\\` \\~\\~no\\~\\~ a\\|b',
    );
    expect(say('<img src=x onerror=alert(1)> &amp; R&D')).toBe(
      '\\<img src=x onerror=alert(1)\\> \\&amp; R&D',
    );
    expect(say('    four spaces')).toBe('&nbsp;&nbsp;&nbsp;&nbsp;four spaces');
  });

  test('lets no address through but those of the web and of mail', () => {
    const rich = [
      link('press me', 'javascript:alert(1)'),
      link('and me', 'JaVaScRiPt:alert(1)'),
      link('data', 'data:text/html,<script>alert(1)</script>'),
      link('fine', 'https://example.com/a b>c'),
    ];
    expect(written(...blocksOfRich(rich))).toBe(
      'press me\n\nand me\n\ndata\n\n[fine](<https://example.com/a%20b%3Ec>)',
    );
    expect(linkedRun('javascript:alert(1)')).toEqual({ text: 'javascript:alert(1)' });
    // Should a run come with one all the same, it is words.
    expect(written({ kind: 'text', runs: [{ text: 'x', link: 'javascript:alert(1)' }] })).toBe('x');
    expect(say('[x](javascript:alert(1))')).toBe('\\[x\\](javascript:alert(1))');
  });

  test('puts signs of emphasis beside letters, never beside a space or a break', () => {
    const runs = [{ text: 'so ' }, { text: 'very \nwarm ', strong: true }, { text: 'today' }];
    expect(written({ kind: 'text', runs })).toBe('so **very** \\\n**warm** today');
  });

  test('keeps a row of a script in its row', () => {
    const block: ExportBlock = {
      kind: 'table',
      head: ['Time', 'Said'],
      rows: [['0–3 s', 'one | two\nthree <b>']],
    };
    expect(written(block)).toBe(
      '| Time | Said |\n| --- | --- |\n| 0–3 s | one \\| two<br>three \\<b\\> |',
    );
  });

  test('marks the passages that threads are about, also where two lie over each other', () => {
    const runs = notedRuns('the train and the sun', [
      { n: 1, from: 4, to: 9 },
      { n: 2, from: 0, to: 13 },
    ]);
    expect(runs.map(({ text }) => text).join('')).toBe('the train and the sun');
    expect(written({ kind: 'text', runs })).toBe('the train\\[1\\] and\\[2\\] the sun');
  });
});

const inLanguage = (lang: string, words: string): Block => ({
  type: 'languageText',
  attrs: { lang },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});

test('guidelines are taken in every language they have, points with need and evidence', () => {
  const content: Block[] = [
    {
      type: 'field',
      attrs: { field: 'points' },
      content: [
        {
          type: 'point',
          attrs: { need: 'must', claim: 'health', evidence: 'https://example.com/study' },
          content: [inLanguage('en', 'Every two hours.'), inLanguage('th', 'ทุกสองชั่วโมง')],
        },
        { type: 'point', attrs: { need: 'may' }, content: [inLanguage('en', ' ')] },
      ],
    },
    {
      type: 'field',
      attrs: { field: 'core' },
      content: [inLanguage('en', 'Put it on again.'), inLanguage('th', 'ทาซ้ำได้จริง')],
    },
    {
      type: 'field',
      attrs: { field: 'mandatory' },
      content: [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: '#ริมแดด' }] }],
            },
          ],
        },
      ],
    },
  ];
  expect(written(...guidelinesBlocks(content, 'en'))).toBe(
    [
      '## Core message',
      'English',
      'Put it on again.',
      'Thai',
      'ทาซ้ำได้จริง',
      '## Talking points',
      '1. Every two hours.\\\n   ทุกสองชั่วโมง\\\n   *Must be said* · Evidence: <https://example.com/study>',
      '## Mandatory',
      '- #ริมแดด',
    ].join('\n\n'),
  );
});
