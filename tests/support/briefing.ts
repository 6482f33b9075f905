// A brief with its people on a real database and a real hub, and words written into its guidelines
// the way the engine stores them.
import { afterEach } from 'vitest';
import * as Y from 'yjs';
import { documentOf } from '#db/documents.ts';
import { addBriefMember, addMember, createWorkspace } from '#db/members.ts';
import { createPerson } from '#db/people.ts';
import { createAccess } from '#server/access.ts';
import { acceptOffer } from '#server/commands/offers.ts';
import { createBrief } from '#server/commands/briefs.ts';
import { inviteCreator } from '#server/commands/creators.ts';
import { publishGuidelines } from '#server/commands/guidelines.ts';
import type { Services } from '#server/services.ts';
import { createHub, type Hub } from '#server/sync/hub.ts';
import { type GuidelinesFill, seedGuidelines } from '#shared/brief-template.ts';
import { guidelinesFragment } from '#shared/guidelines.ts';
import { guidelinesDocument } from '#shared/ids.ts';
import type { Actor } from '#shared/roles.ts';
import { actor, type Doors, openDoors, value } from './doors.ts';

export interface Briefing extends Doors {
  briefId: string;
  people: Record<'ploy' | 'ta' | 'anan' | 'owner' | 'viewer' | 'stranger', Actor>;
  /** Replaces the guidelines by the template filled like this, as if typed by the lead. */
  write(fill: GuidelinesFill): Promise<void>;
  /** Invites a creator and answers with who they are. */
  invite(name: string): Promise<Actor>;
  /** Publishes what stands there now. */
  publish(change?: 'wording' | 'matters'): Promise<{ n: number; hash: string }>;
  /** I'm in, to the version that was just published. */
  accept(creator: Actor, version: { n: number; hash: string }): Promise<void>;
}

export const filled: GuidelinesFill = {
  core: { en: 'The stick you put on again', th: 'แท่งที่ทาซ้ำได้จริง' },
  freedom: { en: 'Place, story, jokes', th: 'สถานที่ เรื่องเล่า มุก' },
  points: [{ need: 'must', text: { en: 'Over make-up', th: 'ทับเมคอัพ' } }],
};

const hubs: Hub[] = [];

afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.close();
});

const roles = { owner: 'owner', ploy: 'manager', viewer: 'viewer' } as const;

export async function openBriefing(): Promise<Briefing> {
  const doors = await openDoors();
  const { s } = doors;
  renewHub(s);
  const people = {
    ploy: actor('ploy', 'Ploy', 'brand'),
    ta: actor('ta', 'Ta', 'brand'),
    anan: actor('anan', 'Anan', 'brand'),
    owner: actor('owner', 'Owner', 'brand'),
    viewer: actor('viewer', 'Viewer', 'brand'),
    stranger: actor('stranger', 'Stranger', 'brand'),
  };
  await s.db.transaction(async (tx) => {
    const createdAt = s.now();
    await createWorkspace(tx, { id: 'rimdaet', name: 'Rimdaet', createdAt });
    for (const { userId: id, name } of Object.values(people)) {
      const email = `${id}@rimdaet.example`;
      await createPerson(tx, { id, name, email, kind: 'brand', locale: 'en', at: createdAt });
    }
    for (const [userId, role] of Object.entries(roles)) {
      await addMember(tx, { workspaceId: 'rimdaet', userId, role, createdAt });
    }
  });
  const { briefId } = value(await createBrief(s, people.ploy, newBrief));
  await s.db.transaction(async (tx) => {
    const createdAt = s.now();
    await addBriefMember(tx, { briefId, userId: 'ta', role: 'colleague', createdAt });
    await addBriefMember(tx, { briefId, userId: 'anan', role: 'reviewer', createdAt });
  });
  return {
    ...doors,
    briefId,
    people,
    write: (fill) => write(s, briefId, fill),
    async invite(name) {
      const { userId } = value(await inviteCreator(s, people.ploy, invitation(briefId, name)));
      return actor(userId, name, 'creator');
    },
    async publish(change = 'matters') {
      return value(await publishGuidelines(s, people.ploy, { briefId, change, note: '' }));
    },
    async accept(creator, version) {
      value(await acceptOffer(s, creator, { briefId, ...version }));
    },
  };
}

export const newBrief = {
  workspaceId: 'rimdaet',
  title: 'Sunscreen',
  brandName: 'Rimdaet',
  product: 'Everywhere Stick',
  languages: ['en', 'th'] as ('en' | 'th')[],
  timeZone: 'Asia/Bangkok',
};

export const invitation = (briefId: string, name: string) => ({
  briefId,
  name,
  locale: 'th' as const,
  handle: `@${name}`,
  fee: `fee of ${name}`,
  product: '2 sticks',
  code: 'CODE15',
  terms: '',
});

/** A deal with nothing in it, as the form sends it. */
export const dealInput = {
  handle: '',
  fee: '',
  product: '',
  code: '',
  link: '',
  rights: { channels: '', time: '', paid: false, edits: false },
  exclusivity: '',
  payment: '',
  terms: '',
};

export const deliverable = {
  title: '',
  platform: 'instagram' as const,
  format: 'reel' as const,
  language: 'th' as const,
  seenIn: ['TH'],
  callToAction: '',
  draftDue: '2026-12-01',
  reviewDue: '2026-12-03',
  publishDue: '2026-12-10',
};

/** A new hub reads everything afresh, as after a restart. */
function renewHub(s: Services): void {
  const access = createAccess({ db: s.db, auth: s.auth, origins: new Set() });
  s.hub = createHub({ log: s.db.log, access });
  hubs.push(s.hub);
}

async function write(s: Services, briefId: string, fill: GuidelinesFill): Promise<void> {
  await s.hub.close();
  const name = guidelinesDocument(briefId);
  const doc = new Y.Doc();
  const stored = await s.db.log.load(name);
  const row = await documentOf(s.db, name);
  if (!stored || !row) throw new Error('the guidelines are not there');
  if (stored.snapshot) Y.applyUpdate(doc, stored.snapshot.state);
  for (const { update } of stored.tail) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  let ids = 0;
  doc.transact(() => {
    const fragment = guidelinesFragment(doc);
    fragment.delete(0, fragment.length);
    seedGuidelines(doc, { languages: ['en', 'th'], ids: () => `block${ids++}`, fill });
  });
  const [outcome] = await s.db.log.append([
    {
      document: name,
      epoch: row.epoch,
      aclEpoch: row.aclEpoch,
      userId: 'ploy',
      connectionId: 'test',
      clientIds: [doc.clientID],
      update: Y.encodeStateAsUpdate(doc, before),
    },
  ]);
  if (outcome?.kind !== 'appended') throw new Error(`not written: ${JSON.stringify(outcome)}`);
  renewHub(s);
}
