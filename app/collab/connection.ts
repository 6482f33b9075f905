// One live document in one tab: the stock y-websocket provider, what it does not do by itself
// (know what is on disk, wait while an input method composes, keep a reader from writing), and the
// copy this device keeps. No React here.
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type ErrorCode, errorTable, isErrorCode } from '#shared/errors.ts';
import { keepOrigins } from '#shared/origins.ts';
import {
  barrierFrame,
  messageBarrier,
  readBarrierAnswer,
  syncStep1,
  syncUpdate,
} from '#shared/protocol.ts';
import { browserDevice, type Device } from './device.ts';
import { holdFrames } from './held-frames.ts';
import { giveUpCopy, losesCopy, rescueLeft } from './leaving.ts';
import { listRescued } from './rescued.ts';
import { countSaving } from './saving.ts';
import { noteUnsent } from './unsent.ts';

/** What the person is told about their words. "saved" means on the server's disk. */
export type SaveState =
  | { phase: 'connecting' }
  | { phase: 'saved' }
  | { phase: 'saving' }
  /** Who only reads; `rescued`: words of theirs that this document did not take wait on this device. */
  | { phase: 'reading'; rescued: boolean }
  | { phase: 'offline'; kept: number }
  | { phase: 'refused'; code: ErrorCode; rescued: boolean };

export interface ConnectionOptions {
  documentName: string;
  epoch: string;
  schemaVersion: number;
  userId: string;
  right: 'write' | 'read';
  onSave(state: SaveState): void;
}

export interface Connection {
  /** What the person writes into. Readers never bind an editor to it. */
  readonly doc: Y.Doc;
  /** Fed one way from `doc`: an editor's repairs end here. */
  readonly mirror: Y.Doc;
  readonly awareness: Awareness;
  /** Whose page it is. */
  readonly userId: string;
  /** Nothing typed into it would be kept anywhere: editors only show it. */
  readonly isLost: boolean;
  /** Resolves when the text is there, from this device or from the server. */
  readonly ready: Promise<void>;
  /** While an input method composes, what others do waits. */
  hold(composing: boolean): void;
  /** Likewise until the returned function is called. */
  pause(): () => void;
  destroy(): void;
}

export const storeName = (userId: string, documentName: string, epoch: string): string =>
  `cobrief/${userId}/${documentName}/${epoch}`;

/** The device's copy can never be sent, whatever the person does. */
export const isLost = (save: SaveState): boolean =>
  save.phase === 'refused' && losesCopy(save.code);

/** Up to this long between two tries; scattered, so that a restarted server is not stormed. */
const mostDelayMs = { least: 1_500, more: 2_000 };

export function connect(options: ConnectionOptions, device: Device = browserDevice): Connection {
  const { documentName, epoch, userId } = options;
  const isWriter = options.right === 'write';
  const doc = new Y.Doc();
  const mirror = mirrorOf(doc);
  const name = storeName(userId, documentName, epoch);
  const store = isWriter ? device.openStore(name, doc) : null;
  const provider = providerOf(doc, options, device);
  const { notes } = device;
  const note = noteUnsent({ notes, userId, documentName, epoch, tab: doc.clientID });
  // Whose words are whose is asked of drafts alone.
  const stopNoting = isWriter && documentName.startsWith('draft:') ? keepOrigins(doc) : null;
  const saving = countSaving({ left: isWriter ? note.left : 0 });
  let refused: SaveState | null = null;
  let ended = false;

  function tell(): void {
    if (!ended) options.onSave(refused ?? stateOf());
  }

  function stateOf(): SaveState {
    const { kept, isCaughtUp } = saving;
    if (!provider.wsconnected) {
      return provider.wsUnsuccessfulReconnects > 0
        ? { phase: 'offline', kept }
        : { phase: 'connecting' };
    }
    if (kept > 0) return { phase: 'saving' };
    if (!isCaughtUp) return { phase: 'connecting' };
    return isWriter ? { phase: 'saved' } : { phase: 'reading', rescued: hasRescued() };
  }

  const hasRescued = () =>
    listRescued(userId, notes).some((rescued) => rescued.documentName === documentName);

  function ask(): void {
    const socket = provider.ws;
    if (socket && socket.readyState === socket.OPEN) socket.send(barrierFrame(saving.ask()));
  }

  /** Nothing will be sent any more; `code` decides whether the copy stays on the device. */
  function refuse(code: ErrorCode): void {
    if (refused || ended) return;
    provider.disconnect();
    const copy = { userId, documentName, doc, store, note, kept: saving.kept };
    const rescued = losesCopy(code) && giveUpCopy(copy, code, device);
    refused = { phase: 'refused', code, rescued };
    tell();
  }

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (!isWriter || origin === provider || origin === store?.origin) return;
    if (refused && isLost(refused)) return;
    saving.changed();
    note.write(saving.kept);
    // After the provider has sent the update itself.
    queueMicrotask(ask);
    tell();
  });

  provider.messageHandlers[messageBarrier] = (_encoder, decoder) => {
    const { n, refusal } = readBarrierAnswer(decoder);
    if (refusal !== null) return refuse(isErrorCode(refusal) ? refusal : 'not-allowed');
    const answer = saving.answered(n);
    if (answer === 'may-not-write') {
      if (isWriter) refuse('not-allowed');
      else if (note.left > 0) {
        void rescueLeft({ userId, documentName, note, storeName: name }, device).then(tell);
      }
    }
    if (answer === 'all-on-disk' && isWriter) note.clear();
    tell();
  };

  const frames = holdFrames(provider, {
    beforeOthers: device.readSelection,
    onSync: (type) => {
      if (type === syncStep1) saving.askedFor();
    },
    onSyncHandled: (type) => {
      if (type === syncUpdate) return;
      if (type === syncStep1) saving.offered();
      ask();
    },
  });

  provider.on('status', tell);
  provider.on('sync', tell);
  provider.on('connection-close', () => {
    saving.disconnected();
    frames.forget();
    tell();
  });
  provider.on('closed', ({ reason }: { reason: string }) =>
    refuse(isErrorCode(reason) ? reason : 'unavailable'),
  );

  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  const stored = store ? store.loaded.then(() => hasContent(doc)) : Promise.resolve(false);
  // The device's own copy first, so that step 1 tells the server what is here already.
  void stored.then(() => {
    if (!ended) provider.connect();
  });

  return {
    doc,
    mirror,
    awareness: provider.awareness,
    userId,
    isLost: false,
    ready: stored.then((isThere) => (isThere ? undefined : synced)),
    hold: frames.hold,
    pause: frames.pause,
    destroy() {
      ended = true;
      provider.destroy();
      stopNoting?.();
      store?.close();
      mirror.destroy();
      doc.destroy();
    },
  };
}

function providerOf(
  doc: Y.Doc,
  { documentName, epoch, schemaVersion, userId }: ConnectionOptions,
  device: Device,
): WebsocketProvider {
  return new WebsocketProvider(device.syncUrl(), documentName, doc, {
    connect: false,
    // BroadcastChannel would carry edits past the server, its rights and its disk.
    disableBc: true,
    params: { epoch, schema: `${schemaVersion}`, actor: userId },
    WebSocketPolyfill: device.socket(),
    maxBackoffTime: mostDelayMs.least + Math.random() * mostDelayMs.more,
    shouldReconnect: ({ code }) => !isFinal(code),
  });
}

/** 4400-4499 is an answer and stops the client; being one of too many passes. */
const isFinal = (code: number): boolean =>
  code >= 4400 && code < 4500 && code !== errorTable['too-many'].close;

const hasContent = (doc: Y.Doc): boolean => Y.encodeStateVector(doc).length > 1;

function mirrorOf(doc: Y.Doc): Y.Doc {
  const mirror = new Y.Doc();
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(mirror, update, doc));
  return mirror;
}
