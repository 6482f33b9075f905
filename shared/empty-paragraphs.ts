// Gives every empty paragraph that this client makes its Yjs text at once. y-tiptap leaves an empty
// paragraph without one; two people who then type its first word at the same time each make one,
// and its joining of the two doubles or loses words for everybody (seen in three of ten
// random walks). Only the paragraph's maker acts, so the repair itself cannot happen twice.
import * as Y from 'yjs';

/** Starts watching; the editor that binds the document calls what it returns when it lets go. */
export function keepEmptyParagraphsWritable(doc: Y.Doc, fragment: Y.XmlFragment): () => void {
  const watch = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    const from = transaction.beforeState.get(doc.clientID) ?? 0;
    const mine = (element: Y.XmlElement) => {
      const id = element._item?.id;
      return id !== undefined && id.client === doc.clientID && id.clock >= from;
    };
    const empty = [...transaction.changed.keys()]
      .filter((type) => type instanceof Y.XmlFragment && within(type, fragment))
      .flatMap((type) => emptyParagraphs(type as unknown as Y.XmlFragment, mine));
    if (empty.length === 0) return;
    doc.transact(() => {
      for (const paragraph of empty) paragraph.insert(0, [new Y.XmlText()]);
    }, keepEmptyParagraphsWritable);
  };
  doc.on('afterTransaction', watch);
  return () => doc.off('afterTransaction', watch);
}

function within(type: unknown, fragment: Y.XmlFragment): boolean {
  for (let at = type; at instanceof Y.XmlFragment; at = at.parent) if (at === fragment) return true;
  return false;
}

/** Those among the new children, and in what is new below them. */
function emptyParagraphs(
  parent: Y.XmlFragment,
  mine: (element: Y.XmlElement) => boolean,
): Y.XmlElement[] {
  return (parent.toArray() as unknown[]).flatMap((child) => {
    if (!(child instanceof Y.XmlElement) || !mine(child)) return [];
    if (child.nodeName === 'paragraph') return child.length === 0 ? [child] : [];
    return emptyParagraphs(child, mine);
  });
}
