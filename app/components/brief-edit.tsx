// The brief's name, brand and product, and whose public holidays count.
import { Pencil } from 'lucide-react';
import { brief as briefWords } from '#shared/words/brief.ts';
import { clearance } from '#shared/words/clearance.ts';
import { holidays } from '#shared/words/holidays.ts';
import { DialogForm } from './brief-dialog-form.tsx';
import { PlaceSelect } from './brief-place.tsx';
import { wrongIn } from './brief-problems.ts';
import { IconButton } from './button.tsx';
import { Field } from './field.tsx';
import { useWords } from './words.tsx';

export interface EditBriefProps {
  brief: {
    id: string;
    title: string;
    brandName: string;
    product: string;
    place: string;
    needsClearance: boolean;
  };
  places: readonly string[];
}

export function EditBrief({ brief, places }: EditBriefProps) {
  const { placeHintEdit } = useWords(holidays);
  const w = useWords(briefWords);
  return (
    <DialogForm
      title={w.editBrief}
      intent="edit-brief"
      action={`/briefs/${brief.id}`}
      submit={w.save}
      trigger={
        <IconButton label={w.editBrief}>
          <Pencil className="size-4.5" aria-hidden="true" />
        </IconButton>
      }
    >
      {(problem) => (
        <>
          {(['title', 'brandName', 'product'] as const).map((name) => (
            <Field
              key={name}
              name={name}
              label={w[name]}
              defaultValue={brief[name]}
              error={wrongIn(w, problem, name)}
            />
          ))}
          <PlaceSelect places={places} value={brief.place} hint={placeHintEdit} />
          <NeedsClearance isOn={brief.needsClearance} />
        </>
      )}
    </DialogForm>
  );
}

function NeedsClearance({ isOn }: { isOn: boolean }) {
  const w = useWords(clearance);
  return (
    <label className="flex min-h-11 items-start gap-3 text-17">
      <input
        type="checkbox"
        name="needsClearance"
        defaultChecked={isOn}
        className="mt-1 size-5 shrink-0 accent-brand"
      />
      <span>
        {w.setting}
        <span className="block text-13 text-muted">{w.settingHint}</span>
      </span>
    </label>
  );
}
