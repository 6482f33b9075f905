// Secrets: made, hashed, derived. The installation's key lies in DATA_DIR with mode 0600 and is
// made at the first start; whoever can read that file is the operator.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type RandomBytes = (length: number) => Uint8Array;

export const authKeyFile = 'auth-key';
const secretBytes = 32;

/** The installation's key, made where there is none yet. */
export function readOrMakeKey(dataDir: string, randomBytes: RandomBytes): string {
  const file = join(dataDir, authKeyFile);
  try {
    writeFileSync(file, newSecret(randomBytes), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < secretBytes) throw new Error(`${file} is not a key that Cobrief made`);
  return key;
}

/** 256 random bits as they stand in a link or a token. */
export function newSecret(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(secretBytes)).toString('base64url');
}

/** What is stored of a secret. It has 256 bits of its own, so it needs no salt and no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A keyed hash, for what is short enough to be guessed from a plain one. */
export function keyedHash(key: string, purpose: string, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('hex');
}

/** A secret that is the same at every start, so that the demo's printed links stay good. */
export function derivedSecret(key: string, purpose: string, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('base64url');
}

/** Six digits without bias: a draw past the last whole million is thrown away. */
export function sixDigits(randomBytes: RandomBytes): string {
  const limit = 4_294_000_000;
  for (;;) {
    const draw = Buffer.from(randomBytes(4)).readUInt32BE();
    if (draw < limit) return String(draw % 1_000_000).padStart(6, '0');
  }
}
