// What the one button of the post page opens: sending, turning a key, asking for changes.
// Fetched when the first of them is opened, and kept, so that what was typed in one is still there.
import type { Saving } from '#app/collab/use-collab.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import type { PartKind } from '#shared/parts.ts';
import type { DialogName } from './post-actions.tsx';
import { AskDialog } from './post-ask.tsx';
import { ClearDialog, NotClearDialog } from './post-clear.tsx';
import { KeyDialog } from './post-decide.tsx';
import type { RulesProps } from './post-rules.tsx';
import { SendDialog } from './post-send.tsx';
import type { PostText } from './use-post-text.ts';

interface PostDialogsProps {
  page: OpenPost;
  actor: string;
  now: PostText | null;
  save: Saving;
  kinds: readonly PartKind[];
  passage: TextAnchor | null;
  open: DialogName | null;
  onOpen(dialog: DialogName | null): void;
  onSent(): void;
  rules: RulesProps;
}

export default function PostDialogs(props: PostDialogsProps) {
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
      <ClearDialog {...held('clear')} />
      <NotClearDialog {...held('not-clear')} />
    </>
  );
}
