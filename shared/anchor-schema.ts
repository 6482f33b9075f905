// What an anchor looks like when it comes in from outside. Apart from the code that finds its place,
// because pages only find places: what decodes input never reaches a browser.
import { z } from 'zod';
import { anchorParts, contextLength, maxQuote } from './anchors.ts';

/** `start` and `end` are Yjs relative positions, base64. Quote and context carry no line breaks. */
export const textAnchorSchema = z.object({
  kind: z.literal('text'),
  part: z.enum(anchorParts),
  start: z.string().max(200),
  end: z.string().max(200),
  quote: z.string().min(1).max(maxQuote),
  before: z.string().max(contextLength),
  after: z.string().max(contextLength),
});
export type TextAnchor = z.infer<typeof textAnchorSchema>;

/** How a block, a picture or a video was called, for the day it is gone. */
const label = z.string().max(120).optional();
const share = z.number().min(0).max(1);

/** A script row, a story frame, a field or a point of the guidelines: by the block's own id. */
export const blockAnchorSchema = z.object({
  kind: z.literal('block'),
  part: z.enum(['guidelines', 'script', 'frames']),
  blockId: z.string().min(1).max(64),
  label,
});
export type BlockAnchor = z.infer<typeof blockAnchorSchema>;

/**
 * A picture or a video, or a place in it: `point` as shares of its width and height from the top
 * left, `second` from its beginning.
 */
export const mediaAnchorSchema = z.object({
  kind: z.literal('media'),
  mediaId: z.string().min(1).max(64),
  label,
  point: z.object({ x: share, y: share }).optional(),
  second: z.number().min(0).max(86_400).optional(),
});
export type MediaAnchor = z.infer<typeof mediaAnchorSchema>;

/** What a thread is about: a passage, a block, a picture, or all of it. For decoding at the edge. */
export const anchorSchema = z.discriminatedUnion('kind', [
  textAnchorSchema,
  blockAnchorSchema,
  mediaAnchorSchema,
  z.object({ kind: z.literal('whole') }),
]);
export type Anchor = z.infer<typeof anchorSchema>;
