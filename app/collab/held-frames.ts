// While an input method composes, what others do waits: redrawing the paragraph would end the
// composition. It waits too while a suggestion is being accepted, so that the edit is first taken in
// as one's own. Frames are kept in order and handled as if they came when it ended.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebsocketProvider } from 'y-websocket';
import { messageAwareness, messageSync } from '#shared/protocol.ts';

export interface HeldFrames {
  hold(composing: boolean): void;
  /** Until the returned function is called. */
  pause(): () => void;
  /** What came over a socket that is gone comes again over the next one. */
  forget(): void;
}

interface Watch {
  /** What others did is about to be taken in. */
  beforeOthers(): void;
  /** A sync frame came, held or not; `type` is the second number in it. */
  onSync(type: number): void;
  /** It was handled and its answer, if any, was sent. */
  onSyncHandled(type: number): void;
}

type Handler = NonNullable<WebsocketProvider['messageHandlers'][number]>;

/** ProseMirror takes in what a composition ended with 20 ms after the event. */
const settleMs = 50;

/** Wraps the provider's handlers; before it connects. */
export function holdFrames(provider: WebsocketProvider, watch: Watch): HeldFrames {
  let phase: 'free' | 'composing' | 'settling' = 'free';
  let pauses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { handle: Handler; type: number; bytes: Uint8Array }[] = [];

  for (const type of [messageSync, messageAwareness]) {
    const handle = provider.messageHandlers[type] as Handler;
    provider.messageHandlers[type] = (encoder, decoder, from, emitSynced, messageType) => {
      const bytes = decoding.readTailAsUint8Array(decoder).slice();
      const isSync = type === messageSync;
      const syncType = bytes[0] ?? 0;
      if (isSync) watch.onSync(syncType);
      if (phase !== 'free' || pauses > 0) {
        waiting.push({ handle, type, bytes });
        return;
      }
      watch.beforeOthers();
      handle(encoder, decoding.createDecoder(bytes), from, emitSynced, messageType);
      // The provider sends the answer when this returns.
      if (isSync) queueMicrotask(() => watch.onSyncHandled(syncType));
    };
  }

  function release(): void {
    if (phase !== 'free' || pauses > 0) return;
    watch.beforeOthers();
    for (const { handle, type, bytes } of waiting.splice(0)) {
      const encoder = encoding.createEncoder();
      handle(encoder, decoding.createDecoder(bytes), provider, true, type);
      if (encoding.length(encoder) > 1) provider.ws?.send(encoding.toUint8Array(encoder));
      if (type === messageSync) watch.onSyncHandled(bytes[0] ?? 0);
    }
  }

  return {
    hold(composing) {
      if (composing) {
        clearTimeout(timer);
        phase = 'composing';
      } else if (phase === 'composing') {
        phase = 'settling';
        timer = setTimeout(() => {
          phase = 'free';
          release();
        }, settleMs);
      }
    },
    pause() {
      pauses += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        pauses -= 1;
        release();
      };
    },
    forget: () => void (waiting = []),
  };
}
