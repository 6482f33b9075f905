// The personality of the brand and of a creator, side by side: marked facet by facet, shown as bars with
// the same figures as a table. Folded: it is optional.
import { Form, useActionData } from '@remix-run/react';
import { Children, type ReactNode, useState } from 'react';
import { Done } from '#app/entrance/done.tsx';
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
import { dimensionWords, facetWords } from '#shared/words/personality.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { Problem } from './field.tsx';
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

export const facetsBut = (hidden: readonly string[]): Facet[] =>
  facets.filter((facet) => !hidden.includes(facet));

export function Personality(props: PersonalityProps) {
  const w = useWords(fit);
  const { hidden, may, own, brandName, name } = props;
  const shown = facetsBut(hidden);
  const answered = useActionData<Answer>()?.intent ?? '';
  return (
    <details open={['describe-fit', 'hide-facets'].includes(answered) || undefined}>
      <summary className="inline-flex min-h-11 items-center text-17 text-ink">
        {w.personality}
      </summary>
      <div className="mt-3 flex flex-col gap-6">
        <p className="max-w-prose text-15 text-muted">{w.personalityHint}</p>
        <BrandsView {...props} shown={shown} />
        {may.rate && (
          <ProfileForm
            shown={shown}
            subjects={[
              { field: 'brand', who: brandName, own: own.brand },
              { field: 'creator', who: name, own: own.creator },
            ]}
          />
        )}
        {may.sheet && <HideForm hidden={hidden} />}
      </div>
    </details>
  );
}

/** The brand and the creator as the brand's people see them, and the creator by their own word. */
function BrandsView(props: PersonalityProps & { shown: readonly Facet[] }) {
  const { brand, creator, self, hidden, people, shown, brandName, name } = props;
  const w = useWords(fit);
  const format = useFormat();
  const seen = similarity(brand, creator, hidden);
  const said = similarity(brand, self, hidden);
  return (
    <SideBySide
      shown={shown}
      all={[
        { look: 'brand', who: brandName, profile: brand },
        { look: 'creator', who: name, profile: creator },
        { look: 'self', who: w.ownColumn({ name }), profile: self },
      ]}
      same={(seen.value === 1 || said.value === 1) && w.same}
    >
      {seen.value !== null && (
        <>
          {w.similarity({ value: format.wholePercent(seen.value), n: seen.n })}{' '}
          <span className="text-15 text-muted">· {w.people({ n: people })}</span>
        </>
      )}
      {said.value !== null &&
        w.similarityBySelf({ name, value: format.wholePercent(said.value), n: said.n })}
    </SideBySide>
  );
}

interface Described {
  /** Hollow for what somebody says of themself where others say it too. */
  look: keyof typeof looks;
  who: string;
  profile: Profile;
}

const looks = {
  brand: { swatch: 'rounded-[3px] bg-brand', bar: 'rounded-r-[3px] bg-brand' },
  creator: { swatch: 'rounded-full bg-creator', bar: 'rounded-r-full bg-creator' },
  self: {
    swatch: 'rounded-full border-2 border-creator',
    bar: 'rounded-r-full border-2 border-creator',
  },
} as const;

interface SideBySideProps {
  shown: readonly Facet[];
  all: Described[];
  /** The note on a perfect likeness. */
  same: ReactNode;
  /** How alike they are, a line each. */
  children: ReactNode;
}

/** Those who were described; nothing while there are fewer than two. */
export function SideBySide({ shown, all, same, children }: SideBySideProps) {
  const w = useWords(fit);
  const told = all.filter(({ profile }) => shown.some((facet) => profile[facet] !== undefined));
  if (told.length < 2) return null;
  const lines = Children.toArray(children);
  return (
    <div className="flex w-full flex-col gap-3">
      {Children.map(lines, (line) => (
        <p className="text-17 text-ink">{line}</p>
      ))}
      {lines.length > 0 && <p className="max-w-prose text-13 text-muted">{w.similarityFormula}</p>}
      {same && <p className="max-w-prose border-l-2 border-ink pl-3 text-15">{same}</p>}
      <Bars told={told} shown={shown} />
      <details>
        <summary className="inline-flex min-h-11 items-center text-15 text-ink">
          {w.asTable}
        </summary>
        <ProfileTable told={told} shown={shown} />
      </details>
    </div>
  );
}

interface ToldProps {
  told: Described[];
  shown: readonly Facet[];
}

/** A bar for each of them a facet, 1 to 5; the figures stand beside them and in the table. */
function Bars({ told, shown }: ToldProps) {
  const { locale } = useReader();
  const marked = shown.filter((facet) => told.some(({ profile }) => profile[facet] !== undefined));
  return (
    <div aria-hidden="true" className="flex max-w-2xl flex-col gap-2.5">
      <p className="flex flex-wrap gap-x-5 text-13 text-muted">
        {told.map(({ look, who }) => (
          <span key={look} className="inline-flex items-center gap-1.5">
            <span className={`size-3 shrink-0 ${looks[look].swatch}`} /> {who}
          </span>
        ))}
      </p>
      <p className="ml-[9.25rem] mr-9 flex justify-between text-13 leading-none text-muted">
        <span>1</span>
        <span>5</span>
      </p>
      {marked.map((facet) => (
        <div key={facet} className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-3">
          <span className="text-15 text-ink">{facetWords[locale][facet]}</span>
          <span className="flex flex-col gap-1">
            {told.map(({ look, profile }) => (
              <Bar key={look} value={profile[facet]} hue={looks[look].bar} />
            ))}
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
      <span className="flex h-2 flex-1 rounded-r-[3px] bg-line/60">
        {/* One is the least there is: its bar is only a mark. */}
        <span className={`min-w-1 ${hue}`} style={{ width: `${((value - 1) / 4) * 100}%` }} />
      </span>
      <span className="w-7 shrink-0 text-right text-13 leading-none tabular-nums text-muted">
        {value.toFixed(1)}
      </span>
    </span>
  );
}

function ProfileTable({ told, shown }: ToldProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  return (
    <div className="overflow-x-auto">
      <table className="text-15 tabular-nums">
        <thead>
          <tr className="border-b border-line text-left text-13 text-muted">
            <th className="py-2 pr-6 font-medium">{w.facet}</th>
            {told.map(({ look, who }) => (
              <th key={look} className="py-2 pr-6 font-medium last:pr-0">
                {who}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((facet) => (
            <tr key={facet} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 pr-6 text-left font-normal text-ink">
                {facetWords[locale][facet]}
              </th>
              {told.map(({ look, profile }) => (
                <td key={look} className="py-2 pr-6 last:pr-0">
                  {profile[facet]?.toFixed(1) ?? w.noAnswer}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ProfileFormProps {
  shown: readonly Facet[];
  subjects: { field: 'brand' | 'creator'; who: string; own: Profile }[];
}

export function ProfileForm({ shown, subjects }: ProfileFormProps) {
  const w = useWords(fit);
  const { locale } = useReader();
  const answer = useActionData<Answer>();
  /** The answer is not about what was changed since. */
  const [stale, setStale] = useState<Answer>();
  const isAlone = subjects.length === 1;
  const row = isAlone
    ? 'grid-cols-[minmax(0,1fr)_7rem] sm:grid-cols-[1fr_9rem]'
    : 'grid-cols-2 sm:grid-cols-[1fr_9rem_9rem]';
  return (
    <Form
      method="post"
      preventScrollReset
      onChange={() => setStale(answer)}
      className="mt-2 flex flex-col items-start gap-4"
    >
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
                className={`grid items-center gap-x-3 gap-y-1 border-t border-line py-1.5 ${row}`}
              >
                <span className={`text-15 text-ink ${isAlone ? '' : 'col-span-2 sm:col-span-1'}`}>
                  {facetWords[locale][facet]}
                </span>
                {subjects.map(({ field, who, own }) => (
                  <Mark
                    key={field}
                    field={`${field}.${facet}`}
                    label={w.facetOf({ facet: facetWords[locale][facet], who })}
                    before={isAlone ? '' : `${who}: `}
                    value={own[facet]}
                  />
                ))}
              </div>
            ))}
          </fieldset>
        );
      })}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" name="intent" value="describe-fit">
          {w.saveProfile}
        </Button>
        {answer?.intent === 'describe-fit' &&
          answer !== stale &&
          (answer.problem ? <Problem>{w.failed}</Problem> : <Done>{w.profileSaved}</Done>)}
      </div>
    </Form>
  );
}

interface MarkProps {
  field: string;
  label: string;
  /** Whose it is, where there are several. */
  before: string;
  value: number | undefined;
}

function Mark({ field, label, before, value }: MarkProps) {
  const w = useWords(fit);
  return (
    <select
      name={field}
      defaultValue={value ?? ''}
      aria-label={label}
      className="h-11 w-full min-w-0 rounded-xl border border-edge bg-raised px-2 text-15 text-ink md:h-10"
    >
      <option value="">{`${before}${w.noAnswer}`}</option>
      {scores.map((score) => (
        <option key={score} value={score}>{`${before}${score}`}</option>
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
