// Where cards stand beside a text, in numbers.
import { expect, test } from 'vitest';
import { placesBeside } from '#app/components/beside-places.ts';

const cards = (...wanted: (number | null)[]) => wanted.map((one) => ({ wanted: one, height: 100 }));
const none = -1;

test('a card stands beside its words where there is room', () => {
  expect(placesBeside(cards(0, 200, 500), none, 10)).toEqual([0, 200, 500]);
});

test('cards that would cover one another are pushed down in their order', () => {
  expect(placesBeside(cards(0, 20, 30), none, 10)).toEqual([0, 110, 220]);
});

test('the one in hand stands beside its words, and those above give way upwards', () => {
  expect(placesBeside(cards(300, 310, 320), 2, 10)).toEqual([100, 210, 320]);
});

test('nothing stands above the top, whatever is in hand', () => {
  expect(placesBeside(cards(-50, 10, 20), 2, 10)).toEqual([0, 110, 220]);
});

test('what belongs to no place stands at the top', () => {
  expect(placesBeside(cards(null, 5, 400), none, 10)).toEqual([0, 110, 400]);
  expect(placesBeside([], none, 10)).toEqual([]);
});
