// Keeps a person's own keys from breaking the blocks their words stand in: select all and delete
// empties the text in hand, not the whole form. Only what this person does is judged; what others
// did, and undoing it, is taken as it comes (reading the structure is total).
import { Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Numbers of a document that no key press may lower. */
export type Shape = (doc: Node) => number[];

export function shapePlugin(shape: Shape): Plugin {
  return new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined) return true;
      const after = shape(tr.doc);
      return shape(state.doc).every((before, i) => (after[i] ?? 0) >= before);
    },
  });
}

export function keepShape(shape: Shape): Extension {
  return Extension.create({
    name: 'keepShape',
    addProseMirrorPlugins: () => [shapePlugin(shape)],
    addKeyboardShortcuts() {
      return {
        'Mod-a': () => {
          const { $from } = this.editor.state.selection;
          const depth = innermost($from);
          if (depth === 0) return false;
          const { doc, tr } = this.editor.state;
          const within = TextSelection.between(
            doc.resolve($from.start(depth)),
            doc.resolve($from.end(depth)),
          );
          this.editor.view.dispatch(tr.setSelection(within));
          return true;
        },
      };
    },
  });
}

/** The depth of the block whose text is in hand; 0 outside of any. */
function innermost($at: ResolvedPos): number {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    if ($at.node(depth).type.spec.isolating) return depth;
  }
  return 0;
}

/** Every field stays, with its texts, and no point is left without a text. */
export const guidelinesShape: Shape = (doc) => {
  let fields = 0;
  let texts = 0;
  let emptyPoints = 0;
  doc.descendants((node, _at, parent) => {
    if (node.type.name === 'field') fields += 1;
    if (node.type.name === 'languageText' && parent?.type.name !== 'point') texts += 1;
    if (node.type.name === 'point' && node.childCount === 0) emptyPoints += 1;
    return !node.isTextblock;
  });
  return [fields, texts, -emptyPoints];
};

const cellsInRow = 4;

/** A moment goes as a whole or keeps its cells. */
export const scriptShape: Shape = (doc) => {
  let brokenRows = 0;
  doc.forEach((row) => {
    if (row.type.name === 'scriptRow' && row.childCount !== cellsInRow) brokenRows += 1;
  });
  return [-brokenRows];
};
