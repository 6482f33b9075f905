// The installation's Ed25519 key, under which proofs are signed. Made at the first start with mode
// 0600; the public half is handed out under /.well-known/ for anyone to pin. Under another key every
// older proof looks forged, so the file belongs in each backup.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { chmod, link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifyEd25519 } from '#shared/proof.ts';

export interface Signing {
  /** The 32 raw bytes, base64url. */
  publicKey: string;
  /** The 64 raw bytes of a signature. */
  sign(message: Uint8Array): Uint8Array;
}

export const signingKeyFile = 'signing-key.pem';

export async function openSigning(dataDir: string): Promise<Signing> {
  const key = createPrivateKey(await readOrMake(join(dataDir, signingKeyFile)));
  return {
    publicKey: rawPublicKey(key),
    sign: (message) => new Uint8Array(signBytes(null, message, key)),
  };
}

/** Whatever is no public key of 32 raw bytes verifies nothing. */
export const verifyEd25519: VerifyEd25519 = ({ publicKey, bytes, signature }) => {
  const key = readPublicKey(publicKey);
  return key !== null && signature.length === 64 && verifyBytes(null, bytes, key, signature);
};

async function readOrMake(file: string): Promise<string> {
  const found = await readFile(file, 'utf8').catch(missing);
  if (found !== null) return found;
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeOnce(file, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  return readFile(file, 'utf8');
}

/** The file appears whole and on disk, or not at all: half a key would be a lost one. */
async function writeOnce(file: string, content: string): Promise<void> {
  const beside = `${file}.${process.pid}`;
  const handle = await open(beside, 'wx', 0o600);
  await handle.writeFile(content);
  await handle.sync();
  await handle.close();
  await chmod(beside, 0o600);
  await link(beside, file);
  await rm(beside);
}

function rawPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'jwk' }).x as string;
}

function readPublicKey(raw: Uint8Array): KeyObject | null {
  if (raw.length !== 32) return null;
  try {
    const x = Buffer.from(raw).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return null;
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
