// The guidelines document: fields of typed blocks with stable ids. How many points there are, which
// fields must stand and how long the core message is, are checks (shared/guidelines.ts), not schema.
import {
  BoldMark,
  BulletListNode,
  containerNode,
  DocumentNode,
  dataAttribute,
  HardBreakNode,
  ItalicMark,
  idAttribute,
  LinkMark,
  ListItemNode,
  ParagraphNode,
  TextNode,
} from './text.ts';

/** Part of the handshake. Raise it with every node, mark or attribute added; never remove one. */
export const guidelinesSchemaVersion = 1;

/** One field of the brief: `field` is a FieldKind. */
export const FieldNode = containerNode('field', {
  id: idAttribute,
  field: dataAttribute('field', null),
});

/** The text of its parent in one language: `lang` is a Locale. */
export const LanguageTextNode = containerNode('languageText', {
  lang: dataAttribute('lang', 'en'),
});

/** A talking point: need must|may, claim null|health|finance|comparative, evidence a link or words. */
export const PointNode = containerNode('point', {
  id: idAttribute,
  need: dataAttribute('need', 'may'),
  claim: dataAttribute('claim', null),
  evidence: dataAttribute('evidence', ''),
});

export const guidelinesExtensions = [
  DocumentNode,
  ParagraphNode,
  TextNode,
  HardBreakNode,
  BulletListNode,
  ListItemNode,
  FieldNode,
  LanguageTextNode,
  PointNode,
  BoldMark,
  ItalicMark,
  LinkMark,
];

/** Blocks whose ids must be unique in the document. */
export const guidelinesIdTypes = ['field', 'point'] as const;
