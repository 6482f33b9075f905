// Where an exposure plan stands in its document, apart from what it means (plan.ts): every page with
// a live document can rescue one, and few show one.
import type * as Y from 'yjs';

export const settingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('settings');
export const creatorsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('creators');
export const postsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('posts');

/** What undo follows. */
export const planRoots = (doc: Y.Doc): Y.Map<unknown>[] => [
  settingsOf(doc),
  creatorsOf(doc),
  postsOf(doc),
];

/** What is rescued of a plan that its server would not take any more. */
export function planWords(doc: Y.Doc): string {
  return planRoots(doc)
    .flatMap((root) => [...root].map(([key, value]) => `${key} ${JSON.stringify(value)}`))
    .sort()
    .join('\n');
}
