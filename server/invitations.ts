// Where the invitations of a brief stand at this moment. Whoever asks has judged the right to it.
import { type CreatorEntry, type Exchange, exchangesOf } from '#db/creators.ts';
import type { Executor } from '#db/open.ts';
import { type InvitationState, invitationState } from '#shared/invitation-state.ts';

export async function invitationStates(
  db: Executor,
  creators: readonly CreatorEntry[],
  now: Date,
): Promise<Map<string, InvitationState>> {
  // Only of a question it matters whether it was answered.
  const asked = creators.find(({ state }) => state === 'asked');
  const exchanges = asked ? await exchangesOf(db, { briefId: asked.briefId }) : [];
  return new Map(
    creators.map((creator) => {
      const { userId } = creator;
      return [
        userId,
        invitationState({ ...creator, isAnswered: isAnswered(exchanges, userId) }, now),
      ];
    }),
  );
}

const isAnswered = (exchanges: readonly Exchange[], userId: string): boolean =>
  exchanges.findLast(({ creatorId }) => creatorId === userId)?.byCreator === false;
