// Markdown as pieces. HTML in it is the letters it is; a picture is the words that describe it.
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Piece, Said } from '#shared/bring-in/passages.ts';
import type { Run } from '#shared/export/document.ts';
import { safeHref } from '#shared/schema/text.ts';

/** Text is Markdown when it has a heading: stars and lines alone are in any text. */
export const isMarkdown = (text: string): boolean => /^ {0,3}#{1,6}[ \t]+\S/m.test(text);

export function readMarkdown(text: string): Piece[] {
  return piecesOf(fromMarkdown(text), 'text');
}

function piecesOf(node: Nodes, kind: Said['kind']): Piece[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, runs: childRuns(node, {}) }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'listItem':
      return itemPieces(node);
    case 'root':
    case 'list':
    case 'blockquote':
      return node.children.flatMap((child) => piecesOf(child, kind));
    default:
      return [{ kind, runs: runsOf(node, {}) }];
  }
}

/** Paragraphs of an item stay one item, parted by an empty line; a list within becomes items too. */
function itemPieces(item: Parents): Piece[] {
  const runs: Run[] = [];
  const inner: Piece[] = [];
  for (const child of item.children) {
    if (child.type === 'list') inner.push(...piecesOf(child, 'item'));
    else {
      if (runs.length > 0) runs.push({ text: '\n\n' });
      runs.push(...piecesOf(child, 'item').flatMap((one) => ('runs' in one ? one.runs : [])));
    }
  }
  return [{ kind: 'item', runs }, ...inner];
}

type Look = Omit<Run, 'text'>;

function runsOf(node: Nodes, look: Look): Run[] {
  switch (node.type) {
    case 'text':
      return [{ ...look, text: kept(node.value) }];
    case 'break':
      return [{ ...look, text: '\n' }];
    case 'strong':
      return childRuns(node, { ...look, strong: true });
    case 'emphasis':
      return childRuns(node, { ...look, emphasis: true });
    case 'link': {
      const link = safeHref(node.url);
      // What cannot be pressed is still said.
      if (link === null) return [...childRuns(node, look), { ...look, text: ` (${node.url})` }];
      return childRuns(node, { ...look, link });
    }
    case 'image':
      return [{ ...look, text: [node.alt, node.url].filter(Boolean).join(' ') }];
    case 'definition':
      return [{ ...look, text: `${node.label ?? node.identifier}: ${node.url}` }];
    default:
      if ('children' in node) return childRuns(node, look);
      return 'value' in node ? [{ ...look, text: node.value }] : [];
  }
}

const childRuns = (node: Parents, look: Look): Run[] =>
  node.children.flatMap((child) => runsOf(child, look));

/** Our own writer keeps the white space at the start of a line so. */
const kept = (text: string) => text.replaceAll('\u00a0', ' ');
