// The guidelines as they are being written, for a creator while the lead keeps that door open: read
// along, suggest other words, comment. Agreeing is about published versions, on the invitation.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useRef, useState } from 'react';
import type { Connection } from '#app/collab/connection.ts';
import LiveGuidelines from '#app/components/brief-live-guidelines.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { useGuidelinesTalk } from '#app/components/guidelines-talk.tsx';
import { EmptyState, Page } from '#app/components/surface.tsx';
import { useWords } from '#app/components/words.tsx';
import { useLive } from '#app/live.tsx';
import { unwrap } from '#app/unwrap.ts';
import { guidelinesPage } from '#shared/words/guidelines-page.ts';
import { common } from '#shared/words/common.ts';
import { offer } from '#shared/words/offer.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return unwrap(await context.views.liveGuidelines({ briefId: params['briefId'] ?? '' }), request);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.brandName ?? ''} · Cobrief` },
];

export default function CreatorsGuidelines() {
  const page = useLoaderData<typeof loader>();
  useLive([`brief:${page.briefId}`, `guidelines:${page.briefId}`, `person:${page.userId}`]);
  return page.door === 'closed' ? <Closed {...page} /> : <Open page={page} />;
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Open({ page }: { page: Extract<Loaded, { door: 'open' }> }) {
  const { brandName, briefId } = page;
  const w = useWords(offer);
  const { liveGuidelines } = useWords(common);
  const say = useWords(guidelinesPage);
  const live = useRef<Connection | null>(null);
  const [, setRead] = useState(0);
  const talk = useGuidelinesTalk(page, live);
  return (
    <Page wide>
      <div className="grid gap-x-8 gap-y-6 pb-14 md:pb-0 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="mx-auto w-full min-w-0 max-w-3xl lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <Back briefId={briefId} />
          <h1 className="text-28 break-words">{liveGuidelines}</h1>
          <p className="mt-1 mb-5 text-15 text-muted">{w.liveCounts}</p>
          <LiveGuidelines
            document={page.document}
            userId={page.userId}
            languages={page.languages}
            right="read"
            note={say.suggesting({ brand: brandName })}
            onReading={(connection) => {
              live.current = connection;
              setRead((times) => times + 1);
            }}
            talk={talk.editor}
            aside={talk.aside}
          />
          {talk.below}
        </div>
        {talk.column}
      </div>
      {talk.sheet}
    </Page>
  );
}

function Back({ briefId }: { briefId: string }) {
  const w = useWords(guidelinesPage);
  return (
    <Link to={`/invite/${briefId}`} className="inline-flex min-h-11 items-center text-15">
      {w.backInvite}
    </Link>
  );
}

function Closed({ briefId, brandName }: Extract<Loaded, { door: 'closed' }>) {
  const w = useWords(offer);
  const page = useWords(guidelinesPage);
  return (
    <Page>
      <EmptyState title={w.liveClosed({ brand: brandName })}>
        <p>
          {w.liveClosedHint} {w.liveCounts}
        </p>
        <ButtonLink to={`/invite/${briefId}`}>{page.backInvite}</ButtonLink>
      </EmptyState>
    </Page>
  );
}
