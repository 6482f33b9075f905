// The creator's last look before sending, and the one tick that is their key.
import { Send } from 'lucide-react';
import { useState } from 'react';
import type { SaveState } from '#app/collab/connection.ts';
import { type Saving, useSave } from '#app/collab/use-collab.ts';
import type { OpenPost } from '#server/views/drafts.ts';
import { isEmptyDraft, type PartKind } from '#shared/parts.ts';
import { mustFix } from '#shared/rules.ts';
import { idea } from '#shared/words/idea.ts';
import { deeds } from '#shared/words/deeds.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Choice } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { LastLook, PostReading } from './post-reading.tsx';
import { type RulesProps, Stops } from './post-rules.tsx';
import type { PostText } from './use-post-text.ts';
import { useWords } from './words.tsx';

export interface SendProps {
  page: OpenPost;
  actor: string;
  now: PostText | null;
  save: Saving;
  kinds: readonly PartKind[];
  open: boolean;
  onOpenChange(open: boolean): void;
  onSent(): void;
  rules: RulesProps;
}

export function SendDialog(props: SendProps) {
  const { page, actor, now, kinds, open, onOpenChange, onSent, rules } = props;
  const w = useWords(deeds);
  const say = useWords(idea);
  const save = useSave(props.save);
  const [isReady, setReady] = useState(false);
  const brand = page.brief.brandName;
  const send = usePostAction(actor, 'send', () => {
    onOpenChange(false);
    onSent();
  });
  const isEmpty = now !== null && isEmptyDraft(now.parts);
  const begins = page.status === 'writing' || page.status === 'changes-asked';
  const stops = rules.reading ? mustFix(rules.reading) : [];
  const unanswered =
    page.status === 'changes-asked' && page.requests.some((request) => request.answer === null);
  return (
    <Dialog
      title={w.sendTitle({ brand, n: begins ? page.round + 1 : page.round })}
      description={w.sendLook}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="flex flex-col gap-4">
        <Stops {...rules} findings={stops} />
        {isEmpty && <p className="text-15">{w.sendEmpty}</p>}
        {now && !isEmpty && (
          <LastLook>
            <PostReading parts={now.parts} kinds={kinds} />
          </LastLook>
        )}
        <Choice
          type="checkbox"
          label={w.sendReady}
          hint={w.sendReadyNote}
          checked={isReady}
          onChange={(event) => setReady(event.currentTarget.checked)}
        />
        {page.round === 0 && <p className="text-13 text-muted">{w.sendOpens({ brand })}</p>}
        {page.idea?.isOpen && <p className="text-15">{say.stillOpen({ brand })}</p>}
        {unanswered && <p className="text-15">{w.sendUnanswered}</p>}
        <Waiting save={save} />
        <PostProblem problem={send.problem} />
        <Button
          look="creator"
          disabled={!now || isEmpty || stops.length > 0 || save.phase !== 'saved' || send.isBusy}
          onClick={() => now && send.run({ contentId: now.contentId, ready: isReady })}
        >
          <Send className="size-4" aria-hidden="true" />
          {w.send({ brand })}
        </Button>
      </div>
    </Dialog>
  );
}

/** What is sent is what is on disk: the last words are waited for, not left behind. */
function Waiting({ save }: { save: SaveState }) {
  const w = useWords(deeds);
  if (save.phase === 'saved') return null;
  return (
    <output className="block text-15">
      {save.phase === 'offline' ? w.sendOffline : w.sendSaving}
    </output>
  );
}
