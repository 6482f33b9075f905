// The deal as the brand writes it, in one form. It remembers which deal it began from: what somebody
// else saved in the meantime is not written over.
import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { BrandDeal } from '#server/views/deals.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { useTrouble } from './deal-problems.ts';
import { Choice, Field, Problem, TextArea } from './field.tsx';
import { useWords } from './words.tsx';

export function DealForm({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  const trouble = useTrouble(answered?.problem);
  const mark = useBegunFrom(page.begunFrom, answered?.problem === null);
  const { name, offered } = page;
  const { written, phase } = page.deal;
  const start = offered?.deal ?? written;
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="write-deal" />
      <input type="hidden" name="mark" value={mark} />
      {offered && (
        <p className="rounded-xl bg-line/50 px-3 py-2.5 text-15 text-ink">
          {w.offered({ name: offered.name })}
        </p>
      )}
      {phase === 'agreed' && <p className="text-15 text-muted">{w.afterAgreed({ name })}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="fee" label={w.fee} defaultValue={start.fee} error={trouble.of('fee')} />
        <Field
          name="payment"
          label={w.payment}
          hint={w.paymentHint}
          defaultValue={start.payment}
          error={trouble.of('payment')}
        />
      </div>
      <Field
        name="product"
        label={w.product}
        hint={w.productHint}
        defaultValue={start.product}
        error={trouble.of('product')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="code" label={w.code} defaultValue={start.code} error={trouble.of('code')} />
        <Field
          name="link"
          type="url"
          inputMode="url"
          label={w.link}
          hint={w.linkHint}
          defaultValue={start.link}
          error={trouble.of('link')}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="handle"
          label={w.handle}
          hint={w.handleHint}
          defaultValue={page.handle}
          error={trouble.of('handle')}
        />
        <Field
          name="phone"
          type="tel"
          label={w.phone}
          hint={w.phoneHint}
          autoComplete="off"
          defaultValue={page.phone}
          error={trouble.of('phone')}
        />
      </div>
      <RightsFields rights={start.rights} error={trouble.of('rights')} />
      <TextArea
        name="exclusivity"
        rows={2}
        label={w.exclusivity}
        hint={w.exclusivityHint}
        defaultValue={start.exclusivity}
        error={trouble.of('exclusivity')}
      />
      <TextArea
        name="terms"
        label={w.terms}
        hint={w.termsHint}
        defaultValue={start.terms}
        error={trouble.of('terms')}
      />
      {trouble.whole && <Problem>{trouble.whole}</Problem>}
      <div className="flex items-center gap-3">
        <Button type="submit" look="brand" disabled={fetcher.state !== 'idle'}>
          {w.save}
        </Button>
        <span role="status" className="text-15 text-muted">
          {answered?.problem === null && w.saved}
        </span>
      </div>
    </fetcher.Form>
  );
}

/** The deal that the form shows: the one it was opened with, or the one it saved itself. */
function useBegunFrom(mark: string, isSaved: boolean): string {
  const [begun, setBegun] = useState(mark);
  const wasSaved = useRef(false);
  useEffect(() => {
    if (isSaved && !wasSaved.current) setBegun(mark);
    wasSaved.current = isSaved;
  }, [isSaved, mark]);
  return begun;
}

function RightsFields({
  rights,
  error,
}: {
  rights: BrandDeal['deal']['written']['rights'];
  error: string | undefined;
}) {
  const w = useWords(words);
  return (
    <fieldset className="flex flex-col gap-3 rounded-2xl border border-line p-4">
      <legend className="px-1 text-15 font-medium text-ink">{w.rights}</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="channels"
          label={w.channels}
          hint={w.channelsHint}
          defaultValue={rights?.channels ?? ''}
          error={error}
        />
        <Field name="time" label={w.time} hint={w.timeHint} defaultValue={rights?.time ?? ''} />
      </div>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Choice type="checkbox" name="paid" label={w.paid} defaultChecked={rights?.paid ?? false} />
        <Choice
          type="checkbox"
          name="edits"
          label={w.edits}
          defaultChecked={rights?.edits ?? false}
        />
      </div>
    </fieldset>
  );
}
