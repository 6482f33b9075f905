// The draft's schema depends on the part: captions, titles and first comments are paragraphs and
// line breaks because that is what platforms take; formatting exists only in scripts and frames.
import { Mark, mergeAttributes } from '@tiptap/core';
import {
  BoldMark,
  containerNode,
  DocumentNode,
  dataAttribute,
  HardBreakNode,
  ItalicMark,
  idAttribute,
  ParagraphNode,
  TextNode,
} from './text.ts';

/** Part of the handshake. Raise it with every node, mark or attribute added; never remove one. */
export const draftSchemaVersion = 1;

/** "This passage carries talking point pointId." Several may lie on the same words. */
export const CoverageMark = Mark.create({
  name: 'coverage',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({ pointId: dataAttribute('pointId', null) }),
  // Words that are cut and put elsewhere in the draft take it along.
  parseHTML: () => [{ tag: 'span[data-coverage]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-coverage': '' }),
    0,
  ],
});

/** One moment of the video; its cells stand side by side. */
export const ScriptRowNode = containerNode('scriptRow', { id: idAttribute }, 'scriptCell*');

/** `kind` is a CellKind. In no group, so that a cell lives only in a row. */
export const ScriptCellNode = containerNode('scriptCell', {
  kind: dataAttribute('kind', 'said'),
}).extend({ group: '' });

/** One story slide: its words, and the id of the picture in the draft's media list. */
export const FrameNode = containerNode('frame', {
  id: idAttribute,
  media: dataAttribute('media', null),
});

const plain = [DocumentNode, ParagraphNode, TextNode, HardBreakNode, CoverageMark];
const formatted = [...plain, BoldMark, ItalicMark];

/** Also for the title and the first comment. */
export const captionExtensions = plain;
export const scriptExtensions = [...formatted, ScriptRowNode, ScriptCellNode];
export const framesExtensions = [...formatted, FrameNode];

/** Blocks whose ids must be unique in their part. */
export const draftIdTypes = ['scriptRow', 'frame'] as const;
