// Somebody else in a creator's place: who, on what deal; then their link, this once.
import type { Replaced } from '#server/commands/replacements.ts';
import { invite } from '#shared/words/invite.ts';
import type { CreatorOnPage } from './brief-creators.tsx';
import { DialogForm } from './brief-dialog-form.tsx';
import { Fields, type Known } from './brief-invite.tsx';
import { LinkToHand } from './brief-link.tsx';
import { Button } from './button.tsx';
import { useWords } from './words.tsx';

export interface ReplaceProps {
  creator: Pick<CreatorOnPage, 'userId' | 'name' | 'status' | 'mayReplace'>;
  /** Of this brief, who does not make all posts, and of the workspace. */
  others: Known[];
}

export function Replace({ creator, others }: ReplaceProps) {
  const { userId, name, status, mayReplace } = creator;
  const w = useWords(invite);
  // Once it is done the dialog still shows the link: only its button goes.
  const look = mayReplace ? '' : 'hidden';
  return (
    <DialogForm
      title={w.replaceTitle({ name })}
      description={
        <>
          {w.replaceHint({ name })} {status === 'in' && <b>{w.replaceWarn({ name })}</b>}
        </>
      }
      intent="replace-creator"
      submit={w.replaceNow}
      hidden={{ before: userId }}
      trigger={
        <Button look="plain" className={look}>
          {w.replace}
        </Button>
      }
      done={(value) => <TookOver replaced={value as Replaced} />}
    >
      {(problem) => (
        // Nobody else's deal is offered: the next one has their own.
        <Fields
          known={others.filter((one) => one.userId !== userId)}
          offered={null}
          problem={problem}
        />
      )}
    </DialogForm>
  );
}

function TookOver({ replaced: { name, link } }: { replaced: Replaced }) {
  const w = useWords(invite);
  return (
    <div className="flex flex-col gap-3">
      <output className="text-17 font-medium text-ink">{w.tookOver({ name })}</output>
      {link ? <LinkToHand {...link} /> : <p className="text-15 text-muted">{w.tookOverHint}</p>}
    </div>
  );
}
