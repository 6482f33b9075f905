import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answer, formFields } from '#app/components/brief-answer.ts';
import { Agreement, OfferAnswer } from '#app/components/brief-offer-answer.tsx';
import { Freedom, Heart, LookIn, Talk, ToMake } from '#app/components/brief-offer.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { DealSection } from '#app/components/deal-section.tsx';
import { Avatar } from '#app/components/people.tsx';
import { EmptyState, Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { fail } from '#shared/result.ts';
import { deal as dealWords } from '#shared/words/deal.ts';
import { fit } from '#shared/words/fit.ts';
import { overlap } from '#shared/words/overlap.ts';
import { offer } from '#shared/words/offer.ts';
import { stylePictures } from '#shared/words/style-pictures.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.invitePage({ briefId: params['briefId'] ?? '' }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? ''} · Cobrief` },
];

const agreed = { n: z.coerce.number(), hash: z.string() };
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), ...agreed, deal: z.string() }),
  z.object({ intent: z.literal('agree'), ...agreed }),
  z.object({ intent: z.literal('ask'), text: z.string() }),
  z.object({ intent: z.literal('decline'), note: z.string() }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const briefId = params['briefId'] ?? '';
  const input = form.safeParse(await formFields(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { commands } = context;
  const { intent } = input.data;
  switch (input.data.intent) {
    case 'accept':
      return answer(intent, await commands.acceptOffer({ ...input.data, briefId }));
    case 'agree':
      return answer(intent, await commands.agreeVersion({ ...input.data, briefId }));
    case 'ask':
      return answer(intent, await commands.askQuestion({ ...input.data, briefId }));
    case 'decline':
      return answer(intent, await commands.declineOffer({ ...input.data, briefId }));
  }
}

export default function Invite() {
  const page = useLoaderData<typeof loader>();
  useLive([`brief:${page.briefId}`, `guidelines:${page.briefId}`, `person:${page.userId}`]);
  if (page.phase === 'removed')
    return <Removed briefId={page.briefId} brandName={page.brandName} />;
  const { guidelines, leads, state } = page;
  const lead = leads[0] ?? page.brandName;
  return (
    <Page>
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <Asks
          brandName={page.brandName}
          title={page.title}
          product={page.product}
          lead={leads[0]}
        />
        {state === 'in' && guidelines && <Agreement guidelines={guidelines} />}
        <Freedom guidelines={guidelines?.structure ?? null} />
        <Heart guidelines={guidelines} lead={lead} briefId={page.briefId} />
        <ToMake
          posts={page.posts}
          timeZone={page.timeZone}
          lead={lead}
          isQuiet={guidelines?.agreement === 'again' || page.deal.phase === 'changed'}
        />
        <DealSection {...{ page, lead }} />
        <Talk exchanges={page.exchanges} lead={lead} />
        {page.asksFollowers && <AsksFollowers {...page} />}
        <Beside briefId={page.briefId} />
        {page.isLive && <LookIn {...page} />}
        <OfferAnswer {...{ state, guidelines, lead, deal: page.deal.mark }} />
      </div>
    </Page>
  );
}

interface AsksProps {
  brandName: string;
  title: string;
  product: string;
  lead: string | undefined;
}

function Asks({ brandName, title, product, lead }: AsksProps) {
  const w = useWords(offer);
  return (
    <header className="flex flex-col gap-3">
      <Avatar name={lead ?? brandName} side="brand" />
      <h1 className="text-28 break-words text-ink">
        {lead ? w.asks({ lead, brand: brandName }) : w.asksBrand({ brand: brandName })}
      </h1>
      <p className="text-17 break-words text-muted">
        {[title, product].filter(Boolean).join(' · ')}
      </p>
    </header>
  );
}

function AsksFollowers({ briefId, brandName }: { briefId: string; brandName: string }) {
  const w = useWords(overlap);
  return (
    <Link to={`/invite/${briefId}/followers`} className="inline-flex min-h-11 items-center text-17">
      {w.asked({ brand: brandName })}
    </Link>
  );
}

/** How well they fit, in their own words, and the look the brief has in mind. */
function Beside({ briefId }: { briefId: string }) {
  const { ownInvite } = useWords(fit);
  const { moodboard } = useWords(stylePictures);
  return (
    <p className="flex flex-wrap gap-x-6 text-17">
      <Link to={`/invite/${briefId}/fit`} className="inline-flex min-h-11 items-center">
        {ownInvite}
      </Link>
      <Link to={`/briefs/${briefId}/moodboard`} className="inline-flex min-h-11 items-center">
        {moodboard}
      </Link>
    </p>
  );
}

function Removed({ briefId, brandName }: { briefId: string; brandName: string }) {
  const w = useWords(offer);
  const { agreedDeal } = useWords(dealWords);
  return (
    <Page>
      <EmptyState title={w.removed({ brand: brandName })}>
        <p>{w.removedHint}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/">{w.home}</ButtonLink>
          <ButtonLink to={`/invite/${briefId}/deal`}>{agreedDeal}</ButtonLink>
        </div>
      </EmptyState>
    </Page>
  );
}
