// Where a comment is written: "@" opens a list of those who can see it, and of nobody else. What is
// too long is said in words and stays as it is.
import { AtSign } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Meant } from '#server/views/threads.ts';
import { maxCommentLength } from '#shared/comments.ts';
import { askedName, offered, pieces } from '#shared/mentions.ts';
import { thread } from '#shared/words/thread.ts';
import { TextArea } from './field.tsx';
import { Avatar } from './people.tsx';
import { useFormat, useWords } from './words.tsx';

export interface MentionFieldProps {
  label: string;
  rows?: number;
  value: string;
  people: readonly Meant[];
  onChange(value: string): void;
  /** Control or Command with Enter. */
  onSend(): void;
  autoFocus?: boolean;
}

const mostOffered = 6;

export const isTooLong = (body: string): boolean => body.trim().length > maxCommentLength;

/** Whose names stand in the words. */
export const mentionsIn = (body: string, people: readonly Meant[]): string[] => [
  ...new Set(pieces(body, people).flatMap(({ userId }) => userId ?? [])),
];

export function MentionField(props: MentionFieldProps) {
  const { label, rows, value, people, onChange } = props;
  const w = useWords(thread);
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const list = useMentionList(props, box);
  const { found, chosen } = list;
  const isOffering = found.length > 0;
  useEffect(() => {
    if (!isOffering) return;
    box.current?.querySelector('[role=listbox]')?.scrollIntoView({ block: 'nearest' });
  }, [isOffering]);
  return (
    <div ref={box} className="relative flex flex-col gap-1">
      <TextArea
        label={label}
        rows={rows}
        value={value}
        error={
          isTooLong(value)
            ? w.tooLong({
                count: format.number(value.trim().length),
                limit: format.number(maxCommentLength),
              })
            : null
        }
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? list.id : undefined}
        aria-activedescendant={found.length > 0 ? `${list.id}-${chosen}` : undefined}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={props.autoFocus}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          list.look(event.currentTarget);
        }}
        onSelect={(event) => list.look(event.currentTarget)}
        onBlur={list.close}
        onKeyDown={list.onKeyDown}
      />
      {found.length > 0 && (
        <div
          id={list.id}
          role="listbox"
          aria-label={w.whom}
          className="absolute inset-x-0 top-full z-50 -mt-8 scroll-mb-12 max-h-72 overflow-y-auto rounded-xl border border-line bg-paper p-1 shadow-lg"
        >
          {found.map((person, at) => (
            // The keyboard chooses from the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.userId}
              id={`${list.id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === chosen}
              className={`flex min-h-11 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 text-15 ${at === chosen ? 'bg-line' : ''}`}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => list.take(person)}
            >
              <Avatar name={person.name} side={person.side} size="sm" />
              <span className="truncate">{person.name}</span>
            </div>
          ))}
        </div>
      )}
      {people.length > 0 && (
        <button
          type="button"
          className="inline-flex min-h-11 items-center gap-1.5 self-start text-13 text-muted hover:text-ink md:min-h-8"
          onPointerDown={(event) => event.preventDefault()}
          onClick={list.ask}
        >
          <AtSign className="size-4" aria-hidden="true" />
          {w.mention}
        </button>
      )}
      <output className="sr-only">
        {found.length > 0 && w.whomFound({ count: found.length })}
      </output>
    </div>
  );
}

function useMentionList(
  { value, people, onChange, onSend }: MentionFieldProps,
  box: RefObject<HTMLDivElement>,
) {
  const id = useId();
  const field = () => box.current?.querySelector('textarea') ?? null;
  const [asked, setAsked] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const caretAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = caretAt.current;
    caretAt.current = null;
    if (at === null) return;
    field()?.focus();
    field()?.setSelectionRange(at, at);
  });
  const found = asked === null ? [] : offered(people, asked).slice(0, mostOffered);

  function look({ value: text, selectionStart }: HTMLTextAreaElement): void {
    const next = askedName(text, selectionStart);
    if (next !== asked) setChosen(0);
    // A name that is finished asks for nobody.
    setAsked(next !== null && people.some(({ name }) => name === next.trim()) ? null : next);
  }

  function take({ name }: Meant): void {
    const caret = field()?.selectionStart ?? value.length;
    const start = value.slice(0, caret).lastIndexOf('@');
    const before = `${value.slice(0, start)}@${name} `;
    onChange(before + value.slice(caret));
    setAsked(null);
    putCaret(before.length);
  }

  /** As if "@" had been typed where the caret is. */
  function ask(): void {
    const caret = field()?.selectionStart ?? value.length;
    const before = value.slice(0, caret);
    const opened = `${before}${/(^|\s)$/.test(before) ? '' : ' '}@`;
    onChange(opened + value.slice(caret));
    setAsked('');
    setChosen(0);
    putCaret(opened.length);
  }

  /** As soon as the words are in the field, before another letter can be typed. */
  function putCaret(at: number): void {
    caretAt.current = at;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const person = found[chosen];
    if (!person) {
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSend();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(person);
    else if (event.key === 'Escape') setAsked(null);
    else return;
    event.preventDefault();
    // The sheet or the card around it would close.
    event.stopPropagation();
  }

  return { id, found, chosen, look, take, ask, onKeyDown, close: () => setAsked(null) };
}
