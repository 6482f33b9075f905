// The rules on what the draft says now. Judged a moment behind the keys, so that typing never waits.
import { useDeferredValue, useMemo } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Parts } from '#shared/parts.ts';
import { checkDraft, type RuleReading } from '#shared/rules.ts';
import { useWeigh } from './use-weigh.ts';

export function useRules(page: OpenPost, parts: Parts | null): RuleReading | null {
  const judged = useDeferredValue(parts);
  const { deliverable, guidelines, brief, code } = page;
  const structure = guidelines?.structure ?? null;
  const { brandName } = brief;
  const weigh = useWeigh(deliverable.platform);
  return useMemo(
    () =>
      judged && checkDraft(judged, { deliverable, guidelines: structure, brandName, code, weigh }),
    [judged, deliverable, structure, brandName, code, weigh],
  );
}
