// Keeps a person's own keys from breaking the blocks their words stand in: select all and delete
// empties the text in hand, not the whole form. Only what this person does is judged; what others
// did, and undoing it, is taken as it comes (reading the structure is total).
import { Extension } from '@tiptap/core';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { StepMap } from '@tiptap/pm/transform';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { hasSameFrame } from '#shared/guidelines-frame.ts';

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

/** For who suggests: words, one block's at a time, and the blocks stay as they are. */
export function framePlugin(): Plugin {
  return new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged || tr.getMeta(ySyncPluginKey) !== undefined) return true;
      const isWords = tr.steps.every((step, i) => isInOneText(tr.docs[i], step.getMap()));
      return isWords && hasSameFrame(state.doc, tr.doc);
    },
  });
}

export const keepFrame: Extension = Extension.create({
  name: 'keepFrame',
  addProseMirrorPlugins: () => [framePlugin()],
});

/** A change with an end outside of paragraphs has no place in the text, and is widened into the next. */
function isInOneText(doc: Node | undefined, map: StepMap): boolean {
  let isInside = true;
  map.forEach((start, end) => {
    const [from, to] = doc ? [doc.resolve(start), doc.resolve(end)] : [];
    isInside &&= from !== undefined && to !== undefined && areInOneText(from, to);
  });
  return isInside;
}

function areInOneText($from: ResolvedPos, $to: ResolvedPos): boolean {
  const depth = innermost($from);
  const isText = $from.parent.isTextblock && $to.parent.isTextblock;
  return isText && innermost($to) === depth && $from.start(depth) === $to.start(depth);
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
