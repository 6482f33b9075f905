import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createContracts } from '#server/contracts.ts';
import { removeCreator } from '#server/commands/creators.ts';
import { openStorage } from '#server/storage.ts';
import { creatorDeal } from '#server/views/deals.ts';
import type { Actor } from '#shared/roles.ts';
import { filled, openBriefing } from '#tests/support/briefing.ts';
import { value } from '#tests/support/doors.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The handler on a port; who asks is named by a header, for how people sign in is tested elsewhere. */
async function openHandler() {
  const house = await openBriefing();
  const { s, dir, briefId, people } = house;
  await house.write(filled);
  const version = await house.publish();
  const mali = await house.invite('mali');
  const ben = await house.invite('ben');
  await house.accept(mali, version);
  mkdirSync(join(dir, 'uploads'));
  const everyone: Actor[] = [...Object.values(people), mali, ben];
  s.config.dataDir = dir;
  s.storage = await openStorage(dir);
  const actorOf = async (headers: unknown) =>
    everyone.find(({ userId }) => userId === (headers as Record<string, string>)['x-person']) ??
    null;
  const contracts = createContracts({ ...s, auth: { ...s.auth, actorOf } });
  const server = createServer((req, res) => void contracts(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = `${url}/contracts/${briefId}/${mali.userId}`;
  const put = async (who: Actor, body: Uint8Array<ArrayBuffer>, name = 'Deal.pdf') => {
    const headers = { 'x-person': who.userId };
    const answer = await fetch(`${at}?name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      body,
      headers,
    });
    return ((await answer.json()) as { problem: { code: string } | null }).problem?.code ?? 'ok';
  };
  const get = (who: Actor | null, hash: string) =>
    fetch(`${at}/${hash}`, { headers: who ? { 'x-person': who.userId } : {} });
  const written = async () =>
    value(await creatorDeal(s, people.ploy, { briefId, userId: mali.userId })).deal.written
      .contract;
  return { ...house, mali, ben, put, get, written };
}

const pdf = (words: string) => new Uint8Array(Buffer.from(`%PDF-1.4\n%${words}\n1 0 obj\n`));

test('a contract is put there by who writes the deal and read by them and its creator', async () => {
  const { people, mali, ben, put, get, written } = await openHandler();
  for (const who of [people.ta, people.anan, people.viewer, mali, ben, people.stranger]) {
    expect(['not-allowed', 'not-found']).toContain(await put(who, pdf('one')));
  }
  expect(await put(people.ploy, pdf('one'), '../สัญญา <1>.exe')).toBe('ok');
  const contract = await written();
  expect(contract).toMatchObject({ name: 'สัญญา 1.pdf', mime: 'application/pdf' });
  const hash = contract?.hash ?? '';
  for (const who of [people.ploy, people.owner, mali]) {
    const answer = await get(who, hash);
    expect(await answer.text()).toContain('%one');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toContain('no-store');
  }
  for (const who of [people.ta, people.anan, people.viewer, ben, people.stranger]) {
    expect((await get(who, hash)).status).toBe(404);
  }
  expect((await get(null, hash)).status).toBe(401);
});

test('what a contract is is told by its bytes and not by its name', async () => {
  const { people, put, written } = await openHandler();
  expect(await put(people.ploy, new Uint8Array(Buffer.from('<script>')), 'a.pdf')).toBe(
    'file-type',
  );
  expect(await put(people.ploy, new Uint8Array(0))).toBe('file-type');
  expect(await put(people.ploy, new Uint8Array(20_000_001))).toBe('too-large');
  expect(await written()).toBeNull();
  const jpg = new Uint8Array(64).fill(1);
  jpg.set([0xff, 0xd8, 0xff, 0xe0]);
  expect(await put(people.ploy, jpg, 'scan.pdf')).toBe('ok');
  expect(await written()).toMatchObject({ name: 'scan.jpg', mime: 'image/jpeg' });
});

test('a creator who was let go keeps reading what was agreed and no newer contract', async () => {
  const { s, briefId, people, mali, put, get, written } = await openHandler();
  expect(await put(people.ploy, pdf('later'))).toBe('ok');
  const hash = (await written())?.hash ?? '';
  value(await removeCreator(s, people.ploy, { briefId, userId: mali.userId }));
  expect((await get(mali, hash)).status).toBe(404);
  expect((await get(people.ploy, hash)).status).toBe(404);
});
