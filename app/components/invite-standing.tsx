// Where an invitation stands, and what there is to know about it: a pill, and a line beneath.
import type { InvitationState } from '#shared/invitation-state.ts';
import { invite } from '#shared/words/invite.ts';
import type { CreatorOnPage } from './brief-creators.tsx';
import { usePostName } from './brief-deliverables.tsx';
import { StatusPill, type Turn } from './people.tsx';
import { useFormat, useWords } from './words.tsx';

/** Whose move it is: an asked question waits for the brand. */
const turns: Record<InvitationState, Turn> = {
  sent: 'creator',
  opened: 'creator',
  'no-answer': 'creator',
  asked: 'brand',
  in: 'both',
  declined: 'nobody',
  replaced: 'nobody',
  removed: 'nobody',
};

export function useStateWords(): Record<InvitationState, string> {
  const w = useWords(invite);
  const { sent, opened, asked, declined, replaced, removed, noAnswer } = w;
  return { sent, opened, asked, in: w.in, declined, replaced, removed, 'no-answer': noAnswer };
}

export function InvitationPill({ status }: { status: InvitationState }) {
  return <StatusPill turn={turns[status]}>{useStateWords()[status]}</StatusPill>;
}

/** Which posts, who took over, when they were nudged: each where there is something to say. */
export function Since({ creator }: { creator: CreatorOnPage }) {
  const w = useWords(invite);
  const format = useFormat();
  const nameOf = usePostName();
  const { posts, replacedBy, status, nudgedAt } = creator;
  const lines = [
    posts && posts.length > 0 && w.makes({ posts: format.list(posts.map(nameOf)) }),
    status === 'replaced' && replacedBy && w.replacedBy({ name: replacedBy }),
    nudgedAt && status !== 'in' && w.nudgedOn({ when: format.relative(nudgedAt) }),
  ].filter((line) => typeof line === 'string');
  if (lines.length === 0) return null;
  return <p className="text-15 text-ink">{lines.join(' · ')}</p>;
}
