// What can be done with the words a person has selected in a post.
import type { TextAnchor } from '#shared/anchors.ts';
import { heart } from '#shared/words/heart.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

/** Beside the selected words on a wide screen; on a phone the bar offers the same. */
export function SelectionButton({
  passage,
  onComment,
  onCarries,
}: {
  passage: TextAnchor | null;
  onComment(anchor: TextAnchor): void;
  onCarries: (() => void) | null;
}) {
  const w = useWords(thread);
  const say = useWords(heart);
  if (!passage) return null;
  return (
    <div className="sticky bottom-12 z-20 hidden gap-2 md:flex">
      <Button
        className="min-w-0 !shrink shadow-lg"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onComment(passage)}
      >
        <span className="truncate">{w.commentOn({ quote: passage.quote })}</span>
      </Button>
      {onCarries && (
        <Button
          className="shadow-lg"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onCarries}
        >
          {say.carries}
        </Button>
      )}
    </div>
  );
}
