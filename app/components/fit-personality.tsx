// The personality of the brand and of a creator, side by side: marked facet by facet, shown as bars with
// the same figures as a table. Folded: it is optional.
import { Form } from '@remix-run/react';
import { scores } from '#shared/fit.ts';
import {
  dimensionNames,
  dimensions,
  type Facet,
  facets,
  type Profile,
  similarity,
} from '#shared/personality.ts';
import { fit } from '#shared/words/fit.ts';
import { dimensionWords, facetWords } from '#shared/words/fit-rows.ts';
import { Button } from './button.tsx';
import { useFormat, useReader, useWords } from './words.tsx';

export interface PersonalityProps {
  name: string;
  brandName: string;
  hidden: readonly string[];
  own: { brand: Profile; creator: Profile };
  brand: Profile;
  creator: Profile;
  self: Profile;
  people: number;
  may: { rate: boolean; sheet: boolean };
}

export function Personality(props: PersonalityProps) {
  const w = useWords(fit);
  const { hidden, may } = props;
  const shown = facets.filter((facet) => !hidden.includes(facet));
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-17 text-ink">
        {w.personality}
      </summary>
      <div className="mt-3 flex flex-col gap-6">
        <p className="max-w-prose text-15 text-muted">{w.personalityHint}</p>
        <SideBySide {...props} shown={shown} />
        {may.rate && <ProfileForm {...props} shown={shown} />}
        {may.sheet && <HideForm hidden={hidden} />}
      </div>
    </details>
  );
}

type Shown = PersonalityProps & { shown: readonly Facet[] };

function SideBySide(props: Shown) {
  const { brand, creator, hidden, people } = props;
  const w = useWords(fit);
  const format = useFormat();
  const { value, n } = similarity(brand, creator, hidden);
  if (value === null) return null;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-17 text-ink">
        {w.similarity({ value: format.percent(value), n })}{' '}
        <span className="text-15 text-muted">· {w.people({ n: people })}</span>
      </p>
      <p className="max-w-prose text-13 text-muted">{w.similarityFormula}</p>
      {value === 1 && <p className="max-w-prose border-l-2 border-ink pl-3 text-15">{w.same}</p>}
      <Bars {...props} />
      <details>
        <summary className="inline-flex min-h-11 items-center text-15 text-ink">
          {w.asTable}
        </summary>
        <ProfileTable {...props} />
      </details>
    </div>
  );
}

/** Two bars a facet, 1 to 5; the figures stand beside them and in the table. */
function Bars({ brand, creator, shown, brandName, name }: Shown) {
  const { locale } = useReader();
  const told = shown.filter((facet) => brand[facet] !== undefined || creator[facet] !== undefined);
  return (
    <div aria-hidden="true" className="flex max-w-2xl flex-col gap-2.5">
      <p className="flex flex-wrap gap-x-5 text-13 text-muted">
        <span className="inline-flex items-center gap-1.5">
          <span className="size-3 rounded-[3px] bg-brand" /> {brandName}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <span className="size-3 rounded-full bg-creator" /> {name}
        </span>
      </p>
      {told.map((facet) => (
        <div key={facet} className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-3">
          <span className="text-15 text-ink">{facetWords[locale][facet]}</span>
          <span className="flex flex-col gap-1">
            <Bar value={brand[facet]} hue="rounded-r-[3px] bg-brand" />
            <Bar value={creator[facet]} hue="rounded-r-full bg-creator" />
          </span>
        </div>
      ))}
    </div>
  );
}

function Bar({ value, hue }: { value: number | undefined; hue: string }) {
  if (value === undefined) return <span className="h-2" />;
  return (
    <span className="flex items-center gap-2">
      <span className="flex h-2 flex-1">
        <span className={hue} style={{ width: `${(value / 5) * 100}%` }} />
      </span>
      <span className="w-7 shrink-0 text-right text-13 leading-none tabular-nums text-muted">
        {value.toFixed(1)}
      </span>
    </span>
  );
}

function ProfileTable({ brand, creator, self, shown, brandName, name }: Shown) {
  const w = useWords(fit);
  const { locale } = useReader();
  const cell = (value: number | undefined) => value?.toFixed(1) ?? w.noAnswer;
  const hasSelf = Object.keys(self).length > 0;
  return (
    <div className="overflow-x-auto">
      <table className="text-15 tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-13 text-muted">
            <th className="py-2 pr-6 font-medium">{w.facet}</th>
            <th className="py-2 pr-6 font-medium">{brandName}</th>
            <th className="py-2 pr-6 font-medium">{name}</th>
            {hasSelf && <th className="py-2 font-medium">{w.ownColumn({ name })}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((facet) => (
            <tr key={facet} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-6 text-left font-normal text-ink">
                {facetWords[locale][facet]}
              </th>
              <td className="py-2 pr-6">{cell(brand[facet])}</td>
              <td className="py-2 pr-6">{cell(creator[facet])}</td>
              {hasSelf && <td className="py-2">{cell(self[facet])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ProfileForm({ own, shown, brandName, name }: Shown) {
  const w = useWords(fit);
  const { locale } = useReader();
  return (
    <Form method="post" preventScrollReset className="flex flex-col items-start gap-4">
      {dimensionNames.map((dimension) => {
        const here = dimensions[dimension].filter((facet) => shown.includes(facet));
        if (here.length === 0) return null;
        return (
          <fieldset key={dimension} className="w-full max-w-2xl">
            <legend className="text-15 font-semibold text-ink">
              {dimensionWords[locale][dimension]}
            </legend>
            {here.map((facet) => (
              <div
                key={facet}
                className="grid grid-cols-2 items-center gap-x-3 gap-y-1 border-t border-line py-1.5 sm:grid-cols-[1fr_9rem_9rem]"
              >
                <span className="col-span-2 text-15 text-ink sm:col-span-1">
                  {facetWords[locale][facet]}
                </span>
                <Mark
                  field={`brand.${facet}`}
                  who={brandName}
                  facet={facet}
                  value={own.brand[facet]}
                />
                <Mark
                  field={`creator.${facet}`}
                  who={name}
                  facet={facet}
                  value={own.creator[facet]}
                />
              </div>
            ))}
          </fieldset>
        );
      })}
      <Button type="submit" name="intent" value="describe-fit">
        {w.saveProfile}
      </Button>
    </Form>
  );
}

interface MarkProps {
  field: string;
  who: string;
  facet: Facet;
  value: number | undefined;
}

function Mark({ field, who, facet, value }: MarkProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  return (
    <select
      name={field}
      defaultValue={value ?? ''}
      aria-label={w.facetOf({ facet: facetWords[locale][facet], who })}
      className="h-11 w-full min-w-0 rounded-xl border border-edge bg-raised px-2 text-15 text-ink md:h-10"
    >
      <option value="">{`${who}: ${w.noAnswer}`}</option>
      {scores.map((score) => (
        <option key={score} value={score}>{`${who}: ${score}`}</option>
      ))}
    </select>
  );
}

function HideForm({ hidden }: { hidden: readonly string[] }) {
  const w = useWords(fit);
  const { locale } = useReader();
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-15 text-ink">
        {w.hideTitle}
      </summary>
      <Form method="post" preventScrollReset className="flex flex-col items-start gap-2">
        <p className="text-13 text-muted">{w.hideHint}</p>
        <div className="grid gap-x-6 sm:grid-cols-3">
          {facets.map((facet) => (
            <label key={facet} className="flex min-h-11 items-center gap-3 text-15 text-ink">
              <input
                type="checkbox"
                name="hidden"
                value={facet}
                defaultChecked={hidden.includes(facet)}
                className="size-5 accent-ink"
              />
              {facetWords[locale][facet]}
            </label>
          ))}
        </div>
        <Button type="submit" name="intent" value="hide-facets">
          {w.saveHidden}
        </Button>
      </Form>
    </details>
  );
}
