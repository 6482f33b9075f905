// The sync server's question "may this person, on this document": decided from the rows, by the same
// `can` as every command, before a socket hears anything.
import type { IncomingMessage } from 'node:http';
import { documentOf } from '#db/documents.ts';
import type { Database } from '#db/open.ts';
import { personById } from '#db/people.ts';
import { documentStanding } from '#db/standing.ts';
import { parseDocumentName } from '#shared/ids.ts';
import { can, documentRight, sideOf } from '#shared/roles.ts';
import type { Auth } from './auth.ts';
import type { Access } from './sync/access.ts';

export interface AccessOptions {
  db: Database;
  auth: Auth;
  origins: Set<string>;
}

export function createAccess({ db, auth, origins }: AccessOptions): Access {
  return {
    async identify(request) {
      const token = tokenOf(request);
      if (token !== null) {
        const actor = await auth.actorOfToken(token);
        if (!actor) return { refused: 'signed-out' };
        return { userId: actor.userId, sessionId: actor.sessionId, via: 'token' };
      }
      // A cookie comes along from any page; only ours may use it.
      if (!origins.has(request.headers.origin ?? '')) return { refused: 'bad-origin' };
      const actor = await auth.actorOf(request.headers);
      if (!actor) return { refused: 'signed-out' };
      return { userId: actor.userId, sessionId: actor.sessionId, via: 'cookie' };
    },

    async authorise({ userId }, name) {
      const parsed = parseDocumentName(name);
      // The row first: a right that changes after this read shows as an older aclEpoch.
      const row = parsed && (await documentOf(db, name));
      const standing = row && (await documentStanding(db, userId, name));
      const person = standing && (await personById(db, userId));
      if (!parsed || !row || !standing || !person) return { refused: 'not-found' };
      const right = documentRight(parsed.kind, standing);
      const side = sideOf(standing);
      if (right === 'none' || side === null) return { refused: 'not-allowed' };
      const maySuggest = parsed.kind !== 'plan' && can(`${parsed.kind}.suggest`, standing);
      const { epoch, aclEpoch, schemaVersion } = row;
      return { userId, name: person.name, side, right, maySuggest, epoch, aclEpoch, schemaVersion };
    },
  };
}

function tokenOf(request: IncomingMessage): string | null {
  return new URL(request.url ?? '', 'http://sync').searchParams.get('token');
}
