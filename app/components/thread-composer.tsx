// Writing a comment: what it is about and who hears it stand there before the first letter.
import { useState } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import type { Side } from '#shared/roles.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { Choice, TextArea } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { PostProblem } from './post-problem.tsx';
import { useWords } from './words.tsx';

export interface ComposerProps {
  anchor: Anchor;
  audiences: ThreadView['audience'][];
  names: { side: Side; brand: string; creator: string };
  actor: string;
  onClose(): void;
}

export function ThreadComposer({ anchor, audiences, names, actor, onClose }: ComposerProps) {
  const w = useWords(thread);
  const [audience, setAudience] = useState(audiences[0] ?? 'everyone');
  const [body, setBody] = useState('');
  const start = usePostAction(actor, 'thread-start', onClose);
  return (
    <section
      aria-label={w.comment}
      className="flex flex-col gap-3 rounded-2xl border border-edge bg-raised p-3"
    >
      <p className="text-13 text-muted">
        <About anchor={anchor} />
      </p>
      <AudienceSwitch
        audiences={audiences}
        value={audience}
        names={names}
        isFixed={body !== ''}
        onChange={setAudience}
      />
      <TextArea
        label={w.body}
        maxLength={2000}
        value={body}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <PostProblem problem={start.problem} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Button
          className={
            names.side === 'brand' ? 'border-brand text-brand' : 'border-creator text-creator'
          }
          disabled={!body.trim() || start.isBusy}
          onClick={() => start.run({ audience, anchor, body })}
        >
          {w.send}
        </Button>
        <Button look="plain" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </section>
  );
}

export function About({ anchor }: { anchor: Anchor }) {
  const w = useWords(thread);
  if (anchor.kind === 'media') return w.commentOnPicture;
  return anchor.kind === 'whole' ? w.commentOnWhole : w.commentOn({ quote: anchor.quote });
}

interface SwitchProps extends Pick<ComposerProps, 'audiences' | 'names'> {
  value: ThreadView['audience'];
  /** Chosen before the first letter: from then on it stands. */
  isFixed: boolean;
  onChange(audience: ThreadView['audience']): void;
}

function AudienceSwitch({ audiences, value, names, isFixed, onChange }: SwitchProps) {
  const w = useWords(thread);
  const { side, brand, creator } = names;
  if (side === 'creator') {
    return <p className="text-13 font-medium text-creator">{w.everyoneForCreator({ brand })}</p>;
  }
  return (
    <fieldset disabled={isFixed} className="flex flex-wrap gap-x-4">
      <legend className="text-13 text-muted">{w.audience}</legend>
      {audiences.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="audience"
          label={one === 'brand' ? w.brandOnly : w.everyone}
          hint={one === 'brand' ? w.brandOnlyNote({ creator }) : w.everyoneNote({ creator })}
          checked={value === one}
          onChange={() => onChange(one)}
        />
      ))}
    </fieldset>
  );
}
