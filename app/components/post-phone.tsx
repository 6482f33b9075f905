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
  const { comments, mustFix, inserts, onComment, foot, onSheet } = props;
  const w = useWords(post);
  const say = useWords(thread);
  const keyboard = useKeyboard();
  if (keyboard > 0) return <InsertRow {...{ inserts, foot, keyboard }} />;
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
            <Icon className="size-5" aria-hidden="true" />
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
