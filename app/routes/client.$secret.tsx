import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Link, useLoaderData, useParams, useSubmit } from '@remix-run/react';
import { useEffect, useMemo } from 'react';
import { z } from 'zod';
import { answer } from '#app/components/brief-answer.ts';
import { ClientPostCard } from '#app/components/client-post.tsx';
import { FilesAt } from '#app/components/file-places.tsx';
import { EmptyState } from '#app/components/surface.tsx';
import { useFormat, useReader, useWords } from '#app/components/words.tsx';
import { Door } from '#app/entrance/door.tsx';
import { fieldsOf, secretPage } from '#app/entrance/through.ts';
import type { ClientPage } from '#server/client.ts';
import { errorTable } from '#shared/errors.ts';
import { fail } from '#shared/result.ts';
import { clientPage } from '#shared/words/client.ts';

export const handle = { bare: true };
export const headers = () => secretPage;

/** The pictures of a page load together; more come when they are asked for. */
const atOnce = 24;

/** Looking uses nothing up: preview bots come first, and often. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const secret = params['secret'] ?? '';
  const asked = Number(new URL(request.url).searchParams.get('posts'));
  const upTo = Number.isSafeInteger(asked) && asked > atOnce ? asked : atOnce;
  const page = await context.entrance.lookAsClient({ secret, upTo });
  if (page.ok) return { locale: context.locale, page: page.value, code: null };
  const { code } = page.error;
  return data({ locale: context.locale, page: null, code }, errorTable[code].status);
}

/** In a chat's preview: whose posts they are and a greeting, and nothing else. */
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const w = clientPage[loaded?.locale ?? 'en'];
  const brand = loaded?.page?.brand;
  const title = brand ? w.previewTitle({ brand }) : 'Cobrief';
  return [
    { title },
    { name: 'robots', content: 'noindex, nofollow' },
    { name: 'referrer', content: 'no-referrer' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: w.previewText },
    { property: 'og:type', content: 'website' },
  ];
};

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('seen') }),
  z.object({
    intent: z.literal('say'),
    draftId: z.string(),
    versionId: z.string(),
    id: z.string(),
    body: z.string(),
  }),
]);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const secret = params['secret'] ?? '';
  const input = form.safeParse(await fieldsOf(request));
  if (!input.success) return answer('unknown', fail('bad-input'));
  const { entrance } = context;
  const { intent } = input.data;
  if (input.data.intent === 'seen') return answer(intent, await entrance.seenAsClient({ secret }));
  return answer(intent, await entrance.sayAsClient({ ...input.data, secret }));
}

export default function ForTheClient() {
  const { page, code } = useLoaderData<typeof loader>();
  return page ? <Posts page={page as ClientPage} /> : <Over code={code} />;
}

/** Calm, and the same for whoever had it open: nothing of what was shown stays. */
function Over({ code }: { code: string | null }) {
  const w = useWords(clientPage);
  if (code === 'link-revoked') return <Door title={w.revokedTitle} intro={w.revoked} />;
  if (code === 'link-expired') return <Door title={w.expiredTitle} intro={w.expired} />;
  return <Door title={w.unknownTitle} intro={w.unknown} />;
}

function Posts({ page }: { page: ClientPage }) {
  const w = useWords(clientPage);
  const format = useFormat();
  const { locale } = useReader();
  const secret = useParams()['secret'] ?? '';
  useSeen(page.isSeen);
  const places = useMemo(() => {
    const file = (hash: string) => `/client-files/${secret}/${hash}`;
    return { file, preview: (hash: string) => `${file(hash)}.preview` };
  }, [secret]);
  const left = page.total - page.posts.length;
  return (
    <FilesAt places={places}>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 py-8 outline-none md:px-6 md:py-12"
      >
        <header className="mb-8 flex flex-col gap-1 md:mb-10">
          <p className="text-15 font-semibold text-brand">{page.brand}</p>
          <h1 className="text-28 break-words">{page.title}</h1>
          <p className="max-w-prose text-17 text-muted">
            {w.intro({ name: page.name, when: format.date(page.until, page.timeZone) })}{' '}
            {page.shows === 'approved' ? w.showsApproved : w.showsSent}
          </p>
        </header>
        {page.posts.length === 0 ? (
          <EmptyState title={w.none}>
            <p>{w.noneHint}</p>
          </EmptyState>
        ) : (
          <ul
            aria-label={w.posts}
            lang={locale}
            className="grid items-start gap-x-8 gap-y-12 sm:grid-cols-2 lg:grid-cols-3"
          >
            {page.posts.map((post) => (
              <li key={post.draftId} className="min-w-0">
                <ClientPostCard post={post} page={page} secret={secret} />
              </li>
            ))}
          </ul>
        )}
        {left > 0 && (
          <Link
            to={`?posts=${page.posts.length + atOnce}`}
            preventScrollReset
            className="mt-10 inline-flex min-h-11 items-center text-17 font-medium text-ink"
          >
            {w.more({ count: Math.min(left, atOnce) })}
          </Link>
        )}
      </main>
    </FilesAt>
  );
}

/** Said by the page's script and not by its loading: preview bots load, and read nothing. */
function useSeen(isSeen: boolean): void {
  const submit = useSubmit();
  useEffect(() => {
    if (isSeen) return;
    submit(
      { intent: 'seen' },
      { method: 'post', navigate: false, fetcherKey: 'seen', preventScrollReset: true },
    );
  }, [isSeen, submit]);
}
