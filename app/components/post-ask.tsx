// Asking for changes: one to three requests, each tied to a clause of the guidelines, to the words
// that were selected, or to a picture.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OpenPost } from '#server/views/drafts.ts';
import type { TextAnchor } from '#shared/anchors.ts';
import { type ChangeTarget, maxChangeRequests } from '#shared/approval.ts';
import { deeds } from '#shared/words/deeds.ts';
import { Button, IconButton } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Select, TextArea } from './field.tsx';
import { usePostAction } from './post-action.ts';
import { textIn, useReadingOrder } from './post-guidelines.tsx';
import { DecisionProblem } from './decision-problem.tsx';
import { PostProblem } from './post-problem.tsx';
import { short } from './post-requests.tsx';
import { useWords } from './words.tsx';

export interface AskProps {
  page: OpenPost;
  actor: string;
  /** The words that were selected when the dialog was opened. */
  passage: TextAnchor | null;
  open: boolean;
  onOpenChange(open: boolean): void;
}

interface Asked {
  id: number;
  body: string;
  target: string;
}

export function AskDialog({ page, actor, passage, open, onOpenChange }: AskProps) {
  const w = useWords(deeds);
  const targets = useTargets(page, passage);
  // Only words that were selected are surely meant; a clause is chosen.
  const first = passage ? 'passage' : '';
  const [asked, setAsked] = useState<Asked[]>([]);
  const ask = usePostAction(actor, 'ask-changes', () => {
    onOpenChange(false);
    setAsked([]);
  });
  const extra = usePostAction(actor, 'ask-extra-round');
  const creator = page.creator.name;
  const shown = asked.length > 0 ? asked : [{ id: 0, body: '', target: first }];
  const change = (id: number, part: Partial<Asked>) =>
    setAsked(shown.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const requests = shown.flatMap(({ body, target }) => {
    const found = targets.find((one) => one.key === (target || first));
    return body.trim() && found ? [{ body, target: found.target }] : [];
  });
  const isComplete = requests.length === shown.length;

  // What was typed stays in sight when somebody else took the round meanwhile.
  if (page.roundsLeft === 0 && page.status === 'with-brand') {
    return (
      <Dialog
        title={w.askTitle}
        description={w.noRounds({ creator })}
        open={open}
        onOpenChange={onOpenChange}
      >
        <PostProblem problem={extra.problem} />
        {page.extraRoundAsked ? (
          <output className="block">{w.extraAsked({ creator })}</output>
        ) : (
          <Button look="brand" disabled={extra.isBusy} onClick={() => extra.run()}>
            {w.askExtra}
          </Button>
        )}
      </Dialog>
    );
  }
  return (
    <Dialog
      title={w.askTitle}
      description={`${w.askNote({ max: maxChangeRequests })} ${w.askRounds({ count: page.roundsLeft })}`}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="flex flex-col gap-5">
        {shown.map((one, index) => (
          <fieldset key={one.id} className="flex flex-col gap-3 border-l-2 border-brand pl-3">
            <legend className="float-left flex w-full items-center justify-between text-15 font-semibold">
              {w.request({ n: index + 1 })}
              {shown.length > 1 && (
                <IconButton
                  label={w.removeRequest}
                  onClick={() => setAsked(shown.filter((other) => other.id !== one.id))}
                >
                  <Trash2 className="size-4" aria-hidden="true" />
                </IconButton>
              )}
            </legend>
            <TextArea
              label={w.requestBody}
              maxLength={600}
              value={one.body}
              onChange={(event) => change(one.id, { body: event.currentTarget.value })}
            />
            <Select
              label={w.requestTarget}
              hint={passage ? undefined : w.requestPassageHint}
              value={one.target || first}
              onChange={(event) => change(one.id, { target: event.currentTarget.value })}
            >
              {!passage && (
                <option value="" disabled>
                  {w.requestChoose}
                </option>
              )}
              {targets.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
            </Select>
          </fieldset>
        ))}
        {shown.length < maxChangeRequests && (
          <Button
            onClick={() => {
              const id = Math.max(...shown.map((one) => one.id)) + 1;
              setAsked([...shown, { id, body: '', target: first }]);
            }}
          >
            <Plus className="size-4" aria-hidden="true" />
            {w.addRequest}
          </Button>
        )}
        <DecisionProblem problem={ask.problem} typed={shown.map(({ body }) => body)} />
        <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-col border-t border-line bg-paper px-5 py-3">
          <Button
            look="brand"
            disabled={!isComplete || ask.isBusy}
            onClick={() => ask.run({ approvalId: page.sent?.approvalId, requests })}
          >
            {w.sendRequests({ creator })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface TargetChoice {
  key: string;
  name: string;
  target: ChangeTarget;
}

const clauses = [
  'core',
  'freedom',
  'dos',
  'donts',
  'forbidden',
  'mandatory',
  'disclosure',
  'tone',
] as const;

function useTargets(page: OpenPost, passage: TextAnchor | null): TargetChoice[] {
  const w = useWords(deeds);
  const order = useReadingOrder(page);
  const points = (page.guidelines?.structure.points ?? []).map((point) => ({
    key: point.id,
    name: w.aboutPoint({ text: short(textIn(point.text, order)) }),
    target: { kind: 'clause', field: 'points', pointId: point.id } as const,
  }));
  const fields = clauses.map((field) => ({
    key: field,
    name: w[field],
    target: { kind: 'clause', field } as const,
  }));
  const words = passage && {
    key: 'passage',
    name: w.aboutPassage({ quote: short(passage.quote) }),
    target: { kind: 'passage', anchor: passage } as const,
  };
  return [...(words ? [words] : []), ...points, ...fields];
}
