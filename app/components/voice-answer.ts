// What My page's action answers, and why it refused in words.
import type { Problem } from '#shared/errors.ts';
import type { Skipped } from '#shared/captions.ts';
import type { myPage } from '#shared/words/my-page.ts';

export interface VoiceAnswer {
  value: { added: number; skipped: Skipped[] } | null;
  problem: Problem | null;
}

export function voiceProblem(w: (typeof myPage)['en'], { code, field }: Problem): string {
  if (code === 'bad-input' && field === 'text') return w.pasteEmpty;
  if (code === 'too-large') return w.pasteTooLarge;
  if (code === 'wrong-person' || code === 'signed-out') return w.pasteSignedAs;
  return w.pasteFailed;
}
