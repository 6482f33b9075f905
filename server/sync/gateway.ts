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
        open(ws, request).catch(() => closeOf(ws)(1011, 'unavailable'));
      });
    },
  };

  async function open(ws: WebSocket, request: IncomingMessage): Promise<void> {
    // What comes while the door is still being looked at waits in the sender's network.
    ws.pause();
    const refuse = (code: ErrorCode) => closeOf(ws)(errorTable[code].close, code);
    const asked = ask(request);
    const identity = await access.identify(request);
    if ('refused' in identity) return refuse(identity.refused);
    if (asked.actor !== null && asked.actor !== identity.userId) return refuse('wrong-person');
    if (!asked.document) return refuse('not-found');
    const ticket = await access.authorise(identity, asked.document);
    if ('refused' in ticket) return refuse(ticket.refused);
    const outdated = fence(asked, ticket);
    if (outdated) return refuse(outdated);
    const wire = wireOf(ws);
    const session = await hub.join({ identity, ticket, document: asked.document, wire });
    if (session) listen(ws, session);
  }

  function listen(ws: WebSocket, session: Session): void {
    const alive = setInterval(() => session.send(awarenessFrame([])), keepAliveMs);
    ws.on('close', () => {
      clearInterval(alive);
      hub.leave(session);
    });
    ws.on('message', (bytes: Buffer, isBinary) => {
      if (isBinary) session.receive(bytes);
      else session.refuse('bad-frame');
    });
    ws.resume();
    if (ws.readyState !== ws.CLOSED) return;
    clearInterval(alive);
    hub.leave(session);
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
  // The colon is all that a client may escape in a name of ours.
  const name = url.pathname.replace('/sync/', '').replace(/%3A/i, ':');
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
  if (schema !== null && !(Number(schema) >= ticket.schemaVersion)) return 'schema-old';
  return null;
}

/** A paused socket would not hear the answer to its close. */
function closeOf(ws: WebSocket): Wire['close'] {
  return (code, reason) => {
    ws.close(code, reason);
    ws.resume();
  };
}

function wireOf(ws: WebSocket): Wire {
  return {
    send: (frame) => ws.send(frame),
    close: closeOf(ws),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    get waitingBytes() {
      return ws.bufferedAmount;
    },
  };
}
