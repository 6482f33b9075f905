// Who looks at which page at this moment, as each open tab says it. Kept in memory and never shown to
// anyone: it only spares people a letter about what is in front of them.

/** A tab, by whatever object its owner holds on to. */
export type Tab = object;

export interface Looking {
  /** `path` null: the tab is hidden, or nobody has touched it for a while. */
  note(tab: Tab, userId: string, path: string | null): void;
  gone(tab: Tab): void;
  isHere(userId: string): boolean;
  isAt(userId: string, path: string): boolean;
}

export function createLooking(): Looking {
  const tabs = new Map<Tab, { userId: string; path: string }>();
  const some = (test: (one: { userId: string; path: string }) => boolean) =>
    [...tabs.values()].some(test);
  return {
    note(tab, userId, path) {
      if (path === null) tabs.delete(tab);
      else tabs.set(tab, { userId, path });
    },
    gone: (tab) => void tabs.delete(tab),
    isHere: (userId) => some((one) => one.userId === userId),
    isAt: (userId, path) => some((one) => one.userId === userId && one.path === path),
  };
}

const maxPathLength = 300;

/** What a tab said it shows; undefined where it is none of our frames. */
export function readLook(frame: string): string | null | undefined {
  try {
    const { looking } = JSON.parse(frame) as { looking?: unknown };
    if (looking === null) return null;
    const isPath = typeof looking === 'string' && looking.startsWith('/');
    return isPath && looking.length <= maxPathLength ? looking : undefined;
  } catch {
    return undefined;
  }
}
