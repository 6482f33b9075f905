// Which of the versions that were kept by themselves stay. Pure; the rule is stated in DOMAIN.md.

export interface Kept {
  id: string;
  /** Null for one kept by itself. */
  name: string | null;
  at: Date;
}

const dayMs = 86_400_000;
export const keepAllMs = 7 * dayMs;
export const maxUnnamed = 200;

/**
 * Those to let go, given the oldest first. A name keeps a version for good. Of the others all stay
 * for seven days, then the last of each day (UTC), and never more than the newest 200.
 */
export function toLetGo(checkpoints: readonly Kept[], now: Date): string[] {
  const unnamed = checkpoints.filter(({ name }) => name === null);
  const day = ({ at }: Kept) => Math.floor(at.getTime() / dayMs);
  const isOld = ({ at }: Kept) => now.getTime() - at.getTime() > keepAllMs;
  const [stay, go]: [Kept[], Kept[]] = [[], []];
  unnamed.forEach((one, index) => {
    const next = unnamed[index + 1];
    const isPassedOver = isOld(one) && next !== undefined && day(next) === day(one);
    (isPassedOver ? go : stay).push(one);
  });
  return [...go, ...stay.slice(0, Math.max(0, stay.length - maxUnnamed))].map(({ id }) => id);
}
