// Sockets for documents: /sync/<documentName>. The only module of the engine that knows ws and
// HTTP's upgrade. Refusals accept the upgrade first: a browser cannot read the status of a failed
// one, and the stock client would retry it for ever.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type ErrorCode, errorTable } from '#shared/errors.ts';
import { type DocumentName, parseDocumentName } from '#shared/ids.ts';
import type { Access, Ticket } from './access.ts';
import type { Hub } from './hub.ts';
import { maxPayloadBytes } from './limits.ts';
import { type Meters, noMeters } from './meters.ts';
import type { Session, Wire } from './session.ts';

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface GatewayOptions {
  hub: Hub;
  access: Access;
  meters?: Meters;
}

export function createGateway({ hub, access, meters = noMeters }: GatewayOptions): Gateway {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxPayloadBytes,
    perMessageDeflate: false,
  });

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (ws) => {
        ws.on('error', terminate);
        open(ws, socket, request).catch(() => closeOf(ws)(1011, 'unavailable'));
      });
    },
  };

  async function open(ws: WebSocket, socket: Duplex, request: IncomingMessage): Promise<void> {
    // What comes while the door is still being looked at waits in the sender's network.
    ws.pause();
    const refuse = (code: ErrorCode) => {
      meters.closed(code);
      closeOf(ws)(errorTable[code].close, code);
    };
    const asked = ask(request);
    const identity = await access.identify(request);
    if ('refused' in identity) return refuse(identity.refused);
    if (asked.actor !== null && asked.actor !== identity.userId) return refuse('wrong-person');
    if (!asked.document) return refuse('not-found');
    const ticket = await access.authorise(identity, asked.document);
    if ('refused' in ticket) return refuse(ticket.refused);
    const outdated = fence(asked, ticket);
    if (outdated) return refuse(outdated);
    const wire = wireOf(ws, socket);
    const session = await hub.join({ identity, ticket, document: asked.document, wire });
    if (session) listen(ws, session);
  }

  function listen(ws: WebSocket, session: Session): void {
    ws.on('close', () => hub.leave(session));
    ws.on('message', (bytes: Buffer, isBinary) => {
      if (isBinary) session.receive(bytes);
      else session.refuse('bad-frame');
    });
    ws.resume();
    if (ws.readyState === ws.CLOSED) hub.leave(session);
  }
}

/** No closure: one made where the request is known would keep it for as long as the socket lives. */
function terminate(this: WebSocket): void {
  this.terminate();
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

/**
 * Frames go to the network socket itself: ws would make a header and a queue entry for each reader
 * of the same frame. Without compression it writes in the same order as we do.
 */
function wireOf(ws: WebSocket, socket: Duplex): Wire {
  return {
    send(frame) {
      if (ws.readyState === ws.OPEN) socket.write(prepared(frame));
    },
    close: closeOf(ws),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    get waitingBytes() {
      return socket.writableLength;
    },
  };
}

const onTheWire = new WeakMap<Uint8Array, Buffer>();

/** A frame as it travels, made once for all who are sent it. */
function prepared(frame: Uint8Array): Buffer {
  const made = onTheWire.get(frame);
  if (made) return made;
  const message = binaryMessage(frame);
  onTheWire.set(frame, message);
  return message;
}

/** RFC 6455, 5.2: one whole binary message, unmasked as a server's are. */
function binaryMessage(payload: Uint8Array): Buffer {
  const { length } = payload;
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const message = Buffer.allocUnsafe(header + length);
  message[0] = 0x82;
  message[1] = header === 2 ? length : header === 4 ? 126 : 127;
  if (header === 4) message.writeUInt16BE(length, 2);
  if (header === 10) message.writeBigUInt64BE(BigInt(length), 2);
  message.set(payload, header);
  return message;
}
