// A quiet underline where a rule found something: ink, never a hue. It moves with the text while one
// types and is drawn anew when the text has been judged again; while an input method composes it waits.
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { browserDevice } from '#app/collab/device.ts';
import { placesIn } from './fork-state.ts';

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
      init: (_config, state) => draw(state, current()),
      apply: (tr, before, _old, state) =>
        tr.getMeta(key) ? draw(state, current()) : before.map(tr.mapping, tr.doc),
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: { compositionend: (view) => void setTimeout(() => drawRules(view)) },
    },
  });
}

function draw(state: EditorState, marks: readonly RuleMark[]): DecorationSet {
  if (marks.length === 0) return DecorationSet.empty;
  const place = placesIn(state);
  const drawn = marks.flatMap(({ start, end, look }) => {
    const [from, to] = [place(start), place(end)];
    if (from === null || to === null || from >= to) return [];
    return [Decoration.inline(from, to, { class: `rule-mark rule-${look}` })];
  });
  return DecorationSet.create(state.doc, drawn);
}
