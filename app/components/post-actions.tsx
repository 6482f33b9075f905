// The one button of the post page, which follows the turn.
import type { OpenPost } from '#server/views/drafts.ts';
import { post } from '#shared/words/post.ts';
import { Button, type ButtonLook } from './button.tsx';
import type { Action, PostState } from './post-state.ts';
import { useWords } from './words.tsx';

export type DialogName = 'send' | 'key' | 'ask';

const opens: Record<
  Exclude<Action, 'none' | 'posting-day'>,
  { dialog: DialogName; look: ButtonLook }
> = {
  send: { dialog: 'send', look: 'creator' },
  'send-again': { dialog: 'send', look: 'creator' },
  'post-it': { dialog: 'key', look: 'creator' },
  approve: { dialog: 'key', look: 'brand' },
};

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
  };
  const { dialog, look } = opens[action];
  // Its own button is the one that counts.
  const isIdeaFirst = page.idea?.stage === 'not-begun' || page.idea?.stage === 'asked';
  return (
    <>
      {action === 'approve' && (
        <Button className="max-md:px-3" onClick={() => onPress('ask')}>
          {w.askChanges}
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
