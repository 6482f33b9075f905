// What is said about the live guidelines and what creators suggest in them: cards in a column beside
// the text, on a phone a sheet. The same for both sides; what each may see is the view's question.
import { MessageSquare } from 'lucide-react';
import { type ReactNode, type RefObject, useState } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import type { PartProps } from '#app/editor/bound-editor.tsx';
import type { ThreadsPage } from '#server/views/threads.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import { fieldAt } from '#shared/field-at.ts';
import { editor } from '#shared/words/editor.ts';
import { post } from '#shared/words/post.ts';
import { suggestion } from '#shared/words/suggestion.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { GuidelinesFoot } from './guidelines-foot.tsx';
import { TurnShape } from './people.tsx';
import { useArrival } from './post-arrival.ts';
import { NearChip } from './post-phone.tsx';
import { SelectionButton } from './post-selection.tsx';
import { Sheet } from './post-sheet.tsx';
import {
  type OwnSuggestions,
  proposalsOf,
  type SuggestedText,
  useSuggesting,
} from './suggesting.ts';
import { SuggestionPanel } from './suggestion-panel.tsx';
import { ThreadPanel } from './thread-panel.tsx';
import { isPhone, useIsPhone } from './use-phone.ts';
import { markOfSuggestion, type Proposed, useProposed } from './use-proposed.ts';
import { besideOf, type TalkInHand, useTalk } from './use-talk.ts';
import { useWords } from './words.tsx';

interface GuidelinesPage extends SuggestedText {
  briefId: string;
  userId: string;
  brandName: string;
  said: ThreadsPage;
}

export interface GuidelinesTalk {
  editor: Omit<PartProps, 'connection' | 'editable' | 'label'>;
  /** Beside who is here. */
  aside: ReactNode;
  /** After the text. */
  below: ReactNode;
  column: ReactNode;
  sheet: ReactNode;
}

export function useGuidelinesTalk(
  page: GuidelinesPage,
  live: RefObject<Connection | null>,
): GuidelinesTalk {
  const { briefId, userId, brandName, side, may, said, suggestions } = page;
  const names = useWords(post);
  const onPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const [passage, setPassage] = useState<TextAnchor | null>(null);
  const place = { briefId };
  const own = useSuggesting({ actor: userId, suggests: may.suggest, place, suggestions });
  const hand = useProposed(() => {
    // Who types there wants the caret, and a sheet would take the keyboard away.
    if (!may.suggest || !isPhone()) setOpen(true);
  });
  const says = useTalk(
    { actor: userId, side, place, brand: brandName, creator: null, ...said },
    { openComments: () => setOpen(true), canEdit: may.write || may.suggest },
  );
  useArrival(
    said.threads.map(({ id }) => id),
    (id) => says.press([id]),
  );
  const mayComment = said.audiences.length > 0;
  const selected = mayComment ? passage : null;
  // A creator comes here to say something; the brand side to write.
  const hasColumn = !onPhone && (isOpen || side === 'creator');
  const hasSheet = onPhone && isOpen;
  const proposed = suggestions.filter(({ status }) => status === 'open').length;
  const threads = says.talk.threads.filter(({ resolvedAt }) => resolvedAt === null);
  const unread = threads.filter((one) => one.isUnread).length;
  const cards = { count: threads.length + proposed, unread };
  const panel = <Panel {...{ page, live, own, hand, says, onPhone }} />;

  function comment(anchor: TextAnchor) {
    says.write(anchor);
    setPassage(null);
  }

  function openAll() {
    says.showAll();
    setOpen(true);
  }

  return {
    editor: {
      threads: says.passages,
      proposals: proposalsOf(page, hand.id),
      suggesting: may.suggest ? own.source : undefined,
      onSuggestion: hand.open,
      onThread: says.press,
      onBlock: mayComment ? says.write : undefined,
      onSelect: setPassage,
    },
    aside: (
      <>
        {may.write && !isOpen && <Waiting count={proposed} onOpen={openAll} />}
        {!onPhone && side === 'brand' && (
          <CardsButton {...cards} isOpen={isOpen} onPress={() => setOpen(!isOpen)} />
        )}
      </>
    ),
    below: (
      <>
        <SelectionButton passage={selected} onComment={comment} onCarries={null} />
        {onPhone && !hasSheet && (
          <GuidelinesFoot
            {...cards}
            own={own}
            known={suggestions}
            onOpen={openAll}
            onComment={selected && (() => comment(selected))}
          />
        )}
      </>
    ),
    column: hasColumn ? (
      <aside aria-label={names.comments} className="lg:col-start-2 lg:row-start-2">
        {panel}
      </aside>
    ) : null,
    sheet: hasSheet ? (
      <Sheet
        title={names.comments}
        beside={besideOf(says) ?? (hand.id && markOfSuggestion(hand.id))}
        onClose={() => setOpen(false)}
      >
        {panel}
      </Sheet>
    ) : (
      <NearChip near={says.near.length} onNear={says.openNear} />
    ),
  };
}

interface PanelProps {
  page: GuidelinesPage;
  live: RefObject<Connection | null>;
  own: OwnSuggestions;
  hand: Proposed;
  says: TalkInHand;
  onPhone: boolean;
}

function Panel({ page, live, own, hand, says, onPhone }: PanelProps) {
  const fields = useWords(editor);
  return (
    <>
      <SuggestionPanel
        page={page}
        owner={page.brandName}
        actor={page.userId}
        connection={live.current}
        own={own}
        active={hand.id}
        onShow={hand.show}
        nameOf={(text, index) => {
          const field = fieldAt(text, index);
          return field && fields[field];
        }}
      />
      <ThreadPanel
        talk={says.talk}
        ground={{ doc: live.current?.doc ?? null, media: null }}
        writing={says.writing}
        active={says.active}
        only={onPhone ? says.only : null}
        onAll={says.showAll}
        isBeside={!onPhone}
        onWrite={says.write}
        onShow={says.show}
      />
    </>
  );
}

function Waiting({ count, onOpen }: { count: number; onOpen(): void }) {
  const w = useWords(suggestion);
  if (count === 0) return null;
  return (
    <Button onClick={onOpen}>
      <TurnShape turn="creator" />
      {w.waiting({ count })}
    </Button>
  );
}

interface CardsButtonProps {
  count: number;
  unread: number;
  isOpen: boolean;
  onPress(): void;
}

function CardsButton({ count, unread, isOpen, onPress }: CardsButtonProps) {
  const w = useWords(thread);
  const names = useWords(post);
  return (
    <Button look="plain" aria-expanded={isOpen} onClick={onPress}>
      <MessageSquare className="size-4" aria-hidden="true" />
      {names.comments}
      {count > 0 && ` (${count})`}
      {unread > 0 && ` · ${w.newCount({ count: unread })}`}
    </Button>
  );
}
