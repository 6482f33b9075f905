// What a suggestion looks like when it comes in from outside: a span of the text and what would stand
// there. Apart from the code that reads and applies one, because only the server decodes input.
import { z } from 'zod';
import { anchorParts, contextLength } from './anchors.ts';
import { maxSuggestedLength } from './spans.ts';

/** `start` and `end` are Yjs relative positions, base64. */
export const spanSchema = z.object({
  part: z.enum(anchorParts),
  start: z.string().max(200),
  end: z.string().max(200),
  quote: z.string().max(maxSuggestedLength),
  before: z.string().max(contextLength),
  after: z.string().max(contextLength),
});
export type Span = z.infer<typeof spanSchema>;

const maxOpenDepth = 8;
const maxSliceBytes = 64 * 1024;

/** ProseMirror's JSON of a slice. */
export const sliceSchema = z
  .object({
    content: z.array(z.unknown()).max(1_000).optional(),
    openStart: z.number().int().min(0).max(maxOpenDepth).optional(),
    openEnd: z.number().int().min(0).max(maxOpenDepth).optional(),
  })
  .refine((slice) => JSON.stringify(slice).length <= maxSliceBytes);
export type SliceJson = z.infer<typeof sliceSchema>;

/** Text longer than `maxSuggestedLength` is refused by `readSlice`, where it can be said in words. */
export const suggestedSchema = z.object({ span: spanSchema, slice: sliceSchema });
export type Suggested = z.infer<typeof suggestedSchema>;
