import { expect, test } from 'vitest';
import {
  askedName,
  mentionedIn,
  offered,
  pieces,
  shownBody,
  storedBody,
} from '#shared/mentions.ts';

const nan = { userId: 'id1', name: 'Nan' };
const nana = { userId: 'id2', name: 'Nana' };
const mali = { userId: 'id3', name: 'มะลิ 🌸' };
const people = [nan, nana, mali];

test('a name is kept as an id and comes back as the name of that day', () => {
  const typed = 'Ask @Nana, not @Nan. @มะลิ 🌸คะ';
  const stored = storedBody(typed, people);
  expect(stored).toBe('Ask @[id2], not @[id1]. @[id3]คะ');
  expect(mentionedIn(stored, people)).toEqual(['id1', 'id2', 'id3']);
  expect(shownBody(stored, people)).toBe(typed);
  expect(shownBody(stored, [nan, { ...nana, name: 'Nok' }, mali])).toBe(
    'Ask @Nok, not @Nan. @มะลิ 🌸คะ',
  );
});

test('nobody is meant whose name was taken out again, and brackets that were typed stay', () => {
  const stored = storedBody('Nobody here, @[id1x]', [nan]);
  expect(mentionedIn(stored, [nan])).toEqual([]);
  expect(shownBody(stored, [nan])).toBe('Nobody here, @[id1x]');
});

test('names are set off from the words around them, the longest that fits', () => {
  expect(pieces('Hi @Nana and a@b', people)).toEqual([
    { text: 'Hi ', userId: null },
    { text: '@Nana', userId: 'id2' },
    { text: ' and a@b', userId: null },
  ]);
  expect(pieces('', people)).toEqual([]);
});

test('somebody is looked for after an "@" that begins a word, on the same line, not for ever', () => {
  const asked = (text: string) => askedName(text, text.length);
  expect(asked('@')).toBe('');
  expect(asked('Hello @มะ')).toBe('มะ');
  expect(asked('(@na')).toBe('na');
  expect(asked('mail me at a@b')).toBeNull();
  expect(asked('@Nan\nnext')).toBeNull();
  expect(asked(`@${'x'.repeat(41)}`)).toBeNull();
  expect(askedName('@na later', 3)).toBe('na');
});

test('people are offered by the beginning of any word of their name', () => {
  const two = { userId: 'id4', name: 'Ann Nok' };
  expect(offered([...people, two], 'n').map(({ name }) => name)).toEqual([
    'Nan',
    'Nana',
    'Ann Nok',
  ]);
  expect(offered([...people, two], 'an')).toEqual([two]);
  expect(offered(people, '')).toEqual(people);
});
