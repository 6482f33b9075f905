import { expect, test } from 'vitest';
import { postsOut } from '#db/heard.ts';
import { approveDraft } from '#server/commands/decisions.ts';
import { recordPublished, sendDraft } from '#server/commands/drafts.ts';
import { eraseOwnImports } from '#server/commands/erasure.ts';
import { importPosts, showFigures } from '#server/commands/imports.ts';
import { recordFigures } from '#server/commands/live-posts.ts';
import { heardOf } from '#server/heard.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { goRound } from '#server/rounds.ts';
import { inbox } from '#server/views/inbox.ts';
import type { Shown } from '#shared/imports/shown.ts';
import type { Actor } from '#shared/roles.ts';
import { openPostHouse, seenId, value, write } from '#tests/support/post-house.ts';

const dayMs = 86_400_000;
const url = 'https://www.instagram.com/reel/Cx1/';

/** Mali's post is live since yesterday. */
async function out() {
  const house = await openPostHouse();
  const { s, mali, ploy, drafts, briefId } = house;
  const draftId = drafts.mali;
  await write(house, mali, { draftId, text: '#โฆษณา ทาซ้ำทุก 2 ชั่วโมง' });
  const contentId = await seenId(house, draftId);
  const { approvalId } = value(await sendDraft(s, mali, { draftId, contentId, ready: true }));
  value(await approveDraft(s, ploy, { draftId, approvalId }));
  value(await recordPublished(s, mali, { draftId, url: `${url}?igsh=x` }));
  let at = s.now().getTime() + 2 * dayMs;
  s.now = () => new Date((at += 1));
  const tell = (reach: string) =>
    recordFigures(s, mali, { draftId, reach, likes: '300', comments: '20', saves: '' });
  const bringIn = (who: typeof mali, reach: number | null) =>
    importPosts(s, who, {
      importId: null,
      format: 'meta-csv',
      fileName: 'posts.csv',
      posts: [
        {
          platform: 'instagram',
          key: 'id:1',
          publishedAt: at - 2 * dayMs,
          kind: 'reel',
          caption: '',
          permalink: url,
          likes: 310,
          comments: 21,
          saves: 40,
          shares: null,
          views: null,
          reach,
          followers: null,
          sponsored: null,
        },
      ],
    });
  const heard = () => heardOf(s.db, { id: briefId, workspaceId: 'rimdaet' });
  const show = async (what: Shown) =>
    value(await showFigures(s, mali, { workspaceId: 'rimdaet', what }));
  const live = async (who: Actor) => (value(await post(s, who, { draftId })) as OpenPost).live;
  return { ...house, draftId, tell, bringIn, heard, show, live };
}

test('a post that is out is heard by whom its creator says, until a file they show says it', async () => {
  const { mali, tell, bringIn, heard, show } = await out();
  const { userId } = mali;
  expect(await heard()).toEqual([{ userId, reach: null, source: null }]);
  value(await tell('3,000'));
  expect(await heard()).toEqual([{ userId, reach: 3_000, source: 'creator' }]);
  value(await bringIn(mali, 3_400));
  expect(await heard()).toEqual([{ userId, reach: 3_000, source: 'creator' }]);
  await show('figures');
  expect(await heard()).toEqual([{ userId, reach: 3_400, source: 'import' }]);
  await show('nothing');
  expect(await heard()).toEqual([{ userId, reach: 3_000, source: 'creator' }]);
});

test('a file without reach confirms the rest and leaves the reach that was told', async () => {
  const { s, mali, briefId, tell, bringIn, heard, show } = await out();
  await show('figures');
  value(await tell('3,000'));
  value(await bringIn(mali, null));
  expect(await heard()).toMatchObject([{ reach: 3_000, source: 'creator' }]);
  expect((await postsOut(s.db, { briefId }))[0]?.confirmed).toMatchObject({
    likes: 310,
    saves: 40,
  });
});

test('a later file renews the counts, and another creator’s file confirms nothing', async () => {
  const { mali, ben, bringIn, heard, show } = await out();
  await show('figures');
  value(await bringIn(ben, 9_999));
  expect(await heard()).toMatchObject([{ reach: null }]);
  value(await bringIn(mali, 3_400));
  value(await bringIn(mali, 4_100));
  expect(await heard()).toMatchObject([{ reach: 4_100, source: 'import' }]);
});

test('when the import is erased its counts go with it, and what was told stays', async () => {
  const { s, mali, briefId, tell, bringIn, heard, show } = await out();
  await show('figures');
  value(await tell('3,000'));
  value(await bringIn(mali, 3_400));
  value(await eraseOwnImports(s, mali));
  expect(await heard()).toMatchObject([{ reach: 3_000, source: 'creator' }]);
  expect((await postsOut(s.db, { briefId }))[0]?.confirmed).toBeNull();
});

test('the post’s own page has what was told and what the file says, for the brand while it is shown', async () => {
  const { mali, ploy, tell, bringIn, show, live } = await out();
  value(await tell('3,000'));
  expect(await live(mali)).toMatchObject({ confirmed: null });
  value(await bringIn(mali, null));
  const file = { reach: null, likes: 310, comments: 21, saves: 40 };
  const figures = { reach: 3_000, likes: 300, comments: 20, saves: null };
  expect(await live(mali)).toMatchObject({ figures, confirmed: { ...file, isShown: false } });
  expect(await live(ploy)).toMatchObject({ figures, confirmed: null });

  await show('figures');
  expect(await live(mali)).toMatchObject({ confirmed: { isShown: true } });
  expect(await live(ploy)).toMatchObject({ figures, confirmed: file });
  await show('nothing');
  expect(await live(ploy)).toMatchObject({ figures, confirmed: null });
});

test('the morning after, figures are asked for unless a file the brand is shown says the reach', async () => {
  const { s, mali, bringIn, show } = await out();
  const asked = async () => {
    await goRound(s);
    const rows = value(await inbox(s, mali)).groups.flatMap((group) => group.rows);
    return rows.filter(({ sentence }) => sentence.startsWith('How did it go?')).length;
  };
  await show('figures');
  value(await bringIn(mali, 3_400));
  expect(await asked()).toBe(0);
  await show('nothing');
  expect(await asked()).toBe(1);
});
