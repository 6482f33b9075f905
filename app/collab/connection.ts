// One live document in one tab: the stock y-websocket provider, what it does not do by itself
// (know what is on disk, wait while an input method composes, keep a reader from writing), and the
// copy this device keeps. No React here.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type ErrorCode, isErrorCode } from '#shared/errors.ts';
import {
  barrierFrame,
  messageAwareness,
  messageBarrier,
  messageSync,
  readBarrierAnswer,
} from '#shared/protocol.ts';
import { keepRescued } from './rescued.ts';
import { noteUnsent } from './unsent.ts';

/** What the person is told about their words. "saved" means on the server's disk. */
export type SaveState =
  | { phase: 'connecting' }
  | { phase: 'saved' }
  | { phase: 'saving' }
  | { phase: 'offline'; kept: number }
  | { phase: 'refused'; code: ErrorCode; rescued: boolean };

export interface ConnectionOptions {
  documentName: string;
  epoch: string;
  schemaVersion: number;
  userId: string;
  right: 'write' | 'read';
  /** Everything worth keeping of the document as text, should it be refused for good. */
  textOf(doc: Y.Doc): string;
  onSave(state: SaveState): void;
}

export interface Connection {
  /** What the person writes into. Readers never bind an editor to it. */
  readonly doc: Y.Doc;
  /** Fed one way from `doc`: an editor's repairs end here. */
  readonly mirror: Y.Doc;
  readonly awareness: Awareness;
  /** Resolves when the text is there, from this device or from the server. */
  readonly ready: Promise<void>;
  /** While an input method composes, what others do waits. */
  hold(composing: boolean): void;
  destroy(): void;
}

export const storeName = (userId: string, documentName: string, epoch: string): string =>
  `cobrief/${userId}/${documentName}/${epoch}`;

/** A right was lost or the document is another one: what only this device holds must be kept. */
const losesDocument = new Set<ErrorCode>(['not-allowed', 'not-found', 'other-epoch', 'too-large']);

type Frame = { type: number; bytes: Uint8Array };

export function connect(options: ConnectionOptions): Connection {
  const { documentName, epoch, schemaVersion, userId, right } = options;
  const doc = new Y.Doc();
  const mirror = mirrorOf(doc);
  const store =
    right === 'write'
      ? new IndexeddbPersistence(storeName(userId, documentName, epoch), doc)
      : null;
  const provider = new WebsocketProvider(socketUrl(), documentName, doc, {
    connect: false,
    // BroadcastChannel would carry edits past the server, its rights and its disk.
    disableBc: true,
    params: { epoch, schema: `${schemaVersion}`, actor: userId },
  });

  // Changes are numbered; the server echoes the number once everything before it is on disk.
  let made = 0;
  let kept = noteUnsent.read(userId, documentName);
  let asked = 0;
  let refused: SaveState | null = null;
  let ended = false;

  function tell(): void {
    if (ended) return;
    options.onSave(refused ?? currentState());
  }
  function currentState(): SaveState {
    if (!provider.wsconnected) {
      return kept > 0 || provider.wsUnsuccessfulReconnects > 0
        ? { phase: 'offline', kept }
        : { phase: 'connecting' };
    }
    if (!provider.synced) return { phase: 'connecting' };
    return kept > 0 ? { phase: 'saving' } : { phase: 'saved' };
  }

  function ask(): void {
    const socket = provider.ws;
    if (!socket || socket.readyState !== socket.OPEN) return;
    asked = made;
    socket.send(barrierFrame(asked));
  }

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === store || right !== 'write') return;
    made += 1;
    kept += 1;
    noteUnsent.write(userId, { documentName, epoch, kept });
    // After the provider has sent the update itself.
    queueMicrotask(ask);
    tell();
  });

  provider.messageHandlers[messageBarrier] = (_encoder, decoder) => {
    const { n, refusal } = readBarrierAnswer(decoder);
    if (refusal !== null) return;
    if (n === made) {
      kept = 0;
      noteUnsent.clear(userId, documentName);
    }
    tell();
  };

  // Frames of others wait while an input method composes: redrawing a paragraph would end it.
  let composing = false;
  const waiting: Frame[] = [];
  for (const type of [messageSync, messageAwareness]) {
    const handle = provider.messageHandlers[type] as NonNullable<
      (typeof provider.messageHandlers)[number]
    >;
    provider.messageHandlers[type] = (encoder, decoder, from, emitSynced, messageType) => {
      const bytes = decoding.readTailAsUint8Array(decoder).slice();
      if (composing) {
        waiting.push({ type, bytes });
        return;
      }
      handle(encoder, decoding.createDecoder(bytes), from, emitSynced, messageType);
      // Our step 2 goes out when this returns; the question after it, then.
      if (type === messageSync && bytes[0] === 0) queueMicrotask(ask);
    };
  }
  function release(): void {
    for (const { type, bytes } of waiting.splice(0)) {
      const encoder = encoding.createEncoder();
      const decoder = decoding.createDecoder(bytes);
      provider.messageHandlers[type]?.(encoder, decoder, provider, true, type);
      if (encoding.length(encoder) > 1) provider.ws?.send(encoding.toUint8Array(encoder));
    }
  }

  provider.on('status', tell);
  provider.on('sync', tell);
  provider.on('connection-close', tell);
  provider.on('closed', ({ reason }: { reason: string }) => {
    const code: ErrorCode = isErrorCode(reason) ? reason : 'not-allowed';
    const rescued = losesDocument.has(code) && kept > 0;
    if (rescued) {
      keepRescued(userId, { documentName, code, text: options.textOf(doc), at: Date.now() });
    }
    if (losesDocument.has(code)) {
      noteUnsent.clear(userId, documentName);
      void store?.clearData();
    }
    refused = { phase: 'refused', code, rescued };
    tell();
  });

  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const stored = store ? store.whenSynced.then(() => hasContent(doc)) : Promise.resolve(false);
  const ready = stored.then((there) => (there ? undefined : synced));
  // The device's own copy first, so that step 1 tells the server what is here already.
  void stored.then(() => {
    if (!ended) provider.connect();
  });

  return {
    doc,
    mirror,
    awareness: provider.awareness,
    ready,
    hold(now) {
      composing = now;
      // The editor still has to take in what the composition ended with.
      if (!now) setTimeout(() => !composing && release());
    },
    destroy() {
      ended = true;
      provider.destroy();
      void store?.destroy();
      mirror.destroy();
      doc.destroy();
    },
  };
}

const hasContent = (doc: Y.Doc): boolean => Y.encodeStateVector(doc).length > 1;

function mirrorOf(doc: Y.Doc): Y.Doc {
  const mirror = new Y.Doc();
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(mirror, update, doc));
  return mirror;
}

function socketUrl(): string {
  const url = new URL('/sync', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
