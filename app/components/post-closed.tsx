// A draft that is still just its creator's, as the brand sees it: who writes and when, no word of it.
import { UserRound } from 'lucide-react';
import type { PostFrame } from '#server/views/drafts.ts';
import { post } from '#shared/words/post.ts';
import { Afterwards, later } from './later.tsx';
import { Guidelines } from './post-guidelines.tsx';
import { TopBar } from './post-top.tsx';
import { EmptyState, Page } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

const Idea = later(() => import('./post-idea.tsx'));

export function PostClosed({ page, actor }: { page: PostFrame; actor: string }) {
  const w = useWords(post);
  const format = useFormat();
  const creator = page.creator.name;
  const { writingAt } = page;
  return (
    <>
      <TopBar page={page} />
      <Page>
        <div className="flex flex-col gap-6">
          <Afterwards>{page.idea && <Idea page={page} actor={actor} />}</Afterwards>
          <EmptyState
            icon={<UserRound className="size-6" />}
            title={writingAt === null ? w.closedQuiet({ creator }) : w.closedTitle({ creator })}
          >
            <p>{w.closedNote({ creator })}</p>
            {writingAt !== null && <p>{w.lastWrote({ when: format.relative(writingAt) })}</p>}
          </EmptyState>
          <Guidelines page={page} />
        </div>
      </Page>
    </>
  );
}
