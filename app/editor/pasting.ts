// What comes in by paste or drop: as plain text where a platform takes nothing else, never with
// blocks that are not the writer's own to make, and stopped before it is too much: an update that
// the server refuses could not be taken out of the writer's document again.
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export interface PasteLimits {
  /** Characters this text may hold. */
  maxCharacters: number;
  /** Plain text only. */
  plain: boolean;
  onTooLong(): void;
}

interface Incoming {
  slice: Slice;
  data: DataTransfer | null;
  /** Where it was dropped; null for the selection. */
  at: number | null;
}

/** One change as an update: the server takes 256 KiB, and Thai is three bytes a letter. */
const maxBytes = 192 * 1024;
/** What a paragraph and its text cost in an update beside their letters. */
const bytesPerBlock = 48;

/** True when it has been dealt with: refused, or taken in as lines. */
export function takeIn(view: EditorView, { slice, data, at }: Incoming, limits: PasteLimits) {
  const text = data?.getData('text/plain') || textOf(slice.content);
  // A file belongs into the strip of pictures; the browser would leave the page for it.
  if (text === '') return (data?.files.length ?? 0) > 0;
  const lines = text.split(/\r\n?|\n/);
  const { from, to } = at === null ? view.state.selection : { from: at, to: at };
  const replaced = view.state.doc.textBetween(from, to).length;
  const length = view.state.doc.textContent.length - replaced + text.length;
  if (length > limits.maxCharacters || weightOf(text, lines.length) > maxBytes) {
    limits.onTooLong();
    return true;
  }
  // Words of this draft that carry a talking point go on carrying it.
  if (!hasContainers(slice.content) && (!limits.plain || hasCoverage(slice.content))) return false;
  const { tr, schema } = view.state;
  if (at !== null) tr.setSelection(Selection.near(tr.doc.resolve(at)));
  view.dispatch(
    tr.replaceSelection(linesSlice(schema, lines)).setMeta('uiEvent', 'paste').scrollIntoView(),
  );
  return true;
}

export function weightOf(text: string, blocks: number): number {
  return new TextEncoder().encode(text).length + blocks * bytesPerBlock;
}

const textOf = (content: Fragment): string => content.textBetween(0, content.size, '\n', '\n');

/** Fields, points, rows and frames are made by their buttons, not by what was copied elsewhere. */
function hasContainers(content: Fragment): boolean {
  let found = false;
  content.descendants((node: Node) => {
    found ||= node.type.spec.isolating === true;
    return !found;
  });
  return found;
}

function hasCoverage(content: Fragment): boolean {
  let found = false;
  content.descendants(({ marks }: Node) => {
    found ||= marks.some(({ type }) => type.name === 'coverage');
    return !found;
  });
  return found;
}

/** A paragraph per line; the first and last join what they are pasted into. */
function linesSlice(schema: Schema, lines: readonly string[]): Slice {
  const paragraphs = lines.map((line) =>
    schema.nodes['paragraph']!.create(null, line === '' ? null : schema.text(line)),
  );
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
}
