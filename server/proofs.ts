// Proofs: signed in the transaction that turns the second key, kept as text and handed out byte for
// byte. Checking one given to us tells whether it holds, and nothing that it does not say itself.
import { type DecisionRow, proofOfVersion, reinvitationsOf, storeProof } from '#db/decisions.ts';
import { versionsApproved } from '#db/drafts.ts';
import type { Tx } from '#db/open.ts';
import { type ApprovalSubject, contentId } from '#shared/content-id.ts';
import { draftDocument, idFrom } from '#shared/ids.ts';
import { readParts } from '#shared/parts.ts';
import {
  checkProofText,
  keyIdOf,
  type Proof,
  type ProofDecision,
  type ProofReason,
  proofText,
  signProof as signStatement,
} from '#shared/proof.ts';
import type { Side } from '#shared/roles.ts';
import { type DraftCase, keyOf, sha256 } from './drafts.ts';
import type { Services } from './services.ts';
import { verifyEd25519 } from './signing.ts';

/** Both keys lie on the version that was sent last: `decisions` already holds the second one. */
export async function signProof(
  s: Services,
  tx: Tx,
  { draft, sent, decisions }: Pick<DraftCase, 'draft' | 'sent' | 'decisions'>,
): Promise<void> {
  const brand = sent && keyOf(decisions, sent.id, 'brand');
  const creator = sent && keyOf(decisions, sent.id, 'creator');
  if (!sent || !brand || !creator) throw new Error('a proof needs both keys on one version');
  const at = s.now();
  const again = await reinvitationsOf(tx, { briefId: draft.briefId, userId: draft.creatorId });
  const proof = signStatement(
    {
      format: 'cobrief-proof-1',
      content: sent.parts,
      subject: sent.subject as ApprovalSubject,
      approvalId: sent.approvalId,
      decisions: [
        proofDecision(brand, sent.approvalId, 'approve'),
        proofDecision(creator, sent.approvalId, 'post-it'),
      ],
      reinvitations: again.map(({ at: when, by }) => ({ at: when.toISOString(), by })),
      issuedAt: at.toISOString(),
      keyId: keyIdOf(rawKey(s), sha256),
    },
    s.signing.sign,
  );
  const row = { id: idFrom(s.randomBytes(20)), draftId: draft.id, versionId: sent.id, at };
  await storeProof(tx, { ...row, content: proofText(proof) });
}

/** "Approved as it is, I'll post it" at sending is the creator's key like the button later. */
function proofDecision(
  { side, userId, userName, at, method }: DecisionRow,
  approvalId: string,
  event: ProofDecision['event'],
): ProofDecision {
  const who = { id: userId, name: userName };
  return { side, event, approvalId, who, at: at.toISOString(), method };
}

const rawKey = ({ signing }: Services): Uint8Array => Buffer.from(signing.publicKey, 'base64url');

/**
 * `changed`: both keys lie on it, and the post says something else at this moment.
 * `unknown`: signed here once, but the post is not on this server any more.
 */
export type ProofStanding = 'current' | 'changed' | 'no-longer-current' | 'unknown';

export type ProofVerdict =
  | {
      valid: true;
      standing: ProofStanding;
      /** From the proof itself, so that a reader sees what they hold. */
      decisions: { side: Side; name: string; at: number; method: string }[];
      approvalId: string;
    }
  | { valid: false; reason: ProofReason };

/** Generous: a draft is at most 2 MiB, and its JSON a little more than its text. */
const maxProofLength = 4 * 1024 * 1024;

/** Anyone may ask: the answer holds no word of any post, only what became of the proof. */
export async function judgeProof(s: Services, text: string): Promise<ProofVerdict> {
  if (text.length > maxProofLength) return { valid: false, reason: 'not-a-proof' };
  // Pasting loses or adds a line break at the end; inside, every byte counts.
  const check = await checkProofText(`${text.trim()}\n`, rawKey(s), { sha256, verifyEd25519 });
  if (!check.valid) return check;
  const { proof } = check;
  const decisions = proof.decisions.map(({ side, who, at, method }) => ({
    side,
    name: who.name,
    at: Date.parse(at),
    method,
  }));
  const { approvalId } = proof;
  return { valid: true, standing: await standingOf(s, proof), decisions, approvalId };
}

async function standingOf(
  s: Services,
  { approvalId, subject, decisions }: Proof,
): Promise<ProofStanding> {
  const creator = decisions.find((one) => one.side === 'creator')?.who.id ?? '';
  const versions = await versionsApproved(s.db, { approvalId, creator });
  if (versions.length === 0) return 'unknown';
  const current = versions.filter((version) => version.isCurrent);
  if (current.length === 0) return 'no-longer-current';
  const says = await Promise.all(current.map(({ draftId }) => idNow(s, draftId)));
  return says.includes(subject.contentId) ? 'current' : 'changed';
}

/** Derived, like "changed since approved" on the post: nothing is kept that could go stale. */
const idNow = (s: Services, draftId: string): Promise<string | null> =>
  s.hub.read(draftDocument(draftId), (doc) => contentId(readParts(doc), sha256));

/** The proof of the version that holds both keys now, as it was signed; null where none does. */
export async function proofOf(
  s: Services,
  { sent, state }: Pick<DraftCase, 'sent' | 'state'>,
): Promise<string | null> {
  const signed = state.status === 'approved-by-both' || state.status === 'published';
  const row = sent && signed ? await proofOfVersion(s.db, sent.id) : null;
  return row?.content ?? null;
}
