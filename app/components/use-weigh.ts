// X's code for counting, on pages of posts for X; null elsewhere, and until it is there.
import { useEffect, useState } from 'react';
import type { Weigh } from '#shared/counting.ts';

export function useWeigh(platform: string): Weigh | null {
  const [weigh, setWeigh] = useState<Weigh | null>(null);
  useEffect(() => {
    if (platform !== 'x') return;
    void import('#shared/weighing.ts').then(({ weighTweet }) => setWeigh(() => weighTweet));
  }, [platform]);
  return platform === 'x' ? weigh : null;
}
