// Which schema a text is checked against, by the name of its fragment.
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import type { AnchorPart } from '../anchors.ts';
import { captionExtensions, framesExtensions, scriptExtensions } from './draft.ts';
import { guidelinesExtensions } from './guidelines.ts';

const plain = getSchema(captionExtensions);

export const schemaOf: Record<AnchorPart, Schema> = {
  title: plain,
  caption: plain,
  firstComment: plain,
  script: getSchema(scriptExtensions),
  frames: getSchema(framesExtensions),
  guidelines: getSchema(guidelinesExtensions),
};
