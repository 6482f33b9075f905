// A quiet underline where a rule found something: ink, never a hue. It moves with the text while one
// types and is drawn anew when the text has been judged again; while an input method composes it waits.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { browserDevice } from '#app/collab/device.ts';
import { placesOf } from './annotations.ts';

/** A stretch of the part's copied text. */
export interface RuleMark {
  start: number;
  end: number;
  look: 'must-fix' | 'worth-a-look';
}

const key = new PluginKey<DecorationSet>('ruleMarks');

export function drawRules(view: EditorView): void {
  if (view.isDestroyed || view.composing) return;
  browserDevice.readSelection();
  view.dispatch(view.state.tr.setMeta(key, true));
}

export function ruleMarks(current: () => readonly RuleMark[]): Extension {
  return Extension.create({
    name: 'ruleMarks',
    addProseMirrorPlugins: () => [plugin(current)],
  });
}

function plugin(current: () => readonly RuleMark[]): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc, current()),
      apply: (tr, before) =>
        tr.getMeta(key) ? draw(tr.doc, current()) : before.map(tr.mapping, tr.doc),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: { compositionend: (view) => void setTimeout(() => drawRules(view)) },
    },
  });
}

function draw(doc: Node, marks: readonly RuleMark[]): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty;
  const place = placesOf(doc);
  const drawn = marks.flatMap(({ start, end, look }) => {
    const [from, to] = [place(start), place(end)];
    if (from === null || to === null || from >= to) return [];
    return [Decoration.inline(from, to, { class: `rule-mark rule-${look}` })];
  });
  return DecorationSet.create(doc, drawn);
}
