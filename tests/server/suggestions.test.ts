import { eq } from 'drizzle-orm';
import { fromBase64 } from 'lib0/buffer';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentClient } from '#db/schema/documents.ts';
import { suggestion as suggestionTable } from '#db/schema/talk.ts';
import { openDoor } from '#server/commands/drafts.ts';
import {
  acceptSuggestions,
  explainKept,
  keepSuggestions,
  suggest,
  withdrawSuggestion,
} from '#server/commands/suggestions.ts';
import { post } from '#server/views/drafts.ts';
import { linearText } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { code, openPostHouse, type PostHouse, value, write } from '#tests/support/post-house.ts';
import { stretch, suggestion } from '#tests/support/suggesting.ts';

const words = 'Love this new oat drink in the morning';

async function openHouse(): Promise<PostHouse & { draftId: string }> {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: words });
  value(await openDoor(house.s, house.mali, { draftId }));
  return { ...house, draftId };
}

type House = Awaited<ReturnType<typeof openHouse>>;

async function textOf({ s, draftId }: House): Promise<string> {
  return (await s.hub.read(draftDocument(draftId), (doc) => linearText(doc, 'caption').text)) ?? '';
}

/** The document as a page holds it. */
async function copyOf({ s, draftId }: House): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const state = await s.hub.read(draftDocument(draftId), (live) => Y.encodeStateAsUpdate(live));
  if (state) Y.applyUpdate(doc, state);
  return doc;
}

async function made(
  house: House,
  { suggestionId, old, by }: { suggestionId: string; old: string; by: string },
) {
  const doc = await copyOf(house);
  return {
    place: { draftId: house.draftId },
    suggestionId,
    ...suggestion(doc, { ...stretch(doc, old), by }),
  };
}

const seenBy = async (house: House, who: Actor) => {
  const page = value(await post(house.s, who, { draftId: house.draftId }));
  return page.door === 'closed' ? null : page.suggestions;
};

test('a suggestion changes nothing, and accepting it is the creator’s own edit under the author’s name', async () => {
  const house = await openHouse();
  const before = await textOf(house);
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  value(await suggest(house.s, house.ploy, input));
  expect(await textOf(house)).toBe(before);
  expect(await seenBy(house, house.mali)).toMatchObject([
    { id: 'suggestion1', status: 'open', author: { name: 'Ploy', side: 'brand', self: false } },
  ]);

  const page = await copyOf(house);
  const accepted = await acceptSuggestions(house.s, house.mali, {
    suggestionIds: ['suggestion1'],
  });
  const { updates } = value(accepted);
  for (const update of updates) Y.applyUpdate(page, fromBase64(update));
  const after = before.replace('new', 'creamy');
  expect(await textOf(house)).toBe(after);
  expect(linearText(page, 'caption').text).toBe(after);
  const rows = await house.s.db
    .select()
    .from(documentClient)
    .where(eq(documentClient.suggestionId, 'suggestion1'));
  expect(rows).toMatchObject([{ userId: 'mali' }]);
  expect(await seenBy(house, house.ploy)).toMatchObject([{ status: 'accepted' }]);
});

test('accepted on two devices at once it stands in the text once, and the second is told', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'Love', by: 'Really love' });
  value(await suggest(house.s, house.ploy, input));
  const both = await Promise.all(
    [1, 2].map(() => acceptSuggestions(house.s, house.mali, { suggestionIds: ['suggestion1'] })),
  );
  expect(both.map((one) => (one.ok ? 'accepted' : one.error.code)).sort()).toEqual([
    'accepted',
    'conflict',
  ]);
  expect(await textOf(house)).toBe(`\nReally ${words}`.replace('Love', 'love'));
  const again = await acceptSuggestions(house.s, house.mali, { suggestionIds: ['suggestion1'] });
  expect(code(again)).toBe('conflict');
});

test('D10 the row and the edit are one transaction: an answered row lets no edit in', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  value(await suggest(house.s, house.ploy, input));
  value(await keepSuggestions(house.s, house.mali, { suggestionIds: ['suggestion1'] }));
  const before = await textOf(house);
  const { userId, sessionId } = house.mali;
  const fate = await house.s.hub.submit({
    identity: { userId, sessionId, via: 'cookie' },
    document: draftDocument(house.draftId),
    suggestionId: 'suggestion1',
    edit: (doc) => doc.getXmlFragment('caption').delete(0, 1),
  });
  expect(fate).toEqual({ kind: 'refused', code: 'conflict' });
  expect(await textOf(house)).toBe(before);
});

test('what was kept cannot be sent again in the same words, by nobody', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  value(await suggest(house.s, house.ploy, input));
  value(await keepSuggestions(house.s, house.mali, { suggestionIds: ['suggestion1'] }));
  value(
    await explainKept(house.s, house.mali, {
      suggestionId: 'suggestion1',
      reason: 'not-how-i-talk',
    }),
  );
  expect(await seenBy(house, house.ploy)).toMatchObject([
    { status: 'kept', reason: 'not-how-i-talk' },
  ]);
  for (const who of [house.ploy, house.nan]) {
    const again = { ...input, suggestionId: `again-of-${who.userId}` };
    expect(code(await suggest(house.s, who, again))).toBe('kept-before');
    const shouted = await made(house, { suggestionId: 'shouted1', old: 'new', by: ' CREAMY ' });
    expect(code(await suggest(house.s, who, shouted))).toBe('kept-before');
  }
  const other = await made(house, { suggestionId: 'suggestion2', old: 'new', by: 'soft' });
  value(await suggest(house.s, house.ploy, other));
});

test('where the words are gone nothing is guessed, and the suggestion stays to be read', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'oat drink', by: 'latte' });
  value(await suggest(house.s, house.ploy, input));
  const { userId, sessionId } = house.mali;
  await house.s.hub.submit({
    identity: { userId, sessionId, via: 'cookie' },
    document: draftDocument(house.draftId),
    edit: (doc) => doc.getXmlFragment('caption').delete(1, 1),
  });
  const accepted = await acceptSuggestions(house.s, house.mali, {
    suggestionIds: ['suggestion1'],
  });
  expect(code(accepted)).toBe('content-changed');
  expect(await textOf(house)).toBe('');
  expect(await seenBy(house, house.mali)).toMatchObject([{ status: 'open' }]);
});

test('ten thousand words are refused in words, and a slice that fits no text too', async () => {
  const house = await openHouse();
  const long = await made(house, {
    suggestionId: 'suggestion1',
    old: 'new',
    by: 'word '.repeat(10_000),
  });
  expect(code(await suggest(house.s, house.ploy, long))).toBe('too-large');
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  const broken = [
    { content: [{ type: 'script', text: 'x' }] },
    { content: [{ type: 'scriptRow' }] },
    { content: [{ type: 'text', text: 'x', marks: [{ type: 'bold' }] }] },
    { content: [{ type: 'paragraph' }], openStart: 5, openEnd: 5 },
  ];
  for (const slice of broken) {
    expect(code(await suggest(house.s, house.ploy, { ...input, slice }))).toBe('bad-input');
  }
  expect(await seenBy(house, house.ploy)).toEqual([]);
});

test('only who speaks for the brand suggests, only the creator answers, and nobody behind a closed door', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  expect(code(await suggest(house.s, house.anan, input))).toBe('not-allowed');
  expect(code(await suggest(house.s, house.mali, input))).toBe('not-allowed');
  expect(code(await suggest(house.s, house.ben, input))).toBe('not-found');
  value(await suggest(house.s, house.ploy, input));
  const ids = { suggestionIds: ['suggestion1'] };
  for (const who of [house.ploy, house.nan, house.anan, house.ben]) {
    expect(code(await acceptSuggestions(house.s, who, ids))).toBe('not-found');
    expect(code(await keepSuggestions(house.s, who, ids))).toBe('not-found');
  }
  const own = { suggestionId: 'suggestion1' };
  expect(code(await withdrawSuggestion(house.s, house.nan, own))).toBe('not-found');
  const closed = { ...input, place: { draftId: house.drafts.ben } };
  expect(code(await suggest(house.s, house.ploy, closed))).toBe('not-found');
});

test('its author goes on with it, sends it twice without doubling it, and takes it back', async () => {
  const house = await openHouse();
  const input = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'cream' });
  value(await suggest(house.s, house.ploy, input));
  const more = await made(house, { suggestionId: 'suggestion1', old: 'new', by: 'creamy' });
  value(await suggest(house.s, house.ploy, more));
  value(await suggest(house.s, house.ploy, more));
  expect(code(await suggest(house.s, house.nan, more))).toBe('not-found');
  expect(await house.s.db.select().from(suggestionTable)).toHaveLength(1);
  value(await withdrawSuggestion(house.s, house.ploy, { suggestionId: 'suggestion1' }));
  expect(await seenBy(house, house.mali)).toEqual([]);
  const ids = { suggestionIds: ['suggestion1'] };
  expect(code(await acceptSuggestions(house.s, house.mali, ids))).toBe('conflict');
});
