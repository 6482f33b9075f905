// Briefs with many creators and posts, written as rows beside a stopped server, in the states and with
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
import { user } from '#db/schema/people.ts';
import type { Status } from '#shared/approval.ts';
import { seedGuidelines } from '#shared/brief-template.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import { guidelinesSchemaVersion } from '#shared/schema/guidelines.ts';
import { addDays, dayIn, endOfDay } from '#shared/zoned-time.ts';

const zone = 'Asia/Bangkok';
const dayMs = 86_400_000;

export interface CampaignSize {
  /** 1 where it is left out. Every creator is in all of them. */
  briefs?: number;
  creators: number;
  posts: number;
  /** The demo's people who lead it and work in it. */
  lead: string;
  colleague?: string;
}

/** Of the first brief, unless `brief` counts on from 0. */
const campaignBrief = (brief: number): string => `campaign${`${brief}`.padStart(4, '0')}`;
export const campaignId = campaignBrief(0);
export const campaignDraft = (n: number, post: number, brief = 0): string =>
  `draft-${brief}-${n}-${post}`;
export const campaignPost = (post: number, brief = 0): string => `post-${brief}-${post}`;

export async function fillCampaign(dataDir: string, size: CampaignSize): Promise<void> {
  const db = await openDatabase({ dir: dataDir });
  try {
    await fill(db, size);
  } finally {
    await db.close();
  }
}

async function fill(db: Database, { briefs = 1, creators, posts, ...people }: CampaignSize) {
  const at = new Date();
  const leading = await leadersOf(db, people);
  for (let n = 0; n < creators; n++) {
    const { id, name } = campaignCreator(n);
    await db.transaction((tx) => createPerson(tx, { id, name, kind: 'creator', locale: 'th', at }));
  }
  for (let brief = 0; brief < briefs; brief++) {
    await db.transaction((tx) => addBrief(tx, { ...leading, brief, posts, at }));
    for (let n = 0; n < creators; n++) {
      await db.transaction((tx) => addCreatorWithPosts(tx, { brief, n, posts, at }));
    }
  }
}

interface Leading {
  workspaceId: string;
  leadId: string;
  colleagueId: string | undefined;
}

async function leadersOf(
  db: Database,
  { lead, colleague }: Pick<CampaignSize, 'lead' | 'colleague'>,
): Promise<Leading> {
  const known = await db.select().from(user);
  const leader = known.find(({ name }) => name === lead);
  const [workspace] = leader ? await workspacesOf(db, leader.id) : [];
  if (!leader || !workspace) throw new Error(`there is no ${lead} with a workspace`);
  const colleagueId = known.find(({ name }) => name === colleague)?.id;
  return { workspaceId: workspace.id, leadId: leader.id, colleagueId };
}

type OneBrief = Leading & { brief: number; posts: number; at: Date };

async function addBrief(tx: Tx, { brief, posts, at, ...leading }: OneBrief): Promise<void> {
  const briefId = campaignBrief(brief);
  await createBrief(tx, {
    id: briefId,
    workspaceId: leading.workspaceId,
    title: 'Everywhere Stick, twenty voices',
    brandName: 'Rimdaet',
    product: 'Everywhere Stick',
    languages: ['en', 'th'],
    timeZone: zone,
    place: 'TH',
    createdBy: leading.leadId,
    createdAt: at,
  });
  const place = { briefId, createdAt: at };
  await addBriefMember(tx, { ...place, userId: leading.leadId, role: 'lead' });
  if (leading.colleagueId) {
    await addBriefMember(tx, { ...place, userId: leading.colleagueId, role: 'colleague' });
  }
  await seedText(tx, briefId, at);
  for (let post = 1; post <= posts; post++) await addPost(tx, { brief, post, at });
}

async function seedText(tx: Tx, briefId: string, at: Date): Promise<void> {
  const doc = new Y.Doc();
  let ids = 0;
  seedGuidelines(doc, { languages: ['en', 'th'], ids: () => `block${ids++}` });
  await createDocument(tx, {
    name: guidelinesDocument(briefId),
    briefId,
    schemaVersion: guidelinesSchemaVersion,
    epoch: `epoch-${briefId}`,
    state: Y.encodeStateAsUpdate(doc),
    authors: new Map(),
    at,
  });
}

const formats = ['reel', 'story', 'carousel'] as const;

async function addPost(tx: Tx, { brief, post, at }: { brief: number; post: number; at: Date }) {
  const day = (after: number) => endOfDay(addDays(dayIn(at, zone), post * 2 + after), zone);
  await addDeliverable(tx, {
    id: campaignPost(post, brief),
    briefId: campaignBrief(brief),
    fields: {
      platform: 'instagram',
      format: formats[post % formats.length] ?? 'reel',
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
  brief: number;
  n: number;
  posts: number;
  at: Date;
}

async function addCreatorWithPosts(tx: Tx, { brief, n, posts, at }: Filling): Promise<void> {
  const { id, name } = campaignCreator(n);
  const briefId = campaignBrief(brief);
  const placeId = `place-${brief}-${id}`;
  await addCreator(tx, {
    id: placeId,
    briefId,
    userId: id,
    handle: `@${name.split(' ')[0]?.toLowerCase()}.${n + 1}`,
    posts: null,
    invitedAt: new Date(at.getTime() + n),
    fee: `฿${9_000 + n}`,
    product: '',
    code: '',
    terms: '',
  });
  await setCreatorState(tx, placeId, { state: 'in', answeredAt: at });
  for (let post = 1; post <= posts; post++) await addDraft(tx, { brief, n, post, at });
}

const courses: { status: Status; events: string[] }[] = [
  { status: 'writing', events: [] },
  { status: 'with-brand', events: ['send'] },
  { status: 'changes-asked', events: ['send', 'ask-changes'] },
  { status: 'with-brand', events: ['send', 'ask-changes', 'send'] },
  { status: 'approved-by-brand', events: ['send', 'approve'] },
  { status: 'approved-by-both', events: ['send', 'approve', 'post-it'] },
];

type OneDraft = Omit<Filling, 'posts'> & { post: number };

async function addDraft(tx: Tx, { brief, n, post, at }: OneDraft): Promise<void> {
  const id = campaignDraft(n, post, brief);
  const { id: creatorId, name } = campaignCreator(n);
  const deliverableId = campaignPost(post, brief);
  const place = { briefId: campaignBrief(brief), deliverableId, creatorId };
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
