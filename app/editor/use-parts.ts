// The parts of a draft as they stand, kept current: text a frame behind the editor that shows it, so
// that neither who types nor who watches waits for it; and what the page makes of it gives way to the
// next key.
import { startTransition, useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { mediaList, type Parts, readParts } from '#shared/parts.ts';

export function useParts(doc: Y.Doc | null): Parts | null {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (!doc) return;
    let giveUp: (() => void) | null = null;
    const read = () => {
      giveUp?.();
      giveUp = null;
      startTransition(() => setChanges((n) => n + 1));
    };
    const follow = ({ changed, changedParentTypes }: Y.Transaction) => {
      if (changed.size === 0) return;
      // Pictures have no editor that shows them before.
      if (changedParentTypes.has(mediaList(doc) as never)) read();
      else giveUp ??= afterFrame(read);
    };
    doc.on('afterTransaction', follow);
    // What came between drawing and listening.
    read();
    return () => {
      doc.off('afterTransaction', follow);
      giveUp?.();
    };
  }, [doc]);
  // oxlint-disable-next-line react/exhaustive-deps -- a document says that it changed, not what it is
  return useMemo(() => doc && readParts(doc), [doc, changes]);
}

/** Where no frames are drawn, as in a page behind another, this soon. */
const unseenMs = 100;

/** Once the next frame is on the screen. The returned function gives it up. */
function afterFrame(work: () => void): () => void {
  let timer = setTimeout(work, unseenMs);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
