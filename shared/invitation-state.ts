// Where an invitation stands, as the brand reads it. Derived from the row and the moment: nothing
// runs, and "no answer" is stored nowhere.

export const invitationStates = [
  'asked',
  'no-answer',
  'sent',
  'opened',
  'in',
  'declined',
  'replaced',
  'removed',
] as const;
export type InvitationState = (typeof invitationStates)[number];

export const isInvitationState = (value: unknown): value is InvitationState =>
  invitationStates.includes(value as InvitationState);

const dayMs = 86_400_000;

/** This long after somebody was last asked, silence is said as what it is. */
export const noAnswerAfterDays = 3;

export interface Invitation {
  state: 'invited' | 'opened' | 'asked' | 'in' | 'declined' | 'removed';
  replacedBy: string | null;
  invitedAt: Date;
  nudgedAt: Date | null;
  /** The brand answered the question that was asked last. */
  isAnswered: boolean;
}

export function invitationState(invitation: Invitation, now: Date): InvitationState {
  const { state, replacedBy, isAnswered } = invitation;
  if (state === 'in' || state === 'declined') return state;
  if (state === 'removed') return replacedBy ? 'replaced' : 'removed';
  if (state === 'asked' && !isAnswered) return 'asked';
  const silentMs = now.getTime() - lastAsked(invitation).getTime();
  if (silentMs >= noAnswerAfterDays * dayMs) return 'no-answer';
  return state === 'invited' ? 'sent' : 'opened';
}

const lastAsked = ({ invitedAt, nudgedAt }: Invitation): Date =>
  nudgedAt && nudgedAt > invitedAt ? nudgedAt : invitedAt;

/** Whose answer is still to come: they can be nudged. */
export const waitsForAnswer = (state: InvitationState | undefined): boolean =>
  state === 'sent' || state === 'opened' || state === 'no-answer';
