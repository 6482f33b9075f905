// What is drawn on a text without being in it: tags and mentions, passages that threads hold on
// to, the fold line. Decorations only; while an input method composes, they stay where they are.
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { Connection } from '#app/collab/connection.ts';
import { browserDevice } from '#app/collab/device.ts';
import {
  type AnchorPart,
  type BlockAnchor,
  linearText,
  resolveAnchor,
  type TextAnchor,
} from '#shared/anchors.ts';
import type { Side } from '#shared/roles.ts';
import { resolveSpan, type Span } from '#shared/spans.ts';
import { coverageDecorations } from './coverage.ts';
import { placesIn } from './fork-state.ts';
import { inHandOf, type OthersInHand, watchInHand } from './in-hand.ts';

export interface Passage {
  id: string;
  anchor: TextAnchor | BlockAnchor;
  /** Whose thread it is: decides the hue. */
  side: Side;
  active?: boolean;
}

/** A suggestion of somebody else than the writer of this editor. */
export interface Proposal {
  id: string;
  span: Span;
  /** What would stand there. */
  text: string;
  side: Side;
  name: string;
  active?: boolean;
  /** One that was answered is not drawn, whatever its author types on. */
  isOpen: boolean;
}

export interface Annotations {
  passages: readonly Passage[];
  proposals: readonly Proposal[];
  /** UTF-16 index in the copied text, or null. */
  foldAt: number | null;
  foldWords: string;
  /** Talking points in their order, and the one that is being looked at. */
  coverage: { pointIds: readonly string[]; active: string | null; title: string };
}

interface Options {
  doc: Y.Doc;
  connection: Pick<Connection, 'awareness' | 'userId'>;
  part: AnchorPart;
  tags: boolean;
  current(): Annotations;
}

export const annotationsKey = new PluginKey<DecorationSet>('annotations');

/** Draws again with what `current` says now. */
export function redraw(view: EditorView): void {
  if (view.isDestroyed) return;
  browserDevice.readSelection();
  view.dispatch(view.state.tr.setMeta(annotationsKey, true));
}

export function annotations(options: Options): Extension {
  return Extension.create({
    name: 'annotations',
    addProseMirrorPlugins: () => [plugin(options)],
  });
}

function plugin(options: Options): Plugin<DecorationSet> {
  let composing = false;
  // The editor's own change reaches the Yjs document only after the state was made, so what is
  // read from there is drawn again a moment later; until then marks move with the text.
  let isStale = false;
  return new Plugin<DecorationSet>({
    key: annotationsKey,
    state: {
      init: (_config, state) => draw(state, options),
      apply(tr, before, _old, state) {
        const isOwn = tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined;
        if (isOwn) isStale = true;
        if (composing || isOwn) return before.map(tr.mapping, tr.doc);
        return tr.docChanged || tr.getMeta(annotationsKey) ? draw(state, options) : before;
      },
    },
    view: (shown) => {
      const { awareness, userId } = options.connection;
      return {
        update(view) {
          if (!isStale || composing) return;
          isStale = false;
          // Before it is painted, and not in the same breath as the key: together they might hold it up.
          requestAnimationFrame(() => redraw(view));
        },
        destroy: watchInHand(awareness, userId, () => queueMicrotask(() => redraw(shown))),
      };
    },
    props: {
      decorations: (state) => annotationsKey.getState(state),
      handleDOMEvents: {
        compositionstart: () => void (composing = true),
        compositionend: (view) => {
          composing = false;
          setTimeout(() => redraw(view));
        },
      },
    },
  });
}

function draw(state: EditorState, options: Options): DecorationSet {
  const { passages, proposals, foldAt, foldWords, coverage } = options.current();
  const linear = linearText(options.doc, options.part);
  const place = placesIn(state);
  const found: Decoration[] = options.tags ? tags(state.doc) : [];
  for (const { id, anchor, side, active } of passages) {
    const shade = active ? 'passage-active' : '';
    // Two threads on the same words share an element, and with it the plain attribute.
    const marks = { 'data-thread': id, [`data-thread-${id}`]: '' };
    if (anchor.kind === 'block') {
      const block = blockAt(state.doc, anchor.blockId);
      const hue = `passage-block passage-block-${side} ${shade}`;
      if (block)
        found.push(Decoration.node(block.from, block.to, { ...marks, class: hue }, { id }));
      continue;
    }
    const resolved = resolveAnchor(options.doc, anchor, linear);
    if (resolved.state === 'orphaned') continue;
    const [from, to] = [place(resolved.from), place(resolved.to)];
    if (from === null || to === null || from >= to) continue;
    const hue = `passage passage-${side} ${shade}`;
    found.push(Decoration.inline(from, to, { ...marks, class: hue }, { id }));
  }
  const { awareness, userId } = options.connection;
  for (const proposal of typedOn(proposals, inHandOf(awareness, userId), options.part)) {
    const stretch = resolveSpan(options.doc, proposal.span, linear);
    if (stretch.state !== 'exact' && stretch.state !== 'moved') continue;
    const [from, to] = [place(stretch.from), place(stretch.to)];
    if (from !== null && to !== null) found.push(...proposed(proposal, from, to));
  }
  found.push(...coverageDecorations(state.doc, coverage));
  const fold = foldAt === null ? null : place(foldAt);
  if (fold !== null)
    found.push(Decoration.widget(fold, () => foldLine(foldWords), { side: 1, key: 'fold' }));
  return DecorationSet.create(state.doc, found);
}

/** Under way to be sent: there is no card of it yet. */
type Begun = Proposal & { isBegun?: boolean };

/** Open proposals as their authors have them at this moment, and those that are only begun. */
function typedOn(
  proposals: readonly Proposal[],
  inHand: readonly OthersInHand[],
  part: AnchorPart,
): Begun[] {
  const known = new Map<string, Begun>(proposals.map((one) => [one.id, one]));
  for (const one of inHand) {
    const row = known.get(one.id);
    if (one.span.part !== part || row?.isOpen === false) continue;
    known.set(one.id, { isOpen: true, isBegun: !row, ...row, ...one });
  }
  return [...known.values()].filter(({ isOpen }) => isOpen);
}

function proposed({ id, text, side, name, active, isBegun }: Begun, from: number, to: number) {
  const shade = isBegun ? 'suggestion-begun' : active ? 'suggestion-active' : '';
  const marks: Decoration[] = [];
  if (from < to) {
    const attributes = {
      class: `struck struck-${side} ${shade}`,
      ...(!isBegun && { 'data-suggestion': id }),
    };
    marks.push(Decoration.inline(from, to, attributes));
  }
  const added = () => {
    const shown = document.createElement('ins');
    shown.className = `suggested suggested-${side} ${shade}`;
    shown.contentEditable = 'false';
    if (!isBegun) shown.dataset['suggestion'] = id;
    shown.title = name;
    shown.textContent = text;
    return shown;
  };
  // A key of its words: drawn again only when they change.
  if (text !== '') {
    marks.push(Decoration.widget(to, added, { side: 1, key: `${id}:${shade}:${text}` }));
  }
  return marks;
}

function blockAt(doc: Node, id: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  doc.descendants((node, from) => {
    if (node.attrs['id'] === id) found ??= { from, to: from + node.nodeSize };
    return found === null && !node.isTextblock;
  });
  return found;
}

/** The threads on what was pressed; none where it is on no marked words. */
export function threadsUnder(view: EditorView, event: MouseEvent): string[] {
  const marked = (event.target as HTMLElement).closest<HTMLElement>('[data-thread]');
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!marked || !at) return [];
  const under = annotationsKey.getState(view.state)?.find(at.pos, at.pos) ?? [];
  const ids = under.flatMap(({ spec }) => (spec as { id?: string }).id ?? []);
  const own = marked.dataset['thread'];
  return [...new Set(own ? [own, ...ids] : ids)];
}

function foldLine(words: string): HTMLElement {
  const line = document.createElement('span');
  line.className = 'fold-line';
  line.contentEditable = 'false';
  line.title = words;
  line.setAttribute('role', 'img');
  line.setAttribute('aria-label', words);
  return line;
}

const tagPattern = /[#@][\p{L}\p{M}\p{N}_.]+/gu;

function tags(doc: Node): Decoration[] {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isText || !node.text) return;
    for (const match of node.text.matchAll(tagPattern)) {
      const from = position + match.index;
      found.push(Decoration.inline(from, from + match[0].length, { class: 'tag' }));
    }
  });
  return found;
}
