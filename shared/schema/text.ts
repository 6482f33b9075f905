// Nodes and marks that guidelines and drafts share, for browser and server alike: it must not know
// the editor's view. Content expressions only loosen (`block*`, `inline*`): y-tiptap deletes a
// node whose content does not fit, for everybody, and two legal edits may together not fit.
import { Mark, Node, mergeAttributes } from '@tiptap/core';
import Bold from '@tiptap/extension-bold';
import Document from '@tiptap/extension-document';
import HardBreak from '@tiptap/extension-hard-break';
import Italic from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';

export const DocumentNode = Document.extend({ content: 'block*' });
export const ParagraphNode = Paragraph;
export const TextNode = Text;
export const HardBreakNode = HardBreak;
export const BoldMark = Bold;
export const ItalicMark = Italic;
export const BulletListNode = BulletList.extend({ content: 'listItem*' });
export const ListItemNode = ListItem.extend({ content: 'block*' });

const allowedProtocols = ['http:', 'https:', 'mailto:'];

/** The address when it is an absolute one that we let people click, else null. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string') return null;
  const address = href.trim();
  const protocol = /^[a-z]+:/i.exec(address)?.[0].toLowerCase();
  return protocol !== undefined && allowedProtocols.includes(protocol) ? address : null;
}

/** What we need of an element; shared code is compiled without the DOM's types. */
interface Attributed {
  getAttribute(name: string): string | null;
}

/** A link that never renders another protocol, whatever a client wrote into the document. */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref((element as unknown as Attributed).getAttribute('href'));
          return href === null ? false : { href };
        },
      },
    ];
  },
  renderHTML({ HTMLAttributes, mark }) {
    const href = safeHref(mark.attrs['href']);
    const attributes = mergeAttributes(HTMLAttributes, {
      href,
      rel: 'noopener noreferrer nofollow',
      target: '_blank',
    });
    return ['a', attributes, 0];
  },
});

/** An id that HTML shows but never gives back: pasted blocks are new blocks. */
export const idAttribute = {
  default: null,
  parseHTML: () => null,
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes['id'] === null ? {} : { 'data-id': attributes['id'] },
};

/** An attribute kept in a `data-` attribute of the same name. */
export function dataAttribute(name: string, fallback: string | null) {
  return {
    default: fallback,
    parseHTML: (element: Attributed) => element.getAttribute(`data-${name}`) ?? fallback,
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === null ? {} : { [`data-${name}`]: attributes[name] },
  };
}

/** A block that holds blocks and keeps its edges when its neighbours are joined or split. */
export function containerNode(
  name: string,
  attributes: Record<string, object>,
  content = 'block*',
) {
  return Node.create({
    name,
    group: 'block',
    content,
    isolating: true,
    defining: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      'div',
      mergeAttributes(HTMLAttributes, { 'data-block': name }),
      0,
    ],
  });
}
