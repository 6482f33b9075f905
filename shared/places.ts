// Places in an editor's document as indices of its linear text (shared/anchors: a line break between
// paragraphs and for each hard break), and back. One walk; it knows nothing of Yjs or of a view.
import type { Node } from '@tiptap/pm/model';

interface Run {
  /** Index in the linear text. */
  at: number;
  /** Position in the document. */
  position: number;
  length: number;
}

export interface Places {
  text: string;
  /** A position inside a paragraph; null in a document without one. */
  position(index: number): number | null;
  /** The index of a position; one between paragraphs counts as the end of the earlier. */
  index(position: number): number;
}

export function placesOf(doc: Pick<Node, 'descendants'>): Places {
  const runs: Run[] = [];
  let text = '';
  let paragraphs = 0;
  const run = (position: number, words: string) => {
    runs.push({ at: text.length, position, length: words.length });
    text += words;
  };
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
      run(position + 1, '');
    } else if (node.type.name === 'hardBreak') {
      text += '\n';
      run(position + 1, '');
    } else if (node.isText && node.text) run(position, node.text);
  });
  return {
    text,
    position(index) {
      const found = runs[lastWhere(runs, (one) => one.at <= index)];
      return found ? found.position + Math.min(index - found.at, found.length) : null;
    },
    index(position) {
      const found = runs[lastWhere(runs, (one) => one.position <= position)];
      return found ? found.at + Math.min(position - found.position, found.length) : 0;
    },
  };
}

/** Of runs in order, the last that the question is true of; -1 for none. */
function lastWhere(runs: readonly Run[], is: (run: Run) => boolean): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(runs[middle] as Run)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const pair = /^[\ud800-\udbff][\udc00-\udfff]$/;

/**
 * The same range without half an emoji at either end. Yjs replaces both halves where a mark begins
 * between them, and a place may come from somebody who may not change a letter.
 */
export function wholeCharacters(doc: Node, { from, to }: { from: number; to: number }) {
  const isBetween = (at: number) =>
    at > 0 && at < doc.content.size && pair.test(doc.textBetween(at - 1, at + 1));
  return { from: isBetween(from) ? from - 1 : from, to: isBetween(to) ? to + 1 : to };
}
