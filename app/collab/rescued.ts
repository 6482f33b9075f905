// Words that the server would not take any more (the right was lost, the document is another one):
// kept on this device until the person copies or discards them. Signing out leaves them, too.
import type { ErrorCode } from '#shared/errors.ts';

export interface Rescued {
  documentName: string;
  code: ErrorCode;
  text: string;
  /** Milliseconds. */
  at: number;
}

const key = (userId: string) => `cobrief/rescued/${userId}`;

export function listRescued(userId: string): Rescued[] {
  try {
    return JSON.parse(localStorage.getItem(key(userId)) ?? '[]') as Rescued[];
  } catch {
    return [];
  }
}

export function keepRescued(userId: string, rescued: Rescued): void {
  localStorage.setItem(key(userId), JSON.stringify([...listRescued(userId), rescued]));
}

export function discardRescued(userId: string, at: number): void {
  const left = listRescued(userId).filter((one) => one.at !== at);
  localStorage.setItem(key(userId), JSON.stringify(left));
}
