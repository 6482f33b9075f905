// The dialogs of what is done with many posts at once: each says what will happen, then how it went.
import { useFetcher } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import type { Moved } from '#server/commands/post-dates.ts';
import type { NudgedPosts } from '#server/commands/posts.ts';
import { dueDates } from '#shared/deliverable.ts';
import { brief } from '#shared/words/brief.ts';
import { posts } from '#shared/words/posts.ts';
import type { Answer } from './brief-answer.ts';
import { problemWords } from './brief-problems.ts';
import { usePostName } from './brief-deliverables.tsx';
import { Button } from './button.tsx';
import { Choice, Field, Problem, Select, TextArea } from './field.tsx';
import type { Deed } from './posts-bar.tsx';
import type { PostColumn } from './posts-grid.tsx';
import type { ChosenCell } from './posts-selection.ts';
import { useReader, useWords } from './words.tsx';

interface DeedProps {
  kind: Deed;
  cells: ChosenCell[];
  columns: PostColumn[];
  timeZone: string;
  onClose(): void;
}

export default function PostsDeed({ kind, cells, columns, timeZone, onClose }: DeedProps) {
  const w = useWords(posts);
  const ofBrief = useWords(brief);
  const { locale } = useReader();
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  if (answered?.problem === null) {
    return <Done onClose={onClose}>{<Outcome kind={kind} value={answered.value} />}</Done>;
  }
  const problem = answered?.problem ?? null;
  const note = { nudge: w.nudgeNote, move: w.moveNote, give: w.giveNote, ask: w.askNote }[kind];
  const submit = { nudge: w.nudge, move: w.moveDates, give: w.give, ask: w.askSend }[kind];
  return (
    <fetcher.Form method="post" className="flex flex-col gap-4" noValidate>
      <input type="hidden" name="intent" value={`${kind}-posts`} />
      <input type="hidden" name="cells" value={JSON.stringify(cells)} />
      <p className="text-15 text-muted">{note}</p>
      {kind === 'move' && <MoveFields timeZone={timeZone} />}
      {kind === 'give' && <GiveFields columns={columns} />}
      {kind === 'ask' && <TextArea name="body" label={w.askBody} maxLength={2000} required />}
      {problem && <Problem>{problemWords(ofBrief, locale, problem)}</Problem>}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex justify-end border-t border-line bg-paper px-5 py-3">
        <Button type="submit" look="brand" disabled={fetcher.state !== 'idle'}>
          {submit}
        </Button>
      </div>
    </fetcher.Form>
  );
}

function Done({ onClose, children }: { onClose(): void; children: ReactNode }) {
  const w = useWords(posts);
  return (
    <div className="flex flex-col gap-4">
      <div role="status" className="flex flex-col gap-1 text-17 text-ink">
        {children}
      </div>
      {/* The form is gone and the focus with it: here the dialog goes on. */}
      <div ref={focusButton} className="flex justify-end">
        <Button onClick={onClose}>{w.close}</Button>
      </div>
    </div>
  );
}

const focusButton = (box: HTMLDivElement | null) => box?.querySelector('button')?.focus();

/** The server answers each deed with its own counts. */
function Outcome({ kind, value }: { kind: Deed; value: unknown }) {
  const w = useWords(posts);
  const lines: string[] = [];
  if (kind === 'nudge') {
    const { people, lately } = value as NudgedPosts;
    lines.push(w.nudged({ people }), lately > 0 ? w.nudgedLately({ count: lately }) : '');
  } else if (kind === 'move') {
    const { left, ...moved } = value as Moved;
    lines.push(w.moved(moved), left > 0 ? w.movedLeft({ count: left }) : '');
  } else if (kind === 'give') {
    lines.push(w.given(value as { people: number }));
  } else {
    const { left, ...asked } = value as { posts: number; left: number };
    lines.push(w.asked(asked), left > 0 ? w.askedLeft({ count: left }) : '');
  }
  return lines.filter(Boolean).map((line) => <p key={line}>{line}</p>);
}

function MoveFields({ timeZone }: { timeZone: string }) {
  const w = useWords(posts);
  const ofBrief = useWords(brief);
  const [how, setHow] = useState<'by' | 'to'>('by');
  return (
    <>
      <fieldset>
        <legend className="text-15 font-medium text-ink">{w.moveHow}</legend>
        <div className="flex flex-wrap gap-x-6">
          <Choice
            type="radio"
            name="how"
            value="by"
            label={w.moveBy}
            checked={how === 'by'}
            onChange={() => setHow('by')}
          />
          <Choice
            type="radio"
            name="how"
            value="to"
            label={w.moveTo}
            checked={how === 'to'}
            onChange={() => setHow('to')}
          />
        </div>
      </fieldset>
      {how === 'by' ? (
        <div className="grid grid-cols-2 gap-4">
          <Field
            type="number"
            name="days"
            label={w.moveDays}
            inputMode="numeric"
            min={1}
            max={366}
            defaultValue={1}
          />
          <Select name="direction" label={w.moveDirection}>
            <option value="later">{w.moveLater}</option>
            <option value="earlier">{w.moveEarlier}</option>
          </Select>
        </div>
      ) : (
        <Field type="date" name="day" label={w.moveDay} />
      )}
      <fieldset>
        <legend className="text-15 font-medium text-ink">{w.moveWhich}</legend>
        <div className="flex flex-wrap gap-x-6">
          {dueDates.map((name) => (
            <Choice
              key={`${how} ${name}`}
              type="checkbox"
              name="which"
              value={name}
              label={ofBrief[name]}
              defaultChecked={how === 'by' || name === 'publishDue'}
            />
          ))}
        </div>
      </fieldset>
      <p className="text-13 text-muted">{w.moveZone({ zone: timeZone })}</p>
    </>
  );
}

function GiveFields({ columns }: { columns: PostColumn[] }) {
  const w = useWords(posts);
  const nameOf = usePostName();
  return (
    <Select name="deliverableId" label={w.post}>
      {columns.map((post) => (
        <option key={post.id} value={post.id}>
          {nameOf(post)}
        </option>
      ))}
    </Select>
  );
}
