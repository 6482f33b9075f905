// The product on its way, as its creator has it: which one, where to, where it is, that it came.
import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { DeliveryView } from '#server/views/deals.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import { Button, type ButtonLook } from './button.tsx';
import { useTrouble } from './deal-problems.ts';
import { Field, Problem, TextArea } from './field.tsx';
import { Card } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface OwnDeliveryProps {
  delivery: DeliveryView;
  lead: string;
  timeZone: string;
  /** Nothing on the page comes before it. */
  isNext: boolean;
}

export function OwnDelivery({ delivery, lead, timeZone, isNext }: OwnDeliveryProps) {
  const w = useWords(words);
  const [isChanging, setChanging] = useState(false);
  const { phase, variant, address, erasedAt } = delivery;
  const look = isNext ? 'creator' : 'quiet';
  const asks = !erasedAt && (phase === 'asked' || (phase === 'ready' && isChanging));
  return (
    <Card className="flex flex-col gap-4">
      {asks ? (
        <AddressForm
          {...{ delivery, lead, look: isChanging ? 'creator' : look }}
          onDone={() => setChanging(false)}
        />
      ) : (
        <>
          <OnItsWay delivery={delivery} lead={lead} timeZone={timeZone} />
          {variant && <Row label={w.variant}>{variant}</Row>}
          {address && <Row label={w.address}>{address}</Row>}
          <Kept delivery={delivery} lead={lead} timeZone={timeZone} />
          {phase === 'ready' && (
            <Button className="self-start" onClick={() => setChanging(true)}>
              {w.changeAddress}
            </Button>
          )}
          {phase === 'sent' && <Arrived look={look} />}
        </>
      )}
    </Card>
  );
}

function Row({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <p className="text-13 text-muted">{label}</p>
      <p className="text-17 break-words whitespace-pre-line text-ink">{children}</p>
    </div>
  );
}

/** Where the product is, in one sentence, with what a parcel service asks for. */
export function OnItsWay({
  delivery,
  lead,
  timeZone,
}: Pick<OwnDeliveryProps, 'delivery' | 'lead' | 'timeZone'>) {
  const w = useWords(words);
  const format = useFormat();
  const { phase, carrier, tracking, sentAt, arrivedAt } = delivery;
  if (arrivedAt) {
    return (
      <p className="text-17 text-ink">{w.arrivedOn({ date: format.date(arrivedAt, timeZone) })}</p>
    );
  }
  if (!sentAt) {
    return phase === 'ready' ? <p className="text-17 text-ink">{w.waitsSend({ lead })}</p> : null;
  }
  return (
    <>
      <p className="text-17 text-ink">{w.sentOn({ date: format.date(sentAt, timeZone) })}</p>
      <Row label={w.carrier}>{carrier}</Row>
      {tracking && <Row label={w.tracking}>{tracking}</Row>}
    </>
  );
}

/** Until when the address is kept, in plain words, for as long as there is one or was one. */
function Kept({ delivery, lead, timeZone }: Omit<OwnDeliveryProps, 'isNext'>) {
  const w = useWords(words);
  const format = useFormat();
  const { address, erasedAt, erasedFrom } = delivery;
  const words_ = erasedAt
    ? w.addressErased({ date: format.date(erasedAt, timeZone) })
    : address && erasedFrom
      ? w.addressUntil({ date: format.date(erasedFrom, timeZone) })
      : address && w.addressPrivate({ lead });
  return words_ ? <p className="text-13 text-muted">{words_}</p> : null;
}

interface AddressFormProps {
  delivery: DeliveryView;
  lead: string;
  look: ButtonLook;
  onDone(): void;
}

function AddressForm({ delivery, lead, look, onDone }: AddressFormProps) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const answered = fetcher.state === 'idle' ? fetcher.data : undefined;
  const trouble = useTrouble(answered?.problem);
  const isDone = answered?.problem === null;
  useEffect(() => {
    if (isDone) onDone();
  }, [isDone, onDone]);
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="save-address" />
      <h3 className="text-17 font-medium text-ink">{w.whereTo}</h3>
      <Field
        name="variant"
        label={w.variant}
        hint={w.variantHint}
        defaultValue={delivery.variant}
        error={trouble.of('variant')}
      />
      <TextArea
        name="address"
        rows={4}
        label={w.address}
        hint={w.addressPrivate({ lead })}
        autoComplete="street-address"
        defaultValue={delivery.address ?? ''}
        error={trouble.of('address')}
      />
      {trouble.whole && <Problem>{trouble.whole}</Problem>}
      <Button type="submit" look={look} disabled={fetcher.state !== 'idle'}>
        {w.saveAddress}
      </Button>
    </fetcher.Form>
  );
}

function Arrived({ look }: { look: ButtonLook }) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const { whole } = useTrouble(fetcher.state === 'idle' ? fetcher.data?.problem : null);
  return (
    <fetcher.Form method="post" className="flex flex-col gap-3">
      {whole && <Problem>{whole}</Problem>}
      <Button
        type="submit"
        name="intent"
        value="arrived"
        look={look}
        className="w-full"
        disabled={fetcher.state !== 'idle'}
      >
        {w.arrived}
      </Button>
    </fetcher.Form>
  );
}
