// Which of a brief's posts a creator makes. `null` means all of them, also those that are added
// later; a list means these and no others, and what is added later is theirs only once it is put on
// the list.

export type Assigned = readonly string[] | null;

export const makes = (posts: Assigned, deliverableId: string): boolean =>
  posts === null || posts.includes(deliverableId);

/** Of these posts the creator's own, in the order of the brief. */
export function assigned<Post extends { id: string }>(
  posts: Assigned,
  deliverables: readonly Post[],
): Post[] {
  return deliverables.filter(({ id }) => makes(posts, id));
}

/** With these as well. Who makes all of them makes these already. */
export const withPosts = (posts: Assigned, more: readonly string[]): string[] | null =>
  posts === null ? null : [...new Set([...posts, ...more])];
