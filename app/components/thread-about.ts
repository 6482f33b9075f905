// What a thread is about, in a few words: the passage itself, a block by its name, a place in a
// picture or a film.
import type { Anchor } from '#shared/anchors.ts';
import { thread } from '#shared/words/thread.ts';
import type { Talk } from './talk.ts';
import { useWords } from './words.tsx';

/** "1:07" */
export function clockTime(second: number): string {
  const whole = Math.floor(second);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function useAbout({ creator }: Pick<Talk, 'creator'>) {
  const w = useWords(thread);
  const whole = creator === null ? w.aboutGuidelines : w.aboutWhole;

  function about(anchor: Anchor): string {
    switch (anchor.kind) {
      case 'text':
        return w.about({ quote: anchor.quote });
      case 'block':
        return anchor.label || w.aBlock;
      case 'media': {
        const what = anchor.label || w.aboutPicture;
        if (anchor.point) return w.aboutPoint({ what });
        if (anchor.second === undefined) return what;
        return w.aboutSecond({ time: clockTime(anchor.second), what });
      }
      case 'whole':
        return whole;
    }
  }

  function comment(anchor: Anchor): string {
    switch (anchor.kind) {
      case 'text':
        return w.commentOn({ quote: anchor.quote });
      case 'block':
        return w.commentOnThis({ what: anchor.label || w.aBlock });
      case 'media':
        if (anchor.point) return w.commentOnPoint;
        if (anchor.second !== undefined) return w.commentAt({ time: clockTime(anchor.second) });
        return w.commentOnPicture;
      case 'whole':
        return creator === null ? w.commentOnGuidelines : w.commentOnWhole;
    }
  }

  return { about, comment };
}
