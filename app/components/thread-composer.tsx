// Writing a comment: what it is about and who hears it stand there before the first letter.
import { useState } from 'react';
import type { ThreadView } from '#server/views/threads.ts';
import type { Anchor } from '#shared/anchors.ts';
import { thread } from '#shared/words/thread.ts';
import { Button } from './button.tsx';
import { Choice } from './field.tsx';
import { isTooLong, MentionField, mentionsIn } from './mention-field.tsx';
import { hearersOf, type Talk, useThreadAction } from './talk.ts';
import { useAbout } from './thread-about.ts';
import { ThreadProblem } from './thread-problem.tsx';
import { useKeptText } from './use-kept-text.ts';
import { useWords } from './words.tsx';

export interface ComposerProps {
  talk: Talk;
  anchor: Anchor;
  onClose(): void;
}

export function ThreadComposer({ talk, anchor, onClose }: ComposerProps) {
  const { actor, audiences, side, place } = talk;
  const w = useWords(thread);
  const { comment } = useAbout(talk);
  const [audience, setAudience] = useState(audiences[0] ?? 'everyone');
  const [body, setBody] = useKeptText(`${actor}/${JSON.stringify([place, anchor])}`);
  const close = () => {
    setBody('');
    onClose();
  };
  const start = useThreadAction(actor, 'start', close);
  const people = hearersOf(talk, audience);
  const maySend = body.trim() !== '' && !isTooLong(body) && !start.isBusy;
  const send = () => {
    const mentions = mentionsIn(body, people);
    if (maySend) start.run({ place, audience, anchor, body, mentions });
  };
  return (
    <section
      aria-label={w.comment}
      className="flex flex-col gap-3 rounded-2xl border border-edge bg-raised p-3"
    >
      <p className="line-clamp-3 text-13 text-muted">{comment(anchor)}</p>
      <AudienceSwitch talk={talk} value={audience} isFixed={body !== ''} onChange={setAudience} />
      <MentionField
        label={w.body}
        value={body}
        people={people}
        // The person just asked to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={setBody}
        onSend={send}
      />
      <ThreadProblem problem={start.problem} />
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Button
          className={side === 'brand' ? 'border-brand text-brand' : 'border-creator text-creator'}
          disabled={!maySend}
          onClick={send}
        >
          {w.send}
        </Button>
        <Button look="plain" onClick={close}>
          {w.cancel}
        </Button>
      </div>
    </section>
  );
}

interface SwitchProps {
  talk: Talk;
  value: ThreadView['audience'];
  /** Chosen before the first letter: from then on it stands. */
  isFixed: boolean;
  onChange(audience: ThreadView['audience']): void;
}

function AudienceSwitch({ talk, value, isFixed, onChange }: SwitchProps) {
  const w = useWords(thread);
  const { side, brand, creator, audiences } = talk;
  if (side === 'creator') {
    return <p className="text-13 font-medium text-creator">{w.everyoneForCreator({ brand })}</p>;
  }
  const notes = {
    brand: creator === null ? w.brandOnlyNoteAll : w.brandOnlyNote({ creator }),
    everyone: creator === null ? w.everyoneNoteAll : w.everyoneNote({ creator }),
  };
  return (
    <fieldset disabled={isFixed} className="flex flex-wrap gap-x-4">
      <legend className="text-13 text-muted">{w.audience}</legend>
      {audiences.map((one) => (
        <Choice
          key={one}
          type="radio"
          name="audience"
          label={one === 'brand' ? w.brandOnly : w.everyone}
          hint={notes[one]}
          checked={value === one}
          onChange={() => onChange(one)}
        />
      ))}
    </fieldset>
  );
}
