// The one button of the post page, which follows the turn, and the dialogs it opens.
import type { SaveState } from '#app/collab/connection.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { PartKind } from '#shared/parts.ts';
import { post } from '#shared/words/post.ts';
import { Button, type ButtonLook } from './button.tsx';
import { AskDialog } from './post-ask.tsx';
import { KeyDialog } from './post-decide.tsx';
import { PublishDialog } from './post-publish.tsx';
import type { RulesProps } from './post-rules.tsx';
import { SendDialog } from './post-send.tsx';
import type { Action, PostState } from './post-state.ts';
import type { PostText } from './use-post-text.ts';
import { useWords } from './words.tsx';

export type DialogName = 'send' | 'key' | 'ask' | 'publish';

const opens: Record<Exclude<Action, 'none'>, { dialog: DialogName; look: ButtonLook }> = {
  send: { dialog: 'send', look: 'creator' },
  'send-again': { dialog: 'send', look: 'creator' },
  'post-it': { dialog: 'key', look: 'creator' },
  'posting-day': { dialog: 'publish', look: 'creator' },
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
  if (action === 'none') return null;
  const isEarly = page.status === 'with-brand';
  const names = {
    send: w.send({ brand: page.brief.brandName }),
    'send-again': w.sendAgain,
    'post-it': isEarly ? w.postItEarly : w.postIt,
    'posting-day': w.postingDay,
    approve: w.approve,
  };
  const { dialog, look } = opens[action];
  return (
    <>
      {action === 'approve' && (
        <Button className="max-md:px-3" onClick={() => onPress('ask')}>
          {w.askChanges}
        </Button>
      )}
      <Button look={look} className="max-md:px-3" onClick={() => onPress(dialog)}>
        {names[action]}
      </Button>
    </>
  );
}

export interface PostDialogsProps {
  page: OpenPost;
  actor: string;
  now: PostText | null;
  save: SaveState;
  kinds: readonly PartKind[];
  passage: TextAnchor | null;
  open: DialogName | null;
  onOpen(dialog: DialogName | null): void;
  onSent(): void;
  rules: RulesProps;
}

export function PostDialogs(props: PostDialogsProps) {
  const { page, actor, now, save, kinds, passage, open, onOpen, onSent, rules } = props;
  const held = (name: DialogName) => ({
    page,
    actor,
    kinds,
    open: open === name,
    onOpenChange: (isOpen: boolean) => onOpen(isOpen ? name : null),
  });
  return (
    <>
      <SendDialog {...held('send')} now={now} save={save} onSent={onSent} rules={rules} />
      <KeyDialog {...held('key')} />
      <AskDialog {...held('ask')} passage={passage} />
      <PublishDialog {...held('publish')} />
    </>
  );
}
