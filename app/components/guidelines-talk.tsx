// What the brand side says about the guidelines: cards in the column beside them, on a phone a sheet.
import { MessageSquare } from 'lucide-react';
import { type ReactNode, type RefObject, useState } from 'react';
import type * as Y from 'yjs';
import type { PartProps } from '#app/editor/bound-editor.tsx';
import type { ThreadsPage } from '#server/views/threads.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { Right } from '#shared/roles.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { NearChip } from './post-phone.tsx';
import { Sheet } from './post-sheet.tsx';
import { ThreadPanel } from './thread-panel.tsx';
import { useIsPhone } from './use-phone.ts';
import { besideOf, useTalk } from './use-talk.ts';
import { useWords } from './words.tsx';

interface GuidelinesPage {
  briefId: string;
  userId: string;
  brandName: string;
  right: Right;
  said: ThreadsPage;
}

export interface GuidelinesTalk {
  editor: Pick<PartProps, 'threads' | 'onThread' | 'onBlock' | 'onSelect'>;
  button: ReactNode;
  column: ReactNode;
  sheet: ReactNode;
}

export function useGuidelinesTalk(
  { briefId, userId, brandName, right, said }: GuidelinesPage,
  doc: RefObject<Y.Doc | null>,
): GuidelinesTalk {
  const w = useWords(thread);
  const names = useWords(post);
  const onPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const [passage, setPassage] = useState<TextAnchor | null>(null);
  const place = { briefId };
  const says = useTalk(
    { actor: userId, side: 'brand', place, brand: brandName, creator: null, ...said },
    { openComments: () => setOpen(true), canEdit: right === 'write' },
  );
  const mayComment = said.audiences.length > 0;
  const open = says.talk.threads.filter(({ resolvedAt }) => resolvedAt === null);
  const unread = open.filter(({ isUnread }) => isUnread).length;
  const panel = (
    <ThreadPanel
      talk={says.talk}
      ground={{ doc: doc.current, media: null }}
      writing={says.writing}
      active={says.active}
      only={onPhone ? says.only : null}
      onAll={says.showAll}
      isBeside={!onPhone}
      onWrite={says.write}
      onShow={says.show}
    />
  );
  const about =
    mayComment && passage ? (
      <Button
        className="max-w-60"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          says.write(passage);
          setPassage(null);
        }}
      >
        <span className="truncate">{w.commentOn({ quote: passage.quote })}</span>
      </Button>
    ) : null;
  return {
    editor: {
      threads: says.passages,
      onThread: says.press,
      onBlock: mayComment ? says.write : undefined,
      onSelect: setPassage,
    },
    button: (
      <>
        {about}
        <Button look="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <MessageSquare className="size-4" aria-hidden="true" />
          {names.comments}
          {open.length > 0 && ` (${open.length})`}
          {unread > 0 && ` · ${w.newCount({ count: unread })}`}
        </Button>
      </>
    ),
    column:
      isOpen && !onPhone ? (
        <aside aria-label={names.comments} className="lg:col-start-2 lg:row-start-2">
          {panel}
        </aside>
      ) : null,
    sheet:
      isOpen && onPhone ? (
        <Sheet title={names.comments} beside={besideOf(says)} onClose={() => setOpen(false)}>
          {panel}
        </Sheet>
      ) : (
        <NearChip near={says.near.length} onNear={says.openNear} />
      ),
  };
}
