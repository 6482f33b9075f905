// The wire of a house of posts: a port of its own, and a token for everyone, for sockets without a
// browser behind them. It opens none itself (engine.ts does).
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { createToken } from '#db/tokens.ts';
import { createAccess } from '#server/access.ts';
import { hashSecret } from '#server/auth/secrets.ts';
import { createGateway } from '#server/sync/gateway.ts';
import type { PostHouse } from './post-house.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

export type Member = 'ploy' | 'nan' | 'anan' | 'mali' | 'ben';
const members: Member[] = ['ploy', 'nan', 'anan', 'mali', 'ben'];

export interface Sockets {
  url: string;
  token(member: Member): string;
}

const tokenOf = (member: Member) => `wire-of-${member}`;

export async function openSockets({ s }: PostHouse): Promise<Sockets> {
  const server = createServer();
  const gateway = createGateway({
    hub: s.hub,
    access: createAccess({ db: s.db, auth: s.auth, origins: new Set() }),
  });
  server.on('upgrade', gateway.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await s.db.transaction(async (tx) => {
    for (const member of members) {
      const secretHash = hashSecret(tokenOf(member));
      const row = { id: `wire-${member}`, userId: member, name: 'wire', secretHash };
      await createToken(tx, { ...row, createdAt: s.now() });
    }
  });
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}/sync`, token: tokenOf };
}
