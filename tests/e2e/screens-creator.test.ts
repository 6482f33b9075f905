// What a creator sees, whoever is not signed in, and both sides on a post's way out and back.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { auth } from '#shared/words/auth.ts';
import { brief } from '#shared/words/brief.ts';
import { common } from '#shared/words/common.ts';
import { errors } from '#shared/words/errors.ts';
import { figuresFiles } from '#shared/words/figures-files.ts';
import { figuresPage } from '#shared/words/figures-page.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { media } from '#shared/words/media.ts';
import { myPage } from '#shared/words/my-page.ts';
import { offer } from '#shared/words/offer.ts';
import { ownData } from '#shared/words/own-data.ts';
import { post } from '#shared/words/post.ts';
import { proofPage } from '#shared/words/proof-page.ts';
import { voice } from '#shared/words/voice.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import {
  editor,
  leftOut,
  linkShown,
  look,
  type Look,
  menu,
  opening,
  press,
  someone,
  type Someone,
  speak,
  type Step,
  submit,
} from '#tests/support/screens.ts';

const rimdaet = house();
const idOf = (creator: string, n: number) => draftOnDisk(rimdaet.cobrief, creator, n).id;

async function act(who: Someone, draftId: string, intent: string, input: object = {}) {
  const sql = 'SELECT id FROM user WHERE name = ?';
  const [actor] = onDisk<{ id: string }>(who.cobrief, sql, who.name);
  const form = { intent, actor: actor?.id ?? '', input: JSON.stringify(input) };
  await submit(who, `/posts/${draftId}`, form);
}

/** The browser comes back to where the page was left, with the header over half a box. */
const toTop = (page: Page) => page.evaluate(() => window.scrollTo(0, 0));
const give = (page: Page, name: string, words: string) => {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(words) };
  return page.locator('input[type=file]').setInputFiles(file);
};

test('whoever is not signed in meets doors without a fault', async () => {
  const visitor = await someone(rimdaet, 'phone');
  await look(visitor, 'sign-in', '/sign-in', {
    open: {
      'wrong password': async (page, locale) => {
        await page.getByLabel(auth[locale].email).fill('ploy@rimdaet.example');
        await page.getByLabel(auth[locale].password).fill('not the one');
        await press(page, auth[locale].signIn);
        await page.getByRole('alert').waitFor();
      },
    },
  });
  await look(visitor, 'posts.$draftId', `/posts/${idOf('Mali', 1)}`);
  await look(visitor, 'device', '/device', {
    open: {
      'wrong digits': async (page, locale) => {
        await page.getByLabel(auth[locale].digits).fill('000000');
        await press(page, auth[locale].openDevice);
        await page.getByRole('alert').waitFor();
      },
    },
  });
  await look(visitor, 'l.$token', new URL(rimdaet.cobrief.link('Mali')).pathname);
  await look(visitor, 'l.$token', '/l/nobody-made-this');
  await look(visitor, 'setup.$token', '/setup/nobody-made-this');
  await look(visitor, 'confirm.$token', '/confirm/nobody-made-this');
  await look(visitor, 'root', '/nowhere', {
    ready: (page, locale) => page.getByText(errors[locale]['not-found']?.title ?? '').waitFor(),
  });
  await look(visitor, 'proof', '/proof', {
    open: {
      'no proof': async (page, locale) => {
        await page.getByLabel(proofPage[locale].paste).fill('{}');
        await press(page, proofPage[locale].check);
        await page.getByText(proofPage[locale].paste).waitFor();
      },
    },
  });
});

test('a creator finds every page on a phone without a fault', async () => {
  const mali = await someone(rimdaet, 'phone', 'Mali');
  const { briefId } = draftOnDisk(rimdaet.cobrief, 'Mali', 1);
  const at = (n: number) => `/posts/${idOf('Mali', n)}`;
  const bell: Step = (page, locale) => press(page, new RegExp(`^${common[locale].bell}`));
  await look(mali, '_index', '/', { open: { menu, bell } });
  await look(mali, 'me.telling', '/me/telling');
  await look(mali, 'me.calendar', '/me/calendar');
  await look(mali, 'me.data', '/me/data', {
    open: { erase: opening((locale) => ownData[locale].eraseAccount) },
  });
  await look(mali, 'home.$group', '/home/waiting');
  await look(mali, 'invite.$briefId', `/invite/${briefId}`, {
    open: { question: (page, locale) => press(page, offer[locale].question) },
  });
  await look(mali, 'invite.$briefId_.deal', `/invite/${briefId}/deal`);
  await look(mali, 'invite.$briefId_.followers', `/invite/${briefId}/followers`);
  await look(mali, 'invite.$briefId_.fit', `/invite/${briefId}/fit?row=sets-trends`);
  await look(mali, 'me.portfolio', '/me/portfolio');
  await look(mali, 'briefs.$briefId_.versions.$n', `/briefs/${briefId}/versions/1`);
  await look(mali, 'me.settings', '/me/settings');
  await look(mali, 'me.devices', '/me/devices');
  await look(mali, 'me._index', '/me', {
    ready: toTop,
    open: {
      'left out': async (page, locale) => {
        await page.getByLabel(myPage[locale].pasteLabel).fill('One two three\n\nshort');
        await page.getByText(myPage[locale]['why-short']).waitFor();
      },
      'remove all': opening((locale) => myPage[locale].removeAll),
    },
  });
  await look(mali, 'me.figures', '/me/figures', {
    ready: toTop,
    open: {
      'remove a file': opening((locale) =>
        figuresPage[locale].removeOne({ name: 'instagram-mali.on.the.bts.zip' }),
      ),
      'not a file of figures': async (page, locale) => {
        await give(page, 'notes.txt', 'Dear diary');
        await page.getByText(figuresFiles[locale].text).waitFor();
        await toTop(page);
      },
      'a table of her own': async (page, locale) => {
        const words = 'Date;Text;Hearts\n27/09/2026;One;5\nTotal;;5\n';
        await give(page, 'mine.csv', words);
        await page.getByRole('button', { name: figuresPage[locale].keep({ n: '1' }) }).waitFor();
        await page.getByText(figuresPage[locale].left({ n: '1' })).click();
        await toTop(page);
      },
    },
  });
  await look(mali, 'posts.$draftId', at(1), {
    ready: editor,
    open: { meter: opening((locale) => new RegExp(`^${voice[locale].voice}:`)) },
  });
  await look(mali, 'posts.$draftId', at(3), {
    ready: editor,
    open: { 'a link': opening((locale) => media[locale].addLink) },
  });
  await look(mali, 'posts.$draftId', at(2), {
    ready: editor,
    open: {
      send: opening((locale) => post[locale].send({ brand: 'Rimdaet' })),
      points: opening((locale) => post[locale].pointsTab),
      comments: opening((locale) => new RegExp(`^${post[locale].commentsTab}`)),
      rules: opening((locale) => post[locale].rulesTab),
    },
  });
  await look(mali, 'posts.$draftId', at(1), {
    ready: editor,
    open: {
      'what happened': opening((locale) => post[locale].more),
      comments: opening((locale) => new RegExp(`^${post[locale].commentsTab}`)),
      'make a change': opening((locale) => post[locale].makeChange),
    },
  });
  await look(mali, 'posts.$draftId_.compare', `${at(1)}/compare`);
});

test('somebody invited finds the way in and the offer without a fault', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const nok = await someone(rimdaet, 'phone');
  const { briefId } = draftOnDisk(rimdaet.cobrief, 'Mali', 1);
  await speak(ploy, 'en');
  await ploy.page.goto(`${rimdaet.cobrief.url}/settings/people`);
  await press(ploy.page, auth.en.inviteButton);
  await look(nok, 'l.$token', await linkShown(ploy.page));

  await ploy.page.goto(`${rimdaet.cobrief.url}/briefs/${briefId}/creators`);
  await press(ploy.page, brief.en.invite);
  await ploy.page.getByLabel(brief.en.creatorName, { exact: true }).fill('Nok');
  await press(ploy.page, brief.en.makeInvitation);
  const link = await linkShown(ploy.page);
  await look(nok, 'l.$token', link);
  await submit(nok, link, { intent: 'open' });
  nok.name = 'Nok';
  await look(nok, '_index', '/');
  await look(nok, 'invite.$briefId', `/invite/${briefId}`, {
    open: { 'not this time': (page, locale) => press(page, offer[locale].notThisTime) },
  });
  await submit(nok, `/invite/${briefId}`, { intent: 'ask', text: 'มีกี่กลิ่นคะ' });
  await look(ploy, 'briefs.$briefId.creators', `/briefs/${briefId}/creators`, {
    open: { 'a question': opening((locale) => brief[locale].answer) },
  });
  await look(await someone(rimdaet, 'phone'), 'l.$token', link);
});

test('both find a post without a fault on its way out and back', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const ben = await someone(rimdaet, 'phone', 'Ben');
  const mali = await someone(rimdaet, 'phone', 'Mali');
  const both = async (creator: Someone, path: string, its?: Look) => {
    await look(creator, 'posts.$draftId', path, its);
    await look(ploy, 'posts.$draftId', path, its && { ready: editor });
  };

  await act(ben, idOf('Ben', 1), 'open-door');
  await both(ben, `/posts/${idOf('Ben', 1)}`, { ready: editor });
  await act(ben, idOf('Ben', 2), 'withdraw');
  await both(ben, `/posts/${idOf('Ben', 2)}`);

  const photo = idOf('Ben', 3);
  const sql = 'SELECT approval_id AS approvalId FROM draft_version WHERE draft_id = ?';
  const [sent] = onDisk<{ approvalId: string }>(rimdaet.cobrief, `${sql} ORDER BY n DESC`, photo);
  await act(ploy, photo, 'approve', sent);
  await both(ben, `/posts/${photo}`, {
    ready: editor,
    open: { 'the second key': opening((locale) => post[locale].postIt) },
  });
  await act(ben, photo, 'post-it', sent);
  await act(ben, photo, 'publish', { url: 'https://www.instagram.com/p/abc123' });
  await both(ben, `/posts/${photo}`, { ready: editor });

  const { page } = mali;
  const reel = `/posts/${idOf('Mali', 1)}`;
  await speak(mali, 'th');
  await page.goto(rimdaet.cobrief.url + reel);
  await press(page, post.th.makeChange);
  await page.getByRole('dialog').getByRole('button', { name: post.th.makeChangeYes }).click();
  await page.locator('.caption-editor .ProseMirror').click();
  await page.keyboard.type('อีกนิด');
  await page.getByText(post.th.changed).waitFor();
  await page.locator('[data-save=saved]').first().waitFor();
  await both(mali, reel, { ready: editor });
  await look(ploy, 'posts.$draftId_.compare', `${reel}/compare`);
});

test('a second version of the guidelines is found without a fault, and agreed to again', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const mali = await someone(rimdaet, 'phone', 'Mali');
  const { page } = ploy;
  const { briefId } = draftOnDisk(rimdaet.cobrief, 'Mali', 1);
  await speak(ploy, 'en');
  await page.goto(`${rimdaet.cobrief.url}/briefs/${briefId}/guidelines`);
  await page.locator('[data-field=core] .language-text[lang=en]').click();
  await page.keyboard.type('Every day, ');
  await page.locator('[data-save=saved]').first().waitFor();
  await press(page, guidelinesPage.en.publishNext({ n: 2 }));
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: guidelinesPage.en.publishNext({ n: 2 }) }).click();
  await asked.getByText(`${guidelinesPage.en.version({ n: 2 })} ✓`).waitFor();
  await look(ploy, 'briefs.$briefId_.versions.$n', `/briefs/${briefId}/versions/2`);
  await look(mali, 'invite.$briefId', `/invite/${briefId}`);
  await submit(ploy, `/briefs/${briefId}/guidelines`, { intent: 'door', open: 'yes' });
  await look(mali, 'invite.$briefId_.guidelines', `/invite/${briefId}/guidelines`, {
    ready: editor,
    open: { comments: opening((locale) => new RegExp(`^${post[locale].comments}`)) },
  });
});

// Last, when all the others have looked: a new page needs a look of its own.
test('no page of a creator’s, of a link or of a door was left out', () => {
  expect(leftOut('creator')).toEqual([]);
});
