// The foot of the guidelines on a phone: the way to the cards, or to a comment on the words that are
// selected. Over the keyboard only the second, because what is typed needs the room.
import { MessageSquare } from 'lucide-react';
import type { SuggestionView } from '#server/views/suggestions.ts';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import type { OwnSuggestions } from './suggesting.ts';
import { UnsentReasons } from './unsent-suggestions.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useWords } from './words.tsx';

export interface GuidelinesFootProps {
  count: number;
  unread: number;
  own: OwnSuggestions;
  known: readonly SuggestionView[];
  onOpen(): void;
  /** Null where nothing is selected that can be commented on. */
  onComment: (() => void) | null;
}

export function GuidelinesFoot(props: GuidelinesFootProps) {
  const { count, unread, own, known, onOpen, onComment } = props;
  const w = useWords(thread);
  const names = useWords(post);
  const keyboard = useKeyboard();
  return (
    <nav
      aria-label={names.besides}
      className="fixed inset-x-0 z-30 border-t border-line bg-paper empty:hidden"
      style={{ bottom: keyboard }}
    >
      <UnsentReasons own={own} known={new Set(known.map(({ id }) => id))} />
      {onComment && (
        <button
          type="button"
          className="h-14 w-full text-15 font-semibold"
          // The selection must outlive the tap.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onComment}
        >
          {w.comment}
        </button>
      )}
      {!onComment && keyboard === 0 && (
        <button
          type="button"
          className="flex h-14 w-full items-center justify-center gap-2 text-15 font-medium"
          onClick={onOpen}
        >
          <MessageSquare className="size-5" aria-hidden="true" />
          <span>
            {names.comments}
            {count > 0 && ` (${count})`}
            {unread > 0 && ` · ${w.newCount({ count: unread })}`}
          </span>
        </button>
      )}
    </nav>
  );
}
