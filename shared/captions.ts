// From what somebody pasted to single captions: what was understood, and what was left and why.
// It decides nothing about storage and changes no word of a caption.
import { hasWords } from './voice-features.ts';

export const maxCaptions = 1000;
export const maxCaptionLength = 5000;
/** Below this there is nothing to see a habit in. */
const leastWords = 3;

export type Why = 'short' | 'long' | 'code' | 'twice' | 'full';

export interface Skipped {
  text: string;
  /**
   * short: fewer than three words · long: more than 5 000 characters · code: a web page's code ·
   * twice: there already · full: there are 1 000 captions.
   */
  why: Why;
}

export interface Pasted {
  captions: string[];
  skipped: Skipped[];
}

const rule = /^[ \t]*[-–—]{3,}[ \t]*$/mu;
/** Halves of characters, and the sign that ends a text inside a database: no person types them. */
const broken = /[\0\p{Cs}]/gu;
const blankLines = /\n[ \t]*\n/u;
const code = /<\/?(?:p|br|div|span|a|img|html|body|script|style|ul|li|h[1-6])\b[^>]*>/iu;

/**
 * Captions in the order they were pasted: split at lines of ---, or, where there is none, at blank
 * lines.
 * @param known captions that are there already
 */
export function readCaptions(pasted: string, known: Iterable<string> = []): Pasted {
  const text = pasted.replace(/\r\n?/g, '\n');
  return takeCaptions(text.split(rule.test(text) ? new RegExp(rule, 'gmu') : blankLines), known);
}

/** The same for captions that are single already. */
export function takeCaptions(texts: readonly string[], known: Iterable<string> = []): Pasted {
  const there = new Set(known);
  const read: Pasted = { captions: [], skipped: [] };
  for (const caption of texts.map(clean).filter((text) => text !== '')) {
    const why = whyNot(caption, there);
    if (why) read.skipped.push({ text: caption, why });
    else read.captions.push(caption);
    if (!why) there.add(caption);
  }
  return read;
}

const clean = (text: string) => text.replace(broken, '').trim();

function whyNot(caption: string, there: ReadonlySet<string>): Why | null {
  if (there.has(caption)) return 'twice';
  if (caption.length > maxCaptionLength) return 'long';
  if (code.test(caption)) return 'code';
  if (there.size >= maxCaptions) return 'full';
  return hasWords(caption, leastWords) ? null : 'short';
}

/** What was left, as it can be pasted again. */
export function pastedAgain(skipped: readonly Skipped[]): string {
  return skipped.map(({ text }) => text).join('\n\n---\n\n');
}
