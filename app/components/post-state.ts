// What the post page shows follows from rows and from what the text says now: here, as plain values.
import {
  type DraftState,
  isApproved,
  isChangedSinceApproved,
  isOver,
  newDraft,
} from '#shared/approval.ts';
import type { OpenPost } from '#server/views/drafts.ts';

/** What the document says at this moment; null until it has been loaded. */
export interface Now {
  contentId: string;
  /** Of these words with the deliverable as it is now, under the guidelines of what was sent. */
  approvalId: string | null;
}

export type Action =
  | 'send'
  | 'send-again'
  | 'post-it'
  | 'posting-day'
  | 'approve'
  /** Only asking for changes is left to the lead, until a reviewer clears it. */
  | 'ask'
  | 'clear'
  | 'none';

export interface PostState {
  action: Action;
  /** Approved once and different now. */
  isChanged: boolean;
  /** Written on after sending, before any approval. */
  isAhead: boolean;
  /** Approved and the same: locked until somebody means to change it. */
  isHeld: boolean;
  isOver: boolean;
  canEdit: boolean;
}

export function postState(page: OpenPost, now: Now | null, changing: boolean): PostState {
  const state = approvalState(page);
  const current = now?.approvalId ?? state.sent;
  const isChanged = current !== null && isChangedSinceApproved(state, current);
  const isAhead =
    page.status === 'with-brand' && now !== null && now.contentId !== page.sent?.contentId;
  const isHeld = isApproved(page.status) && !isChanged;
  const over = isOver(page.status);
  const canEdit = page.may.write && !over && (!isHeld || changing);
  return {
    action: actionOf(page, isChanged || isAhead),
    isChanged,
    isAhead,
    isHeld,
    isOver: over,
    canEdit,
  };
}

function approvalState(page: OpenPost): DraftState {
  return {
    ...newDraft(0),
    status: page.status,
    round: page.round,
    creatorKey: page.keys.creator !== null,
    sent: page.sent?.approvalId ?? null,
  };
}

function brandAction({ may, clearance }: OpenPost): Action {
  if (may.clear && clearance?.state === 'waiting') return 'clear';
  if (!may.decide) return 'none';
  return clearance === null || clearance.state === 'cleared' ? 'approve' : 'ask';
}

function actionOf(page: OpenPost, differs: boolean): Action {
  if (page.side === 'brand') return page.status === 'with-brand' ? brandAction(page) : 'none';
  switch (page.status) {
    case 'writing':
    case 'changes-asked':
      return 'send';
    case 'with-brand':
      return differs ? 'send-again' : page.keys.creator ? 'none' : 'post-it';
    case 'approved-by-brand':
      return differs ? 'send-again' : 'post-it';
    case 'approved-by-both':
      return differs ? 'send-again' : 'posting-day';
    case 'published':
    case 'withdrawn':
    case 'released':
      return 'none';
  }
}
