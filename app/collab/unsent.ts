// Which documents of a person have changes on this device that the server has not confirmed.
// A small list beside the stores themselves, because a store cannot be asked without opening it.

export interface Unsent {
  documentName: string;
  epoch: string;
  /** Changes since the server last confirmed everything. */
  kept: number;
}

const prefix = (userId: string) => `cobrief/unsent/${userId}/`;

export const noteUnsent = {
  read(userId: string, documentName: string): number {
    return parse(localStorage.getItem(prefix(userId) + documentName))?.kept ?? 0;
  },
  write(userId: string, unsent: Unsent): void {
    localStorage.setItem(prefix(userId) + unsent.documentName, JSON.stringify(unsent));
  },
  clear(userId: string, documentName: string): void {
    localStorage.removeItem(prefix(userId) + documentName);
  },
};

export function listUnsent(userId: string): Unsent[] {
  return keysFrom(prefix(userId)).flatMap((key) => parse(localStorage.getItem(key)) ?? []);
}

/** Everything of this person on this device: what signing out takes away. */
export async function clearLocalStores(userId: string): Promise<void> {
  for (const key of keysFrom(prefix(userId))) localStorage.removeItem(key);
  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name?.startsWith(`cobrief/${userId}/`)) indexedDB.deleteDatabase(name);
  }
  const caches = await window.caches?.keys();
  for (const name of caches ?? []) await window.caches.delete(name);
}

function keysFrom(start: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

function parse(text: string | null): Unsent | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Unsent;
  } catch {
    return null;
  }
}
