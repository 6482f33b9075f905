// What makes an editor one of suggestions, as one piece to fetch.
import type { AnyExtension } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import type { Connection } from '#app/collab/connection.ts';
import type { AnchorPart } from '#shared/anchors.ts';
import { fork, type ForkHost } from './fork.ts';
import { forkCarets } from './fork-carets.ts';

export { relayFork } from './fork.ts';

/** For who suggests: the text below with their own changes, and an undo that is theirs alone. */
export function forkExtensions({
  connection,
  part,
  host,
}: {
  connection: Connection;
  part: AnchorPart;
  host: ForkHost;
}): AnyExtension[] {
  const { awareness, mirror } = connection;
  return [fork(host), forkCarets({ awareness, mirror, part }), UndoRedo];
}
