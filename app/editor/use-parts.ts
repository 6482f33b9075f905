// The parts of a draft as they stand, kept current a moment behind the keys: reading them, and all
// that a page makes of them, gives way to whatever the person does next.
import { startTransition, useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { type Parts, readParts } from '#shared/parts.ts';

export function useParts(doc: Y.Doc | null): Parts | null {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (!doc) return;
    const changed = () => startTransition(() => setChanges((n) => n + 1));
    doc.on('update', changed);
    // What came between drawing and listening.
    changed();
    return () => doc.off('update', changed);
  }, [doc]);
  // oxlint-disable-next-line react/exhaustive-deps -- a document says that it changed, not what it is
  return useMemo(() => doc && readParts(doc), [doc, changes]);
}
