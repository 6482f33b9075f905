// Thousands of creators with their posts, known to a workspace, written as rows beside a stopped
// server. Counts come of seeded chance, so that every run sorts the same.
import { addImport, addImportedPosts, changeChannel, renewRecentFigures } from '#db/imports.ts';
import { workspacesOf } from '#db/members.ts';
import { type Database, openDatabase, type Tx } from '#db/open.ts';
import { createPerson } from '#db/people.ts';
import { setRosterNote } from '#db/roster.ts';
import { user } from '#db/schema/people.ts';
import { show } from '#db/shown.ts';
import { type Chance, chance } from './chance.ts';

const dayMs = 86_400_000;
const atOnce = 100;

export interface Crowd {
  creators: number;
  posts: number;
  /** In whose first workspace. */
  member: string;
}

export async function fillRoster(dataDir: string, crowd: Crowd): Promise<void> {
  const db = await openDatabase({ dir: dataDir });
  try {
    const workspaceId = await workspaceOf(db, crowd.member);
    const random = chance(2026);
    for (let from = 0; from < crowd.creators; from += atOnce) {
      await db.transaction(async (tx) => {
        for (let n = from; n < Math.min(from + atOnce, crowd.creators); n += 1) {
          await addOne(tx, { n, posts: crowd.posts, workspaceId, random, at: new Date() });
        }
      });
    }
  } finally {
    await db.close();
  }
}

async function workspaceOf(db: Database, member: string): Promise<string> {
  const found = (await db.select().from(user)).find(({ name }) => name === member);
  const [workspace] = found ? await workspacesOf(db, found.id) : [];
  if (!workspace) throw new Error(`there is no ${member} with a workspace`);
  return workspace.id;
}

interface One {
  n: number;
  posts: number;
  workspaceId: string;
  random: Chance;
  at: Date;
}

async function addOne(tx: Tx, { n, posts, workspaceId, random, at }: One): Promise<void> {
  const userId = `crowd${n}`;
  const platform = 'instagram' as const;
  const followers = 2_000 + random.below(40_000);
  await createPerson(tx, { id: userId, name: `Creator ${n}`, kind: 'creator', locale: 'th', at });
  await changeChannel(tx, { id: `channel${n}`, userId, platform }, { followers, followersAt: at });
  const importId = `import${n}`;
  const file = {
    format: 'instagram' as const,
    fileName: 'instagram.zip',
    skipped: [],
    posts,
    added: posts,
  };
  await addImport(tx, { ...file, id: importId, userId, at });
  const usual = 0.01 + random.below(60) / 1000;
  const counted = Array.from({ length: posts }, (_, post) => {
    const likes = Math.round(followers * usual * (0.5 + random.below(100) / 100));
    const reach = Math.max(likes, Math.round(followers * (0.2 + random.below(30) / 100)));
    return {
      id: `crowd${n}post${post}`,
      userId,
      importId,
      platform,
      key: `at:${post}`,
      publishedAt: new Date(at.getTime() - (post * 3 + 1) * dayMs - random.below(dayMs)),
      kind: 'reel' as const,
      caption: `What I saw on day ${post}, told in a sentence or two, as everybody does.`,
      permalink: '',
      likes,
      comments: random.below(60),
      saves: random.below(40),
      shares: random.below(20),
      views: Math.round(reach * 1.3),
      reach,
      followers: null,
      sponsored: null,
    };
  });
  await addImportedPosts(tx, counted);
  await renewRecentFigures(tx, { userId, platform, at });
  await setRosterNote(tx, { workspaceId, userId, note: '', addedBy: userId, addedAt: at });
  await show(tx, { userId, workspaceId, what: 'posts', at });
}
