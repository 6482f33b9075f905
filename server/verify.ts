// `npm run --silent verify -- FILE --key KEY`: says in words whether a proof holds under a pinned
// key. Exits 0 when it does, 1 when not, 2 when it was called wrongly. It needs no installation,
// no network and no database.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { checkProofText, type Proof, type ProofCrypto } from '#shared/proof.ts';
import { proofCheck } from '#shared/words/proof-check.ts';

export const nodeProofCrypto: ProofCrypto = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  verifyEd25519: ({ publicKey, bytes, signature }) => {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, signature);
  },
};

const words = proofCheck.en;

interface Answer {
  code: 0 | 1 | 2;
  lines: string[];
}

export async function verifyCommand(args: readonly string[]): Promise<Answer> {
  const call = parse(args);
  if (call === null) return { code: 2, lines: [words.usage, words.usageKey] };
  const key = publicKeyFrom(call.key) ?? publicKeyFrom((await textOf(call.key)) ?? '');
  if (key === null) return { code: 2, lines: [words.badKey, words.usageKey] };
  const text = await textOf(call.file);
  if (text === null) return { code: 2, lines: [words.unreadableFile({ file: call.file })] };
  const check = await checkProofText(text, key, nodeProofCrypto);
  return check.valid
    ? { code: 0, lines: describe(check.proof) }
    : { code: 1, lines: [words[check.reason]] };
}

function parse(args: readonly string[]): { file: string; key: string } | null {
  const at = args.indexOf('--key');
  const key = args[at + 1];
  const [file, ...rest] = args.filter((_, index) => index !== at && index !== at + 1);
  if (at < 0 || key === undefined || file === undefined || rest.length > 0) return null;
  return { file, key };
}

/** 32 bytes in base64url, padded or not. */
function publicKeyFrom(text: string): Uint8Array | null {
  const trimmed = text.trim().replace(/=$/, '');
  return /^[A-Za-z0-9_-]{43}$/.test(trimmed) ? Buffer.from(trimmed, 'base64url') : null;
}

/** Null where there is no such file. Bytes that are not UTF-8 are a damaged proof, not text. */
async function textOf(path: string): Promise<string | null> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return error instanceof TypeError ? '' : null;
  }
}

function describe(proof: Proof): string[] {
  const decisions = proof.decisions.map(({ event, who, at, method }) =>
    words[event === 'approve' ? 'approved' : 'posting']({ name: who.name, at, method }),
  );
  const reinvitations = proof.reinvitations.map(({ by, at }) =>
    words.reinvited({ name: by.name, at }),
  );
  const content = words.contentId({ id: proof.subject.contentId });
  return [words.valid, content, ...decisions, ...reinvitations];
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  const answer = await verifyCommand(process.argv.slice(2));
  for (const line of answer.lines) console.log(line);
  process.exitCode = answer.code;
}
