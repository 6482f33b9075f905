// What the brand's people see, from an empty house to a post in every state of it.
import { expect, test } from 'vitest';
import { auth } from '#shared/words/auth.ts';
import { brief } from '#shared/words/brief.ts';
import { deal } from '#shared/words/deal.ts';
import { deeds } from '#shared/words/deeds.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { invite } from '#shared/words/invite.ts';
import { media } from '#shared/words/media.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { voice } from '#shared/words/voice.ts';
import { draftOnDisk, onDisk } from '#tests/support/demo.ts';
import { house } from '#tests/support/house.ts';
import {
  editor,
  leftOut,
  linkShown,
  look,
  menu,
  opening,
  press,
  someone,
  speak,
  submit,
} from '#tests/support/screens.ts';

const rimdaet = house();
/** New and empty, and with mail, though nobody takes it. */
const mail = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: 'cobrief@house.example' };
const empty = house({ COBRIEF_DEMO: '0', ...mail });

test('an owner sets up an empty house and finds no page of it wanting', async () => {
  const visitor = await someone(empty, 'desktop');
  const link = /http\S+\/setup\/\S+/.exec(empty.cobrief.printed())?.[0] ?? '';
  await look(visitor, 'setup.$token', new URL(link).pathname);
  await look(visitor, 'sign-in', '/sign-in');

  const { page } = visitor;
  const account = { name: 'Ploy', email: 'ploy@house.example', password: 'sun and more sun' };
  await submit(visitor, new URL(link).pathname, { ...account, workspace: 'ริมแดด' });
  const ploy = { ...visitor, name: 'Ploy' };
  await look(ploy, 'l.$token', new URL(link).pathname.replace('setup', 'l'));
  await look(ploy, '_index', '/', { open: { menu } });
  await look(ploy, 'briefs.new', '/briefs/new');
  await look(ploy, 'creators._index', '/creators');

  await speak(ploy, 'en');
  await page.goto(`${empty.cobrief.url}/briefs/new`);
  await page.getByLabel(brief.en.title, { exact: true }).fill('Put it on again');
  await page.getByLabel(brief.en.brandName).fill('Rimdaet');
  await page.getByLabel(brief.en.timeZone).fill('Asia/Bangkok');
  await press(page, brief.en.create);
  await page.waitForURL(/\/guidelines$/);
  const path = new URL(page.url()).pathname.replace(/\/guidelines$/, '');
  await look(ploy, 'briefs.$briefId.guidelines', `${path}/guidelines`, {
    ready: editor,
    open: { 'cannot publish yet': opening((locale) => guidelinesPage[locale].publish) },
  });
  await look(ploy, 'briefs.$briefId.posts', `${path}/posts`, {
    open: { 'a post to make': opening((locale) => brief[locale].addDeliverable) },
  });
  await look(ploy, 'briefs.$briefId.creators', `${path}/creators`);
  await look(ploy, 'settings.outbox', '/settings/outbox');

  const { email, password } = { ...account, email: 'lead@house.example' };
  await submit(ploy, '/me/settings', { intent: 'email', email, current: password });
  const [letter] = onDisk<{ body: string }>(empty.cobrief, 'SELECT body FROM notice');
  const confirm = /\/confirm\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
  await look(ploy, 'confirm.$token', confirm);
  await look(ploy, 'settings.outbox', '/settings/outbox');
  await look(ploy, 'me.settings', '/me/settings');
  await look(ploy, 'me.telling', '/me/telling');
  await look(ploy, 'quiet.$token', '/quiet/nobody.0');
});

test('a brand finds every page of a brief that is under way without a fault', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const { briefId } = draftOnDisk(rimdaet.cobrief, 'Mali', 1);
  const path = `/briefs/${briefId}`;
  await look(ploy, '_index', '/', { open: { menu } });
  await look(ploy, 'briefs.$briefId.guidelines', `${path}/guidelines`, {
    ready: editor,
    open: {
      publish: opening((locale) => guidelinesPage[locale].publishNext({ n: 2 })),
      'what is said': (page, locale) => press(page, new RegExp(`^${post[locale].comments}`)),
      people: opening((locale) => new RegExp(`^${brief[locale].people}:`)),
      'name and product': opening((locale) => brief[locale].editBrief),
    },
  });
  await look(ploy, 'briefs.$briefId.posts', `${path}/posts`, {
    open: { 'a sent post': opening((locale) => brief[locale].edit) },
  });
  await look(ploy, 'briefs.$briefId.creators', `${path}/creators`, {
    open: {
      invite: opening((locale) => brief[locale].invite),
      remove: opening((locale) => brief[locale].remove),
      replace: opening((locale) => invite[locale].replace),
    },
  });
  const [maliRow] = onDisk<{ id: string }>(
    rimdaet.cobrief,
    "SELECT id FROM user WHERE name = 'Mali'",
  );
  await look(ploy, 'briefs.$briefId.creators_.$userId', `${path}/creators/${maliRow?.id}`);
  await look(ploy, 'briefs.$briefId.creators_.shoots', `${path}/creators/shoots`, {
    open: { plan: opening((locale) => deal[locale].planShoot) },
  });
  await look(ploy, 'briefs.$briefId.plan_.overlap', `${path}/plan/overlap`);
  await look(ploy, 'briefs.$briefId.clients', `${path}/clients`);
  await look(ploy, 'briefs.$briefId_.report', `${path}/report`);
  await look(ploy, 'briefs.$briefId_.again', `${path}/again`);
  await look(ploy, 'briefs.$briefId_.versions.$n', `${path}/versions/1`);
  await look(ploy, 'settings.people', '/settings/people', {
    open: {
      'an invitation': async (page, locale) => {
        await press(page, auth[locale].inviteButton);
        await linkShown(page);
      },
    },
  });
  await look(ploy, 'settings.tokens', '/settings/tokens', {
    open: {
      'a token': async (page, locale) => {
        await page.getByLabel(auth[locale].tokenName).fill('Ours');
        await press(page, auth[locale].makeToken);
        await page.getByText(auth[locale].tokenReady).waitFor();
      },
    },
  });
  await look(ploy, 'me.settings', '/me/settings');
  await look(ploy, 'me.devices', '/me/devices', {
    open: {
      digits: async (page, locale) => {
        await press(page, auth[locale].makeDigits);
        await page.getByText(auth[locale].newDigits).waitFor();
      },
    },
  });
  await look(ploy, 'root', '/nowhere');

  const anan = await someone(rimdaet, 'desktop', 'Anan');
  await look(anan, '_index', '/');
  await look(anan, 'briefs.$briefId.guidelines', `${path}/guidelines`, { ready: editor });
  // Nothing waits for a reviewer; a lead is in the middle of a sitting.
  await look(anan, 'review', '/review');
  await look(ploy, 'review', '/review?queue=all&since=1');
});

test('whoever invites several finds the rows and what is ready without a fault', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const path = `/briefs/${draftOnDisk(rimdaet.cobrief, 'Mali', 1).briefId}`;
  await look(ploy, 'briefs.$briefId.creators_.invite', `${path}/creators/invite`, {
    open: {
      rows: async (page, locale) => {
        const rows = `Name\tHandle\tLanguage\nFon\t@fon.${locale}\tThai\nNid\t@nid\tKlingon`;
        await page.getByLabel(invite[locale].paste, { exact: true }).fill(rows);
        await press(page, invite[locale].look);
        await page.getByText(invite[locale].toLookAt({ n: 1 })).waitFor();
      },
      ready: async (page, locale) => {
        await press(page, invite[locale].leaveThemOut({ n: 1 }));
        await press(page, invite[locale].invite({ n: 1 }));
        await page.getByText(invite[locale].ready({ n: 1 })).waitFor();
      },
    },
  });
});

test('a brand finds a post without a fault in every state of it', async () => {
  const ploy = await someone(rimdaet, 'desktop', 'Ploy');
  const at = (creator: string, n: number) =>
    `/posts/${draftOnDisk(rimdaet.cobrief, creator, n).id}`;
  await look(ploy, 'posts.$draftId', at('Mali', 3));
  await look(ploy, 'posts.$draftId', at('Mali', 2), { ready: editor });
  await look(ploy, 'posts.$draftId', at('Mali', 1), {
    ready: editor,
    open: {
      'what happened': opening((locale) => post[locale].more),
      'settled comments': (page, locale) => press(page, thread[locale].showResolved({ count: 1 })),
      'an answer': async (page, locale) => {
        await press(page, thread[locale].showOpen({ count: 1 }));
        await press(page, thread[locale].reply);
      },
      'how she writes': (page, locale) =>
        page.getByText(voice[locale].cardOf({ creator: 'Mali' })).click(),
    },
  });
  await look(ploy, 'posts.$draftId', at('Ben', 3), {
    ready: editor,
    open: {
      approve: opening((locale) => post[locale].approve),
      'ask for changes': async (page, locale) => {
        await press(page, post[locale].askChanges);
        await press(page, deeds[locale].addRequest);
      },
      'a comment': (page, locale) => press(page, thread[locale].commentOnWhole),
      'a point on a picture': async (page, locale) => {
        const photo = media[locale].photo({ n: 1 });
        await press(page, new RegExp(media[locale].open({ what: photo })));
        await press(page, thread[locale].placePoint);
      },
    },
  });
  await look(ploy, 'posts.$draftId_.compare', `${at('Ben', 3)}/compare`);
});

// Last, when all the others have looked: a new page needs a look of its own.
test('no page of the brand’s was left out', () => {
  const unseen = [
    // Nothing to see by themselves.
    '$',
    'briefs.$briefId',
    // Looked at in client.test.ts, plan.test.ts, roster.test.ts and, filled in by three, fit.test.ts.
    'client.$secret',
    'briefs.$briefId.plan',
    'creators.$userId',
    'briefs.$briefId.creators_.$userId_.fit',
    'briefs.$briefId.creators_.fit',
    'briefs.$briefId_.moodboard',
  ];
  expect(leftOut('brand').toSorted()).toEqual(unseen.toSorted());
});
