// How a like, a comment, a save and a share count: said in one line, changed by whoever may.
import { useState } from 'react';
import {
  type AnswerName,
  answers,
  evenWeights,
  likesAndComments,
  maxWeight,
  type Weights,
} from '#shared/engagement.ts';
import { roster } from '#shared/words/roster.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { useFormat, useWords } from './words.tsx';

export interface RosterWeightsProps {
  weights: Weights;
  workspaceId: string;
  mayWrite: boolean;
}

export function RosterWeights({ weights, workspaceId, mayWrite }: RosterWeightsProps) {
  const w = useWords(roster);
  const { number } = useFormat();
  const said = Object.fromEntries(answers.map((name) => [name, number(weights[name])]));
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-15 text-muted">
      {w.weightsNow(said as Record<AnswerName, string>)}
      {mayWrite && (
        <DialogForm
          title={w.weights}
          description={w.weightsNote}
          intent="weigh"
          submit={w.save}
          hidden={{ workspaceId }}
          trigger={<Button look="plain">{w.weights}</Button>}
        >
          {(problem) => <Fields weights={weights} error={problem ? w.wrongWeights : null} />}
        </DialogForm>
      )}
    </p>
  );
}

function Fields({ weights, error }: { weights: Weights; error: string | null }) {
  const w = useWords(roster);
  const [typed, setTyped] = useState(weights);
  const [round, setRound] = useState(0);
  const take = (next: Weights) => {
    setTyped(next);
    setRound((before) => before + 1);
  };
  return (
    <>
      <div key={round} className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {answers.map((name) => (
          <Field
            key={name}
            name={name}
            label={w[name]}
            type="number"
            inputMode="decimal"
            min={0}
            max={maxWeight}
            step="any"
            defaultValue={typed[name]}
          />
        ))}
      </div>
      {error && <p className="text-15">{error}</p>}
      <div className="flex flex-wrap gap-4">
        <Button look="plain" onClick={() => take(evenWeights)}>
          {w.weightsEven}
        </Button>
        <Button look="plain" onClick={() => take(likesAndComments)}>
          {w.weightsLikes}
        </Button>
      </div>
    </>
  );
}
