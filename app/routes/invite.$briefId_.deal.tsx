// A creator's own deal, the product on its way to them and their time on a shoot day. Stays readable
// when they are out: what was agreed is theirs to know.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { DealChange, DealDays, OwnDeal, PastDeals } from '#app/components/deal-own.tsx';
import { OwnDelivery } from '#app/components/delivery-own.tsx';
import { OwnShootDay } from '#app/components/shoot-own.tsx';
import { Page, Section } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { deal as words } from '#shared/words/deal.ts';

/** Addresses and fees: no cache keeps them. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.ownDeal({ briefId: params['briefId'] ?? '' }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? ''} · Cobrief` },
];

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('agree-deal'), mark: z.string() }),
  z.object({ intent: z.literal('keep-deal'), mark: z.string(), text: z.string() }),
  z.object({ intent: z.literal('save-address'), variant: z.string(), address: z.string() }),
  z.object({ intent: z.literal('arrived') }),
  z.object({ intent: z.literal('pick-slot'), slotId: z.string() }),
  z.object({ intent: z.literal('leave-slot'), slotId: z.string() }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'agree-deal':
      return answer(intent, await commands.agreeDeal({ ...input.data, briefId }));
    case 'keep-deal':
      return answer(intent, await commands.keepDeal({ ...input.data, briefId }));
    case 'save-address':
      return answer(intent, await commands.saveAddress({ ...input.data, briefId }));
    case 'arrived':
      return answer(intent, await commands.markArrived({ briefId }));
    case 'pick-slot':
      return answer(intent, await commands.pickSlot({ ...input.data, briefId }));
    case 'leave-slot':
      return answer(intent, await commands.leaveSlot({ ...input.data, briefId }));
  }
}

export default function OwnDealPage() {
  const w = useWords(words);
  const page = useLoaderData<typeof loader>();
  const { briefId, userId, deal, delivery, shoots, lead, timeZone } = page;
  useLive([`brief:${briefId}`, `shoot:${briefId}`, `person:${userId}`]);
  const of = { briefId, userId };
  const holds = deal.agreed ?? deal.written;
  const isAsked = deal.phase === 'changed';
  const hasProduct = holds.product !== '' || delivery?.address || delivery?.sentAt;
  return (
    <Page>
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <header>
          {page.state !== 'removed' && (
            <Link to={`/invite/${briefId}`} className="inline-flex min-h-11 items-center text-15">
              {w.backInvite}
            </Link>
          )}
          <h1 className="text-28">{w.title}</h1>
          <p className="text-17 break-words text-muted">
            {page.brandName} · {page.title}
          </p>
          <DealDays {...{ deal, timeZone, paidOn: page.paidOn }} />
        </header>
        {page.state === 'in' && <DealChange {...{ deal, of, lead }} />}
        <OwnDeal {...{ deal, of, lead }} />
        {delivery && hasProduct && (
          <Section title={w.delivery}>
            <OwnDelivery {...{ delivery, lead, timeZone, isNext: !isAsked }} />
          </Section>
        )}
        {shoots.length > 0 && (
          <Section title={w.shootDay}>
            <div className="flex flex-col gap-3">
              {shoots.map((shoot) => (
                <OwnShootDay key={shoot.id} {...{ briefId, shoot, timeZone }} />
              ))}
            </div>
          </Section>
        )}
        <PastDeals {...{ past: page.past, of, timeZone }} />
      </div>
    </Page>
  );
}
