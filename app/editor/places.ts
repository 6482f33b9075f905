// From places in the linear text, as anchors and hints count them, to places in an editor's document.
import type { Node } from '@tiptap/pm/model';

/**
 * From an index in the linear text (shared/anchors: a line break between paragraphs and for each
 * hard break) to a position in the editor's document.
 */
export function placesOf(doc: Node): (index: number) => number | null {
  const runs: { at: number; position: number; length: number }[] = [];
  let at = 0;
  let paragraphs = 0;
  doc.descendants((node, position) => {
    if (node.type.name === 'paragraph') {
      if (paragraphs > 0) at += 1;
      paragraphs += 1;
      if (node.content.size === 0) runs.push({ at, position: position + 1, length: 0 });
    } else if (node.type.name === 'hardBreak') {
      at += 1;
    } else if (node.isText && node.text) {
      runs.push({ at, position, length: node.text.length });
      at += node.text.length;
    }
  });
  return (index) => {
    const run = runs.findLast((one) => one.at <= index);
    if (!run) return null;
    return run.position + Math.min(index - run.at, run.length);
  };
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
