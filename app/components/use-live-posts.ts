// The grid's rows as they are now: what the page was loaded with, and over it the few cells that changed
// since. A page of two thousand posts is not loaded again because one of them was sent.
import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import { useTouched } from '#app/live.tsx';
import type { ChangedCell } from '#server/views/posts.ts';
import type { GridRow } from '#shared/posts-grid.ts';

/** So many at once are asked for; when more have changed the page is loaded again. */
const mostAsked = 100;

export function useLivePosts(briefId: string, loaded: GridRow[]): GridRow[] {
  const { revalidate } = useRevalidator();
  const [live, setLive] = useState({ loaded, rows: loaded });

  useTouched(`posts:${briefId}`, async (topics) => {
    const ids = topics.map((topic) => topic.replace(/^draft:/, ''));
    const cells = ids.length > mostAsked ? null : await changedCells(briefId, ids);
    if (!cells) return revalidate();
    setLive((before) => {
      const rows = before.loaded === loaded ? before.rows : loaded;
      return { loaded, rows: withCells(rows, cells) };
    });
  });

  return live.loaded === loaded ? live.rows : loaded;
}

/** Null where they could not be had: the page then asks for everything and says what is wrong. */
async function changedCells(briefId: string, ids: string[]): Promise<ChangedCell[] | null> {
  const asked = new URLSearchParams(ids.map((id) => ['draft', id]));
  try {
    const answer = await fetch(`/briefs/${briefId}/cells?${asked}`);
    return answer.ok && !answer.redirected ? ((await answer.json()) as ChangedCell[]) : null;
  } catch {
    return null;
  }
}

/** Rows without a change stay the very same, so that they are not drawn again. */
function withCells(rows: GridRow[], changed: ChangedCell[]): GridRow[] {
  const byUser = new Map<string, GridRow['cells']>();
  for (const { userId, deliverableId, cell } of changed) {
    byUser.set(userId, { ...byUser.get(userId), [deliverableId]: cell });
  }
  return rows.map((row) => {
    const own = byUser.get(row.userId);
    return own ? { ...row, cells: { ...row.cells, ...own } } : row;
  });
}
