// The installation's Ed25519 key, under which proofs are signed. Made at the first start with mode
// 0600; the public half is handed out under /.well-known/ for anyone to pin. A lost key is not
// made again silently: old proofs would then look forged.
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

export interface Signing {
  /** The 32 raw bytes, base64url. */
  publicKey: string;
  /** The 64 raw bytes of a signature. */
  sign(message: Uint8Array): Uint8Array;
}

const keyFile = 'signing-key.pem';

export async function openSigning(dataDir: string): Promise<Signing> {
  const key = createPrivateKey(await readOrMake(join(dataDir, keyFile)));
  return {
    publicKey: rawPublicKey(key),
    sign: (message) => new Uint8Array(signBytes(null, message, key)),
  };
}

/** @param publicKey 32 raw bytes as base64url. Whatever is no such key verifies nothing. */
export function verifySignature(
  publicKey: string,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = readPublicKey(publicKey);
  return key !== null && signature.length === 64 && verifyBytes(null, message, key, signature);
}

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

function readPublicKey(publicKey: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(publicKey)) return null;
  try {
    return createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: publicKey },
      format: 'jwk',
    });
  } catch {
    return null;
  }
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
