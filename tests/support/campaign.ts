// A brief with many creators and posts, written as rows beside a stopped server, in the states and with
// the waits that a campaign has on an ordinary day. Every seventh draft is *Just me*.
import * as Y from 'yjs';
import { createBrief } from '#db/briefs.ts';
import { addCreator, setCreatorState } from '#db/creators.ts';
import { appendDecision } from '#db/decisions.ts';
import { addDeliverable } from '#db/deliverables.ts';
import { createDocument } from '#db/documents.ts';
import { createDraft, updateDraft } from '#db/drafts.ts';
import { addBriefMember, workspacesOf } from '#db/members.ts';
import { type Database, openDatabase, type Tx } from '#db/open.ts';
import { createPerson } from '#db/people.ts';
import { user } from '#db/schema.ts';
import type { Status } from '#shared/approval.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { addDays, dayIn, endOfDay } from '#shared/zoned-time.ts';

export const campaignId = 'campaign0000';
const zone = 'Asia/Bangkok';
const dayMs = 86_400_000;

export interface CampaignSize {
  creators: number;
  posts: number;
  /** The demo's people who lead it and work in it. */
  lead: string;
  colleague?: string;
}

export async function fillCampaign(dataDir: string, size: CampaignSize): Promise<void> {
  const db = await openDatabase({ dir: dataDir });
  try {
    await fill(db, size);
  } finally {
    await db.close();
  }
}

async function fill(db: Database, { creators, posts, ...people }: CampaignSize): Promise<void> {
  const at = new Date();
  const known = await db.select().from(user);
  const leader = known.find(({ name }) => name === people.lead);
  const colleague = known.find(({ name }) => name === people.colleague);
  const [workspace] = leader ? await workspacesOf(db, leader.id) : [];
  if (!leader || !workspace) throw new Error(`there is no ${people.lead} with a workspace`);
  await db.transaction(async (tx) => {
    await createBrief(tx, {
      id: campaignId,
      workspaceId: workspace.id,
      title: 'Everywhere Stick, twenty voices',
      brandName: 'Rimdaet',
      product: 'Everywhere Stick',
      languages: ['en', 'th'],
      timeZone: zone,
      createdBy: leader.id,
      createdAt: at,
    });
    const place = { briefId: campaignId, createdAt: at };
    await addBriefMember(tx, { ...place, userId: leader.id, role: 'lead' });
    if (colleague) await addBriefMember(tx, { ...place, userId: colleague.id, role: 'colleague' });
    await seedText(tx, at);
    for (let post = 1; post <= posts; post++) await addPost(tx, post, at);
  });
  for (let n = 0; n < creators; n++) {
    await db.transaction((tx) => addCreatorWithPosts(tx, { n, posts, at }));
  }
}

async function seedText(tx: Tx, at: Date): Promise<void> {
  const doc = new Y.Doc();
  let ids = 0;
  seedGuidelines(doc, { languages: ['en', 'th'], ids: () => `block${ids++}` });
  await createDocument(tx, {
    name: guidelinesDocument(campaignId),
    briefId: campaignId,
    schemaVersion: guidelinesSchemaVersion,
    epoch: 'campaign-epoch',
    state: Y.encodeStateAsUpdate(doc),
    authors: new Map(),
    at,
  });
}

const formats = ['reel', 'story', 'carousel'] as const;

async function addPost(tx: Tx, ordinal: number, at: Date): Promise<void> {
  const day = (after: number) => endOfDay(addDays(dayIn(at, zone), ordinal * 2 + after), zone);
  await addDeliverable(tx, {
    id: `post${ordinal}`,
    briefId: campaignId,
    fields: {
      platform: 'instagram',
      format: formats[ordinal % formats.length] ?? 'reel',
      language: 'th',
      seenIn: ['TH'],
      draftDue: day(1),
      reviewDue: day(3),
      publishDue: day(6),
    },
  });
}

const first = ['Aom', 'Beam', 'Chompoo', 'Dao', 'Earn', 'Fai', 'Gift', 'Ink', 'Jaa', 'Kwan'];
const last = ['Srisai', 'Wong', 'Thongdee', 'Chai', 'Boonmee'];

export const campaignCreator = (n: number): { id: string; name: string } => ({
  id: `creator${n}`,
  name: `${first[n % first.length]} ${last[Math.floor(n / first.length) % last.length]} ${n + 1}`,
});

interface Filling {
  n: number;
  posts: number;
  at: Date;
}

async function addCreatorWithPosts(tx: Tx, { n, posts, at }: Filling): Promise<void> {
  const { id, name } = campaignCreator(n);
  await createPerson(tx, { id, name, kind: 'creator', locale: 'th', at });
  const placeId = `place-${id}`;
  await addCreator(tx, {
    id: placeId,
    briefId: campaignId,
    userId: id,
    handle: `@${name.split(' ')[0]?.toLowerCase()}.${n + 1}`,
    invitedAt: new Date(at.getTime() + n),
    fee: `฿${9_000 + n}`,
    product: '',
    code: '',
    terms: '',
  });
  await setCreatorState(tx, placeId, { state: 'in', answeredAt: at });
  for (let post = 1; post <= posts; post++) await addDraft(tx, { n, post, at });
}

const courses: { status: Status; events: string[] }[] = [
  { status: 'writing', events: [] },
  { status: 'with-brand', events: ['send'] },
  { status: 'changes-asked', events: ['send', 'ask-changes'] },
  { status: 'with-brand', events: ['send', 'ask-changes', 'send'] },
  { status: 'approved-by-brand', events: ['send', 'approve'] },
  { status: 'approved-by-both', events: ['send', 'approve', 'post-it'] },
];

export const campaignDraft = (n: number, post: number): string => `draft-${n}-${post}`;

async function addDraft(tx: Tx, { n, post, at }: { n: number; post: number; at: Date }) {
  const id = campaignDraft(n, post);
  const { id: creatorId, name } = campaignCreator(n);
  const place = { briefId: campaignId, deliverableId: `post${post}`, creatorId };
  await createDraft(tx, { ...place, id, epoch: `epoch-${id}`, at });
  const course = courses[(n * 5 + post) % courses.length];
  if (!course) return;
  const isOpen = course.events.length > 0 || (n + post) % 7 !== 0;
  const round = course.events.filter((event) => event === 'send').length;
  const sentAt = at.getTime() - ((n % 6) + 1) * dayMs;
  for (const [step, event] of course.events.entries()) {
    const when = sentAt + step * 3_600_000;
    await appendDecision(tx, {
      id: `decision-${id}-${step}`,
      draftId: id,
      approvalId: `${step}`.repeat(64),
      event,
      side: event === 'send' || event === 'post-it' ? 'creator' : 'brand',
      userId: creatorId,
      userName: name,
      method: 'demo',
      at: new Date(when),
      body: event === 'send' ? { ready: false, answerBy: when + 4 * dayMs } : null,
    });
  }
  const writingAt = new Date(at.getTime() - 3_600_000);
  await updateDraft(tx, id, { open: isOpen, status: course.status, round, writingAt });
}
