// Asking a creator the workspace knows to join a brief: whom, into which; then the way to the deal.
import { Link } from '@remix-run/react';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { HandedLinkProps } from '#app/entrance/handed-link.tsx';
import { common } from '#shared/words/common.ts';
import { roster } from '#shared/words/roster.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { LinkToHand } from './brief-link.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { Select } from './field.tsx';
import { useWords } from './words.tsx';

export interface Addable {
  userId: string;
  name: string;
  briefs: { id: string }[];
}

export interface AddToBriefProps {
  creators: Addable[];
  /** Those the reader may invite to. */
  briefs: { id: string; title: string }[];
}

export function AddToBrief({ creators, briefs }: AddToBriefProps) {
  const w = useWords(roster);
  const addable = creators.filter((creator) => open(creator, briefs).length > 0);
  const [first] = addable;
  if (creators.length === 0) return null;
  const alone = creators.length === 1 ? creators[0] : undefined;
  const title = alone ? w.addTitle({ name: alone.name }) : w.add;
  const trigger = (
    <Button look="brand">
      <UserPlus className="size-4" aria-hidden="true" />
      {w.add}
    </Button>
  );
  if (!first) return <NoneLeft {...{ title, trigger }} />;
  return (
    <DialogForm
      title={title}
      description={w.addNote}
      intent="add-to-brief"
      submit={w.addDo}
      trigger={trigger}
      done={(value) => <Added added={value as AddedOne} creators={creators} />}
    >
      <Fields {...{ addable, briefs, first }} />
    </DialogForm>
  );
}

function NoneLeft({ title, trigger }: Pick<DialogProps, 'title' | 'trigger'>) {
  const w = useWords(roster);
  const { newBrief } = useWords(common);
  return (
    <Dialog title={title} description={w.addNone} {...(trigger && { trigger })}>
      <ButtonLink to="/briefs/new" data-first="">
        {newBrief}
      </ButtonLink>
    </Dialog>
  );
}

const open = (creator: Addable, briefs: AddToBriefProps['briefs']) =>
  briefs.filter(({ id }) => !creator.briefs.some((brief) => brief.id === id));

function Fields({
  addable,
  briefs,
  first,
}: {
  addable: Addable[];
  briefs: AddToBriefProps['briefs'];
  first: Addable;
}) {
  const w = useWords(roster);
  const [userId, setUserId] = useState(first.userId);
  const chosen = addable.find((creator) => creator.userId === userId) ?? first;
  return (
    <>
      {addable.length === 1 ? (
        <input type="hidden" name="userId" value={first.userId} />
      ) : (
        <Select
          name="userId"
          label={w.whichCreator}
          value={chosen.userId}
          onChange={(event) => setUserId(event.currentTarget.value)}
        >
          {addable.map((creator) => (
            <option key={creator.userId} value={creator.userId}>
              {creator.name}
            </option>
          ))}
        </Select>
      )}
      <Select key={chosen.userId} name="briefId" label={w.whichBrief}>
        {open(chosen, briefs).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </>
  );
}

interface AddedOne {
  userId: string;
  briefId: string;
  link: HandedLinkProps | null;
}

function Added({ added, creators }: { added: AddedOne; creators: Addable[] }) {
  const w = useWords(roster);
  const name = creators.find(({ userId }) => userId === added.userId)?.name ?? '';
  return (
    <div className="flex flex-col gap-3">
      <output className="text-17 font-medium text-ink">{w.added({ name })}</output>
      <Link
        to={`/briefs/${added.briefId}/creators/${added.userId}`}
        className="inline-flex min-h-11 items-center text-15 font-semibold"
      >
        {w.toDeal}
      </Link>
      {added.link && <LinkToHand {...added.link} />}
    </div>
  );
}
