// Carets in a fork: one's own is told to the others as a place in the text below, and theirs are
// shown where that place lies here. What y-tiptap does for a bound editor, by the same frames.
import { Extension } from '@tiptap/core';
import { type EditorState, Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import * as Y from 'yjs';
import type { Awareness } from 'y-protocols/awareness';
import { browserDevice } from '#app/collab/device.ts';
import { type AnchorPart, linearText, offsetOf } from '#shared/anchors.ts';
import { intoBase, intoFork } from '#shared/fork-places.ts';
import { positionIn } from '#shared/spans.ts';
import { type CaretUser, caret, selectionHue } from './caret.ts';
import { type Fork, forkKey } from './fork-state.ts';

interface Options {
  awareness: Awareness;
  mirror: Y.Doc;
  part: AnchorPart;
}

interface Shown {
  user?: CaretUser;
  cursor?: { anchor: unknown; head: unknown } | null;
}

export const forkCarets = (options: Options): Extension =>
  Extension.create({ name: 'forkCarets', addProseMirrorPlugins: () => [plugin(options)] });

function plugin(options: Options): Plugin {
  const { awareness } = options;
  return new Plugin({
    props: { decorations: (state) => drawn(state, options) },
    view(view) {
      const redraw = ({ added, updated, removed }: Record<string, number[]>) => {
        const others = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])];
        if (view.isDestroyed || others.every((id) => id === awareness.clientID)) return;
        browserDevice.readSelection();
        view.dispatch(view.state.tr.setMeta('carets', true));
      };
      const tell = () => publish(view, options);
      awareness.on('change', redraw);
      view.dom.addEventListener('focus', tell);
      view.dom.addEventListener('blur', tell);
      return {
        update: tell,
        destroy() {
          awareness.off('change', redraw);
          view.dom.removeEventListener('focus', tell);
          view.dom.removeEventListener('blur', tell);
        },
      };
    },
  });
}

function publish(view: EditorView, { awareness, mirror, part }: Options): void {
  if (view.isDestroyed || !view.hasFocus()) return;
  const { places, changes } = forkKey.getState(view.state) as Fork;
  const linear = linearText(mirror, part);
  const { anchor, head } = view.state.selection;
  const [from, to] = [anchor, head].map((position) =>
    positionIn(linear, places.index(intoBase(changes, position))),
  );
  if (!from || !to) return;
  const before = (awareness.getLocalState() as Shown | null)?.cursor;
  const isSame =
    before &&
    Y.compareRelativePositions(relative(before.anchor), from) &&
    Y.compareRelativePositions(relative(before.head), to);
  if (!isSame) awareness.setLocalStateField('cursor', { anchor: from, head: to });
}

const relative = (json: unknown): Y.RelativePosition => Y.createRelativePositionFromJSON(json);

function drawn(state: EditorState, { awareness, mirror, part }: Options): DecorationSet {
  const fork = forkKey.getState(state) as Fork;
  const linear = linearText(mirror, part);
  const place = (json: unknown, edge: 'start' | 'end'): number | null => {
    const index = offsetOf(mirror, linear, relative(json));
    const position = index === null ? null : fork.places.position(index);
    return position === null ? null : intoFork(fork.changes, position, edge);
  };
  const found: Decoration[] = [];
  for (const [clientId, one] of awareness.getStates() as Map<number, Shown>) {
    if (clientId === awareness.clientID || !one.cursor || !one.user) continue;
    const [anchor, head] = [place(one.cursor.anchor, 'start'), place(one.cursor.head, 'end')];
    if (anchor === null || head === null) continue;
    const { user } = one;
    found.push(Decoration.widget(head, () => caret(user), { key: `${clientId}`, side: 10 }));
    if (anchor !== head) {
      const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
      found.push(Decoration.inline(from, to, { class: selectionHue(user) }));
    }
  }
  return DecorationSet.create(state.doc, found);
}
