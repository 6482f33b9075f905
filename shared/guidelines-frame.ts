// The guidelines without their words: which blocks stand there, in what order, with what is chosen
// for them. Who suggests changes words and never this. It knows no Yjs and no view.
import type { Node } from '@tiptap/pm/model';

export const hasSameFrame = (before: Node, after: Node): boolean =>
  JSON.stringify(frameOf(before)) === JSON.stringify(frameOf(after));

/** Blocks that keep their edges; lists and paragraphs are words. */
function frameOf(node: Node): unknown[] {
  return node.children.flatMap((child) => {
    if (child.isTextblock) return [];
    const { name, spec } = child.type;
    return spec.isolating ? [[name, child.attrs, frameOf(child)]] : frameOf(child);
  });
}
