import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { linearText } from '#shared/anchors.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { fieldAt } from '#shared/field-at.ts';
import { countingIds } from '#tests/support/chance.ts';

test('a place in the guidelines is in the field whose words stand there, an empty one too', () => {
  const doc = new Y.Doc();
  const fill = { objective: { en: 'Saves' }, core: { en: 'Put it on' }, mandatory: ['@us', '#ad'] };
  seedGuidelines(doc, { languages: ['en'], ids: countingIds(), fill });
  const linear = linearText(doc, 'guidelines');
  const at = (words: string) => linear.text.indexOf(words);
  expect(fieldAt(linear, 0)).toBe('objective');
  expect(fieldAt(linear, at('Saves') + 5)).toBe('objective');
  // The audience stands empty between the two.
  expect(fieldAt(linear, at('Saves') + 6)).toBe('audience');
  expect(fieldAt(linear, at('Put'))).toBe('core');
  expect(fieldAt(linear, at('#ad'))).toBe('mandatory');
  expect(fieldAt(linear, linear.text.length + 1)).toBeNull();
});
