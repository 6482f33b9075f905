// The foot of the post on a phone: a bar of three sheets, or, over the keyboard, a row of one-tap
// inserts with the count.
import { ListChecks, MessageSquare, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { post } from '#shared/words/post.ts';
import { thread } from '#shared/words/thread.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useWords } from './words.tsx';

export type SheetName = 'points' | 'comments' | 'rules';

export interface PhoneBarProps {
  comments: number;
  unread: number;
  /** Comments on the words that were just tapped to write in them. */
  near: number;
  onNear(): void;
  /** What the rules say must be fixed. */
  mustFix: number;
  inserts: string[];
  /** Something is selected that can be commented on. */
  onComment: (() => void) | null;
  /** Count and whether everything is saved. */
  foot: ReactNode;
  onSheet(name: SheetName): void;
}

const sheets = [
  ['points', ListChecks],
  ['comments', MessageSquare],
  ['rules', Scale],
] as const;

export function PhoneBar(props: PhoneBarProps) {
  const keyboard = useKeyboard();
  const { near, onNear, inserts, foot } = props;
  return (
    <>
      <NearChip near={near} onNear={onNear} />
      {keyboard > 0 ? <InsertRow {...{ inserts, foot, keyboard }} /> : <Bar {...props} />}
    </>
  );
}

/** Above the row over the keyboard, or above the bar: the caret stays where it was put. */
export function NearChip({ near, onNear }: { near: number; onNear(): void }) {
  const say = useWords(thread);
  const keyboard = useKeyboard();
  if (near === 0) return null;
  return (
    <button
      type="button"
      className="fixed right-3 z-30 inline-flex h-11 items-center gap-2 rounded-full border border-edge bg-raised px-4 text-15 font-semibold shadow-lg"
      style={{ bottom: keyboard > 0 ? keyboard + 52 : 64 }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onNear}
    >
      <MessageSquare className="size-4" aria-hidden="true" />
      {say.onPassage({ count: near })}
    </button>
  );
}

function Bar({ comments, unread, mustFix, onComment, onSheet }: PhoneBarProps) {
  const w = useWords(post);
  const say = useWords(thread);
  const names = { points: w.pointsTab, comments: w.commentsTab, rules: w.rulesTab };
  return (
    <nav
      aria-label={w.besides}
      className="fixed inset-x-0 bottom-0 z-30 flex h-14 items-stretch border-t border-line bg-paper"
    >
      {onComment ? (
        <button
          type="button"
          className="flex-1 text-15 font-semibold"
          // The selection must outlive the tap.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onComment}
        >
          {say.comment}
        </button>
      ) : (
        sheets.map(([name, Icon]) => (
          <button
            key={name}
            type="button"
            className="flex flex-1 flex-col items-center justify-center gap-0.5 text-13"
            onClick={() => onSheet(name)}
          >
            <span className="relative">
              <Icon className="size-5" aria-hidden="true" />
              {name === 'comments' && unread > 0 && (
                <span
                  role="img"
                  aria-label={say.newCount({ count: unread })}
                  className="absolute -top-1 -right-1.5 size-2.5 rounded-full bg-ink ring-2 ring-paper"
                />
              )}
            </span>
            <span>
              {names[name]}
              {name === 'comments' && comments > 0 && ` (${comments})`}
              {name === 'rules' && mustFix > 0 && ` (${mustFix})`}
            </span>
          </button>
        ))
      )}
    </nav>
  );
}

function InsertRow({
  inserts,
  foot,
  keyboard,
}: {
  inserts: string[];
  foot: ReactNode;
  keyboard: number;
}) {
  const w = useWords(post);
  return (
    <div
      className="fixed inset-x-0 z-30 flex h-11 items-center gap-2 overflow-x-auto border-t border-line bg-paper px-3"
      style={{ bottom: keyboard }}
    >
      {inserts.map((text) => (
        <button
          key={text}
          type="button"
          aria-label={w.insert({ what: text })}
          className="h-11 shrink-0 px-2 text-15 font-medium text-creator"
          // Focus stays in the text, so the words land at the caret.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => insertAtCaret(text)}
        >
          {text}
        </button>
      ))}
      <span className="ml-auto flex shrink-0 items-center gap-3">{foot}</span>
    </div>
  );
}

/** As typed: the editor takes it through the same door as the keyboard, undo included. */
export function insertAtCaret(text: string): void {
  document.execCommand('insertText', false, `${text} `);
}
