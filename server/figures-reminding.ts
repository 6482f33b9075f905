// The day after a post went live its creator is asked for the first figures, once, and never while
// they have the post in front of them.
import { type Unmeasured, unmeasuredPosts } from '#db/live-posts.ts';
import { isFiguresReminderDue } from '#shared/figures.ts';
import { tellPeople } from './inbox.ts';
import type { Services } from './services.ts';

const kind = 'figures-due';

export async function remindOfFigures(s: Services): Promise<void> {
  for (const post of await unmeasuredPosts(s.db, kind)) {
    if (isFiguresReminderDue(post.publishedAt, post.timeZone, s.now())) await ask(s, post);
  }
}

async function ask(s: Services, { draftId, creatorId, briefId }: Unmeasured): Promise<void> {
  if (s.looking.isAt(creatorId, `/posts/${draftId}`)) return;
  await s.db.transaction((tx) =>
    tellPeople(s, tx, { kind, to: [creatorId], briefId, draftId, actor: null }),
  );
}
