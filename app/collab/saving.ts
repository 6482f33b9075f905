// What a tab may conclude about where its changes are. Counting only: no socket, no storage.
// An echo [102, n] says that everything sent before the question n on the same socket is on disk.
// What was made while there was no socket is sent only in answer to the server's step 1, so an echo
// to a question from before that says nothing; and who is asked no step 1 may not write.

export type Answer =
  /** Everything this tab knows of is on disk, or it holds nothing. */
  | 'all-on-disk'
  | 'may-not-write'
  /** A later question is still open. */
  | 'not-yet';

export interface Saving {
  /** Changes not known to be on disk. */
  readonly kept: number;
  /** Whether everything is known to be on disk on the socket that is open now. */
  readonly isCaughtUp: boolean;
  changed(): void;
  /** The server asked for what we hold. */
  askedFor(): void;
  /** ... and was given it. */
  offered(): void;
  /** The number of the next question, asked now. */
  ask(): number;
  answered(n: number): Answer;
  /** The socket is gone, and with it every open question. */
  disconnected(): void;
}

/** `left`: changes that earlier visits left in the device's copy. */
export function countSaving({ left }: { left: number }): Saving {
  let kept = left;
  let made = 0;
  let questions = 0;
  let last: { made: number; offered: boolean } | null = null;
  let mayWrite = false;
  let isOffered = false;
  let isCaughtUp = false;
  return {
    get kept() {
      return kept;
    },
    get isCaughtUp() {
      return isCaughtUp;
    },
    changed() {
      made += 1;
      kept += 1;
    },
    askedFor: () => void (mayWrite = true),
    offered: () => void (isOffered = true),
    ask() {
      last = { made, offered: isOffered };
      questions += 1;
      return questions;
    },
    answered(n) {
      if (!last || n !== questions) return 'not-yet';
      if (!mayWrite) {
        isCaughtUp = kept === 0;
        return 'may-not-write';
      }
      if (!last.offered || last.made !== made) return 'not-yet';
      kept = 0;
      isCaughtUp = true;
      return 'all-on-disk';
    },
    disconnected() {
      last = null;
      mayWrite = false;
      isOffered = false;
      isCaughtUp = false;
    },
  };
}
