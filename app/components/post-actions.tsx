// The one button of the post page, which follows the turn.
import type { OpenPost } from '#server/views/drafts.ts';
import { post } from '#shared/words/post.ts';
import { Button, type ButtonLook } from './button.tsx';
import type { Action, PostState } from './post-state.ts';
import { useWords } from './words.tsx';

export type DialogName = 'send' | 'key' | 'ask' | 'clear' | 'not-clear';

const opens: Record<
  Exclude<Action, 'none' | 'posting-day'>,
  { dialog: DialogName; look: ButtonLook }
> = {
  send: { dialog: 'send', look: 'creator' },
  'send-again': { dialog: 'send', look: 'creator' },
  'post-it': { dialog: 'key', look: 'creator' },
  approve: { dialog: 'key', look: 'brand' },
  ask: { dialog: 'ask', look: 'quiet' },
  clear: { dialog: 'clear', look: 'brand' },
};

/** The other answer, of who decides between two. */
const besides: Partial<Record<Action, DialogName>> = { approve: 'ask', clear: 'not-clear' };

export function PostActionButton({
  page,
  state,
  onPress,
}: {
  page: OpenPost;
  state: PostState;
  onPress(dialog: DialogName): void;
}) {
  const w = useWords(post);
  const { action } = state;
  // Posting day is the page itself.
  if (action === 'none' || action === 'posting-day') return null;
  const isEarly = page.status === 'with-brand';
  const names = {
    send: w.send({ brand: page.brief.brandName }),
    'send-again': w.sendAgain,
    'post-it': isEarly ? w.postItEarly : w.postIt,
    approve: w.approve,
    ask: w.askChanges,
    clear: w.clear,
  };
  const { dialog, look } = opens[action];
  // Its own button is the one that counts.
  const isIdeaFirst = page.idea?.stage === 'not-begun' || page.idea?.stage === 'asked';
  const beside = besides[action];
  return (
    <>
      {beside && (
        <Button className="max-md:px-3" onClick={() => onPress(beside)}>
          {beside === 'ask' ? w.askChanges : w.notClear}
        </Button>
      )}
      <Button
        look={isIdeaFirst ? 'quiet' : look}
        className="max-md:px-3"
        onClick={() => onPress(dialog)}
      >
        {names[action]}
      </Button>
    </>
  );
}
