// Node views in plain DOM for the typed blocks: a heading, a few controls, and the place where the
// text goes. Words come in from the page; nothing here knows React or the network.
import { type Editor, Extension, type NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { ownIdsPlugin } from '#shared/schema/own-ids.ts';

type GetPos = () => number | undefined;

/** An element with classes and children, in one line. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  children: (globalThis.Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Chrome around text: not part of it, not editable, not copied with it. */
export function chrome(
  tag: 'div' | 'header' | 'footer',
  className: string,
  children: (globalThis.Node | string)[],
) {
  const made = el(tag, { class: className, contenteditable: 'false' }, children);
  // A browser puts the caret even here, and the letters after it into the block before.
  made.addEventListener('mousedown', (event) => {
    if (!isControl(event.target as Element)) event.preventDefault();
  });
  return made;
}

const isControl = (target: Element): boolean => target.closest('button, select, input') !== null;

export function button(label: string, text: string, onPress: () => void): HTMLButtonElement {
  const made = el(
    'button',
    { type: 'button', class: 'block-button', 'aria-label': label, title: label },
    [text],
  );
  made.addEventListener('click', onPress);
  return made;
}

/** Says something about a block; its id is read when it is pressed, since a new block has none yet. */
export function commentButton(
  { editor, getPos }: { editor: Editor; getPos: GetPos },
  { label, onPress }: { label: string; onPress(id: string): void },
): HTMLButtonElement {
  const made = button(label, '', () => {
    const at = getPos();
    const id: unknown = at === undefined ? null : editor.state.doc.nodeAt(at)?.attrs['id'];
    if (typeof id === 'string' && id) onPress(id);
  });
  made.append(bubble());
  return made;
}

/** The mark of a comment, as on the page around the text. */
function bubble(): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('class', 'block-icon');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H7l-5 4V6a2 2 0 0 1 2-2z');
  icon.append(path);
  return icon;
}

export interface BlockView {
  dom: HTMLElement;
  contentDOM: HTMLElement;
  /** Shows what the node says now. */
  show(node: Node): void;
}

/** When a view shows its node again although the node itself did not change. */
export type Follow = (editor: Editor, refresh: () => void) => () => void;

/** For what is numbered by its place. */
export const followDocument: Follow = (editor, refresh) => {
  editor.on('update', refresh);
  return () => void editor.off('update', refresh);
};

/** What a view is built for: another one of these is another view. */
const identity = ['field', 'lang', 'kind'];

/** A node view from a function that builds its DOM once and shows the node whenever it changes. */
export function blockView(
  build: (at: { editor: Editor; getPos: GetPos; node: Node }) => BlockView,
  follow: Follow = () => () => undefined,
): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    const view = build({ editor, getPos, node });
    view.show(node);
    let current = node;
    const stop = follow(editor, () => view.show(current));
    return {
      dom: view.dom,
      contentDOM: view.contentDOM,
      update(next) {
        if (next.type !== current.type) return false;
        if (identity.some((name) => next.attrs[name] !== current.attrs[name])) return false;
        current = next;
        view.show(current);
        return true;
      },
      destroy: stop,
      // Controls are the block's own; text goes to the editor.
      stopEvent: (event) => {
        const target = event.target as HTMLElement;
        return !view.contentDOM.contains(target) && isControl(target);
      },
      ignoreMutation: (mutation) =>
        !view.contentDOM.contains(mutation.target) && mutation.type !== 'selection',
    };
  };
}

/** The place of a block among its neighbours, from 1. */
export function ordinal(editor: Editor, getPos: GetPos): number {
  const at = getPos();
  return at === undefined ? 0 : editor.state.doc.resolve(at).index() + 1;
}

export function setAttribute(
  editor: Editor,
  getPos: GetPos,
  name: string,
  value: string | null,
): void {
  const at = getPos();
  if (at === undefined) return;
  editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
}

export function removeBlock(editor: Editor, getPos: GetPos): void {
  const at = getPos();
  const node = at === undefined ? null : editor.state.doc.nodeAt(at);
  if (at === undefined || !node) return;
  editor.view.dispatch(editor.state.tr.delete(at, at + node.nodeSize));
  editor.view.focus();
}

/** Past its neighbour in the same parent. */
export function moveBlock(editor: Editor, getPos: GetPos, by: -1 | 1): void {
  const at = getPos();
  if (at === undefined) return;
  const { doc, tr } = editor.state;
  const $at = doc.resolve(at);
  const node = doc.nodeAt(at);
  const index = $at.index();
  const to = index + by;
  if (!node || to < 0 || to >= $at.parent.childCount) return;
  const neighbour = $at.parent.child(to);
  const target = by < 0 ? at - neighbour.nodeSize : at + neighbour.nodeSize;
  editor.view.dispatch(tr.delete(at, at + node.nodeSize).insert(target, node));
  editor.view.focus();
}

/** Ids for blocks this client makes; `newId` is the caller's randomness. */
export function ownIds(types: readonly string[]): Extension {
  return Extension.create({
    name: 'ownIds',
    addProseMirrorPlugins: () => [ownIdsPlugin({ types, newId: () => crypto.randomUUID() })],
  });
}
