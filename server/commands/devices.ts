// A person's devices and tokens: letting another one in, sending one away.
import QRCode from 'qrcode';
import { createDeviceCode, isCodeOpen } from '#db/devices.ts';
import { revokeOpenLinks } from '#db/links.ts';
import { endOtherSessions, endSession } from '#db/sessions.ts';
import { createToken as createTokenRow, revokeToken as revokeTokenRow } from '#db/tokens.ts';
import { personName } from '#shared/account.ts';
import { idFrom } from '#shared/ids.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { tokenPrefix, tokenSession } from '../auth.ts';
import { makeLink } from '../auth/links.ts';
import { hashSecret, sixDigits } from '../auth/secrets.ts';
import { disconnect, pageUrl } from '../auth/visitor.ts';
import type { Services } from '../services.ts';

const deviceMinutes = 10;
const minuteMs = 60_000;

export interface OtherDevice {
  url: string;
  /** Where the digits are typed. */
  page: string;
  digits: string;
  expiresAt: Date;
  /** The QR code as one SVG path on a square of `size` modules, quiet zone included. */
  qr: { path: string; size: number };
}

/** Two ways for another phone of the same person, ten minutes each; a new pair replaces the old. */
export async function addDevice(s: Services, actor: Actor): Promise<Result<OtherDevice>> {
  const { userId } = actor;
  const createdAt = s.now();
  const lifetimeMs = deviceMinutes * minuteMs;
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  return s.db.transaction(async (tx) => {
    await revokeOpenLinks(tx, { purposes: ['sign-in'], userId }, createdAt);
    const url = await makeLink(s, tx, { purpose: 'sign-in', userId, lifetimeMs });
    let digits: string;
    let codeHash: string;
    // Two people never hold the same digits at once.
    do {
      digits = sixDigits(s.randomBytes);
      codeHash = s.auth.keyedHash('device code', digits);
    } while (await isCodeOpen(tx, codeHash, createdAt));
    const id = idFrom(s.randomBytes(20));
    await createDeviceCode(tx, { id, userId, codeHash, createdAt, expiresAt });
    return ok({ url, page: pageUrl(s, '/device'), digits, expiresAt, qr: qrPath(url) });
  });
}

const quietZone = 4;

function qrPath(text: string): OtherDevice['qr'] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  modules.data.forEach((dark, i) => {
    const x = (i % modules.size) + quietZone;
    const y = Math.floor(i / modules.size) + quietZone;
    if (dark) squares.push(`M${x} ${y}h1v1h-1z`);
  });
  return { path: squares.join(''), size: modules.size + 2 * quietZone };
}

export async function signOutDevice(
  s: Services,
  actor: Actor,
  { sessionId }: { sessionId: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    if (!(await endSession(tx, actor.userId, sessionId))) return fail('not-found');
    tx.afterCommit(() => disconnect(s, { sessionId }));
    return ok(null);
  });
}

/** Everywhere but here. */
export async function signOutElsewhere(
  s: Services,
  actor: Actor,
): Promise<Result<{ ended: number }>> {
  return s.db.transaction(async (tx) => {
    const ended = await endOtherSessions(tx, actor.userId, actor.sessionId);
    await revokeOpenLinks(tx, { purposes: ['sign-in'], userId: actor.userId }, s.now());
    tx.afterCommit(() => {
      for (const sessionId of ended) disconnect(s, { sessionId });
    });
    return ok({ ended: ended.length });
  });
}

/** An access token, told this once. */
export async function createToken(
  s: Services,
  actor: Actor,
  input: { name: string },
): Promise<Result<{ token: string }>> {
  const name = personName.safeParse(input.name);
  if (!name.success) return fail('bad-input', { field: 'name' });
  const token = tokenPrefix + s.auth.newSecret();
  await createTokenRow(s.db, {
    id: idFrom(s.randomBytes(20)),
    userId: actor.userId,
    name: name.data,
    secretHash: hashSecret(token),
    createdAt: s.now(),
  });
  return ok({ token });
}

export async function revokeToken(
  s: Services,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<null>> {
  return s.db.transaction(async (tx) => {
    const revoked = await revokeTokenRow(tx, { id, userId: actor.userId }, s.now());
    if (!revoked) return fail('not-found');
    tx.afterCommit(() => disconnect(s, { sessionId: tokenSession(id) }));
    return ok(null);
  });
}
