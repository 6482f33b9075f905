// A brief with Mali's open draft and Ben's closed one, and the two file handlers on a real port.
// A caller is whom the header `x-person` names: how people sign in is not what is tested here.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '#db/open.ts';
import { brief, briefCreator, briefMember, deliverable, workspace } from '#db/schema/campaign.ts';
import { draft } from '#db/schema/drafts.ts';
import { user } from '#db/schema/people.ts';
import { type FileStorage, openStorage } from '#server/storage.ts';
import { createUploads, type Uploads } from '#server/uploads.ts';
import type { Actor } from '#shared/roles.ts';

export interface MediaHouse {
  url: string;
  dataDir: string;
  db: Database;
  storage: FileStorage;
  uploads: Uploads;
  /** What the handlers take for now. */
  clock: { now: Date };
  close(): Promise<void>;
}

export async function openMediaHouse(): Promise<MediaHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cobrief-media-'));
  const db = await openDatabase({ dir: dataDir });
  await fill(db);
  const storage = await openStorage(dataDir);
  const clock = { now: new Date() };
  const uploads = createUploads({
    db,
    storage,
    auth: { actorOf: async (headers) => actorNamed(headers) },
    config: { dataDir },
    now: () => clock.now,
    randomBytes: (length) => randomBytes(length),
  });
  const server = createServer((req, res) => {
    const handle = req.url?.startsWith('/files') ? uploads.serve : uploads.receive;
    handle(req, res).catch((error: unknown) => res.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    dataDir,
    db,
    storage,
    uploads,
    clock,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function actorNamed(headers: IncomingHttpHeaders): Actor | null {
  const userId = headers['x-person'];
  if (typeof userId !== 'string') return null;
  const kind = userId === 'ploy' ? 'brand' : 'creator';
  return { userId, name: userId, locale: 'en', calendar: 'gregory', sessionId: 's', kind };
}

async function fill(db: Database): Promise<void> {
  const at = new Date(1_000);
  const times = { createdAt: at, updatedAt: at };
  await db.transaction(async (tx) => {
    for (const id of ['mali', 'ben', 'ploy']) {
      await tx.insert(user).values({ id, name: id, email: `${id}@example.com`, ...times });
    }
    await tx.insert(workspace).values({ id: 'house', name: 'ริมแดด', createdAt: at });
    await tx.insert(brief).values({
      id: 'sun',
      workspaceId: 'house',
      title: 'Sun',
      brandName: 'Rimdaet',
      languages: ['en', 'th'],
      timeZone: 'Asia/Bangkok',
      createdAt: at,
    });
    await tx
      .insert(briefMember)
      .values({ briefId: 'sun', userId: 'ploy', role: 'lead', createdAt: at });
    await tx.insert(deliverable).values({
      id: 'post',
      briefId: 'sun',
      ordinal: 1,
      platform: 'instagram',
      format: 'carousel',
      language: 'th',
      seenIn: ['TH'],
    });
    for (const id of ['mali', 'ben']) {
      const creator = { id: `place-${id}`, briefId: 'sun', userId: id, state: 'in' as const };
      await tx.insert(briefCreator).values({ ...creator, invitedAt: at });
      await tx.insert(draft).values({
        id: `draft-${id}`,
        briefId: 'sun',
        deliverableId: 'post',
        creatorId: id,
        open: id === 'mali',
        status: 'writing',
        ...times,
      });
    }
  });
}
