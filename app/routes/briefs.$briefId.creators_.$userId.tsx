// One creator's deal on the brand's side, for its leads and managers: written here, with the
// contract, the day it was paid and the product on its way.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { Contract, DealStand, PaidOn } from '#app/components/deal-beside.tsx';
import { DealForm } from '#app/components/deal-form.tsx';
import { PastDeals } from '#app/components/deal-own.tsx';
import { DealRows } from '#app/components/deal-rows.tsx';
import { BrandDelivery } from '#app/components/delivery-brand.tsx';
import { Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { deal as words } from '#shared/words/deal.ts';
import { fit as fitWords } from '#shared/words/fit.ts';

/** Addresses and fees: no cache keeps them. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { briefId = '', userId = '' } = params;
  return unwrap(await context.views.creatorDeal({ briefId, userId }), request);
}

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('write-deal'),
    mark: z.string(),
    handle: z.string(),
    phone: z.string(),
    fee: z.string(),
    product: z.string(),
    code: z.string(),
    link: z.string(),
    channels: z.string(),
    time: z.string(),
    paid: ticked,
    edits: ticked,
    exclusivity: z.string(),
    payment: z.string(),
    terms: z.string(),
  }),
  z.object({ intent: z.literal('drop-contract') }),
  z.object({ intent: z.literal('set-paid'), paidOn: z.string() }),
  z.object({ intent: z.literal('mark-sent'), carrier: z.string(), tracking: z.string() }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const of = { briefId: params['briefId'] ?? '', userId: params['userId'] ?? '' };
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'write-deal': {
      const { channels, time, paid, edits, ...deal } = input.data;
      const rights = { channels, time, paid, edits };
      return answer(intent, await commands.writeDeal({ ...deal, ...of, rights }));
    }
    case 'drop-contract':
      return answer(intent, await commands.dropContract(of));
    case 'set-paid':
      return answer(intent, await commands.setDealPaid({ ...input.data, ...of }));
    case 'mark-sent':
      return answer(intent, await commands.markSent({ ...input.data, ...of }));
  }
}

export default function CreatorDeal() {
  const w = useWords(words);
  const fit = useWords(fitWords);
  const page = useLoaderData<typeof loader>();
  const { briefId, userId, name, deal, delivery, state } = page;
  useLive([`brief:${briefId}`]);
  const isOver = state === 'removed';
  const holds = deal.agreed ?? deal.written;
  const hasProduct = holds.product !== '' || deal.written.product !== '' || delivery.address;
  return (
    <Page wide>
      <Link
        to={`/briefs/${briefId}/creators`}
        className="inline-flex min-h-11 items-center text-15"
      >
        {w.backCreators}
      </Link>{' '}
      <Link
        to={`/briefs/${briefId}/creators/${userId}/fit`}
        className="ml-5 inline-flex min-h-11 items-center text-15"
      >
        {fit.link}
      </Link>
      <header className="mb-6 flex flex-col gap-1">
        <h2 className="text-28 break-words">{w.titleOf({ name })}</h2>
        <p className="text-15 text-muted">{w.privateOf({ name })}</p>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <DealStand page={page} />
          {isOver ? <DealRows deal={holds} of={page} /> : <DealForm key={userId} page={page} />}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {(hasProduct || delivery.erasedAt) && <BrandDelivery page={page} />}
          {!isOver && <Contract page={page} />}
          <PaidOn page={page} />
          <PastDeals past={page.past} of={page} timeZone={page.timeZone} />
        </div>
      </div>
    </Page>
  );
}
