// The two questions the engine asks about people. It never looks at a role itself.
import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '#shared/errors.ts';
import type { DocumentName } from '#shared/ids.ts';
import type { Side } from '#shared/roles.ts';

export interface Identity {
  userId: string;
  sessionId: string;
  via: 'cookie' | 'token';
}

/** What one person may do with one document, decided before the socket hears anything. */
export interface Ticket {
  userId: string;
  name: string;
  side: Side;
  right: 'read' | 'write';
  /** Others may see what this person is about to suggest. */
  maySuggest: boolean;
  epoch: string;
  aclEpoch: number;
  schemaVersion: number;
}

export interface Refusal {
  refused: ErrorCode;
}

export interface Access {
  identify(request: IncomingMessage): Promise<Identity | Refusal>;
  authorise(identity: Identity, document: DocumentName): Promise<Ticket | Refusal>;
}
