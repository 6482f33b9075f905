// The creators of the plan, a line each: what they bring and where each figure comes from. Followers
// are an input and folded away; the order is that of the invitations and cannot be another.
import { memo, useState } from 'react';
import { Button } from '#app/components/button.tsx';
import { useIsPhone } from '#app/components/use-phone.ts';
import { useWords } from '#app/components/words.tsx';
import type { CreatorField } from '#shared/plan.ts';
import type { Known, KnownReach, PlannedCreator } from '#shared/plan-inputs.ts';
import { plan as planWords } from '#shared/words/plan.ts';
import { usePlanHands } from './plan-context.tsx';
import { PlanNumber } from './plan-number.tsx';
import { PlanSection } from './plan-section.tsx';
import { useFigures } from './use-figures.ts';

const currencies = ['THB', 'USD', 'EUR', 'GBP', 'JPY', 'SGD'];

interface PlanCreatorsProps {
  creators: PlannedCreator[];
  currency: string;
}

export function PlanCreators({ creators, currency }: PlanCreatorsProps) {
  const w = useWords(planWords);
  const [isAsked, setAsked] = useState(false);
  // What is missing is asked for, and not behind a fold.
  const isOpen = isAsked || creators.some(({ followers }) => followers.value === null);
  const fields: CreatorField[] = ['posts', 'reach', 'inTarget', 'cost'];
  if (isOpen) fields.splice(1, 0, 'followers');
  const columns = isOpen
    ? 'grid-cols-[minmax(7rem,1.2fr)_6rem_1.1fr_1fr_1fr_1fr]'
    : 'grid-cols-[minmax(8rem,1.4fr)_6.5rem_1fr_1fr_1fr]';
  return (
    <PlanSection
      title={w.creators}
      hint={w.creatorsHint}
      action={
        <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button look="plain" aria-pressed={isOpen} onClick={() => setAsked(!isAsked)}>
            {w.showFollowers}
          </Button>
          <Currency value={currency} />
        </span>
      }
    >
      {isOpen && <p className="mb-2 text-13 text-muted">{w.followersNote}</p>}
      <div aria-hidden="true" className={`mb-1 hidden gap-3 text-13 text-muted md:grid ${columns}`}>
        <span>{w.creator}</span>
        {fields.map((field) => (
          <span key={field}>{w[field]}</span>
        ))}
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {creators.map((creator) => (
          <Row key={creator.userId} creator={creator} fields={fields} columns={columns} />
        ))}
      </ul>
      <Total creators={creators} currency={currency} />
    </PlanSection>
  );
}

function Currency({ value }: { value: string }) {
  const w = useWords(planWords);
  const { writer } = usePlanHands();
  return (
    <label className="flex items-center gap-2 text-13 text-muted">
      {w.currency}
      <select
        value={value}
        disabled={!writer}
        onChange={(event) => writer?.setCurrency(event.currentTarget.value)}
        className="h-11 rounded-xl border border-edge bg-raised px-2 text-15 text-ink md:h-10"
      >
        <option value="">{w.noCurrency}</option>
        {currencies.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

interface RowProps {
  creator: PlannedCreator;
  fields: CreatorField[];
  columns: string;
}

const Row = memo(
  function Row({ creator, fields, columns }: RowProps) {
    const w = useWords(planWords);
    const source = useSource();
    const { writer } = usePlanHands();
    const isPhone = useIsPhone();
    const figures = useFigures();
    const { userId, name, handle, isIn } = creator;
    const isMissing = fields.some(
      (field) => field !== 'cost' && creator[field].source === 'missing',
    );
    const inputs = fields.map((field) => (
      <PlanNumber
        key={field}
        field={field}
        place={`${userId}/${field}`}
        label={w[field]}
        of={name}
        value={creator[field].value}
        isTyped={creator[field].source === 'typed'}
        note={source(field, creator[field])}
        onType={(value) => writer?.setCreator(userId, field, value)}
      />
    ));
    if (isPhone) {
      const brings = [
        w.postsCount({ count: figures.count(creator.posts.value ?? 0) }),
        isMissing ? w.sourceMissing : figures.share(creator.reach.value ?? 0),
      ];
      return (
        <li data-plan-creator={name}>
          <details>
            <summary className="flex min-h-12 items-center text-15 text-ink">
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-13 text-muted">{brings.join(' · ')}</span>
            </summary>
            <div className="grid grid-cols-2 gap-3 pb-4">{inputs}</div>
          </details>
        </li>
      );
    }
    return (
      <li data-plan-creator={name} className={`grid items-start gap-3 py-3 ${columns}`}>
        <div className="flex min-w-0 flex-col pt-1">
          <span className="truncate text-15 font-medium text-ink">{name}</span>
          <span className="truncate text-13 text-muted">{isIn ? handle : w.notIn}</span>
        </div>
        {inputs}
      </li>
    );
  },
  // A change of one creator draws one line again, and not two hundred.
  (before, after) =>
    before.columns === after.columns &&
    JSON.stringify(before.creator) === JSON.stringify(after.creator),
);

/** Where a figure comes from; a cost that nobody typed is no gap. */
function useSource() {
  const w = useWords(planWords);
  return (field: CreatorField, { source, ...known }: Known | KnownReach): string | undefined => {
    switch (source) {
      case 'typed':
        return undefined;
      case 'own': {
        const n = 'shares' in known ? known.shares?.length : undefined;
        return n === undefined ? w.sourceOwn : w.sourceOwnOf({ n });
      }
      // Said once above: posts are from the brief wherever nobody typed.
      case 'brief':
        return undefined;
      case 'prior':
        return w.sourcePrior;
      case 'missing':
        return field === 'cost' ? undefined : w.sourceMissing;
    }
  };
}

/** What it costs is said once it is known of everybody who posts. */
function Total({ creators, currency }: PlanCreatorsProps) {
  const w = useWords(planWords);
  const figures = useFigures();
  const posting = creators.filter(({ posts }) => (posts.value ?? 0) > 0);
  const posts = posting.reduce((sum, one) => sum + (one.posts.value ?? 0), 0);
  const cost = posting.reduce(
    (sum, one) => sum + (one.posts.value ?? 0) * (one.cost.value ?? 0),
    0,
  );
  const isPriced = posts > 0 && posting.every(({ cost: each }) => each.value !== null);
  return (
    <p className="mt-2 text-15 text-ink" data-plan-total>
      {w.total}:{' '}
      {w.totalLine({ posts: figures.count(posts), creators: figures.count(posting.length) })}
      {isPriced && `, ${figures.count(cost)} ${currency}`.trimEnd()}
    </p>
  );
}
