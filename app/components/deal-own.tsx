// The creator's own deal: what holds, and where the brand would have it otherwise, old and new with
// an answer. Agreeing and keeping weigh the same; why is asked of nobody.
import { useFetcher } from '@remix-run/react';
import { useState } from 'react';
import type { AgreedDeal, Deal, DealField, DealPhase } from '#shared/deal.ts';
import { dealFields, isWritten } from '#shared/deal.ts';
import { deal as words } from '#shared/words/deal.ts';
import type { Answer } from './brief-answer.ts';
import { Button } from './button.tsx';
import { DealDifference, DealRows, type OfDeal } from './deal-rows.tsx';
import { useTrouble } from './deal-problems.ts';
import { Problem, TextArea } from './field.tsx';
import { Card, Section } from './surface.tsx';
import { useFormat, useWords } from './words.tsx';

export interface DealOnPage {
  written: Deal;
  agreed: AgreedDeal | null;
  phase: DealPhase;
  changes: DealField[];
  because: string;
  mark: string;
}

export interface OwnDealProps {
  deal: DealOnPage;
  of: OfDeal;
  lead: string;
}

/** What holds for the creator today. */
export function OwnDeal({ deal, of, lead }: OwnDealProps) {
  const w = useWords(words);
  const holds = deal.agreed ?? deal.written;
  const isEmpty = dealFields.every((field) => !isWritten(holds, field));
  return (
    <Card>
      {isEmpty ? (
        <p className="text-15 text-muted">{w.none({ lead })}</p>
      ) : (
        <DealRows deal={holds} of={of} />
      )}
      <p className="mt-3 text-13 text-muted">{w.private}</p>
    </Card>
  );
}

/** The day it was agreed and the day it was paid. */
export function DealDays({
  deal,
  paidOn,
  timeZone,
}: {
  deal: DealOnPage;
  paidOn: string;
  timeZone: string;
}) {
  const w = useWords(words);
  const format = useFormat();
  const lines = [
    deal.agreed && w.agreedOn({ date: format.date(deal.agreed.at, timeZone) }),
    paidOn && w.paidWas({ date: format.date(`${paidOn}T12:00:00Z`, 'UTC') }),
  ].filter(Boolean);
  return lines.length > 0 ? <p className="text-15 text-muted">{lines.join(' · ')}</p> : null;
}

/** The brand would have another deal: old and new, and the creator's answer. */
export function DealChange({ deal, of, lead }: OwnDealProps) {
  const w = useWords(words);
  const [isKeeping, setKeeping] = useState(false);
  if (!deal.agreed || deal.changes.length === 0) return null;
  const isKept = deal.phase === 'kept';
  return (
    <Card className="flex flex-col gap-4">
      <div>
        <h2 className="text-17 font-semibold text-ink">{w.changed({ lead })}</h2>
        <p className="text-15 text-muted">{isKept ? w.kept : `${w.changedHint} ${w.holds}`}</p>
      </div>
      <DealDifference agreed={deal.agreed} written={deal.written} changes={deal.changes} of={of} />
      {isKeeping && !isKept ? (
        <Keep mark={deal.mark} lead={lead} onBack={() => setKeeping(false)} />
      ) : (
        <Answers mark={deal.mark} isKept={isKept} onKeep={() => setKeeping(true)} />
      )}
    </Card>
  );
}

interface AnswersProps {
  mark: string;
  isKept: boolean;
  onKeep(): void;
}

function Answers({ mark, isKept, onKeep }: AnswersProps) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const { whole } = useTrouble(fetcher.state === 'idle' ? fetcher.data?.problem : null);
  return (
    <fetcher.Form method="post" className="flex flex-col gap-3">
      <input type="hidden" name="mark" value={mark} />
      {whole && <Problem>{whole}</Problem>}
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button
          type="submit"
          name="intent"
          value="agree-deal"
          look={isKept ? 'quiet' : 'creator'}
          className="flex-1"
          disabled={fetcher.state !== 'idle'}
        >
          {w.agree}
        </Button>
        {!isKept && (
          <Button className="flex-1" onClick={onKeep}>
            {w.keep}
          </Button>
        )}
      </div>
    </fetcher.Form>
  );
}

function Keep({ mark, lead, onBack }: { mark: string; lead: string; onBack(): void }) {
  const w = useWords(words);
  const fetcher = useFetcher<Answer>();
  const { whole } = useTrouble(fetcher.state === 'idle' ? fetcher.data?.problem : null);
  return (
    <fetcher.Form method="post" noValidate className="flex flex-col gap-3">
      <input type="hidden" name="intent" value="keep-deal" />
      <input type="hidden" name="mark" value={mark} />
      <TextArea name="text" label={w.keepLabel({ lead })} />
      {whole && <Problem>{whole}</Problem>}
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onBack}>{w.back}</Button>
        <Button type="submit" look="creator" disabled={fetcher.state !== 'idle'}>
          {w.keepSend}
        </Button>
      </div>
    </fetcher.Form>
  );
}

/** What was agreed before what holds now. */
export function PastDeals({
  past,
  of,
  timeZone,
}: {
  past: AgreedDeal[];
  of: OfDeal;
  timeZone: string;
}) {
  const w = useWords(words);
  const format = useFormat();
  if (past.length === 0) return null;
  return (
    <Section title={w.past}>
      {past.map((deal) => (
        <details key={deal.at} className="border-b border-line last:border-0">
          <summary className="flex min-h-11 cursor-pointer items-center text-15 text-ink">
            {w.agreedOn({ date: format.dateTime(deal.at, timeZone) })}
          </summary>
          <div className="pb-4">
            <DealRows deal={deal} of={of} />
          </div>
        </details>
      ))}
    </Section>
  );
}
