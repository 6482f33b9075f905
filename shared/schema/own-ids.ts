// Keeps block ids unique without two clients repairing the same thing: a new id is given only by
// the client whose own transaction made the block. It must not look at the view or at Yjs.
import type { Node, Slice } from '@tiptap/pm/model';
import { Fragment, Slice as SliceOf } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';

/** Where y-tiptap's sync plugin says that a transaction came from the shared document. */
const ySyncKey = 'y-sync$';

const isRemote = (tr: Transaction): boolean =>
  (tr.getMeta(ySyncKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true;

export const ownIdsKey = new PluginKey('ownIds');

interface OwnIds {
  /** Node types whose `id` attribute must be there and unique. */
  types: readonly string[];
  newId: () => string;
}

export function ownIdsPlugin({ types, newId }: OwnIds): Plugin {
  return new Plugin({
    key: ownIdsKey,
    appendTransaction: (transactions, _before, state) =>
      giveIds(state, ownRanges(transactions), { types, newId }),
    props: {
      // A block dragged within the document is moved, so it stays itself.
      transformPasted: (slice, view) => (view.dragging?.move ? slice : withoutIds(slice)),
    },
  });
}

type Range = [from: number, to: number];

/** What one's own transactions touched, in positions of the last document. */
export function ownRanges(transactions: readonly Transaction[]): Range[] {
  const ranges: Range[] = [];
  transactions.forEach((tr, index) => {
    if (!tr.docChanged || isRemote(tr)) return;
    const later = transactions.slice(index + 1).flatMap((next) => next.mapping.maps);
    tr.mapping.maps.forEach((map, step) => {
      const rest = new Mapping([...tr.mapping.maps.slice(step + 1), ...later]);
      map.forEach((_from, _to, from, to) => {
        ranges.push([rest.map(from, -1), rest.map(to, 1)]);
      });
    });
  });
  return ranges;
}

/** The transaction that gives an id to every touched block that has none of its own, or null. */
function giveIds(state: EditorState, ranges: Range[], { types, newId }: OwnIds) {
  if (ranges.length === 0) return null;
  const seen = new Set<unknown>();
  const tr = state.tr;
  state.doc.descendants((node, position) => {
    if (!types.includes(node.type.name)) return;
    const id: unknown = node.attrs['id'];
    const taken = typeof id !== 'string' || id === '' || seen.has(id);
    seen.add(id);
    if (taken && ranges.some(([from, to]) => from <= position && position < to)) {
      tr.setNodeAttribute(position, 'id', newId());
    }
  });
  return tr.docChanged ? tr : null;
}

/** The slice with no ids, as if its blocks had just been written. */
export function withoutIds(slice: Slice): Slice {
  return new SliceOf(stripped(slice.content), slice.openStart, slice.openEnd);
}

function stripped(fragment: Fragment): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    if (node.isText) nodes.push(node);
    else {
      const attrs = 'id' in node.attrs ? { ...node.attrs, id: null } : node.attrs;
      nodes.push(node.type.create(attrs, stripped(node.content), node.marks));
    }
  });
  return Fragment.fromArray(nodes);
}
