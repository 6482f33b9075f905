// What a creator agreed to, against what has been published since. Wording-only versions are shown;
// one that matters is agreed to again. It sees numbers and kinds, never rows or text.

export const changeKinds = ['first', 'wording', 'matters'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface PublishedVersion {
  n: number;
  change: ChangeKind;
}

/**
 * `none`: nothing was agreed to yet. `current`: the newest is agreed to. `wording`: only the
 * wording changed since. `again`: something that matters changed since.
 */
export type AgreementState = 'none' | 'current' | 'wording' | 'again';

/** @param agreed the newest version agreed to, 0 where none */
export function agreementState(
  versions: readonly PublishedVersion[],
  agreed: number,
): AgreementState {
  if (agreed === 0) return 'none';
  const since = versions.filter((version) => version.n > agreed);
  if (since.length === 0) return 'current';
  return since.some((version) => version.change !== 'wording') ? 'again' : 'wording';
}

/**
 * The version a creator writes to: what they agreed to with the wording changes since, or the newest
 * where they agreed to nothing yet. One that matters counts from the creator's yes. Null where nothing
 * is published.
 *
 * @param versions the oldest first
 * @param agreed the newest version agreed to, 0 where none
 */
export function heldVersion(versions: readonly PublishedVersion[], agreed: number): number | null {
  const newest = versions.at(-1)?.n ?? null;
  if (agreed === 0) return newest;
  const stop = versions.find(({ n, change }) => n > agreed && change !== 'wording');
  return stop ? (versions.filter(({ n }) => n < stop.n).at(-1)?.n ?? newest) : newest;
}
