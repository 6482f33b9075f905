// What can be done with the posts that are chosen. Approving is not among it: that is done where the
// post is open. The dialogs come when one of them is wanted.
import { X } from 'lucide-react';
import { useState } from 'react';
import { type Arranged, type GridRow, turnOf } from '#shared/posts-grid.ts';
import { posts } from '#shared/words/posts.ts';
import { usePostName } from './brief-deliverables.tsx';
import { Button, IconButton } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { later } from './later.tsx';
import type { PostColumn } from './posts-grid.tsx';
import { type ChosenCell, cellKey, type Selection } from './posts-selection.ts';
import { useWords } from './words.tsx';

const PostsDeed = later(() => import('./posts-deeds.tsx'));

export type Deed = 'nudge' | 'move' | 'give' | 'ask';

interface BarProps {
  arranged: Arranged<GridRow, PostColumn>;
  selection: Selection;
  may: { edit: boolean; nudge: boolean; say: boolean };
  timeZone: string;
}

export function PostsBar({ arranged, selection, may, timeZone }: BarProps) {
  const w = useWords(posts);
  const nameOf = usePostName();
  // Held while its dialog is open: what it was about stays, whatever changes behind it.
  const [deed, setDeed] = useState<{ kind: Deed; cells: ChosenCell[] } | null>(null);
  const chosen = chosenPosts(arranged, selection);
  const creators = new Set(selection.cells.map(({ creatorId }) => creatorId)).size;
  const counts = { posts: chosen.length, creators };
  const begin = (kind: Deed) => () => setDeed({ kind, cells: selection.cells });
  const links = chosen
    .flatMap(({ row, post, draftId }) =>
      draftId ? [`${row.name} · ${nameOf(post)}: ${origin()}/posts/${draftId}`] : [],
    )
    .join('\n');
  const titles = {
    nudge: w.nudgeTitle,
    move: w.moveTitle(counts),
    give: w.giveTitle(counts),
    ask: w.askTitle(counts),
  };
  return (
    <>
      {selection.chosen.size > 0 && (
        <section
          aria-label={w.selected(counts)}
          className="sticky bottom-3 z-30 mt-3 flex flex-wrap items-center gap-2 rounded-2xl border border-edge bg-paper p-2 pl-4 shadow-lg"
        >
          <p aria-live="polite" className="mr-auto text-15 font-medium text-ink">
            {w.selected(counts)}
          </p>
          {may.nudge && <Button onClick={begin('nudge')}>{w.nudge}</Button>}
          {may.edit && <Button onClick={begin('move')}>{w.moveDates}</Button>}
          {may.edit && <Button onClick={begin('give')}>{w.give}</Button>}
          {may.say && <Button onClick={begin('ask')}>{w.ask}</Button>}
          {links && <CopyButton text={links} label={w.copyLinks} />}
          <IconButton label={w.selectNone} onClick={selection.clear}>
            <X className="size-5" aria-hidden="true" />
          </IconButton>
        </section>
      )}
      {deed && (
        <Dialog open title={titles[deed.kind]} onOpenChange={() => setDeed(null)}>
          <PostsDeed
            kind={deed.kind}
            cells={deed.cells}
            columns={arranged.columns}
            timeZone={timeZone}
            onClose={() => setDeed(null)}
          />
        </Dialog>
      )}
    </>
  );
}

const origin = (): string => window.location.origin;

function chosenPosts({ rows, columns }: BarProps['arranged'], { chosen }: Selection) {
  return rows.flatMap(({ row, cells }) =>
    columns.flatMap((post, at) => {
      const cell = cells[at];
      if (!cell || cell.kind === 'none' || !chosen.has(cellKey(row.userId, post.id))) return [];
      return [
        { row, post, turn: turnOf(cell), draftId: cell.kind === 'open' ? cell.draftId : null },
      ];
    }),
  );
}
