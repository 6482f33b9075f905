// Whether this device holds anything of a person's that the server does not: words not yet sent, and
// copies of what it would not take. The home page lists both.
import { listRescued } from './rescued.ts';
import { listUnsent } from './unsent.ts';

export const holdsWordsOf = (userId: string): boolean =>
  listUnsent(userId).length > 0 || listRescued(userId).length > 0;
