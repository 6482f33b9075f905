// Sockets for documents: /sync/<documentName>. The only module of the engine that knows ws and
// HTTP's upgrade. Refusals accept the upgrade first: a browser cannot read the status of a failed
// one, and the stock client would retry it for ever.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import { type DocumentName, parseDocumentName } from '#shared/ids.ts';
import { awarenessFrame } from '#shared/protocol.ts';
import type { Access, Ticket } from './access.ts';
import type { Hub } from './hub.ts';
import { keepAliveMs, maxPayloadBytes } from './limits.ts';
import type { Session, Wire } from './session.ts';

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export function createGateway({ hub, access }: { hub: Hub; access: Access }): Gateway {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxPayloadBytes,
    perMessageDeflate: false,
  });

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (ws) => {
        ws.on('error', () => ws.terminate());
        open(ws, request).catch(() => ws.close(1011, 'unavailable'));
      });
    },
  };

  async function open(ws: WebSocket, request: IncomingMessage): Promise<void> {
    // Frames that arrive while the door is still being looked at.
    const early: Uint8Array[] = [];
    let session: Session | null = null;
    ws.on('message', (bytes: Buffer, isBinary) => {
      if (!isBinary) return ws.close(errorTable['bad-frame'].close, 'bad-frame');
      if (session) session.receive(bytes);
      else early.push(bytes);
    });

    const asked = ask(request);
    const identity = await access.identify(request);
    if ('refused' in identity) return refuse(ws, identity.refused);
    if (asked.actor !== null && asked.actor !== identity.userId) return refuse(ws, 'wrong-person');
    if (!asked.document) return refuse(ws, 'not-found');
    const ticket = await access.authorise(identity, asked.document);
    if ('refused' in ticket) return refuse(ws, ticket.refused);
    const outdated = fence(asked, ticket);
    if (outdated) return refuse(ws, outdated);

    session = await hub.join({ identity, ticket, document: asked.document, wire: wireOf(ws) });
    if (!session) return;
    const joined = session;
    const alive = setInterval(() => joined.send(awarenessFrame([])), keepAliveMs);
    ws.on('close', () => {
      clearInterval(alive);
      hub.leave(joined);
    });
    if (ws.readyState !== ws.OPEN) {
      clearInterval(alive);
      return hub.leave(joined);
    }
    for (const bytes of early) joined.receive(bytes);
  }
}

interface Asked {
  document: DocumentName | null;
  /** Whom the page was made for; a token connection leaves these out. */
  actor: string | null;
  epoch: string | null;
  schema: string | null;
}

function ask(request: IncomingMessage): Asked {
  const url = new URL(request.url ?? '', 'http://sync');
  const name = decodeURIComponent(url.pathname.replace('/sync/', ''));
  const of = (key: string) => url.searchParams.get(key);
  return {
    document: parseDocumentName(name) ? (name as DocumentName) : null,
    actor: of('actor'),
    epoch: of('epoch'),
    schema: of('schema'),
  };
}

/** A page of another history, or one that would delete what it does not know. */
function fence({ epoch, schema }: Asked, ticket: Ticket): ErrorCode | null {
  if (epoch !== null && epoch !== ticket.epoch) return 'other-epoch';
  if (schema !== null && Number(schema) < ticket.schemaVersion) return 'schema-old';
  return null;
}

function refuse(ws: WebSocket, code: ErrorCode): void {
  ws.close(errorTable[code].close, code);
}

function wireOf(ws: WebSocket): Wire {
  return {
    send: (frame) => ws.send(frame),
    close: (code, reason) => ws.close(code, reason),
    get waitingBytes() {
      return ws.bufferedAmount;
    },
  };
}
