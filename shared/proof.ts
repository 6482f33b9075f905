// A proof: what was approved, by whom and when, signed with the installation's key. Anyone with
// the public key can check it; cryptography is passed in, so that a browser can too. It shows that
// this installation signed these words, not that whoever runs the installation told the truth.
import { fromBase64, toBase64 } from 'lib0/buffer';
import { z } from 'zod';
import {
  type ApprovalSubject,
  approvalId,
  canonicalBytes,
  canonicalText,
  type NormalForm,
  normalFormId,
  type Sha256,
} from './content-id.ts';
import type { Side } from './roles.ts';

/** Whose key it is, and how that person was signed in when turning it. */
export interface ProofDecision {
  side: Side;
  event: 'approve' | 'post-it';
  approvalId: string;
  who: { id: string; name: string };
  /** ISO 8601 in UTC. */
  at: string;
  method: string;
}

/** The signed statement. `keyId` names the key; it proves nothing until that key is pinned. */
export interface ProofStatement {
  format: 'cobrief-proof-1';
  content: NormalForm;
  subject: ApprovalSubject;
  approvalId: string;
  /** Exactly one of each side. */
  decisions: ProofDecision[];
  /** When the brand let this creator in anew: whoever reads the proof should know. */
  reinvitations: { at: string; by: { id: string; name: string } }[];
  issuedAt: string;
  keyId: string;
}

export interface Proof extends ProofStatement {
  /** Ed25519 over proofBytes, base64. */
  signature: string;
}

export type VerifyEd25519 = (check: {
  publicKey: Uint8Array;
  bytes: Uint8Array;
  signature: Uint8Array;
}) => boolean | Promise<boolean>;

export interface ProofCrypto {
  sha256: Sha256;
  verifyEd25519: VerifyEd25519;
}

export type ProofReason =
  | 'not-a-proof'
  | 'not-canonical'
  | 'other-key'
  | 'bad-signature'
  | 'content-differs'
  | 'approval-differs'
  | 'decision-missing'
  | 'decision-differs';

export type ProofCheck = { valid: true; proof: Proof } | { valid: false; reason: ProofReason };

const person = z.strictObject({ id: z.string().min(1), name: z.string() });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.iso.datetime();

// Strict everywhere: a member that we do not know would be signed but never looked at.
const proofSchema = z.strictObject({
  format: z.literal('cobrief-proof-1'),
  content: z.strictObject({ format: z.literal(1), parts: z.array(z.unknown()) }),
  subject: z.strictObject({
    contentId: hash,
    guidelinesVersion: z.int().positive(),
    deliverable: z.strictObject({
      platform: z.string(),
      format: z.string(),
      language: z.string(),
      seenIn: z.array(z.string()),
    }),
  }),
  approvalId: hash,
  decisions: z
    .array(
      z.strictObject({
        side: z.enum(['brand', 'creator']),
        event: z.enum(['approve', 'post-it']),
        approvalId: hash,
        who: person,
        at: time,
        method: z.string().min(1),
      }),
    )
    .max(2),
  reinvitations: z.array(z.strictObject({ at: time, by: person })),
  issuedAt: time,
  keyId: z.string().min(1),
  signature: z.string().min(1),
});

/** What the signature is over: everything but itself, as RFC 8785 bytes. */
export function proofBytes(proof: ProofStatement): Uint8Array {
  const { signature: _, ...statement } = proof as ProofStatement & { signature?: string };
  return canonicalBytes(statement);
}

/** A short name for a public key: the first 16 hex digits of its SHA-256. */
export function keyIdOf(publicKey: Uint8Array, sha256: Sha256): string {
  return Array.from(sha256(publicKey).subarray(0, 8), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export type SignEd25519 = (bytes: Uint8Array) => Uint8Array;

export function signProof(statement: ProofStatement, sign: SignEd25519): Proof {
  return { ...statement, signature: toBase64(sign(proofBytes(statement))) };
}

/** The file's text: canonical, so that a byte changed anywhere is a change that shows. */
export function proofText(proof: Proof): string {
  return `${canonicalText(proof)}\n`;
}

/**
 * Checks a proof file. Its text must be the canonical one: otherwise a repeated member or a second
 * spelling of a letter could say one thing to a reader and another to the signature.
 */
export async function checkProofText(
  text: string,
  publicKey: Uint8Array,
  crypto: ProofCrypto,
): Promise<ProofCheck> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { valid: false, reason: 'not-a-proof' };
  }
  const check = await checkProof(input, publicKey, crypto);
  if (check.valid && proofText(check.proof) !== text) {
    return { valid: false, reason: 'not-canonical' };
  }
  return check;
}

export async function checkProof(
  input: unknown,
  publicKey: Uint8Array,
  { sha256, verifyEd25519 }: ProofCrypto,
): Promise<ProofCheck> {
  const parsed = proofSchema.safeParse(input);
  if (!parsed.success) return { valid: false, reason: 'not-a-proof' };
  const proof = parsed.data as Proof;
  if (proof.keyId !== keyIdOf(publicKey, sha256)) return { valid: false, reason: 'other-key' };
  const signature = signatureOf(proof);
  const signed =
    signature !== null && (await verifyEd25519({ publicKey, bytes: proofBytes(proof), signature }));
  if (!signed) return { valid: false, reason: 'bad-signature' };
  const reason = contradiction(proof, sha256);
  return reason === null ? { valid: true, proof } : { valid: false, reason };
}

/** 64 bytes in the one way base64 writes them: no second spelling of a signature passes. */
function signatureOf({ signature }: Proof): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]{86}==$/.test(signature)) return null;
  const bytes = fromBase64(signature);
  return toBase64(bytes) === signature ? bytes : null;
}

/** A signed statement must also agree with itself. */
function contradiction(proof: Proof, sha256: Sha256): ProofReason | null {
  if (normalFormId(proof.content, sha256) !== proof.subject.contentId) return 'content-differs';
  if (approvalId(proof.subject, sha256) !== proof.approvalId) return 'approval-differs';
  const keys = { brand: 'approve', creator: 'post-it' } as const;
  for (const side of ['brand', 'creator'] as const) {
    const decision = proof.decisions.find((one) => one.side === side && one.event === keys[side]);
    if (!decision) return 'decision-missing';
  }
  const differs = proof.decisions.some((one) => one.approvalId !== proof.approvalId);
  return differs ? 'decision-differs' : null;
}
