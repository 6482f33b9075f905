import { expect, test } from 'vitest';
import { type Block, isBlank, plainText } from '#shared/blocks.ts';

const paragraph = (...content: Block[]): Block => ({ type: 'paragraph', content });
const text = (words: string): Block => ({ type: 'text', text: words });

test('blank is what reads as nothing but white space', () => {
  const cases: Block[][] = [
    [],
    [{ type: 'paragraph' }],
    [paragraph(text(' ')), paragraph({ type: 'hardBreak' })],
    [{ type: 'scriptRow', content: [{ type: 'scriptCell', content: [paragraph(text(''))] }] }],
    [paragraph(), paragraph(text(' '), { type: 'hardBreak' }, text('word'))],
    [{ type: 'scriptRow', content: [{ type: 'scriptCell', content: [paragraph(text('.'))] }] }],
  ];
  for (const blocks of cases) expect(isBlank(blocks)).toBe(plainText(blocks).trim() === '');
});
