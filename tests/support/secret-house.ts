// A running Cobrief in which every word of one creator's, and every word the brand side says to
// itself, is a string that stands nowhere else. Whoever finds one where it does not belong found a leak.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import * as Y from 'yjs';
import { addCreator, creatorPlace } from '#db/creators.ts';
import { changeRequestsOf } from '#db/decisions.ts';
import { draftsOfCreator, versionsOfDraft } from '#db/drafts.ts';
import { addFile } from '#db/files.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { createPerson } from '#db/people.ts';
import { brief } from '#db/schema/campaign.ts';
import { draft, idea, livePost } from '#db/schema/drafts.ts';
import { clientComment, clientLink, savedView } from '#db/schema/outside.ts';
import { tellingChoice } from '#db/schema/telling.ts';
import { createSession } from '#db/sessions.ts';
import { slotsOfDays, shootDaysOf } from '#db/shoots.ts';
import * as commands from '#server/commands.ts';
import { readConfig } from '#server/config.ts';
import { dealCase } from '#server/deals.ts';
import { readDraft, sha256 } from '#server/drafts.ts';
import { openPages } from '#server/pages.ts';
import type { Services } from '#server/services.ts';
import { type Running, startServer } from '#server/start.ts';
import { contentId } from '#shared/content-id.ts';
import { type DocumentName, draftDocument, guidelinesDocument } from '#shared/ids.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { mediaList, textFragment, textParts, writeParts } from '#shared/parts.ts';
import type { Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { deliverable, filled } from './briefing.ts';
import { actor as actorOf } from './doors.ts';
import { plantRoster } from './secret-roster.ts';
import { suggestion } from './suggesting.ts';

let ids = 0;
const newId = () => `planted${(ids += 1)}`;

/** Letters only: nothing that writes it down escapes, shortens or splits it. */
const secret = (what: string) => `zq${what}zq`;

/** Ben's alone: of these Mali, a visitor and nobody beside Ben and who may read them sees any. */
export const secrets = {
  name: 'Zqnamezq',
  handle: secret('handle'),
  fee: secret('fee'),
  newFee: secret('newfee'),
  product: secret('product'),
  code: secret('code'),
  link: secret('link'),
  channels: secret('channels'),
  time: secret('time'),
  exclusivity: secret('exclusivity'),
  payment: secret('payment'),
  terms: secret('terms'),
  contractName: secret('contractname'),
  contractBytes: secret('contractbytes'),
  because: secret('because'),
  question: secret('question'),
  answer: secret('answer'),
  address: secret('address'),
  variant: secret('variant'),
  carrier: secret('carrier'),
  tracking: secret('tracking'),
  caption: secret('caption'),
  alt: secret('alt'),
  fileName: secret('filename'),
  fileBytes: secret('filebytes'),
  thread: secret('thread'),
  suggestion: secret('suggestion'),
  request: secret('request'),
  reply: secret('reply'),
  version: secret('version'),
  copy: secret('copy'),
  voice: secret('voice'),
  figuresFile: secret('figuresfile'),
  figuresCaption: secret('figurescaption'),
  figuresHandle: secret('figureshandle'),
  guidelinesThread: secret('guidelinesthread'),
  url: secret('url'),
} as const;

/** Of somebody whose post Mali took over: it is not hers to read because the post is hers now. */
export const leftBehind = {
  leftName: 'Zqleftnamezq',
  leftHandle: secret('lefthandle'),
  leftFee: secret('leftfee'),
  leftCaption: secret('leftcaption'),
  leftNote: secret('leftnote'),
} as const;

/** Kept of Ben by whoever may invite: he is not shown it either. */
export const keptOfBen = { phone: '0819090909' } as const;

/** What has rows and no page yet. Whoever gives it one moves it up, and the crawler must find it. */
export const unseen = {
  idea: secret('idea'),
  ideaQuestion: secret('ideaquestion'),
  liveCaption: secret('livecaption'),
  clientComment: secret('clientcomment'),
  clientName: secret('clientname'),
  view: secret('view'),
} as const;

/** Said by the brand side to itself, on Mali's own post and on the guidelines. */
export const brandSecrets = {
  brandThread: secret('brandthread'),
  brandOnGuidelines: secret('brandonguidelines'),
  brandOnBen: secret('brandonben'),
} as const;

const pdf = (words: string) => Buffer.from(`%PDF-1.4\n%${words}\n1 0 obj\n<<>>\nendobj\n`);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const contractHash = hashOf(pdf(secrets.contractBytes));
const fileBytes = Buffer.from(secrets.fileBytes);
export const fileHash = hashOf(fileBytes);

export interface SecretHouse extends Running {
  s: Services;
  briefId: string;
  version: { n: number; hash: string };
  people: Record<'ploy' | 'ta' | 'mali' | 'ben' | 'left', Actor>;
  drafts: { mali: string; ben: string; left: string };
  /** The name of the file that Mali's own calendar asks for; Ben has one too. */
  calendar: string;
  /** A new sign-in of this person, as a Cookie header. */
  cookie(who: Actor): Promise<string>;
  close(): Promise<void>;
}

export async function openSecretHouse(environment: Record<string, string>): Promise<SecretHouse> {
  const dir = mkdtempSync(join(tmpdir(), 'cobrief-secrets-'));
  const read = readConfig({ DATA_DIR: dir, PORT: '0', COBRIEF_DEMO: '0', ...environment });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  // React as it runs for people: its development half warns of what a server cannot do.
  vi.stubEnv('NODE_ENV', 'production');
  const running = await startServer(read.config, await openPages({ development: false }));
  const { services: s } = running;
  const people = await addPeople(s);
  const { briefId, version } = await beginBrief(s, people);
  const house = {
    ...running,
    s,
    briefId,
    version,
    people,
    drafts: { mali: '', ben: '', left: '' },
    calendar: await plantCalendars(s, people),
    cookie: (who: Actor) => cookieOf(s, who),
    async close() {
      await running.close();
      rmSync(dir, { recursive: true });
    },
  };
  await plantDeal(house);
  await plantDraft(house);
  await plantBrandSide(house);
  await plantRows(house);
  await plantReplaced(house);
  await plantRoster(house);
  return house;
}

type House = Pick<
  SecretHouse,
  's' | 'briefId' | 'version' | 'people' | 'drafts' | 'cookie' | 'url'
>;

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`a secret was not planted: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function cookieOf(s: Services, { userId }: Actor): Promise<string> {
  const headers = new Headers({ 'user-agent': 'crawler' });
  const { cookies } = await s.db.transaction((tx) =>
    s.auth.startSession(tx, { userId, method: 'password', headers }),
  );
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}

async function addPeople(s: Services): Promise<SecretHouse['people']> {
  const people = {
    ploy: actorOf('ployploy', 'Ploy', 'brand'),
    ta: actorOf('tatatata', 'Ta', 'brand'),
    mali: actorOf('malimali', 'Mali', 'creator'),
    ben: actorOf('benbenben', secrets.name, 'creator'),
    left: actorOf('leftleft', leftBehind.leftName, 'creator'),
  };
  const at = s.now();
  await s.db.transaction(async (tx) => {
    for (const { userId: id, name, kind, sessionId } of Object.values(people)) {
      const email = `${id}@house.example`;
      await createPerson(tx, { id, name, kind, email, emailVerified: true, locale: 'en', at });
      // However long the crawl takes: no letter of the clock's comes between its readings.
      const quiet = { waits: 'none', talk: 'none', rest: 'none', signsIn: false } as const;
      await tx.insert(tellingChoice).values({ userId: id, ...quiet });
      await createSession(tx, {
        id: sessionId,
        userId: id,
        token: `token-of-${id}`,
        method: 'password',
        ipAddress: null,
        userAgent: null,
        createdAt: at,
        expiresAt: new Date(at.getTime() + 60_000),
      });
    }
    await createWorkspace(tx, { id: 'rimdaet', name: 'Rimdaet', createdAt: at });
    const { userId } = people.ploy;
    await addMember(tx, { workspaceId: 'rimdaet', userId, role: 'owner', createdAt: at });
  });
  return people;
}

/** Published guidelines, one post, both creators in it; neither makes what is added later. */
async function beginBrief(s: Services, people: SecretHouse['people']) {
  const { ploy, ta, mali, ben } = people;
  const { briefId } = done(
    await commands.createBrief(s, ploy, {
      workspaceId: 'rimdaet',
      title: 'Sunscreen',
      brandName: 'Rimdaet',
      product: '',
      languages: ['en'],
      timeZone: 'Asia/Bangkok',
    }),
  );
  const creators = [mali.userId, ben.userId];
  const at = s.now();
  await s.db.transaction(async (tx) => {
    await addBriefMember(tx, { briefId, userId: ta.userId, role: 'colleague', createdAt: at });
    await tx.update(brief).set({ guidelinesOpen: true }).where(eq(brief.id, briefId));
  });
  await edit(s, ploy, guidelinesDocument(briefId), (doc) => {
    const fragment = guidelinesFragment(doc);
    fragment.delete(0, fragment.length);
    seedGuidelines(doc, { languages: ['en'], ids: newId, fill: filled });
  });
  const publishing = { briefId, change: 'first' as const, note: '' };
  const version = done(await commands.publishGuidelines(s, ploy, publishing));
  const { deliverableId } = done(
    await commands.addDeliverable(s, ploy, { ...deliverable, seenIn: ['JP'], briefId }),
  );
  for (const userId of creators) await placeCreator(s, { briefId, userId, posts: [deliverableId] });
  return { briefId, version };
}

interface NewPlace {
  briefId: string;
  userId: string;
  posts: string[];
  handle?: string;
  fee?: string;
}

async function placeCreator(
  s: Services,
  { handle = '', fee = '', ...place }: NewPlace,
): Promise<void> {
  const [id, invitedAt] = [`place${place.userId}`, s.now()];
  const deal = { fee, product: '', code: '', terms: '' };
  await s.db.transaction((tx) => addCreator(tx, { ...place, ...deal, id, handle, invitedAt }));
}

async function plantCalendars(s: Services, { mali, ben }: SecretHouse['people']): Promise<string> {
  done(await commands.makeFeed(s, ben));
  return (
    done(await commands.makeFeed(s, mali))
      .url.split('/')
      .at(-1) ?? ''
  );
}

const dealOf = (fee: string) => ({
  handle: secrets.handle,
  phone: keptOfBen.phone,
  fee,
  product: secrets.product,
  code: secrets.code,
  link: `https://rimdaet.example/${secrets.link}`,
  rights: { channels: secrets.channels, time: secrets.time, paid: true, edits: false },
  exclusivity: secrets.exclusivity,
  payment: secrets.payment,
  terms: secrets.terms,
});

async function plantDeal(house: House): Promise<void> {
  const { s, briefId, people, url } = house;
  const { ploy, ben, mali } = people;
  const of = { briefId, userId: ben.userId };
  done(await commands.askQuestion(s, ben, { briefId, text: secrets.question }));
  done(await commands.answerQuestion(s, ploy, { ...of, text: secrets.answer }));
  done(await commands.writeDeal(s, ploy, { ...of, ...dealOf(secrets.fee) }));
  const sent = await fetch(
    `${url}/contracts/${briefId}/${ben.userId}?name=${secrets.contractName}`,
    {
      method: 'PUT',
      body: pdf(secrets.contractBytes),
      headers: { cookie: await house.cookie(ploy), origin: url },
    },
  );
  if (!sent.ok) throw new Error(`the contract was not taken: ${await sent.text()}`);
  const agreed = { briefId, ...house.version };
  done(await commands.acceptOffer(s, mali, agreed));
  done(await commands.acceptOffer(s, ben, agreed));
  house.drafts.mali = (await draftsOfCreator(s.db, mali.userId))[0]?.id ?? '';
  house.drafts.ben = (await draftsOfCreator(s.db, ben.userId))[0]?.id ?? '';
  done(await commands.writeDeal(s, ploy, { ...of, ...dealOf(secrets.newFee) }));
  const place = await creatorPlace(s.db, of);
  if (!place) throw new Error('Ben has no place');
  const { mark } = await dealCase(s.db, place);
  done(await commands.keepDeal(s, ben, { briefId, mark, text: secrets.because }));
  const address = `${secrets.address}\n1 Road\n10110`;
  done(await commands.saveAddress(s, ben, { briefId, variant: secrets.variant, address }));
  const { carrier, tracking } = secrets;
  done(await commands.markSent(s, ploy, { ...of, carrier, tracking }));
  await plantShoot(house);
}

async function plantShoot({ s, briefId, people }: House): Promise<void> {
  const day = new Date(s.now().getTime() + 9 * 86_400_000).toISOString().slice(0, 10);
  const hours = { day, from: '09:00', to: '11:00', minutes: 60 };
  done(await commands.planShoot(s, people.ploy, { briefId, place: 'Park', note: '', ...hours }));
  const days = await shootDaysOf(s.db, briefId);
  const [first] = await slotsOfDays(
    s.db,
    days.map(({ id }) => id),
  );
  done(await commands.pickSlot(s, people.ben, { briefId, slotId: first?.id ?? '' }));
}

async function edit(
  s: Services,
  { userId, sessionId }: Actor,
  document: DocumentName,
  by: (doc: Y.Doc) => void,
): Promise<void> {
  const identity = { userId, sessionId, via: 'token' as const };
  const fate = await s.hub.submit({ identity, document, edit: by });
  if (fate.kind !== 'saved') throw new Error(`nothing was written: ${fate.kind}`);
}

async function write(s: Services, who: Actor, draftId: string, words: string, file?: string) {
  await edit(s, who, draftDocument(draftId), (doc) => {
    for (const part of textParts) {
      const fragment = textFragment(doc, part);
      fragment.delete(0, fragment.length);
    }
    mediaList(doc).delete(0, mediaList(doc).length);
    const picture = file && {
      id: newId(),
      kind: 'image' as const,
      file,
      link: null,
      alt: secrets.alt,
      cover: true,
    };
    writeParts(doc, { caption: words, media: picture ? [picture] : [] }, newId);
  });
}

const whole = { kind: 'whole' as const };

async function plantDraft(house: House): Promise<void> {
  const { s, people, drafts } = house;
  const { ploy, ben } = people;
  const draftId = drafts.ben;
  const place = { draftId };
  await s.storage.put(fileHash, fileBytes);
  await addFile(s.db, {
    id: 'fileofben',
    draftId,
    hash: fileHash,
    mime: 'image/png',
    size: fileBytes.length,
    width: 4,
    height: 3,
    name: `${secrets.fileName}.png`,
    uploadedBy: ben.userId,
    createdAt: s.now(),
  });
  await write(s, ben, draftId, `Ad ${secrets.caption} #PR`, fileHash);
  done(await commands.openDoor(s, ben, { draftId }));
  const everyone = { place, anchor: whole, audience: 'everyone' as const };
  done(await commands.startThread(s, ploy, { ...everyone, body: secrets.thread }));
  const now = await readDraft(s, draftId);
  const id = now ? contentId(now.parts, sha256) : '';
  const named = { draftId, contentId: id, name: secrets.version };
  done(await commands.keepDraftVersion(s, ben, named));
  const state = await s.hub.read(draftDocument(draftId), (doc) => Y.encodeStateAsUpdate(doc));
  const copy = new Y.Doc();
  if (state) Y.applyUpdate(copy, state);
  const says = suggestion(copy, { from: 0, to: 2, by: secrets.suggestion });
  done(await commands.suggest(s, ploy, { place, suggestionId: 'suggestionb', ...says }));
  const { approvalId } = done(
    await commands.sendDraft(s, ben, { draftId, contentId: id, ready: false }),
  );
  const target = { kind: 'clause' as const, field: 'core' };
  const requests = [{ body: secrets.request, target }];
  done(await commands.askChanges(s, ploy, { draftId, approvalId, requests }));
  await answerRequest(house, draftId);
}

async function answerRequest({ s, people }: House, draftId: string): Promise<void> {
  const [asked] = await changeRequestsOf(s.db, draftId);
  const answer = { answer: 'my-way' as const, note: secrets.reply };
  done(await commands.answerChange(s, people.ben, { requestId: asked?.id ?? '', ...answer }));
  const [version] = await versionsOfDraft(s.db, draftId);
  const texts = { caption: secrets.copy };
  const copy = { draftId, versionId: version?.id ?? '', language: 'en' as const, texts };
  done(await commands.writeReadingCopy(s, people.ben, copy));
  const captions = Array.from({ length: 3 }, (_, n) => `${secrets.voice} and more words ${n}.`);
  done(await commands.addCaptions(s, people.ben, { text: captions.join('\n\n') }));
  await plantFigures(s, people.ben);
}

async function plantFigures(s: Services, ben: Actor): Promise<void> {
  const counts = { likes: 7, comments: 1, saves: 1, shares: 1, views: 90, reach: 80 };
  const of = { platform: 'instagram', kind: 'photo', followers: null, sponsored: null } as const;
  const words = { key: 'id:1', caption: secrets.figuresCaption, permalink: '' };
  done(
    await commands.importPosts(s, ben, {
      importId: null,
      format: 'instagram',
      fileName: `${secrets.figuresFile}.zip`,
      channels: [{ platform: 'instagram', handle: secrets.figuresHandle, followers: 9 }],
      posts: [{ ...of, ...words, ...counts, publishedAt: s.now().getTime() }],
    }),
  );
}

async function plantBrandSide({ s, briefId, people, drafts }: House): Promise<void> {
  const { ploy, ta, ben, mali } = people;
  await write(s, mali, drafts.mali, 'Ad Mali’s own words #PR');
  done(await commands.openDoor(s, mali, { draftId: drafts.mali }));
  const say = (draftId: string, body: string) => ({
    place: { draftId },
    anchor: whole,
    audience: 'brand' as const,
    body,
  });
  done(await commands.startThread(s, ta, say(drafts.mali, brandSecrets.brandThread)));
  done(await commands.startThread(s, ta, say(drafts.ben, brandSecrets.brandOnBen)));
  const open = { ...say(drafts.mali, 'What a left side'), audience: 'everyone' as const };
  done(await commands.startThread(s, ploy, open));
  const onGuidelines = { place: { briefId }, anchor: whole };
  const brandSide = { ...onGuidelines, audience: 'brand' as const };
  done(await commands.startThread(s, ta, { ...brandSide, body: brandSecrets.brandOnGuidelines }));
  const own = { ...onGuidelines, audience: 'everyone' as const, body: secrets.guidelinesThread };
  done(await commands.startThread(s, ben, own));
  // Somebody is known to have been there.
  await s.hub.read(guidelinesDocument(briefId), () => null);
}

/** Rows whose commands are made elsewhere. */
async function plantRows({ s, briefId, people, drafts }: House): Promise<void> {
  const at = s.now();
  await s.db.transaction(async (tx) => {
    await tx
      .update(draft)
      .set({ publishedUrl: `https://posts.example/${secrets.url}` })
      .where(eq(draft.id, drafts.ben));
    await tx.insert(idea).values({
      draftId: drafts.ben,
      text: unseen.idea,
      question: unseen.ideaQuestion,
      state: 'asked',
      updatedAt: at,
    });
    await tx.insert(livePost).values({ draftId: drafts.ben, caption: unseen.liveCaption });
    await tx.insert(clientLink).values({
      id: 'clientlink',
      briefId,
      secretHash: 'f'.repeat(64),
      name: unseen.clientName,
      shows: 'sent',
      createdBy: people.ploy.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + 1e9),
    });
    await tx.insert(clientComment).values({
      id: 'clientcomment',
      clientLinkId: 'clientlink',
      draftId: drafts.mali,
      versionId: 'none',
      body: unseen.clientComment,
      at,
    });
    await tx.insert(savedView).values({
      id: 'savedview',
      briefId,
      userId: people.ploy.userId,
      name: unseen.view,
      query: '',
      createdAt: at,
    });
  });
}

/** A post was asked for, agreed to and written by somebody; then Mali took it over. */
async function plantReplaced(house: House): Promise<void> {
  const { s, briefId, people, drafts, version } = house;
  const { ploy, left, mali } = people;
  const { userId } = left;
  const { deliverableId } = done(
    await commands.addDeliverable(s, ploy, { ...deliverable, seenIn: ['JP'], briefId }),
  );
  const { leftHandle: handle, leftFee: fee } = leftBehind;
  await placeCreator(s, { briefId, userId, posts: [deliverableId], handle, fee });
  done(await commands.askQuestion(s, left, { briefId, text: leftBehind.leftNote }));
  done(await commands.acceptOffer(s, left, { briefId, ...version }));
  drafts.left = (await draftsOfCreator(s.db, userId))[0]?.id ?? '';
  await write(s, left, drafts.left, `Ad ${leftBehind.leftCaption} #PR`);
  done(await commands.openDoor(s, left, { draftId: drafts.left }));
  const by = { byUserId: mali.userId, name: mali.name, locale: 'en' as const };
  done(await commands.replaceCreator(s, ploy, { briefId, userId, ...by }));
}
