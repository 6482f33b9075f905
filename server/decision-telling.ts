// Whom a decision concerns: the side that did not make it. One table, read by every decision.
import type { Tx } from '#db/open.ts';
import type { Status } from '#shared/approval.ts';
import type { Actor, Side } from '#shared/roles.ts';
import type { TellingKind } from '#shared/telling.ts';
import type { DraftCase } from './drafts.ts';
import { leadIds, reviewerIds, tellPeople } from './inbox.ts';
import type { Services } from './services.ts';

const tellings: Record<string, { kind: TellingKind; to: Side }> = {
  send: { kind: 'sent', to: 'brand' },
  clear: { kind: 'cleared', to: 'brand' },
  'not-clear': { kind: 'not-cleared', to: 'brand' },
  'let-go': { kind: 'let-go', to: 'creator' },
  'rather-not': { kind: 'rather-not', to: 'brand' },
  approve: { kind: 'approved', to: 'creator' },
  'ask-changes': { kind: 'changes-asked', to: 'creator' },
  'post-it': { kind: 'posting', to: 'brand' },
  'ask-look': { kind: 'look', to: 'brand' },
  'ask-extra-round': { kind: 'round-asked', to: 'creator' },
  'agree-extra-round': { kind: 'round-agreed', to: 'brand' },
  publish: { kind: 'published', to: 'brand' },
  withdraw: { kind: 'withdrawn', to: 'brand' },
  release: { kind: 'released', to: 'creator' },
};

export interface Decided {
  actor: Actor;
  event: string;
  /** Afterwards. */
  status: Status;
  /** How many changes were asked. */
  count?: number;
}

/** Nothing for what is only an answer on the way, such as one of several requests. */
export async function tellDecision(
  s: Services,
  tx: Tx,
  { draft, brief, versions }: DraftCase,
  { actor, event, status, count = 1 }: Decided,
): Promise<void> {
  const telling = tellings[event];
  if (!telling) return;
  if (event === 'send' && brief.needsClearance) {
    const to = await reviewerIds(tx, brief.id);
    const about = { briefId: brief.id, draftId: draft.id, actor, body: { n: versions.length + 1 } };
    await tellPeople(s, tx, { kind: 'to-clear', to, ...about });
  }
  const isReady = telling.kind === 'approved' && status === 'approved-by-both';
  await tellPeople(s, tx, {
    kind: isReady ? 'approved-both' : telling.kind,
    to: telling.to === 'creator' ? [draft.creatorId] : await leadIds(tx, brief.id),
    briefId: brief.id,
    draftId: draft.id,
    actor,
    body: { n: versions.length + 1, count },
  });
}
