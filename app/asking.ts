// A question beside the page, not through the router: one that is not answered, because the line is
// down or the page is left, costs nothing but the answer. (A router's failed load takes the page away.)

/** What a route without a page says, or null when it could not be had. */
export async function ask<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
