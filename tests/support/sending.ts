// Mali's post of a post house on its way: sent, opened by somebody, and what they were told of it.
import { sendDraft } from '#server/commands/drafts.ts';
import { type OpenPost, post } from '#server/views/drafts.ts';
import { inbox } from '#server/views/inbox.ts';
import type { Actor } from '#shared/roles.ts';
import { type PostHouse, seenId, value, write } from './post-house.ts';

/** Mali writes this and sends it; the id of what she sent. */
export async function send(house: PostHouse, text: string): Promise<string> {
  const { s, mali, drafts } = house;
  await write(house, mali, { draftId: drafts.mali, text });
  const contentId = await seenId(house, drafts.mali);
  const sent = await sendDraft(s, mali, { draftId: drafts.mali, contentId, ready: false });
  return value(sent).approvalId;
}

export async function pageOf({ s, drafts }: PostHouse, who: Actor): Promise<OpenPost> {
  const page = value(await post(s, who, { draftId: drafts.mali }));
  if (page.door === 'closed') throw new Error('the door is closed');
  return page;
}

/** The kinds of what is in their inbox, as it shows them. */
export const told = async ({ s }: PostHouse, who: Actor): Promise<string[]> =>
  value(await inbox(s, who)).groups.flatMap(({ rows }) => rows.map(({ kind }) => kind));
