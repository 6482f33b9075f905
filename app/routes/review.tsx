// The way into the review queue, and the quiet page at its end. Coming here to begin leads on to the
// first post; in the middle of a sitting it says how things stand and leaves the next step to its reader.
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData, useRevalidator, useSearchParams } from '@remix-run/react';
import { CircleCheck } from 'lucide-react';
import { ButtonLink } from '#app/components/button.tsx';
import { Page } from '#app/components/surface.tsx';
import { useSometimes } from '#app/components/use-queue.ts';
import { useWords } from '#app/components/words.tsx';
import { unwrap } from '#app/unwrap.ts';
import { everyBrief, type Sitting, sittingOf, sittingQuery } from '#shared/queue.ts';
import { queue } from '#shared/words/queue.ts';
import { isLocale } from '#shared/words/words.ts';

const everything: Sitting = { queue: everyBrief, since: null, skipped: [] };

/** A post of a queue asks this for where it stands, naming itself by `at`. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const sitting = sittingOf((name) => searchParams.get(name)) ?? everything;
  const at = searchParams.get('at');
  const view = unwrap(await context.views.queue({ ...sitting, at }), request);
  if (at === null && sitting.since === null && view.next) {
    throw redirect(`/posts/${view.next.draftId}${sittingQuery({ ...sitting, since: view.now })}`);
  }
  return { ...view, locale: context.locale };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${queue[isLocale(data?.locale) ? data.locale : 'en'].title} · Cobrief` },
];

export default function Review() {
  const w = useWords(queue);
  const view = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { revalidate } = useRevalidator();
  useSometimes(revalidate);
  const { brief, first, waiting, decided, putOff, now } = view;
  const { queue: scope, since } = sittingOf((name) => params.get(name)) ?? everything;
  const goOn = sittingQuery({ queue: scope, since: since ?? now, skipped: [] });
  const isAllPutOff = waiting > 0 && putOff === waiting;
  return (
    <Page>
      <div className="mx-auto flex max-w-prose flex-col items-center gap-3 py-12 text-center md:py-20">
        {waiting === 0 && <CircleCheck className="size-10 text-brand" aria-hidden="true" />}
        <h1 className="text-28">
          {waiting === 0
            ? w.nothing
            : isAllPutOff
              ? w.putOff({ count: putOff })
              : w.waits({ count: waiting })}
        </h1>
        <p className="text-17 text-muted">
          {decided > 0 && w.done({ count: decided })}
          {decided > 0 && waiting === 0 && ' '}
          {waiting === 0 && w.nothingHow}
        </p>
        <div className="mt-3 flex flex-wrap justify-center gap-3">
          {first && (
            <ButtonLink look="brand" to={`/posts/${first.draftId}${goOn}`}>
              {isAllPutOff ? w.again : w.goOn}
            </ButtonLink>
          )}
          <ButtonLink look={waiting > 0 ? 'quiet' : 'brand'} to="/">
            {w.home}
          </ButtonLink>
          {brief && <ButtonLink to={`/briefs/${brief.id}/posts`}>{w.toPosts}</ButtonLink>}
        </div>
      </div>
    </Page>
  );
}
