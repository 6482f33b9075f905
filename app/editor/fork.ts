// The editor of somebody who suggests: the other's text with one's own changes in it. Nothing of it
// reaches the document; after a pause each change becomes a row. When the text below moves on, the
// changes are laid into it anew, held by its own characters.
import { Extension } from '@tiptap/core';
import { type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin, Selection } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep } from '@tiptap/pm/transform';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import type { OwnRow } from '#app/collab/kept-suggestions.ts';
import { type AnchorPart, type LinearText, linearText } from '#shared/anchors.ts';
import { changedBy, differenceOf, forkOf, type Patch, patchesOf, tidied } from '#shared/fork.ts';
import { idFrom } from '#shared/ids.ts';
import type { InHand } from '#shared/in-hand.ts';
import { type Places, placesOf } from '#shared/places.ts';
import type { Side } from '#shared/roles.ts';
import { resolveSpan, type Span, spanOf } from '#shared/spans.ts';
import { sliceText, suggestingSide } from '#shared/suggestions.ts';
import { ForkRows, type Held } from './fork-rows.ts';
import { type Fork, forkKey } from './fork-state.ts';
import { Telling } from './in-hand.ts';

export interface ForkHost {
  mirror: Y.Doc;
  part: AnchorPart;
  /** One's own open rows of this part, as the server has them. */
  rows(): readonly OwnRow[];
  send(row: OwnRow): void;
  withdraw(id: string): void;
  /** What is being typed, for the others to see until it is sent. */
  tell(changes: readonly InHand[]): void;
  /** What a struck passage is called for who cannot see it. */
  words: { removed: string };
}

/** A person who stops typing this long has said something; who does not, after the other. */
const pauseMs = 500;
const mostMs = 1_500;

export const fork = (host: ForkHost): Extension =>
  Extension.create({
    name: 'fork',
    // Before whatever draws on it.
    priority: 1_000,
    addProseMirrorPlugins: () => [plugin(host)],
  });

const relays = new WeakMap<EditorView, Relay>();

/** Lays the rows into the text again, after they changed. */
export const relayFork = (view: EditorView): void => relays.get(view)?.again();

function plugin(host: ForkHost): Plugin<Fork> {
  return new Plugin<Fork>({
    key: forkKey,
    state: {
      init: (_config, { doc }) => ({ base: doc, places: placesOf(doc), changes: [] }),
      apply(tr, was) {
        const set = tr.getMeta(forkKey) as Fork | undefined;
        if (set) return set;
        if (!tr.docChanged) return was;
        let { changes } = was;
        for (const map of tr.mapping.maps) changes = changedBy(changes, map, newId);
        return { ...was, changes };
      },
    },
    // How words look is not suggested, only what they are.
    filterTransaction: (tr) =>
      !tr.steps.some((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep),
    props: { decorations: (state) => drawn(state, host) },
    view: (view) => {
      const relay = new Relay(view, host);
      relays.set(view, relay);
      return relay;
    },
  });
}

/** Keeps the fork on its text and its rows on the fork. */
class Relay {
  readonly #view: EditorView;
  readonly #host: ForkHost;
  readonly #rows = new ForkRows(newId);
  /** Rows that stood in the text when it was last looked at. */
  #stood = new Set<string>();
  /** Where one's changes stood before the text moved on. */
  #held: Held[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitsSince = 0;
  #isBehind = false;
  readonly #telling: Telling;

  constructor(view: EditorView, host: ForkHost) {
    this.#view = view;
    this.#host = host;
    this.#telling = new Telling({ changes: () => this.#inHand(), tell: host.tell });
    host.mirror.on('beforeTransaction', this.#hold);
    host.mirror.on('afterTransaction', this.#follow);
    window.addEventListener('pagehide', this.#flush);
    queueMicrotask(() => this.#relay([]));
  }

  update(view: EditorView, before: EditorState): void {
    const [now, was] = [forkKey.getState(view.state), forkKey.getState(before)];
    if (now !== was && !view.state.doc.eq(before.doc)) {
      this.#schedule();
      this.#telling.changed();
    }
  }

  destroy(): void {
    this.#flush();
    this.#telling.end();
    this.#host.mirror.off('beforeTransaction', this.#hold);
    this.#host.mirror.off('afterTransaction', this.#follow);
    window.removeEventListener('pagehide', this.#flush);
    clearTimeout(this.#timer);
  }

  #hold = (): void => {
    this.#held ??= held(this.#view.state, this.#host);
  };

  #follow = (transaction: Y.Transaction): void => {
    const before = this.#held ?? [];
    this.#held = null;
    if (transaction.changed.size > 0) this.#relay(before);
  };

  /** Also when the rows changed; in the midst of a composition it waits. */
  again(): void {
    this.#isBehind = this.#view.composing;
    if (this.#isBehind || this.#rows.areAs(this.#host.rows(), this.#stood)) return;
    this.#relay(held(this.#view.state, this.#host));
  }

  #relay(before: readonly Held[]): void {
    const view = this.#view;
    if (view.isDestroyed) return;
    const { mirror, part } = this.#host;
    const { schema } = view.state;
    const linear = linearText(mirror, part);
    const base = yXmlFragmentToProseMirrorRootNode(mirror.getXmlFragment(part), schema);
    const places = placesOf(base);
    const patches: Patch[] = [];
    const place = (span: Span, slice: Slice, row: string): boolean => {
      const found = stretchOf({ mirror, linear, places }, span);
      if (found) patches.push({ ...found, slice, row });
      return found !== null;
    };
    const { changes: standing, fresh } = this.#rows.settled(before, this.#host.rows());
    for (const one of standing) {
      // Its place is gone before it was sent: it is kept as a row, to be read beside the text.
      if (!place(one.span, one.slice, one.row) && this.#rows.isNew(one)) this.#send(one);
    }
    for (const { id, span, slice } of fresh) place(span, Slice.fromJSON(schema, slice), id);
    const { doc, changes } = forkOf(base, patches);
    this.#show({ doc, fork: { base, places, changes } });
    if (fresh.length > 0) this.#noteLaid(new Set(fresh.map(({ id }) => id)));
  }

  #noteLaid(fresh: ReadonlySet<string>): void {
    for (const one of held(this.#view.state, this.#host))
      if (fresh.has(one.row)) this.#rows.laid(one);
  }

  #show({ doc, fork: next }: { doc: Node; fork: Fork }): void {
    const { state } = this.#view;
    const step = differenceOf(state.doc, doc);
    const tr = step ? state.tr.replace(step.from, step.to, step.slice) : state.tr;
    if (!tr.doc.eq(doc)) tr.replaceWith(0, tr.doc.content.size, doc.content);
    // All of an empty editor is selected, and stays selected as the text comes: a first click would
    // find it there, and the first letter would replace it.
    if (state.doc.content.size === 0) tr.setSelection(Selection.atStart(tr.doc));
    tr.setMeta(forkKey, next).setMeta('addToHistory', false);
    // To everything else in the editor it came from the others, as it mostly did.
    tr.setMeta(ySyncPluginKey, { isChangeOrigin: true });
    this.#view.dispatch(tr);
    this.#stood = new Set(next.changes.map(({ row }) => row));
  }

  #schedule(): void {
    const now = Date.now();
    if (!this.#timer) this.#waitsSince = now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pauseMs, this.#waitsSince + mostMs - now));
    this.#timer = setTimeout(this.#flush, wait);
  }

  #flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const view = this.#view;
    if (view.isDestroyed) return;
    // The end of a composition need not change the text, so nothing else would ask again.
    if (view.composing) return this.#schedule();
    const state = forkKey.getState(view.state) as Fork;
    const changes = tidied(state.base, view.state.doc, state.changes);
    const standing = new Set(changes.map(({ row }) => row));
    const had = new Set([...this.#stood, ...state.changes.map(({ row }) => row)]);
    for (const id of had) {
      if (!standing.has(id) && this.#rows.forget(id)) this.#host.withdraw(id);
    }
    view.dispatch(
      view.state.tr.setMeta(forkKey, { ...state, changes }).setMeta('addToHistory', false),
    );
    for (const one of held(view.state, this.#host)) this.#send(one);
    this.#stood = standing;
    if (this.#isBehind) this.again();
  };

  /** What stands in the fork and was not sent like that. */
  #inHand(): { change: InHand; isSent: boolean }[] {
    if (this.#view.isDestroyed) return [];
    return held(this.#view.state, this.#host).map((one) => ({
      change: { id: one.row, span: one.span, text: sliceText(one.slice) },
      isSent: this.#rows.isSent(one),
    }));
  }

  #send(one: Held): void {
    const row = this.#rows.toSend(one);
    if (row) this.#host.send(row);
  }
}

const newId = () => idFrom(crypto.getRandomValues(new Uint8Array(20)));

/** One's changes, each held by the characters of the text below. */
function held(state: EditorState, { mirror, part }: ForkHost): Held[] {
  const { base, places, changes } = forkKey.getState(state) as Fork;
  if (changes.length === 0) return [];
  const linear = linearText(mirror, part);
  return patchesOf(state.doc, tidied(base, state.doc, changes)).flatMap(
    ({ from, to, slice, row }) => {
      const span = spanOf(linear, { part, from: places.index(from), to: places.index(to) });
      return span ? [{ span, slice, row }] : [];
    },
  );
}

function stretchOf(
  { mirror, linear, places }: { mirror: Y.Doc; linear: LinearText; places: Places },
  span: Span,
): { from: number; to: number } | null {
  const found = resolveSpan(mirror, span, linear);
  if (found.state !== 'exact' && found.state !== 'moved') return null;
  const from = places.position(found.from);
  const to = places.position(found.to);
  return from === null || to === null ? null : { from, to };
}

/** What was put in is marked, what was taken out stands struck before it. */
function drawn(state: EditorState, { part, words }: ForkHost): DecorationSet {
  const side = suggestingSide(part);
  const { base, changes } = forkKey.getState(state) as Fork;
  return DecorationSet.create(
    state.doc,
    changes.flatMap(({ from, to, at, end, row }) => {
      const marks: Decoration[] = [];
      const old = base.textBetween(from, to, '\n', '\n');
      const attributes = { class: `suggested suggested-${side}`, 'data-suggestion': row };
      if (at < end) marks.push(Decoration.inline(at, end, attributes, { inclusiveEnd: true }));
      if (old !== '') {
        const strike = () => struck(old, { row, side, removed: words.removed });
        marks.push(Decoration.widget(at, strike, { side: -1, key: `${row}:${old}` }));
      }
      return marks;
    }),
  );
}

function struck(
  text: string,
  { row, side, removed }: { row: string; side: Side; removed: string },
): HTMLElement {
  const shown = document.createElement('del');
  shown.className = `struck struck-${side}`;
  shown.contentEditable = 'false';
  shown.textContent = text.replaceAll('\n', '↵\n');
  shown.setAttribute('aria-label', `${removed}: ${text}`);
  shown.dataset['suggestion'] = row;
  return shown;
}
