// The rules on what the draft says now. Judged a moment behind the keys, so that typing never waits.
import { useDeferredValue, useMemo } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { Parts } from '#shared/parts.ts';
import { checkDraft, type RuleReading } from '#shared/rules.ts';

export function useRules(page: OpenPost, parts: Parts | null): RuleReading | null {
  const judged = useDeferredValue(parts);
  const { deliverable, guidelines, brief, code } = page;
  const structure = guidelines?.structure ?? null;
  const { brandName } = brief;
  return useMemo(
    () => judged && checkDraft(judged, { deliverable, guidelines: structure, brandName, code }),
    [judged, deliverable, structure, brandName, code],
  );
}
