import axe from 'axe-core';
import { expect, test } from 'vitest';
import { brief } from '#shared/words/brief.ts';
import { deal } from '#shared/words/deal.ts';
import { expectNoComplaints } from '#tests/support/app.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';

const { cobrief, at } = house();

const address = 'มะลิ ใจดี\n88/12 ถนนอโศก กรุงเทพฯ 10110';
const w = deal.en;
const th = deal.th;

test('a lead writes a deal; its creator reads it on a phone in Thai, agrees, gives an address, picks a time and says that it arrived; a colleague sees none of it', async () => {
  const { briefId } = draftOnDisk(cobrief, 'Mali', 1);
  const [mali] = onDisk<{ id: string }>(cobrief, `SELECT id FROM user WHERE name = 'Mali'`);
  const dealPage = `/briefs/${briefId}/creators/${mali?.id}`;

  const ploy = await at(`/briefs/${briefId}/creators`, 'Ploy');
  await ploy.page.locator(`a[href="${dealPage}"]`).click();
  const lead = ploy.page;
  await lead.getByLabel(w.fee, { exact: true }).fill('฿8,888');
  await lead.getByLabel(w.time, { exact: true }).fill('60 days');
  await lead.getByLabel(w.link).fill('rimdaet');
  await lead.getByRole('button', { name: w.save }).click();
  await lead.getByText(w.wrongLink).waitFor();
  expect(await lead.getByLabel(w.fee, { exact: true }).inputValue()).toBe('฿8,888');
  await lead.getByLabel(w.link).fill('https://rimdaet.example/mali');
  await lead.getByRole('button', { name: w.save }).click();
  await lead.getByText(w.waitsFor({ name: 'Mali' })).waitFor();
  await lead.locator('input[type=file]').setInputFiles({
    name: 'Mali.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%agreed\n1 0 obj\n<<>>\nendobj\n'),
  });
  await lead.getByRole('link', { name: 'Mali.pdf' }).first().waitFor();
  // A contract that came in between is no other deal: the words can still be saved.
  await lead.getByLabel(w.exclusivity).fill('30 days');
  await lead.getByRole('button', { name: w.save }).click();
  await lead.getByText('30 days', { exact: true }).nth(1).waitFor();

  await lead.getByRole('link', { name: w.backCreators, exact: true }).last().click();
  await lead.getByRole('link', { name: w.shootDays }).click();
  await lead.getByRole('button', { name: w.planShoot }).click();
  await lead.getByLabel(w.place).fill('Lumphini, gate 4');
  const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await lead.getByLabel(w.day, { exact: true }).fill(day);
  await lead.getByRole('button', { name: w.saveShoot }).click();
  await lead.getByRole('heading', { name: /Lumphini/ }).waitFor();

  const phone = await at(`/invite/${briefId}`, 'Mali', { screen: 'phone', locale: 'th' });
  const creator = phone.page;
  await creator.getByRole('link', { name: th.openOwn }).click();
  await creator.getByText('฿9,000').first().waitFor();
  await creator.getByText('฿8,888').waitFor();
  await creator.evaluate(axe.source);
  const faults = await creator.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id }) => id);
  });
  expect(faults).toEqual([]);
  const wide = await creator.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await creator.getByRole('button', { name: th.agree }).click();
  await creator.getByRole('button', { name: th.agree }).waitFor({ state: 'detached' });
  // What was agreed before stays readable, folded.
  expect(await creator.getByText('฿9,000').isVisible()).toBe(false);
  await creator
    .getByText(/ตกลงเมื่อ/)
    .last()
    .click();
  await creator.getByText('฿9,000').waitFor();
  const [contract] = await Promise.all([
    creator.waitForEvent('download'),
    creator.getByRole('link', { name: 'Mali.pdf' }).click(),
  ]);
  expect(contract.suggestedFilename()).toBe('Mali.pdf');

  await creator.getByLabel(th.address).fill(address);
  await creator.getByRole('button', { name: th.saveAddress }).click();
  await creator.getByText(th.waitsSend({ lead: 'Ploy' })).waitFor();
  await creator.getByRole('button', { name: th.pick({ time: '10:30' }) }).click();
  await creator.getByText(th.yourTime({ when: '10:30–11:00' })).waitFor();
  await lead.getByText('Mali', { exact: true }).waitFor();

  await lead.goto(cobrief.url + dealPage);
  await lead.getByText('88/12').waitFor();
  await lead.getByLabel(w.carrier).fill('Flash');
  await lead.getByLabel(w.tracking).fill('TH123');
  await lead.getByRole('button', { name: w.markSent }).click();
  await creator.getByText('TH123').waitFor();
  await creator.getByRole('button', { name: th.arrived }).click();
  await lead.getByText(/^Arrived/).waitFor();

  const colleague = await at(`/briefs/${briefId}/creators`, 'Ta');
  const ta = colleague.page;
  await ta.getByText('Mali').first().waitFor();
  expect(await ta.content()).not.toMatch(/8,888|MALI15|88\/12|TH123/);
  expect(await ta.getByRole('link', { name: w.open }).count()).toBe(0);
  const refused = await ta.request.get(`${cobrief.url}${dealPage}.data`);
  expect(await refused.text()).not.toMatch(/8,888|MALI15|88\/12|TH123/);
  await ta.goto(`${cobrief.url}/briefs/${briefId}/creators/shoots`);
  await ta.getByText('Mali', { exact: true }).waitFor();
  expect(await ta.getByRole('button', { name: w.planShoot }).count()).toBe(0);
  await ta.getByRole('link', { name: brief.en.posts }).click();
  expectNoComplaints([...ploy.complaints, ...phone.complaints, ...colleague.complaints]);
});
