// What hangs on a deal, on the brand's side: where it stands with its creator, the contract, the day
// it was paid, the product on its way.
import { useFetcher, useRevalidator } from '@remix-run/react';
import { type ChangeEvent, useId, useState } from 'react';
import type { BrandDeal } from '#server/views/deals.ts';
import { contractTypes, contractUrl, maxContractBytes } from '#shared/deal.ts';
import type { Problem as ProblemFact } from '#shared/errors.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import type { Trouble } from './brief-problems.ts';
import { Button } from './button.tsx';
import { useTrouble } from './deal-problems.ts';
import { ContractLink, DealDifference } from './deal-rows.tsx';
import { Field, Problem } from './field.tsx';
import { StatusPill } from './people.tsx';
import { Card } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

/** Agreed, waiting, or kept; what differs, and what the creator said to it. */
export function DealStand({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const format = useFormat();
  const { name, timeZone, deal } = page;
  const { agreed, written, phase, changes, because } = deal;
  if (!agreed) return <p className="text-15 text-muted">{w.notAgreed({ name })}</p>;
  const date = format.date(agreed.at, timeZone);
  if (phase === 'agreed') {
    return (
      <p>
        <StatusPill turn="both">{w.agreedOn({ date })}</StatusPill>
      </p>
    );
  }
  return (
    <Card className="flex flex-col gap-3">
      <h2 className="text-17 font-semibold text-ink">
        {phase === 'kept' ? w.keeps({ name }) : w.waitsFor({ name })}
      </h2>
      <p className="text-15 text-muted">{w.holdsOf({ name })}</p>
      {because && (
        <blockquote className="border-l-2 border-creator pl-3 text-15 break-words whitespace-pre-line text-ink">
          {because}
        </blockquote>
      )}
      <DealDifference {...{ agreed, written, changes, of: page }} />
    </Card>
  );
}

/** The contract goes up as it is; what it may be is told by its bytes. */
export function Contract({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const id = useId();
  const { revalidate } = useRevalidator();
  const fetcher = useFetcher<Answer>();
  const [sending, setSending] = useState<{ problem: Trouble | null } | 'under-way' | null>(null);
  const { contract } = page.deal.written;
  const failed = sending !== null && sending !== 'under-way' ? sending.problem : null;
  const trouble = useTrouble(failed ?? fetcher.data?.problem);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (!file) return;
    setSending('under-way');
    setSending({ problem: await sendContract(page, file) });
    field.value = '';
    revalidate();
  }

  return (
    <Card className="flex flex-col gap-2">
      <h2 className="text-17 font-semibold text-ink">{w.contract}</h2>
      {contract ? (
        <ContractLink contract={contract} of={page} />
      ) : (
        <p className="text-15 text-muted">{w.contractNone}</p>
      )}
      <div className="flex flex-wrap items-center gap-x-4">
        <label
          htmlFor={id}
          className="inline-flex min-h-11 cursor-pointer items-center rounded-xl border border-edge bg-raised px-4 text-15 font-semibold text-ink has-[:focus-visible]:outline-2"
        >
          {contract ? w.contractReplace : w.contractAdd}
          <input
            id={id}
            type="file"
            className="sr-only"
            accept={Object.keys(contractTypes).join(',')}
            disabled={sending === 'under-way'}
            onChange={(event) => void choose(event)}
          />
        </label>
        {contract && (
          <fetcher.Form method="post">
            <Button type="submit" look="plain" name="intent" value="drop-contract">
              {w.contractRemove}
            </Button>
          </fetcher.Form>
        )}
      </div>
      <p role="status" className="text-13 text-muted">
        {sending === 'under-way' ? w.contractSending : w.contractHint}
      </p>
      {trouble.whole && <Problem>{trouble.whole}</Problem>}
    </Card>
  );
}

async function sendContract(of: BrandDeal, file: File): Promise<Trouble | null> {
  if (file.size > maxContractBytes) return { code: 'too-large', field: 'contract' };
  const address = `${contractUrl(of)}?${new URLSearchParams({ name: file.name })}`;
  try {
    const response = await fetch(address, { method: 'PUT', body: file });
    return ((await response.json()) as { problem: ProblemFact | null }).problem;
  } catch {
    return { code: 'unavailable' };
  }
}

export function PaidOn({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  const trouble = useTrouble(answered?.problem);
  return (
    <Card>
      <fetcher.Form method="post" noValidate className="flex flex-col gap-3">
        <input type="hidden" name="intent" value="set-paid" />
        <Field
          type="date"
          name="paidOn"
          label={w.paidOn}
          hint={w.paidOnHint}
          defaultValue={page.paidOn}
          error={trouble.of('paidOn')}
        />
        {trouble.whole && <Problem>{trouble.whole}</Problem>}
        <div className="flex items-center gap-3">
          <Button type="submit" disabled={fetcher.state !== 'idle'}>
            {w.savePaid}
          </Button>
          <span role="status" className="text-15 text-muted">
            {answered?.problem === null && w.saved}
          </span>
        </div>
      </fetcher.Form>
    </Card>
  );
}
