// Whether changes are asked for on a post, and where their answers point in its text.
import type { Passage } from '#app/editor/annotations.ts';
import type { OpenPost, RequestView } from '#server/views/drafts.ts';

// Once approved they are history: the comparison and the activity have them.
const isUnderWay = ({ status }: OpenPost) => status === 'changes-asked' || status === 'with-brand';

export const answerId = ({ id }: RequestView) => `answer-${id}`;

/** What was asked and is still talked about. */
export const hasRequests = (page: OpenPost): boolean =>
  page.requests.length > 0 && isUnderWay(page);

/** The passages that answers point at, to be marked in the text. */
export function answeredPassages(page: OpenPost, active: string | null): Passage[] {
  if (!isUnderWay(page)) return [];
  return page.requests.flatMap((request) => {
    const { passage: anchor } = request;
    const id = answerId(request);
    return anchor ? [{ id, anchor, side: 'creator' as const, active: id === active }] : [];
  });
}
