// Asking again, kindly, whoever has not answered the invitation: once a day, in the product where they
// have been in, and by a message that is ready for the chat. Whose turn it is with a post is asked by
// `nudgePosts` (posts.ts).
import { z } from 'zod';
import { setNudged } from '#db/brief-posts.ts';
import { type CreatorEntry, creatorsOf } from '#db/creators.ts';
import { hasComeIn, revokeOpenLinks } from '#db/links.ts';
import type { Tx } from '#db/open.ts';
import { maxRows } from '#shared/invitation-rows.ts';
import { waitsForAnswer } from '#shared/invitation-state.ts';
import { nudgedLately } from '#shared/nudge.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { invite } from '#shared/words/invite.ts';
import { parse } from '../auth/accounts.ts';
import { pageUrl } from '../auth/visitor.ts';
import { handInvitation, type HandedLink, handOver } from '../handing.ts';
import { tellPeople } from '../inbox.ts';
import { invitationStates } from '../invitations.ts';
import { judge } from '../rights.ts';
import type { Services } from '../services.ts';
import { existingBrief, tellBrand } from '../telling.ts';

const nudgeForm = z.object({
  briefId: z.string(),
  userIds: z.array(z.string()).min(1).max(maxRows),
});

export interface NudgedInvitation {
  userId: string;
  name: string;
  handle: string;
  locale: CreatorEntry['locale'];
  /** They found it in their inbox too, and in a letter where they gave an address. */
  told: boolean;
  link: HandedLink;
}

/**
 * Those of them who still owe an answer and were not nudged within a day; `not-now` where that is
 * nobody. Who never came in gets a new link, and the one before ends.
 */
export async function nudgeInvitations(
  s: Services,
  actor: Actor,
  input: z.input<typeof nudgeForm>,
): Promise<Result<NudgedInvitation[]>> {
  const form = parse(nudgeForm, input);
  if (!form.ok) return form;
  const { briefId, userIds } = form.value;
  return s.db.transaction(async (tx) => {
    const allowed = await judge(tx, { actor, place: { briefId }, action: 'creator.invite' });
    if (!allowed.ok) return allowed;
    const creators = await nudgeable(s, tx, briefId);
    const chosen = creators.filter(({ userId }) => userIds.includes(userId));
    if (chosen.length === 0) return fail('not-now', { field: 'invitation' });
    const ids = chosen.map(({ id }) => id);
    await setNudged(tx, ids, s.now());
    const nudged: NudgedInvitation[] = [];
    for (const creator of chosen) nudged.push(await nudge(s, tx, { actor, creator }));
    await tellBrand(s, tx, { briefId, actor, kind: 'creator.nudged' });
    return ok(nudged);
  });
}

async function nudgeable(s: Services, tx: Tx, briefId: string): Promise<CreatorEntry[]> {
  const now = s.now();
  const creators = await creatorsOf(tx, briefId);
  const states = await invitationStates(tx, creators, now);
  return creators.filter(
    ({ userId, nudgedAt }) => waitsForAnswer(states.get(userId)) && !nudgedLately(nudgedAt, now),
  );
}

interface One {
  actor: Actor;
  creator: CreatorEntry;
}

async function nudge(s: Services, tx: Tx, { actor, creator }: One): Promise<NudgedInvitation> {
  const { briefId, userId, name, handle, locale } = creator;
  const told = await hasComeIn(tx, userId);
  if (told) await tellPeople(s, tx, { kind: 'invitation-nudged', to: [userId], briefId, actor });
  const link = await reminder(s, tx, { actor, creator, hasWayIn: told });
  return { userId, name, handle, locale, told, link };
}

/** Who has a way in gets the page's address, which signs nobody in. */
async function reminder(
  s: Services,
  tx: Tx,
  { actor, creator, hasWayIn }: One & { hasWayIn: boolean },
): Promise<HandedLink> {
  const { briefId, userId, name, locale } = creator;
  const brief = await existingBrief(tx, briefId);
  const words = (url: string) =>
    invite[locale].nudgeMessage({ name, lead: actor.name, brand: brief.brandName, url });
  if (hasWayIn) return handOver(pageUrl(s, `/invite/${briefId}`), words);
  const purposes = ['invite-creator' as const, 'reinvite-creator' as const];
  await revokeOpenLinks(tx, { purposes, userId, briefId }, s.now());
  const { url } = await handInvitation(s, tx, {
    actor,
    person: { id: userId, name, locale },
    brief,
  });
  return handOver(url, words);
}
