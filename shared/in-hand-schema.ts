// What words in hand look like when they come in from outside. Apart from the code that fits them
// in, because only the server decodes input: what it passes on has this shape.
import { z } from 'zod';
import { maxChanges, maxText } from './in-hand.ts';
import { spanSchema } from './suggestion-schema.ts';

const inHandSchema = z.object({
  /** The suggestion it will be, or already is in an earlier wording. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  span: spanSchema,
  /** What would stand there, as far as it fits. */
  text: z.string().max(maxText + 1),
});
export type InHand = z.infer<typeof inHandSchema>;

const listSchema = z.array(inHandSchema).max(maxChanges);

/** Null for anything else than that. */
export function readInHand(json: unknown): InHand[] | null {
  const read = listSchema.safeParse(json);
  return read.success ? read.data : null;
}
