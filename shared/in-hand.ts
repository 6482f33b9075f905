// What somebody is about to suggest, while they type it: it travels with their presence and is kept
// nowhere, so there is little of it. It knows no socket and no editor.
import type { InHand } from './in-hand-schema.ts';

export type { InHand } from './in-hand-schema.ts';

/** Of one person at once; what does not fit is seen when it is sent, a second later. */
export const maxChanges = 4;
/** Characters, as JSON: a presence of 2 KiB holds a caret too. */
const maxLength = 1_500;
export const maxText = 400;

/** As much of it as may be shown: the newest last, and kept. */
export function fitInHand(changes: readonly InHand[]): InHand[] {
  const fitting: InHand[] = [];
  let length = 2;
  for (const change of [...changes].reverse()) {
    const one = { ...change, text: shortened(change.text) };
    length += JSON.stringify(one).length + 1;
    if (length > maxLength || fitting.length === maxChanges) break;
    fitting.unshift(one);
  }
  return fitting;
}

/** Never cut through an emoji. */
const shortened = (text: string): string =>
  text.length > maxText ? `${text.slice(0, maxText).replace(/[\ud800-\udbff]$/, '')}…` : text;
