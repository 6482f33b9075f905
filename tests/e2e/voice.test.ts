import { expect, test } from 'vitest';
import { common } from '#shared/words/common.ts';
import { myPage } from '#shared/words/my-page.ts';
import { voiceCard } from '#shared/words/voice-card.ts';
import { voice } from '#shared/words/voice.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import { caption, saved } from '#tests/support/post-page.ts';

const { at, cobrief } = house();

const five = [2, 3, 4, 2, 3].map(
  (emoji, n) => `07.${n}5 ชานชาลาอโศก ความลับข้อที่ ${n} ของเรา ${'🫠'.repeat(emoji)}`,
);

test('a creator pastes five captions on her phone and sees how she writes, and the brand sees it only when she shows it', async () => {
  const mali = await at('/', 'Mali', { screen: 'phone', locale: 'th' });
  const w = { ...voice.th, ...voiceCard.th, ...myPage.th };
  // The way there is her own menu.
  await mali.page.getByRole('button', { name: new RegExp(common.th.account) }).click();
  await mali.page.getByRole('menuitem', { name: common.th.myPage }).click();
  await mali.page.getByText(w.listTitle({ n: '24' })).waitFor();
  await mali.page.getByRole('button', { name: w.removeAll }).click();
  await mali.page.getByRole('dialog').getByRole('button', { name: w.removeAll }).click();
  await mali.page.getByText(w.cardNone).waitFor();

  const box = mali.page.getByLabel(w.pasteLabel);
  await box.fill([...five, 'สั้น', '<b>x</b><br>nothing here'].join('\n\n'));
  await mali.page.getByText(w.understood({ n: '5' })).waitFor();
  await mali.page.getByText(w['why-short']).waitFor();
  await mali.page.getByText(w['why-code']).waitFor();
  await mali.page.getByRole('button', { name: w.add({ n: '5' }) }).click();
  const habits = `${w['n-emoji']({ n: '2–4' })}, ${w.opensMostly({ what: w['open-scene'] })}`;
  await mali.page.getByText(w.summary({ n: '5', habits })).waitFor();
  // What was left out is still there to be mended.
  expect(await box.inputValue()).toBe('สั้น\n\n---\n\n<b>x</b><br>nothing here');

  // Mali wrote a post that both approved; its page is open to the brand.
  const { id } = draftOnDisk(cobrief, 'Mali', 1);
  const ploy = await at(`/posts/${id}`, 'Ploy');
  await caption(ploy.page).waitFor();
  const shown = ploy.page.getByText(voice.en.cardOf({ creator: 'Mali' }));
  await shown.click();
  await ploy.page.getByText('5 captions: 2–4 emoji, opens with a scene').waitFor();
  await mali.page.getByLabel(w.share).uncheck();
  await shown.waitFor({ state: 'detached' });
  const told = await ploy.page.request.get(`${cobrief.url}/posts/${id}/voice.data`);
  expect(told.status()).toBe(200);
  expect(await told.text()).not.toMatch(/captions|ranges|ความลับ/);
  await mali.page.getByLabel(w.share).check();
  await shown.waitFor();
  const card = await ploy.page.request.get(`${cobrief.url}/posts/${id}/voice.data`);
  expect(await card.text()).toMatch(/ranges/);
  expect(await card.text()).not.toContain('ความลับ');

  // Beside her own text she reads it in one line, and habit by habit.
  const third = draftOnDisk(cobrief, 'Mali', 3).id;
  await mali.page.goto(`${cobrief.url}/posts/${third}`);
  await caption(mali.page).click();
  await mali.page.keyboard.type('One two three four 🫠🫠');
  await saved(mali.page);
  const plain = `${w['n-sentence']({ n: '4' })}, ${w['n-emoji']({ n: '2' })}`;
  await mali.page.getByRole('button', { name: `${w.voice}: ${plain}` }).click();
  await mali.page
    .getByRole('dialog')
    .getByText(w.meterFew({ n: '5', more: '15' }))
    .waitFor();
  expectNoComplaints([...mali.complaints, ...ploy.complaints]);
});
