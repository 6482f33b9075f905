// The creator's half of a draft's life: its door, sending it, taking it back, and what was posted.
import { z } from 'zod';
import { appendDecision } from '#db/decisions.ts';
import { bumpAcl } from '#db/documents.ts';
import { agreedGuidelines, createDraftVersion, updateDraft } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { approvalId, contentId, normalForm } from '#shared/content-id.ts';
import { daysOf } from '#shared/days.ts';
import { draftDocument, idFrom } from '#shared/ids.ts';
import { isEmptyDraft } from '#shared/parts.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { parse } from '../auth/accounts.ts';
import { heldCode } from '../deals.ts';
import { decide, decisionRow, nothing, publishDraftEvent } from '../decisions.ts';
import { type DraftCase, openCase, readDraft, sha256 } from '../drafts.ts';
import { promise } from '../promises.ts';
import { passesRules } from '../rules.ts';
import type { Services } from '../services.ts';

const draftForm = z.object({ draftId: z.string().max(64) });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
type DraftInput = z.input<typeof draftForm>;

/** Lets the brand side read along, live. */
export async function openDoor(s: Services, actor: Actor, input: DraftInput) {
  return setDoor(s, actor, input, true);
}

/** Back to *Just me*; only until the first send, because what was sent has been read. */
export async function closeDoor(s: Services, actor: Actor, input: DraftInput) {
  return setDoor(s, actor, input, false);
}

async function setDoor(
  s: Services,
  actor: Actor,
  input: DraftInput,
  open: boolean,
): Promise<Result<null>> {
  const form = parse(draftForm, input);
  if (!form.ok) return form;
  return s.db.transaction(async (tx) => {
    const found = await openCase(tx, actor, form.value.draftId);
    if (!found.ok) return found;
    const { draft, side, state } = found.value;
    if (side !== 'creator') return fail('not-allowed');
    if (draft.open === open) return ok(null);
    if (state.round > 0 || state.status !== 'writing') return fail('not-now');
    const event = open ? 'open-door' : 'close-door';
    await moveDoor(s, tx, found.value, open);
    await appendDecision(tx, await decisionRow(s, tx, found.value, { actor, event }));
    await publishDraftEvent(s, tx, found.value, { actor, event });
    return ok(null);
  });
}

/** The right to read changes, so appends and sockets authorised before are fenced off. */
async function moveDoor(s: Services, tx: Tx, { draft }: DraftCase, open: boolean): Promise<void> {
  const name = draftDocument(draft.id);
  await bumpAcl(tx, { name });
  await updateDraft(tx, draft.id, { open, updatedAt: s.now() });
  tx.afterCommit(() => s.hub.rightsChanged({ document: name }));
}

const sendForm = draftForm.extend({ contentId: hash, ready: z.boolean() });

export interface Sent {
  n: number;
  round: number;
  approvalId: string;
}

/**
 * Freezes what the draft says now as the next version and hands it to the brand. `contentId` is
 * what the creator saw; if another device has written since, nothing is sent, and nothing either
 * while the rules have something that must be fixed.
 */
export async function sendDraft(
  s: Services,
  actor: Actor,
  input: z.input<typeof sendForm>,
): Promise<Result<Sent>> {
  const sent = parse(sendForm, input);
  if (!sent.ok) return sent;
  const { draftId, contentId: seen, ready } = sent.value;
  // Judged before the text is read: nobody learns from the answer what a draft says.
  const allowed = await openCase(s.db, actor, draftId);
  if (!allowed.ok) return allowed;
  if (allowed.value.side !== 'creator') return fail('not-allowed');
  const now = await readDraft(s, draftId);
  if (!now) return fail('not-found');
  if (isEmptyDraft(now.parts)) return fail('bad-input', { field: 'parts' });
  if (contentId(now.parts, sha256) !== seen) return fail('content-changed');
  const { brief, draft, deliverable } = allowed.value;
  return s.db.transaction(async (tx) => {
    const guidelines = await agreedGuidelines(tx, brief.id, draft.creatorId);
    if (!guidelines) return fail('not-published');
    const form = normalForm(now.parts);
    const code = await heldCode(tx, allowed.value);
    const passes = passesRules({ ...allowed.value, code }, form, guidelines);
    if (!passes.ok) return passes;
    const { platform, format, language, seenIn } = deliverable;
    const { reviewDue } = daysOf(draft, deliverable);
    const subject = {
      contentId: seen,
      guidelinesVersion: guidelines.n,
      deliverable: { platform, format, language, seenIn },
    };
    const id = approvalId(subject, sha256);
    return decide(s, tx, {
      actor,
      draftId,
      action: 'draft.send',
      event: { kind: 'send', approvalId: id, ready },
      async also(found, next) {
        if (!found.draft.open) await moveDoor(s, tx, found, true);
        const n = found.versions.length + 1;
        const versionId = idFrom(s.randomBytes(20));
        await createDraftVersion(tx, {
          id: versionId,
          draftId,
          n,
          round: next.round,
          contentId: seen,
          approvalId: id,
          parts: form,
          subject,
          guidelinesVersion: guidelines.n,
          seq: now.seq,
          authorship: now.authorship,
          sentBy: actor.userId,
          sentAt: s.now(),
        });
        return { versionId, value: { n, round: next.round, approvalId: id } };
      },
      body: { ready, ...promise(s.now(), reviewDue, brief) },
    });
  });
}

export async function withdrawDraft(
  s: Services,
  actor: Actor,
  input: DraftInput,
): Promise<Result<null>> {
  const form = parse(draftForm, input);
  if (!form.ok) return form;
  const { draftId } = form.value;
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.post',
      event: { kind: 'withdraw' },
      also: nothing,
    }),
  );
}

const releaseForm = draftForm.extend({
  /** Both read it. */
  reason: z.string().trim().max(600).default(''),
  /** What the creator is owed for the work so far, in words; read by who may read the deal. */
  owed: z.string().trim().max(300).default(''),
});

/** The brand lets the creator go from this post; what was written stays the creator's. */
export async function releaseDraft(
  s: Services,
  actor: Actor,
  input: z.input<typeof releaseForm>,
): Promise<Result<null>> {
  const form = parse(releaseForm, input);
  if (!form.ok) return form;
  const { draftId, reason, owed } = form.value;
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.release',
      event: { kind: 'release' },
      also: nothing,
      body: { reason, owed },
    }),
  );
}

const publishForm = draftForm.extend({ url: z.string().trim().max(2048) });

/** Posting day: where the post can be seen. */
export async function recordPublished(
  s: Services,
  actor: Actor,
  input: z.input<typeof publishForm>,
): Promise<Result<null>> {
  const form = parse(publishForm, input);
  if (!form.ok) return form;
  const { draftId, url } = form.value;
  if (!isHttps(url)) return fail('bad-input', { field: 'url' });
  return s.db.transaction((tx) =>
    decide(s, tx, {
      actor,
      draftId,
      action: 'draft.post',
      event: { kind: 'publish', url },
      async also() {
        await updateDraft(tx, draftId, { publishedUrl: url });
        return { value: null };
      },
      body: { url },
    }),
  );
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
