// A link to hand over with the words to hand it over with, in the language of who gets it. Told once:
// only the link's hash is kept.
import type { Tx } from '#db/open.ts';
import type { PersonRow } from '#db/people.ts';
import type { Actor } from '#shared/roles.ts';
import { chatUrl, lineShareUrl } from '#shared/share.ts';
import { mail as mailWords } from '#shared/words/mail.ts';
import { makeLink } from './auth/links.ts';
import type { Services } from './services.ts';

export interface HandedLink {
  url: string;
  message: string;
  lineUrl: string;
}

export function handOver(url: string, words: (url: string) => string): HandedLink {
  const message = words(chatUrl(url));
  return { url, message, lineUrl: lineShareUrl(message) };
}

interface Invitation {
  actor: Actor;
  person: Pick<PersonRow, 'id' | 'name' | 'locale'>;
  brief: { id: string; workspaceId: string; brandName: string };
  purpose?: 'invite-creator' | 'reinvite-creator';
}

/** A creator's way in. Whoever calls this has judged the right to it and taken back those before. */
export async function handInvitation(
  s: Services,
  tx: Tx,
  { actor, person, brief, purpose = 'invite-creator' }: Invitation,
): Promise<HandedLink> {
  const { id: briefId, workspaceId, brandName: brand } = brief;
  const target = { purpose, userId: person.id, workspaceId, briefId, createdBy: actor.userId };
  const url = await makeLink(s, tx, target);
  const { inviteCreator } = mailWords[person.locale];
  return handOver(url, (to) => inviteCreator({ name: person.name, brand, url: to }));
}
