// The place of a talking point that somebody was led to. One that the page only proposes has no mark
// to light up, so it is drawn for as long as it is looked at.
import { useState } from 'react';
import type { Passage as Drawn } from '#app/editor/annotations.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { Passage } from '#shared/coverage.ts';
import type { Heart } from './use-heart.ts';
import { isPhone } from './use-phone.ts';

const lookedAtId = 'point';
export const isLookedPoint = (id: string): boolean => id === lookedAtId;

export interface LookedPoint {
  pointId: string | null;
  drawn: Drawn[];
  show(pointId: string, passage: Passage): void;
}

export function useLookedPoint(heart: Heart): LookedPoint {
  const [looking, setLooking] = useState<{ pointId: string; anchor: TextAnchor } | null>(null);
  const isProposed = looking && heart.states.get(looking.pointId)?.state === 'maybe';
  return {
    pointId: looking?.pointId ?? null,
    drawn: isProposed
      ? [{ id: lookedAtId, anchor: looking.anchor, side: 'creator', active: true }]
      : [],
    show(pointId, passage) {
      const anchor = heart.anchor(passage);
      if (!anchor) return;
      setLooking({ pointId, anchor });
      requestAnimationFrame(() => {
        document
          .querySelector(`[data-thread=${lookedAtId}], .covered-active`)
          ?.scrollIntoView({ block: isPhone() ? 'start' : 'center' });
      });
    },
  };
}
