// Whether this device holds anything of a person's that the server does not: words and suggestions not
// yet sent, and copies of what it would not take. The home page lists them.
import { listKept } from './kept-suggestions.ts';
import { listRescued } from './rescued.ts';
import { listUnsent } from './unsent.ts';

export const holdsWordsOf = (userId: string): boolean =>
  listKept(userId).length > 0 || listUnsent(userId).length > 0 || listRescued(userId).length > 0;
