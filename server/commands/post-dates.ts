// Moving the days of many posts at once: all of them or none, in one transaction, and one notice to each
// creator. What was promised with a sending stays promised (shared/clock.ts keeps it with the decision).
import { z } from 'zod';
import { setDays } from '#db/brief-posts.ts';
import type { BriefRow } from '#db/briefs.ts';
import type { Tx } from '#db/open.ts';
import {
  type Days,
  dayOver,
  daysOf,
  isSameDays,
  type Move,
  movedDays,
  ownDays,
} from '#shared/days.ts';
import { dateOutOfOrder, dueDates } from '#shared/deliverable.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { endOfDay } from '#shared/zoned-time.ts';
import { parse } from '../auth/accounts.ts';
import {
  type ChosenPost,
  chosenForm,
  chosenPosts,
  isPostOver,
  onePost,
  postsByCreator,
} from '../chosen-posts.ts';
import { tellPeople } from '../inbox.ts';
import type { Services } from '../services.ts';
import { tellBrand } from '../telling.ts';

/** A year: further is a slip of the hand. */
const mostDays = 366;

const moveForm = chosenForm.extend({
  which: z.array(z.enum(dueDates)).min(1),
  to: z.union([
    z.object({
      days: z
        .number()
        .int()
        .min(-mostDays)
        .max(mostDays)
        .refine((days) => days !== 0),
    }),
    z.object({ day: z.string().refine((day) => endOfDay(day, 'UTC') !== null) }),
  ]),
});

export interface Moved {
  posts: number;
  people: number;
  /** Chosen, and left as they are: they ended, or have no such day. */
  left: number;
}

export async function moveDates(
  s: Services,
  actor: Actor,
  input: z.input<typeof moveForm>,
): Promise<Result<Moved>> {
  const form = parse(moveForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await chosenPosts(tx, actor, { ...form.value, action: 'brief.edit' });
    if (!found.ok) return found;
    const { brief, posts } = found.value;
    const moving = moved(posts, form.value, brief.timeZone);
    if (moving.length === 0) return fail('not-now', { field: 'dates' });
    const fits = checked(moving, s.now());
    if (!fits.ok) return fits;
    await writeDays(tx, moving);
    const people = await tellMoved(s, tx, { actor, brief, moving, move: form.value });
    return ok({ posts: moving.length, people, left: posts.length - moving.length });
  });
}

interface Moving extends ChosenPost {
  from: Days;
  to: Days;
}

function moved(posts: ChosenPost[], move: Move, timeZone: string): Moving[] {
  return posts
    .filter((post) => !isPostOver(post))
    .map((post) => {
      const from = daysOf(post.draft, post.deliverable);
      return { ...post, from, to: movedDays(from, move, timeZone) };
    })
    .filter(({ from, to }) => !isSameDays(from, to));
}

/** One post that does not fit holds all of them; the answer says how many do not. */
function checked(moving: Moving[], now: Date): Result<null> {
  const orders = moving.flatMap(({ to }) => dateOutOfOrder(to) ?? []);
  const [early] = orders;
  if (early) return fail('bad-input', { field: early, params: { order: 1, count: orders.length } });
  const overs = moving.flatMap((post) => dayOver(post, now) ?? []);
  const [over] = overs;
  return over
    ? fail('bad-input', { field: over, params: { over: 1, count: overs.length } })
    : ok(null);
}

/** Posts whose days are the same are written together: they mostly are. */
async function writeDays(tx: Tx, moving: Moving[]): Promise<void> {
  const groups = new Map<string, { days: Days; ids: string[] }>();
  for (const { draft, deliverable, to } of moving) {
    const days = ownDays(to, deliverable);
    const key = dueDates.map((name) => days[name]?.getTime() ?? '').join(' ');
    const group = groups.get(key) ?? { days, ids: [] };
    groups.set(key, group);
    group.ids.push(draft.id);
  }
  for (const { days, ids } of groups.values()) await setDays(tx, ids, days);
}

interface ToldMove {
  actor: Actor;
  brief: BriefRow;
  moving: Moving[];
  move: Move;
}

async function tellMoved(
  s: Services,
  tx: Tx,
  { actor, brief, moving, move }: ToldMove,
): Promise<number> {
  const { id: briefId, workspaceId } = brief;
  const kind = 'posts.dates';
  await tellBrand(s, tx, { briefId, actor, kind, body: { count: moving.length } });
  const n = 'days' in move.to ? move.to.days : 0;
  const byCreator = postsByCreator(moving);
  for (const [userId, own] of byCreator) {
    const about = { workspaceId, briefId, topic: `brief:${briefId}`, actorId: actor.userId };
    await s.live.publish(tx, { ...about, kind, audience: 'person', toUserId: userId, at: s.now() });
    const body = { count: own.length, n };
    const draftId = onePost(own);
    await tellPeople(s, tx, { kind: 'dates-moved', to: [userId], briefId, draftId, actor, body });
  }
  return byCreator.size;
}
