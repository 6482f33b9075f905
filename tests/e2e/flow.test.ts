import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { auth } from '#shared/words/auth.ts';
import { brief } from '#shared/words/brief.ts';
import { editor } from '#shared/words/editor.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { home } from '#shared/words/home.ts';
import { idea } from '#shared/words/idea.ts';
import { offer } from '#shared/words/offer.ts';
import { deeds } from '#shared/words/deeds.ts';
import { post } from '#shared/words/post.ts';
import { posting } from '#shared/words/posting.ts';
import { proofPage } from '#shared/words/proof-page.ts';
import { thread } from '#shared/words/thread.ts';
import { expectNoComplaints, person } from '#tests/support/app.ts';
import { house } from '#tests/support/house.ts';
import { caption, captionText, saved } from '#tests/support/post-page.ts';

const own = house({ COBRIEF_DEMO: '0' });
const { cobrief } = own;

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Where one types the text of a field of the guidelines. */
const field = (page: Page, name: string, lang: 'en' | 'th') =>
  page.locator(`[data-field=${name}] .language-text[lang=${lang}]`).first();

async function typeInto(page: Page, place: Locator, words: string): Promise<void> {
  await place.click();
  await page.keyboard.type(words);
}

async function makeOwner(page: Page): Promise<void> {
  const link = /http\S+\/setup\/\S+/.exec(cobrief.printed())?.[0];
  await page.goto(link ?? '');
  await page.getByLabel(auth.en.workspaceName).fill('ริมแดด');
  await page.getByLabel(auth.en.name, { exact: true }).fill('Ploy พลอย ☀️');
  await page.getByLabel(auth.en.email).fill('ploy@example.com');
  await page.getByLabel(auth.en.password).fill('sun and more sun');
  await button(page, auth.en.setupButton).click();
  await page.getByText(home.en.noBriefs).waitFor();
}

async function startBrief(page: Page): Promise<void> {
  await page.getByRole('link', { name: home.en.startBrief }).first().click();
  await page.getByLabel(brief.en.title, { exact: true }).fill('Put it on again');
  await page.getByLabel(brief.en.brandName).fill('Rimdaet');
  await page.getByLabel(brief.en.timeZone).fill('Asia/Bangkok');
  await button(page, brief.en.create).click();
  await page.waitForURL(/\/guidelines$/);
  await page.locator('[data-field=core]').waitFor();
}

async function inviteColleague(page: Page): Promise<string> {
  await button(page, new RegExp(brief.en.people)).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: brief.en.makeLink }).click();
  const link = await linkShown(dialog);
  await page.keyboard.press('Escape');
  return link;
}

async function linkShown(place: Locator): Promise<string> {
  const shown = place.locator('text=/https?:\\/\\/\\S+\\/l\\/\\S+/').first();
  await shown.or(place.locator('input[value*="/l/"]')).first().waitFor();
  const text =
    (await shown.count()) > 0
      ? await shown.innerText()
      : await place.locator('input[value*="/l/"]').first().inputValue();
  return /https?:\/\/\S+\/l\/[^\s?]+/.exec(text)?.[0] ?? '';
}

async function joinAs(
  page: Page,
  link: string,
  who: { name: string; email: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel(auth.en.name, { exact: true }).fill(who.name);
  await page.getByLabel(auth.en.email).fill(who.email);
  await page.getByLabel(auth.en.password).fill('a stick in the pocket');
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/l/'));
}

test('a brand and a creator take one post from an empty brief to a text both approved, through a killed server', async () => {
  const ploy = await person(own.browser, { screen: 'desktop', locale: 'en' });
  const ta = await person(own.browser, { screen: 'desktop', locale: 'en' });
  const mali = await person(own.browser, { screen: 'phone', locale: 'th' });

  // 1. The lead starts a brief and writes the guidelines with a colleague.
  await makeOwner(ploy.page);
  await startBrief(ploy.page);
  const colleagueLink = await inviteColleague(ploy.page);
  await joinAs(ta.page, colleagueLink, { name: 'Ta', email: 'ta@example.com' });
  await writeTogether(ploy.page, ta.page);
  await addReel(ploy.page);
  await publish(ploy.page);

  // 2. The creator opens a link on a phone, reads one page in Thai, and is in.
  const invitation = await inviteMali(ploy.page);
  await mali.page.goto(invitation);
  await button(mali.page, auth.th.openBrief).click();
  await mali.page.getByText(core.th).waitFor();
  await button(mali.page, offer.th.imIn).click();
  await mali.page.getByRole('link', { name: offer.th.startWriting }).click();

  // 3. The draft opens empty; the server is killed in the middle of typing.
  await mali.page.getByText(post.th.yours).waitFor();
  await typeInto(mali.page, caption(mali.page), firstLine);
  await saved(mali.page);
  await mali.page.keyboard.press('Enter');
  await mali.page.keyboard.type('ตอนนี้แท่งนี้อยู่');
  await cobrief.kill();
  await mali.page.keyboard.type('ในกระเป๋าตลอด');
  await mali.page.locator('[data-save=offline]').waitFor();
  await cobrief.restart();
  await saved(mali.page);
  const written = `${firstLine}\nตอนนี้แท่งนี้อยู่ในกระเป๋าตลอด`;
  expect(await captionText(mali.page)).toBe(written);

  // 4. With the door open the brand is there live and comments on a passage.
  const draft = new URL(mali.page.url()).pathname;
  await ploy.page.goto(cobrief.url + draft);
  await ploy.page.getByText(post.en.closedNote({ creator: 'Mali' })).waitFor();
  expect(await ploy.page.content()).not.toContain(firstLine);
  await button(mali.page, post.th.openDoor).click();
  await expectCaption(ploy.page, written);
  await commentOn(ploy.page, firstLine, 'This is the line I would stop at.');
  await button(mali.page, new RegExp(`^${post.th.commentsTab}`)).click();
  await mali.page.getByText('This is the line I would stop at.').waitFor();
  await mali.page.keyboard.press('Escape');

  // 5. Round one, a change tied to a clause, done my way, round two.
  await send(mali.page);
  await askForLabel(ploy.page);
  await mali.page.getByText(askedFor).waitFor();
  await mali.page.getByLabel(deeds.th.answerNote).fill('ใส่ไว้บรรทัดแรกเลยนะ');
  await button(mali.page, deeds.th.answerMyWay).click();
  await caption(mali.page).locator('> p').first().click();
  await mali.page.keyboard.press('Home');
  await mali.page.keyboard.type('โฆษณา ');
  await saved(mali.page);
  await send(mali.page);
  await expectCaption(ploy.page, `โฆษณา ${written}`);

  // 6. Two keys on one version, seen by both at once.
  await button(ploy.page, post.en.approve).click();
  await ploy.page
    .getByRole('dialog')
    .getByRole('button', { name: post.en.approve, exact: true })
    .click();
  await mali.page.getByText(post.th.turnKeyYou).waitFor();
  await button(mali.page, post.th.postIt).click();
  await mali.page
    .getByRole('dialog')
    .getByRole('button', { name: post.th.postIt, exact: true })
    .click();
  for (const [page, words] of [
    [ploy.page, deeds.en],
    [mali.page, deeds.th],
  ] as const) {
    await page.getByText(words.turnReady).first().waitFor();
    await page.getByRole('link', { name: words.downloadProof }).waitFor();
  }
  await expectProof(ploy.page);

  // 7. Posting day: the link is recorded.
  await mali.page.getByLabel(posting.th.link).fill('https://www.instagram.com/p/abc123');
  await button(mali.page, posting.th.record).click();
  await ploy.page.getByText(post.en.published).first().waitFor();

  for (const { complaints } of [ploy, ta, mali]) expectNoComplaints(complaints);
});

const core = {
  en: 'The sunscreen you actually put on again.',
  th: 'กันแดดที่ทาซ้ำได้จริง',
};
const firstLine = '08.10 บีทีเอสอโศก แดดส่องหน้าซีกซ้ายซีกเดียว';
const askedFor = 'Could it say first that it is an ad?';

async function writeTogether(ploy: Page, ta: Page): Promise<void> {
  await ta.goto(ploy.url());
  await typeInto(ploy, field(ploy, 'core', 'en'), core.en);
  await field(ta, 'core', 'en').getByText(core.en).waitFor();
  await typeInto(ta, field(ta, 'core', 'th'), core.th);
  await field(ploy, 'core', 'th').getByText(core.th).waitFor();
  // Ta's caret is at Ploy's, with her name.
  await ploy.locator('.caret-brand[data-name=Ta]').waitFor();
  const point = ploy.locator('.point').first();
  await typeInto(ploy, point.locator('.language-text[lang=en]'), 'Outdoors, every two hours.');
  await typeInto(ploy, point.locator('.language-text[lang=th]'), 'อยู่กลางแจ้ง ทาซ้ำราวทุกสองชั่วโมง');
  // The points the template begins with and nobody filled are removed by hand.
  for (const left of [2, 1]) {
    await ploy.getByRole('button', { name: editor.en.removePoint }).last().click();
    await expect.poll(() => ploy.locator('.point').count()).toBe(left);
  }
  await typeInto(ploy, field(ploy, 'freedom', 'th'), 'สถานที่ เรื่องที่จะเล่า มุก');
  await saved(ploy);
}

async function addReel(ploy: Page): Promise<void> {
  await ploy.getByRole('link', { name: brief.en.posts, exact: true }).click();
  await ploy.waitForURL(/\/posts$/);
  await button(ploy, brief.en.addDeliverable).first().click();
  const dialog = ploy.getByRole('dialog');
  // This one begins with the words.
  await dialog.getByLabel(idea.en.ideaFirst).uncheck();
  await dialog.getByRole('button', { name: brief.en.addDeliverable }).click();
  await dialog.waitFor({ state: 'hidden' });
  await ploy
    .getByText(brief.en.post({ n: 1 }))
    .first()
    .waitFor();
}

async function publish(ploy: Page): Promise<void> {
  await ploy.getByRole('link', { name: brief.en.guidelines, exact: true }).click();
  await saved(ploy);
  await button(ploy, guidelinesPage.en.publish).click();
  const dialog = ploy.getByRole('dialog');
  await dialog.getByRole('button', { name: guidelinesPage.en.publishNext({ n: 1 }) }).click();
  await dialog.getByText(`${guidelinesPage.en.version({ n: 1 })} ✓`).waitFor();
  await ploy.keyboard.press('Escape');
}

async function inviteMali(ploy: Page): Promise<string> {
  await ploy.getByRole('link', { name: brief.en.creators, exact: true }).click();
  await button(ploy, brief.en.invite).first().click();
  const dialog = ploy.getByRole('dialog');
  await dialog.getByLabel(brief.en.creatorName, { exact: true }).fill('Mali');
  await dialog.getByLabel(brief.en.creatorLanguage).selectOption('th');
  await dialog.getByRole('button', { name: brief.en.makeInvitation }).click();
  await dialog.getByText(brief.en.linkReady({ name: 'Mali' })).waitFor();
  return linkShown(dialog);
}

async function commentOn(page: Page, words: string, body: string): Promise<void> {
  await caption(page).getByText(words).click({ clickCount: 3 });
  await button(page, thread.en.commentOn({ quote: words })).click();
  const composer = page.getByLabel(thread.en.body);
  await page.getByLabel(thread.en.everyone).check();
  await composer.fill(body);
  await button(page, thread.en.send).last().click();
  await page.getByText(body).waitFor();
}

async function send(mali: Page): Promise<void> {
  const name = new RegExp(`${post.th.send({ brand: 'Rimdaet' })}|${post.th.sendAgain}`);
  await mali.getByRole('button', { name }).first().click();
  const dialog = mali.getByRole('dialog');
  await dialog.getByRole('button', { name: post.th.send({ brand: 'Rimdaet' }) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function askForLabel(ploy: Page): Promise<void> {
  await button(ploy, post.en.askChanges).click();
  const dialog = ploy.getByRole('dialog');
  await dialog.getByLabel(deeds.en.requestBody).fill(askedFor);
  await dialog.getByLabel(deeds.en.requestTarget).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: deeds.en.sendRequests({ creator: 'Mali' }) }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function expectCaption(page: Page, words: string): Promise<void> {
  await caption(page).waitFor();
  await expect.poll(() => captionText(page), { timeout: 10_000 }).toBe(words);
}

async function expectProof(page: Page): Promise<void> {
  const proof = await (await page.context().request.get(`${page.url()}/proof`)).text();
  const key = await (await fetch(`${cobrief.url}/.well-known/cobrief-key`)).text();
  const file = join(mkdtempSync(join(tmpdir(), 'cobrief-proof-')), 'proof.json');
  const verify = (text: string, publicKey: string) => {
    writeFileSync(file, text);
    const args = ['run', '--silent', 'verify', '--', file, '--key', publicKey];
    const run = spawnSync('npm', args, { encoding: 'utf8' });
    return { status: run.status, says: run.stdout + run.stderr };
  };
  expect(verify(proof, key)).toMatchObject({ status: 0 });
  expect(verify(proof.replace('Mali', 'Mala'), key).status).toBe(1);
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
  expect(verify(proof, other).status).toBe(1);

  const visitor = await page.context().browser()?.newContext({ locale: 'en-GB' });
  const publicPage = await visitor?.newPage();
  if (!publicPage) throw new Error('no browser');
  await publicPage.goto(`${cobrief.url}/proof`);
  await publicPage.getByLabel(proofPage.en.paste).fill(proof);
  await button(publicPage, proofPage.en.check).click();
  await publicPage.getByText(proofPage.en.current, { exact: true }).first().waitFor();
  await visitor?.close();
}
