// The product on its way to a creator, on the brand's side: where to, and with whom it travels.
import { useFetcher } from '@remix-run/react';
import type { BrandDeal } from '#server/views/deals.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { useTrouble } from './deal-problems.ts';
import { Field, Problem } from './field.tsx';
import { StatusPill } from './people.tsx';
import { Card } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export function BrandDelivery({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const format = useFormat();
  const { name, delivery, timeZone } = page;
  const { phase, variant, address, sentAt, arrivedAt, erasedAt, erasedFrom } = delivery;
  const date = (at: Date) => format.date(at, timeZone);
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-17 font-semibold text-ink">{w.delivery}</h2>
        {phase === 'ready' && <StatusPill turn="brand">{w.toSend}</StatusPill>}
        {phase === 'sent' && sentAt && (
          <StatusPill turn="creator">{w.sentOn({ date: date(sentAt) })}</StatusPill>
        )}
        {arrivedAt && <StatusPill turn="both">{w.arrivedOn({ date: date(arrivedAt) })}</StatusPill>}
      </div>
      {phase === 'asked' && !erasedAt && (
        <p className="text-15 text-muted">{w.waitsAddress({ name })}</p>
      )}
      {variant && <Fact label={w.variant}>{variant}</Fact>}
      {address && (
        <div className="flex items-start justify-between gap-3">
          <Fact label={w.address}>{address}</Fact>
          <CopyButton text={address} />
        </div>
      )}
      {(address || erasedAt) && (
        <p className="text-13 text-muted">
          {erasedAt
            ? w.addressErased({ date: date(erasedAt) })
            : erasedFrom
              ? w.addressUntil({ date: date(erasedFrom) })
              : w.addressPrivateOf}
        </p>
      )}
      {(phase === 'ready' || phase === 'sent') && <Travels page={page} />}
    </Card>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className="min-w-0">
      <p className="text-13 text-muted">{label}</p>
      <p className="text-15 break-words whitespace-pre-line text-ink">{children}</p>
    </div>
  );
}

function Travels({ page }: { page: BrandDeal }) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const trouble = useTrouble(fetcher.state === 'idle' ? fetcher.data?.problem : null);
  const { phase, carrier, tracking } = page.delivery;
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="mark-sent" />
      <Field
        name="carrier"
        label={w.carrier}
        hint={w.carrierHint}
        defaultValue={carrier}
        error={trouble.of('carrier')}
      />
      <Field
        name="tracking"
        label={w.tracking}
        defaultValue={tracking}
        error={trouble.of('tracking')}
      />
      {trouble.whole && <Problem>{trouble.whole}</Problem>}
      <Button type="submit" className="self-start" disabled={fetcher.state !== 'idle'}>
        {phase === 'sent' ? w.markAgain : w.markSent}
      </Button>
    </fetcher.Form>
  );
}
