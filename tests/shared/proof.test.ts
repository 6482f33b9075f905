import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from 'lib0/hash/sha256';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { approvalId, contentId, normalForm } from '#shared/content-id.ts';
import { readParts, writeParts } from '#shared/parts.ts';
import {
  checkProof,
  checkProofText,
  keyIdOf,
  type Proof,
  type ProofStatement,
  proofText,
  signProof,
} from '#shared/proof.ts';
import { nodeProofCrypto, verifyCommand } from '#server/verify.ts';
import { countingIds } from '#tests/support/chance.ts';

const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x as string;
  return {
    raw: new Uint8Array(Buffer.from(x, 'base64url')),
    text: x,
    sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey)),
  };
};
const ours = keyPair();
const theirs = keyPair();

function statement(): ProofStatement {
  const doc = new Y.Doc();
  writeParts(doc, { caption: 'โฆษณา\nหน้าซีกซ้ายฝากขอบคุณ 🙏' }, countingIds());
  const parts = readParts(doc);
  const subject = {
    contentId: contentId(parts, digest),
    guidelinesVersion: 1,
    deliverable: { platform: 'instagram', format: 'reel', language: 'th', seenIn: ['TH'] },
  };
  const approval = approvalId(subject, digest);
  const decision = { approvalId: approval, at: '2026-03-01T08:00:00.000Z', method: 'password' };
  return {
    format: 'cobrief-proof-1',
    content: normalForm(parts),
    subject,
    approvalId: approval,
    decisions: [
      { ...decision, side: 'brand', event: 'approve', who: { id: 'u1', name: 'Ploy' } },
      { ...decision, side: 'creator', event: 'post-it', who: { id: 'u2', name: 'มะลิ' } },
    ],
    reinvitations: [{ at: '2026-02-01T08:00:00.000Z', by: { id: 'u1', name: 'Ploy' } }],
    issuedAt: '2026-03-01T08:00:01.000Z',
    keyId: keyIdOf(ours.raw, digest),
  };
}

const proof = (over: Partial<ProofStatement> = {}): Proof =>
  signProof({ ...statement(), ...over }, ours.sign);

const reason = async (input: unknown, key = ours) => {
  const check = await checkProof(input, key.raw, nodeProofCrypto);
  return check.valid ? 'valid' : check.reason;
};

describe('a proof', () => {
  test('is valid under the key that made it', async () => {
    expect(await reason(proof())).toBe('valid');
    const check = await checkProofText(proofText(proof()), ours.raw, nodeProofCrypto);
    expect(check.valid).toBe(true);
  });

  test('is refused with any one byte of its file changed', async () => {
    const bytes = Buffer.from(proofText(proof()));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] as number) ^ 1;
      const text = changed.toString('utf8');
      const check = await checkProofText(text, ours.raw, nodeProofCrypto);
      expect(check.valid, `byte ${at}: ${JSON.stringify(text.slice(at - 5, at + 5))}`).toBe(false);
    }
  });

  test('is refused under another key, also when it claims that key', async () => {
    expect(await reason(proof(), theirs)).toBe('other-key');
    expect(await reason(proof({ keyId: keyIdOf(theirs.raw, digest) }), theirs)).toBe(
      'bad-signature',
    );
  });

  test.each([0, 1])('is refused without decision %i, though signed', async (index) => {
    const { decisions } = statement();
    expect(await reason(proof({ decisions: decisions.filter((_, at) => at !== index) }))).toBe(
      'decision-missing',
    );
  });

  test('is refused when one side decided twice', async () => {
    const [brand] = statement().decisions;
    if (!brand) throw new Error('the brand decided');
    expect(await reason(proof({ decisions: [brand, brand] }))).toBe('decision-missing');
  });

  test('is refused when it contradicts itself, though signed', async () => {
    const own = statement();
    const elsewhere = 'f'.repeat(64);
    expect(await reason(proof({ content: { format: 1, parts: [] } }))).toBe('content-differs');
    expect(await reason(proof({ approvalId: elsewhere }))).toBe('approval-differs');
    expect(await reason(proof({ subject: { ...own.subject, guidelinesVersion: 2 } }))).toBe(
      'approval-differs',
    );
    const decisions = own.decisions.map((one) => ({ ...one, approvalId: elsewhere }));
    expect(await reason(proof({ decisions }))).toBe('decision-differs');
  });

  test('is refused with a member that nobody looks at, or said twice', async () => {
    expect(await reason({ ...proof(), note: 'x' })).toBe('not-a-proof');
    const doubled = proofText(proof()).replace('{', '{"keyId":"x",');
    const check = await checkProofText(doubled, ours.raw, nodeProofCrypto);
    expect(check).toEqual({ valid: false, reason: 'not-canonical' });
  });

  test.each([null, 7, 'text', [], {}, { format: 'cobrief-proof-1' }])(
    'is not %j',
    async (input) => {
      expect(await reason(input)).toBe('not-a-proof');
    },
  );
});

describe('the command', () => {
  let dir = '';
  const path = (name: string) => join(dir, name);
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'proof-'));
    await writeFile(path('proof.json'), proofText(proof()));
    await writeFile(path('changed.json'), proofText(proof()).replace('มะลิ', 'มะลี'));
    await writeFile(path('broken.json'), Buffer.from([0xff, 0xfe, 0x00]));
    await writeFile(path('key.txt'), `${ours.text}\n`);
  });
  afterAll(() => rm(dir, { recursive: true }));

  test('takes the key as text or as a file and names who decided', async () => {
    for (const key of [ours.text, path('key.txt')]) {
      const answer = await verifyCommand([path('proof.json'), '--key', key]);
      expect(answer.code).toBe(0);
      expect(answer.lines.join('\n')).toMatch(/Ploy[^]*มะลิ/);
    }
  });

  test('answers 1 for a changed or broken file and for another key', async () => {
    for (const [file, key] of [
      ['changed.json', ours.text],
      ['broken.json', ours.text],
      ['proof.json', theirs.text],
    ] as const) {
      expect((await verifyCommand([path(file), '--key', key])).code, `${file}`).toBe(1);
    }
  });

  test('answers 2 when it is called wrongly', async () => {
    const file = path('proof.json');
    const calls = [
      [],
      [file],
      [file, '--key'],
      ['--key', ours.text],
      [file, file, '--key', ours.text],
      [file, '--key', 'short'],
      [path('none.json'), '--key', ours.text],
    ];
    for (const call of calls) expect((await verifyCommand(call)).code, `${call.join(' ')}`).toBe(2);
  });

  test('ends the process with its answer', async () => {
    const run = (key: string) =>
      new Promise<{ code: number; out: string }>((resolve) => {
        const args = ['--import', 'tsx', 'server/verify.ts', path('proof.json'), '--key', key];
        execFile(process.execPath, args, (error, out) =>
          resolve({ code: error ? Number(error.code) : 0, out }),
        );
      });
    expect(await run(ours.text)).toMatchObject({ code: 0, out: expect.stringContaining('valid') });
    expect((await run(theirs.text)).code).toBe(1);
  });
});
